"""Coded data of a user's own: rows of an ACLED or UCDP export, old or new, by the names of their columns."""

import csv
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.errors import DatelineError
from dateline.export.compare.dates import days_of
from dateline.export.compare.entries import Entry, party_keys, place_keys
from dateline.reference.codebook import codebook
from dateline.reference.countries import countries

MARKS: Final = ",;\t|"
"""What parts cells, in files of various programs."""
ACLED: Final = "acled"
UCDP: Final = "ucdp"

# Each column by the names that it has had, the present one first.
_ACLED: Final[Mapping[str, Sequence[str]]] = {
    "id": ("event_id_cnty", "data_id", "event_id_no_cnty", "gwno"),
    "day": ("event_date",),
    "type": ("sub_event_type", "event_type"),
    "event": ("event_type",),
    "actor1": ("actor1",),
    "actor2": ("actor2",),
    "beside1": ("assoc_actor_1", "ally_actor_1"),
    "beside2": ("assoc_actor_2", "ally_actor_2"),
    "admin1": ("admin1",),
    "place": ("location",),
    "country": ("country",),
    "lat": ("latitude",),
    "lon": ("longitude",),
    "geo": ("geo_precision", "geo_precis"),
    "time": ("time_precision", "time_precis"),
    "dead": ("fatalities",),
}
_UCDP: Final[Mapping[str, Sequence[str]]] = {
    "id": ("id", "relid"),
    "relid": ("relid", "id"),
    "day": ("date_start",),
    "last": ("date_end",),
    "violence": ("type_of_violence",),
    "actor1": ("side_a",),
    "actor2": ("side_b",),
    "admin1": ("adm_1",),
    "place": ("where_coordinates", "where_description"),
    "country": ("country",),
    "lat": ("latitude",),
    "lon": ("longitude",),
    "geo": ("where_prec",),
    "low": ("low", "low_est"),
    "dead": ("best", "best_est"),
    "high": ("high", "high_est"),
}
_NEEDED: Final = {ACLED: ("day", "event", "place", "dead"), UCDP: ("day", "actor1", "place", "dead")}
_ONE_SIDED: Final = "3"
_WEEK: Final = 3  # days either way of a row known to the week: it stands in the middle of it
_MONTH: Final = 15


@dataclass(frozen=True, slots=True)
class Coded:
    """A file of coded data: whose columns it has, and its rows."""

    kind: str
    entries: tuple[Entry, ...]


def read_coded(path: Path) -> Coded:
    """Read a user's own export of ACLED or UCDP GED.

    Raises:
        DatelineError: the file cannot be read, has the columns of neither, or a cell that is not understood; names it.
    """
    header, rows = _rows(path)
    for kind, columns in ((ACLED, _ACLED), (UCDP, _UCDP)):
        places = _places(columns, header)
        if all(name in places for name in _NEEDED[kind]):
            return Coded(kind, tuple(_entries(path, kind, places, rows)))
    raise DatelineError(
        f"{path}: has neither ACLED's columns (event_date, event_type, location, fatalities …) nor UCDP GED's "
        f"(date_start, side_a, where_coordinates, best …), but {', '.join(header[:8])}"
    )


def _rows(path: Path) -> tuple[list[str], list[list[str]]]:
    """Return the header and the rows of a table; cells may hold line ends and marks of their own."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = file.readline()
            file.seek(0)
            mark = max(MARKS, key=first.count)
            csv.field_size_limit(10_000_000)
            header, *rows = csv.reader(file, delimiter=mark, strict=True)
    except (OSError, UnicodeDecodeError, csv.Error, ValueError) as why:
        raise DatelineError(f"{path}: cannot be read as a table: {why}") from why
    return [name.strip().casefold().replace(" ", "_") for name in header], [row for row in rows if any(row)]


def _places(columns: Mapping[str, Sequence[str]], header: Sequence[str]) -> dict[str, int]:
    found = {}
    for name, spellings in columns.items():
        at = next((header.index(one) for one in spellings if one in header), None)
        if at is not None:
            found[name] = at
    return found


@dataclass(frozen=True, slots=True)
class _Cells:
    """One row, its cells by what they hold; "" for a column that the file lacks."""

    places: Mapping[str, int]
    row: Sequence[str]

    def __getitem__(self, name: str) -> str:
        at = self.places.get(name)
        return self.row[at].strip() if at is not None and at < len(self.row) else ""

    def number(self, name: str) -> int | None:
        return int(float(self[name])) if self[name] else None

    def degrees(self, name: str) -> float | None:
        return float(self[name].replace(",", ".")) if self[name] else None


def _entries(path: Path, kind: str, places: Mapping[str, int], rows: Sequence[Sequence[str]]) -> Iterator[Entry]:
    cells = [_Cells(places, row) for row in rows]
    days = _days(path, "day", cells)
    last = _days(path, "last", cells) if kind == UCDP else days
    for number, (one, first, until) in enumerate(zip(cells, days, last, strict=True), 1):
        try:
            yield _acled(one, first) if kind == ACLED else _ucdp(one, first, until)
        except ValueError as why:
            raise DatelineError(f"{path}, row {number}: {why}") from why


def _days(path: Path, name: str, cells: Sequence[_Cells]) -> list[dt.date | None]:
    try:
        return days_of(one[name] for one in cells)
    except ValueError as why:
        raise DatelineError(f"{path}: {why}") from why


def _acled(cells: _Cells, day: dt.date | None) -> Entry:
    around = dt.timedelta(days={"2": _WEEK, "3": _MONTH}.get(cells["time"], 0))
    actors = _actors(cells)
    dead = cells.number("dead")
    return Entry(
        id=cells["id"], first=day - around if day else None, last=day + around if day else None,
        place=cells["place"], places=place_keys(cells["place"]), admin1=cells["admin1"], country=_iso(cells["country"]),
        lat=cells.degrees("lat"), lon=cells.degrees("lon"), exact=cells["geo"] in {"", "1"},
        type=cells["type"], types=_types(cells), actors=actors, parties=party_keys(*actors),
        low=dead, dead=dead, high=dead,
    )  # fmt: skip


def _ucdp(cells: _Cells, first: dt.date | None, last: dt.date | None) -> Entry:
    actors = _actors(cells)
    one_sided = cells["violence"] == _ONE_SIDED
    types = frozenset(one.type for one in codebook().public() if one.event_type == "Violence against civilians")
    return Entry(
        id=cells["id"] or cells["relid"], first=first, last=last or first, place=cells["place"],
        places=place_keys(cells["place"].removesuffix(" town").removesuffix(" city").removesuffix(" village")),
        admin1=cells["admin1"].removesuffix(" governorate").removesuffix(" province").removesuffix(" oblast"),
        country=_iso(cells["country"]), lat=cells.degrees("lat"), lon=cells.degrees("lon"),
        exact=cells["geo"] in {"", "1", "2"}, type="one-sided violence" if one_sided else "fighting",
        types=types if one_sided else frozenset(), actors=actors, parties=party_keys(*actors),
        low=cells.number("low"), dead=cells.number("dead"), high=cells.number("high"),
    )  # fmt: skip


def _actors(cells: _Cells) -> tuple[str, ...]:
    listed = (cells["actor1"], cells["actor2"], *cells["beside1"].split(";"), *cells["beside2"].split(";"))
    return tuple(dict.fromkeys(name.strip() for name in listed if name.strip()))


def _types(cells: _Cells) -> frozenset[str]:
    """Return the sub-event type, or all those of an event type in files that have no more, or name it otherwise."""
    known = {one.type.casefold(): one for one in codebook().public()}
    found = known.get(cells["type"].casefold())
    if found:
        return frozenset({found.type})
    return frozenset(one.type for one in codebook().public() if one.event_type.casefold() == cells["event"].casefold())


def _iso(name: str) -> str:
    folded = name.split("(", maxsplit=1)[0].strip().casefold()
    for iso, country in countries().items():
        if folded in {country.name.casefold(), *(one.casefold() for one in country.also)}:
            return iso
    return ""
