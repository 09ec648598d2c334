"""The encyclopaedia's list of who holds which town: its rows, and whose flag stands beside each."""

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

LIST: Final = "control_of_cities_during_the_syrian_civil_war.md"
_SECTION: Final = re.compile(r"^## (.+)$")
_DAY: Final = re.compile(r"^pubDate: (\d{4}-\d\d-\d\d)", re.MULTILINE)
_RULE: Final = re.compile(r"\|[\s|:-]+\|?$")
_MARKS: Final = re.compile(r"\*{1,3}|_{2,}")
_PROVINCE: Final = re.compile(r"\s+Governorates?$")
_CELLS: Final = 4  # name, population, district, flags; what is behind them is history
_FLAGS: Final = (
    ("opposition", re.compile(r"Syria-flag 1932|Tahrir al-Sham")),
    ("kurdish", re.compile(r"Rojava|Syrian Democratic Forces")),
    ("government", re.compile(r"Flag.of.Syria\.svg|Flag.of.the.United.Arab.Republic")),
)


@dataclass(frozen=True, slots=True)
class Town:
    """A row of the list: the town, the city it is a neighbourhood of, its province, its history and who holds it now.

    `holds_now` is None where the row shows no flag, or those of two sides.
    """

    name: str
    city: str | None
    province: str
    history: str
    holds_now: str | None

    @property
    def spellings(self) -> tuple[str, ...]:
        """The names that its cell gives, the bracketed one last."""
        return tuple(name.strip(" )") for name in self.name.split("(") if name.strip(" )"))


def read_list(path: Path) -> tuple[list[Town], dt.date]:
    """Return the rows of the list, and the day on which it was written; the rest of a province is no town.

    Raises:
        FileNotFoundError: the list is not there.
        ValueError: it does not tell its day.
    """
    source = path.read_text("utf-8")
    day = _DAY.search(source)
    if day is None:
        raise ValueError(f"{path} does not tell its day")
    found: list[Town] = []
    province = ""
    for line in source.splitlines():
        if section := _SECTION.match(line):
            province = _PROVINCE.sub("", section[1])
        elif province and line.startswith("|") and not _RULE.match(line):
            cells = [cell.strip() for cell in _MARKS.sub("", line).strip("|").split("|")]
            if len(cells) > _CELLS and cells[0] != "Name" and not cells[0].startswith("Outside listed"):
                found.append(_town(cells, province))
    return found, dt.date.fromisoformat(day[1])


def _town(cells: list[str], province: str) -> Town:
    city, _, part = cells[0].partition("–")
    name = (part or city).strip()
    flags = [side for side, flag in _FLAGS if flag.search(cells[3].replace("_", " "))]
    history = " ".join(cell for cell in cells[_CELLS:] if cell)
    return Town(name, city.strip() if part else None, province, history, flags[0] if len(flags) == 1 else None)
