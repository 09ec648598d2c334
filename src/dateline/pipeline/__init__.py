"""Pipeline: the stages in order, how one report goes through them, and how the whole record is reckoned.

The only package that knows all stages. Each is imported when it is first used, so that a command which only shows the
record never loads the network.
"""

from typing import Final

import dateline
from dateline.pipeline.across import (
    bands_of,
    days_from_others,
    holders_on,
    is_copy,
    killed_of,
    numbered,
    people_of,
    reckoned_under,
    runs_of,
    sums_of,
    tolls_under,
)
from dateline.pipeline.reading import (
    FAULT,
    read,
    read_all,
)
from dateline.pipeline.stages import (
    POLICY,
    POLICY_NAMES,
    STAGES,
    Failure,
    Reports,
    Source,
    Sources,
    Stages,
    annotate,
    clean,
    extract,
    find,
    link,
    reckon_control,
    reckon_tolls,
    resolve,
)

__all__ = [
    "ENGINE",
    "FAULT",
    "POLICY",
    "POLICY_NAMES",
    "STAGES",
    "Failure",
    "Reports",
    "Source",
    "Sources",
    "Stages",
    "annotate",
    "bands_of",
    "clean",
    "days_from_others",
    "extract",
    "find",
    "holders_on",
    "is_copy",
    "killed_of",
    "link",
    "numbered",
    "people_of",
    "read",
    "read_all",
    "reckon_control",
    "reckon_tolls",
    "reckoned_under",
    "resolve",
    "runs_of",
    "sums_of",
    "tolls_under",
]

ENGINE: Final = dateline.__version__
