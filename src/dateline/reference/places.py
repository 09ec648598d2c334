"""Places looked up by name, spelt in any of the usual ways, and by id."""

import os
import sqlite3
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from pathlib import Path
from typing import Final

from dateline.errors import ResourceError
from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.reference.places_index import Progress, build_index, index_path
from dateline.reference.places_names import key_lines, name_key, name_skeleton, plain_lines, plain_name, skeleton_lines
from dateline.settings import cache_folder

_COLUMNS: Final = (
    "p.id, p.name, p.feature, p.precision, p.lat, p.lon, p.country, p.admin1, p.population, p.names, p.near"
)
_MOST_MATCHES: Final = 60  # of a name like San José, the largest are enough
_MOST_SPELLINGS: Final = 12
_NISBA: Final = "ia"  # as the key has "-iyah" and "-iyeh": Sarmaniyah is not Sarmin
_OF_PEOPLE: Final = ("ian", "an", "n", "en", "ese", "i", "ish")  # endings of adjectives: Crimean, Chechen, Dagestani
_STEM: Final = 5  # letters of an adjective that tell a province
_ENDING: Final = 5  # letters that a province's name has more
_LONGEST_GAP: Final = 2  # letters by which two spellings with the same consonants may differ in length
_MMAP_BYTES: Final = 1 << 28
_PRECISIONS: Final = {one.value: one for one in PlacePrecision}  # quicker than asking the class, row after row

_Row = tuple[str, str, str, str, float | None, float | None, str, str | None, int, str, str | None]


class Closeness(IntEnum):
    """How a name met an entry, the closest first."""

    NAME = 0
    SPELLING = 1
    KEY = 2
    SKELETON = 3


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """An entry that a name may stand for, and how closely the two agree."""

    entry: PlaceEntry
    closeness: Closeness


class Places:
    """The look-up of places, read-only and mapped into memory.

    Args:
        path: the file that `build_index` made.

    Raises:
        ResourceError: the file is not such a look-up, or it is empty.
    """

    def __init__(self, path: Path) -> None:
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            self._base = sqlite3.connect(uri, uri=True, check_same_thread=False, cached_statements=16)
            self._base.execute(f"PRAGMA mmap_size = {_MMAP_BYTES}")
            filled = self._base.execute(
                "SELECT EXISTS (SELECT 1 FROM by_key) AND EXISTS (SELECT 1 FROM place)"
            ).fetchone()
        except sqlite3.Error as error:
            raise ResourceError(f"look-up of places {path} is broken ({error}); delete it and try again") from error
        if not filled[0]:
            raise ResourceError(f"look-up of places {path} is empty; delete it and try again")
        self._named = lru_cache(maxsize=8192)(self._find)

    def named(self, name: str, *, loose: bool = False) -> tuple[PlaceMatch, ...]:
        """Return the entries that a name may stand for, the closest first and then the most populous.

        Args:
            name: as a report writes it; case, accents, hyphens, articles and romanisation do not matter.
            loose: where no spelling fits, take entries with the same consonants as well.
        """
        return self._named(name, loose)

    def entry(self, place_id: str) -> PlaceEntry | None:
        """Return the entry with an id ("geonames:169389", "dateline:SY-12"), or None."""
        row = self._base.execute(f"SELECT {_COLUMNS} FROM place p WHERE id = ?", (place_id,)).fetchone()
        return _entry(row) if row else None

    def country(self, code: str) -> PlaceEntry | None:
        """Return a country by its ISO alpha-2 code."""
        return self._area(code, None, PlacePrecision.COUNTRY)

    def province(self, country: str, name: str) -> PlaceEntry | None:
        """Return a province by its country's code and its plain name (`admin1` of its places)."""
        return self._area(country, name, PlacePrecision.PROVINCE)

    @lru_cache(maxsize=1024)  # noqa: B019 - one look-up lives as long as the process
    def capital(self, area: PlaceEntry) -> PlaceEntry | None:
        """Return the capital of a country or province, where the gazetteer knows it."""
        row = self._base.execute("SELECT capital FROM place WHERE id = ?", (area.id,)).fetchone()
        if not row or not row[0]:
            return None
        towns = [m.entry for m in self.named(row[0]) if m.entry.precision is PlacePrecision.TOWN]
        inside = [t for t in towns if t.country == area.country and area.admin1 in (None, t.admin1)]
        return inside[0] if inside else next((t for t in towns if t.country == area.country), None)

    @lru_cache(maxsize=256)  # noqa: B019 - as above
    def largest_town(self, country: str, rank: int = 1) -> PlaceEntry | None:
        """Return the town of a country with the most inhabitants, or the second or third of them by `rank`."""
        row = self._base.execute(
            f"SELECT {_COLUMNS} FROM place p WHERE country = ? AND precision = ? AND feature = 'town'"
            " ORDER BY population DESC, number LIMIT 1 OFFSET ?",
            (country, PlacePrecision.TOWN, rank - 1),
        ).fetchone()
        return _entry(row) if row else None

    def people_of(self, word: str) -> str | None:
        """Return the code of the country that an adjective or a name of people belongs to ("Syrian" gives "SY")."""
        return self._people(word.lower())

    def province_of_people(self, word: str) -> PlaceEntry | None:
        """Return the one province that an adjective belongs to ("Chechen" gives Chechnya); None for one of a country.

        Args:
            word: as written, with its capital.
        """
        if not word[:1].isupper() or self.people_of(word):
            return None
        stems = {word.casefold().removesuffix(ending) for ending in _OF_PEOPLE if word.casefold().endswith(ending)}
        long = [stem for stem in stems if len(stem) >= _STEM]
        near = ((name, place) for name, place in self._provinces() for stem in long if name.startswith(stem))
        found = {place for name, place in near if len(name) <= len(word) + _ENDING}
        return self.entry(found.pop()) if len(found) == 1 else None

    def country_named(self, name: str) -> str | None:
        """Return the code of the country with a name ("Ukraine" gives "UA")."""
        entries = (match.entry for match in self.named(name) if match.closeness <= Closeness.SPELLING)
        return next((entry.country for entry in entries if entry.precision is PlacePrecision.COUNTRY), None)

    @lru_cache(maxsize=4096)  # noqa: B019 - one look-up lives as long as the process
    def _people(self, word: str) -> str | None:
        row = self._base.execute("SELECT country FROM people WHERE word = ?", (word,)).fetchone()
        return row[0] if row else None

    @lru_cache(maxsize=1)  # noqa: B019 - as above
    def _provinces(self) -> tuple[tuple[str, str], ...]:
        """Return the name of each province in small letters, without "province", and its id."""
        rows = self._base.execute("SELECT admin1, id FROM place WHERE precision = ?", (PlacePrecision.PROVINCE,))
        return tuple((name.casefold(), place) for name, place in rows.fetchall() if name)

    @lru_cache(maxsize=1024)  # noqa: B019 - as above
    def _area(self, country: str, admin1: str | None, precision: PlacePrecision) -> PlaceEntry | None:
        where = "country = ? AND admin1 IS ? AND precision = ?"
        row = self._base.execute(
            f"SELECT {_COLUMNS} FROM place p WHERE {where}", (country, admin1, precision)
        ).fetchone()
        return _entry(row) if row else None

    def _find(self, name: str, loose: bool) -> tuple[PlaceMatch, ...]:
        plain = plain_name(name)
        if not plain:
            return ()
        rows = self._rows("by_key", key_lines(plain))
        if not rows and loose and (bones := name_skeleton(name)):
            rows = [row for row in self._rows("by_skeleton", bones) if _same_length(row, name)]
        matches = [PlaceMatch(_entry(row), _closeness(row, name)) for row in rows]
        return tuple(sorted(matches, key=lambda match: match.closeness))

    def _rows(self, table: str, key: str) -> list[_Row]:
        query = f"""SELECT {_COLUMNS} FROM {table} k JOIN place p ON p.number = k.place WHERE k.key = ?
                    ORDER BY p.population DESC, p.number LIMIT {_MOST_MATCHES}"""
        return self._base.execute(query, (key,)).fetchall()


def open_places(folder: Path | None = None, progress: Progress | None = None) -> Places:
    """Return the look-up, built first where it is missing (some seconds, once).

    Args:
        folder: where the look-up is kept; the cache folder unless given.
        progress: called with a line of text at each step of building.

    Raises:
        ResourceError: the gazetteer is missing, empty or broken, or the folder cannot be written to.
    """
    try:
        path = index_path(folder or cache_folder())
    except OSError as error:
        raise ResourceError(
            f"the folder for the look-up of places cannot be made ({error}); name another in XDG_CACHE_HOME"
        ) from error
    if not path.exists():
        build_index(path, progress)
    return Places(path)


@lru_cache(maxsize=2)
def _of_process(process: int) -> Places:  # noqa: ARG001 - the key: a connection must not be carried over a fork
    return open_places()


def shared_places() -> Places:
    """Return the look-up that a whole process shares, built first where it is missing."""
    return _of_process(os.getpid())


def _same_length(row: _Row, name: str) -> bool:
    """Tell whether a spelling of the entry has the name's consonants, about its length and its ending."""
    own, bones = name_key(name), name_skeleton(name)
    keys = key_lines(plain_lines(row[9].replace("|", "\n")))
    pairs = zip(keys.split("\n"), skeleton_lines(keys).split("\n"), strict=True)
    return any(
        its == bones and abs(len(key) - len(own)) <= _LONGEST_GAP and key.endswith(_NISBA) == own.endswith(_NISBA)
        for key, its in pairs
    )


def _closeness(row: _Row, name: str) -> Closeness:
    plain = plain_name(name)
    if plain_name(row[1]) == plain:
        return Closeness.NAME
    plains = plain_lines(row[9].replace("|", "\n"))
    if plain in plains.split("\n"):
        return Closeness.SPELLING
    return Closeness.KEY if name_key(name) in key_lines(plains).split("\n") else Closeness.SKELETON


def _entry(row: _Row) -> PlaceEntry:
    place_id, name, feature, precision, lat, lon, country, admin1, population, names, near = row
    also = tuple(spelling for spelling in names.split("|", _MOST_SPELLINGS + 1)[:_MOST_SPELLINGS] if spelling != name)
    return PlaceEntry(
        place_id, name, feature, _PRECISIONS[precision], lat, lon, country, admin1, population, also, near
    )
