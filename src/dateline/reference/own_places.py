"""Places that a user adds: one file a source in the folder of the look-up, which is then made anew with them.

A source is kept as it was understood (`own-places/NAME.tsv`), so that the file that it came from may go. Ids begin with
"own:NAME:", so that a claim says which source its place is from; behind that is the source's own id, unique in it.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from dateline.errors import PlacesError
from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.whole_files import whole

PREFIX: Final = "own:"
_FOLDER: Final = "own-places"
_FIELDS: Final = 10
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")


def own_files(folder: Path) -> list[Path]:
    """Return the files of the sources that were added, by name.

    Args:
        folder: where the look-up is kept.
    """
    return sorted((folder / _FOLDER).glob("*.tsv"))


def write_own(folder: Path, source: str, places: Iterable[PlaceEntry]) -> Path:
    """Keep a source's places; a source of that name is replaced, all at once or not at all.

    Args:
        folder: where the look-up is kept.
        source: the name to keep it under.
        places: what it holds, each under the source's own id.

    Raises:
        PlacesError: the name is none that a file can have, or the folder cannot be written to.
    """
    path = _path(folder, source)
    lines = "".join(f"{_line(place)}\n" for place in places)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole(path) as part:
            part.write_text(lines, "utf-8")
    except OSError as error:
        raise PlacesError(f"places cannot be kept in {path.parent}: {error.strerror or error}") from error
    return path


def remove_own(folder: Path, source: str) -> None:
    """Forget a source.

    Raises:
        PlacesError: there is none of that name, or it cannot be deleted.
    """
    path = _path(folder, source)
    try:
        path.unlink()
    except FileNotFoundError:
        known = ", ".join(one.stem for one in own_files(folder)) or "none"
        raise PlacesError(f"no places were added under the name {source}; added are: {known}") from None
    except OSError as error:
        raise PlacesError(f"{path} cannot be deleted: {error.strerror or error}") from error


def read_own(path: Path) -> Iterator[PlaceEntry]:
    """Yield the places of a source under their ids in the look-up.

    Raises:
        PlacesError: the file was changed by another hand.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PlacesError(f"{path} cannot be read ({error}); remove it and add its source again") from error
    for number, line in enumerate(lines, 1):
        try:
            yield _place(line.split("\t"), f"{PREFIX}{path.stem}:")
        except ValueError as error:
            raise PlacesError(f"{path}, line {number}: broken; remove it and add its source again") from error


def _path(folder: Path, source: str) -> Path:
    if not _NAME.fullmatch(source):
        raise PlacesError(f"{source!r} cannot be the name of a source: use small letters, digits, dots and dashes")
    return folder / _FOLDER / f"{source}.tsv"


def _line(place: PlaceEntry) -> str:
    cells = (
        place.id, place.name, place.feature, place.precision, place.lat, place.lon, place.country, place.admin1,
        place.population, "|".join(name.replace("|", " ") for name in place.also),
    )  # fmt: skip
    return "\t".join("" if cell is None else " ".join(str(cell).split()) for cell in cells)


def _place(cells: list[str], prefix: str) -> PlaceEntry:
    if len(cells) != _FIELDS:
        raise ValueError(f"{len(cells)} fields")
    key, name, feature, precision, lat, lon, country, admin1, population, also = cells
    return PlaceEntry(
        prefix + key, name, feature, PlacePrecision(precision), float(lat) if lat else None,
        float(lon) if lon else None, country or None, admin1 or None, int(population),
        tuple(also.split("|")) if also else (),
    )  # fmt: skip
