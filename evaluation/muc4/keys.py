"""The keys of the MUC-4 development texts: templates filled in by hand, of which four slots are compared.

The form is that of the task's own documentation: a slot a line, further fills on indented lines, "/" between fills of
which any is right, "-" for none, "*" where the slot does not apply, "?" before what the annotators doubted.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from evaluation.corpora import DATA

_SLOT: Final = re.compile(r"^(\d+)\.\s+(?:[A-Z]+ ?)+: ?[A-Z ]*?\s{2,}(.*(?:\n[ \t]{8,}\S.*)*)", re.MULTILINE)
_DAY: Final = re.compile(r"(\d\d?) ([A-Z]{3})[A-Z]* (\d\d)", re.IGNORECASE)
_QUOTED: Final = re.compile(r'"([^"]*)"')
_MONTHS: Final = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_CENTURY: Final = 1900
_MESSAGE, _TEMPLATE, _DATE, _PLACE, _TYPE, _NUMBER, _EFFECT, _TOTAL = 0, 1, 2, 3, 4, 21, 23, 24


@dataclass(frozen=True, slots=True)
class Template:
    """An incident as the key has it. `optional` ones may be left out.

    `dates` are alternatives of first and last day; None for the first where the key says "on or before". `places` are
    alternatives of names, the country first and the closest last. `dead` is None where the key gives no number.
    """

    text: str
    type: str
    optional: bool
    dates: tuple[tuple[dt.date | None, dt.date], ...]
    places: tuple[tuple[str, ...], ...]
    dead: int | None


@cache
def templates() -> dict[str, list[Template]]:
    """Return the templates of each text by id; texts that tell no incident have none.

    Raises:
        FileNotFoundError: there are no keys.
    """
    out: dict[str, list[Template]] = {}
    paths = sorted((DATA / "events/muc4").glob("key-dev-*"))
    if not paths:
        raise FileNotFoundError(2, "no keys", str(DATA / "events/muc4"))
    for path in paths:
        for slots in _forms(path):
            text = f"muc4:{slots[_MESSAGE].split()[0]}"
            found = out.setdefault(text, [])
            if not slots[_TEMPLATE].startswith("*"):
                found.append(_template(text, slots))
    return out


def _forms(path: Path) -> Iterator[dict[int, str]]:
    form: dict[int, str] = {}
    for slot in _SLOT.finditer(path.read_text("latin-1")):
        number = int(slot[1])
        if number == _MESSAGE and form:
            yield form
            form = {}
        form[number] = slot[2].strip()
    if form:
        yield form


def _template(text: str, slots: dict[int, str]) -> Template:
    return Template(
        text=text,
        type=slots[_TYPE].strip(),
        optional="OPTIONAL" in slots[_TEMPLATE],
        dates=tuple(filter(None, map(_date, slots[_DATE].split("/")))),
        places=tuple(map(_place, re.split(r"/|\n", slots[_PLACE]))) if slots[_PLACE] not in {"-", "*"} else (),
        dead=_dead(slots),
    )


def _date(fill: str) -> tuple[dt.date | None, dt.date] | None:
    found = [day for match in _DAY.finditer(fill) if (day := _day(match))]
    if not found:
        return None
    if len(found) == 1 and fill.strip(" (").startswith("-"):
        return None, found[0]
    return min(found), max(found)


def _day(match: re.Match[str]) -> dt.date | None:
    """The keys hold days that no month has; they are passed over."""
    try:
        return dt.date(_CENTURY + int(match[3]), _MONTHS.index(match[2].upper()) + 1, int(match[1]))
    except ValueError:
        return None


def _place(fill: str) -> tuple[str, ...]:
    """Read "COLOMBIA: ANTIOQUIA (DEPARTMENT): MEDELLIN (CITY)"; of "A - B" both ends count as the closest."""
    names = [re.sub(r"\([^)]*\)", "", part).strip(' ?"') for part in re.split(r":| - ", fill)]
    return tuple(name for name in names if name)


def _dead(slots: dict[int, str]) -> int | None:
    """Add up the numbers of the targets that died; a total given for the dead alone goes before."""
    effects = slots[_EFFECT].split("\n")
    dead = [line for line in effects if re.match(r"[? ]*DEATH\s*:", line)]
    if not dead:
        return None
    total = re.match(r"~?(\d+)-?$", slots[_TOTAL])
    if total and len(dead) == len(effects):
        return int(total[1])
    numbers = [_number_of(_QUOTED.findall(line), slots[_NUMBER]) for line in dead]
    return sum(number for number in numbers if number) if all(numbers) else None


def _number_of(target: list[str], numbers: str) -> int | None:
    for line in numbers.split("\n"):
        given = re.match(r"[?~ ]*(\d+)-?\s*:", line)
        if given and set(_QUOTED.findall(line)) & set(target):
            return int(given[1])
    return None
