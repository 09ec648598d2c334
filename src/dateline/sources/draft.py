"""Draft: what a format's reader finds in a file, before it is cleaned into a report."""

import datetime as dt
from dataclasses import dataclass

from dateline.sources.passage import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The passages of a file in order, and what its format says about them.

    `day` is the day that the page itself gives as that of publication, `evidence` the field it was read from.
    """

    passages: tuple[Passage, ...]
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    day: dt.date | None = None
    evidence: str = ""
