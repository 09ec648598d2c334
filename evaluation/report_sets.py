"""Sets of reports with the incidents they tell of: where each lies, and its gold."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from evaluation.corpora import CorpusError

_ROOT: Final = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class ReportSet:
    """A folder of reports, with a `reports.csv` in it, and the files of its gold incidents and of a second reading.

    What is `measured_only` is never looked at for what was missed; without `second_file` there is no second reading.
    """

    reports: Path
    gold_file: Path
    second_file: Path | None = None
    measured_only: bool = False

    def gold(self) -> Mapping[str, Any]:
        """Return the gold.

        Raises:
            CorpusError: the reports are not there.
        """
        if not self.reports.is_dir():
            raise CorpusError(f"{self.reports} is not there")
        gold: Mapping[str, Any] = json.loads(self.gold_file.read_text("utf-8"))
        return gold


_EXAMPLES: Final = _ROOT / "evaluation" / "examples"
_WARS: Final = _ROOT / "evaluation" / "wars"
_SEEN: Final = _ROOT / "evaluation" / "wars2" / "seen"
_KEPT: Final = _ROOT / "evaluation" / "wars2" / "kept"
_WARS3: Final = _ROOT / "evaluation" / "wars3"
_WARS4: Final = _ROOT / "evaluation" / "wars4"
_WARS5: Final = _ROOT / "evaluation" / "wars5"
_WARS6: Final = _ROOT / "evaluation" / "wars6"
_WARS7: Final = _ROOT / "evaluation" / "wars7"

SETS: Final[Mapping[str, ReportSet]] = {
    "examples": ReportSet(_ROOT / "examples" / "idlib", _EXAMPLES / "idlib.json", _EXAMPLES / "idlib_second.json"),
    "wars": ReportSet(_WARS / "reports", _WARS / "gold.json", _WARS / "second.json"),
    "wars2": ReportSet(_SEEN / "reports", _SEEN / "gold.json"),
    "wars2_kept": ReportSet(_KEPT / "reports", _KEPT / "gold.json", measured_only=True),
    "wars3": ReportSet(_WARS3 / "reports", _WARS3 / "gold.json"),
    "wars3_kept": ReportSet(_WARS3 / "kept" / "reports", _WARS3 / "kept" / "gold.json", measured_only=True),
    "wars4": ReportSet(_WARS4 / "reports", _WARS4 / "gold.json"),
    "wars4_kept": ReportSet(_WARS4 / "kept" / "reports", _WARS4 / "kept" / "gold.json", measured_only=True),
    "wars5": ReportSet(_WARS5 / "reports", _WARS5 / "gold.json"),
    "wars5_kept": ReportSet(_WARS5 / "kept" / "reports", _WARS5 / "kept" / "gold.json", measured_only=True),
    "wars6": ReportSet(_WARS6 / "reports", _WARS6 / "gold.json"),
    "wars6_kept": ReportSet(_WARS6 / "kept" / "reports", _WARS6 / "kept" / "gold.json", measured_only=True),
    "wars7": ReportSet(_WARS7 / "reports", _WARS7 / "gold.json"),
    "wars7_kept": ReportSet(_WARS7 / "kept" / "reports", _WARS7 / "kept" / "gold.json", measured_only=True),
}

READ_TWICE: Final = tuple(name for name, one in SETS.items() if one.second_file)
"""The sets that have a second reading."""
