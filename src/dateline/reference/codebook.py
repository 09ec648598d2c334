"""The codebook: types of event, what each belongs to, and which may tell of the same happening."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from dateline.errors import ResourceError
from dateline.reference.knowledge import read_yaml
from dateline.settings import RESOURCES

CODEBOOK: Final = RESOURCES / "codebook.yml"

_REQUIRED: Final = ("type", "event", "disorder", "family", "about")
_OPTIONAL: Final = ("once", "rare", "leaver", "kin", "internal")


@dataclass(frozen=True, slots=True)
class SubEvent:
    """A type of event. `rank` is its precedence, 0 first; `kin` holds the types that may tell of the same happening.

    `once` marks what a place sees seldom, so that a vague day and an exact one may be the same happening; `rare` what a
    place does not see every day even in a war; `leaver` that the actor may be the party that leaves.
    """

    type: str
    event_type: str
    disorder_type: str
    family: str
    rank: int
    once: bool
    rare: bool
    leaver: bool
    internal: bool
    about: str
    kin: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Codebook:
    """All types of event by name, in order of precedence."""

    types: Mapping[str, SubEvent]

    def __getitem__(self, name: str) -> SubEvent:
        """Return the type of that name.

        Raises:
            KeyError: there is none.
        """
        return self.types[name]

    def kinship(self, left: str, right: str) -> float:
        """Return how readily two types tell of one happening: 1 the same, 0 never."""
        return 1.0 if left == right else self.types[left].kin.get(right, 0.0)

    def families_reached(self, name: str) -> tuple[str, ...]:
        """Return the families in which a claim of that type may find its like, its own first."""
        own = self.types[name]
        return tuple(dict.fromkeys((own.family, *sorted(self.types[kin].family for kin in own.kin))))

    def public(self) -> tuple[SubEvent, ...]:
        """Return ACLED's 25 sub-event types, without those that never leave the program."""
        return tuple(entry for entry in self.types.values() if not entry.internal)


@cache
def codebook(path: Path = CODEBOOK) -> Codebook:
    """Return the codebook that ships with Dateline.

    Raises:
        ResourceError: the file is missing, or an entry of it is broken or unknown.
    """
    rows = [_checked(path, number, row) for number, row in enumerate(_rows(path), start=1)]
    names = [row["type"] for row in rows]
    if twice := {name for name in names if names.count(name) > 1}:
        raise ResourceError(f"{path}: told twice: {', '.join(sorted(twice))}")
    kin = _both_ways(path, rows)
    return Codebook(MappingProxyType({row["type"]: _entry(rank, row, kin) for rank, row in enumerate(rows)}))


def _rows(path: Path) -> list[Any]:
    rows = read_yaml(path)
    if not isinstance(rows, list) or not rows:
        raise ResourceError(f"{path}: expected a list of types")
    return rows


def _checked(path: Path, number: int, row: Any) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise ResourceError(f"{path}: entry {number}: expected a table")
    label = f"{path}: entry {number} ({row.get('type', 'no type')})"
    if missing := [key for key in _REQUIRED if not isinstance(row.get(key), str)]:
        raise ResourceError(f"{label}: needs words for {', '.join(missing)}")
    if unknown := set(row) - {*_REQUIRED, *_OPTIONAL}:
        raise ResourceError(f"{label}: unknown keys {', '.join(sorted(map(str, unknown)))}")
    if not isinstance(row.get("kin", {}), dict):
        raise ResourceError(f"{label}: kin: expected types with numbers")
    return row


def _both_ways(path: Path, rows: list[dict[str, Any]]) -> dict[str, dict[str, float]]:
    kin: dict[str, dict[str, float]] = {row["type"]: {} for row in rows}
    for row in rows:
        for other, value in row.get("kin", {}).items():
            if other not in kin or other == row["type"]:
                raise ResourceError(f"{path}: {row['type']}: kin: no such other type: {other}")
            if not isinstance(value, int | float) or not 0 < value < 1:
                raise ResourceError(f"{path}: {row['type']}: kin: {other}: expected a number between 0 and 1")
            kin[row["type"]][other] = kin[other][row["type"]] = float(value)
    return kin


def _entry(rank: int, row: dict[str, Any], kin: dict[str, dict[str, float]]) -> SubEvent:
    return SubEvent(
        type=row["type"],
        event_type=row["event"],
        disorder_type=row["disorder"],
        family=row["family"],
        rank=rank,
        once=bool(row.get("once", False)),
        rare=bool(row.get("rare", False)),
        leaver=bool(row.get("leaver", False)),
        internal=bool(row.get("internal", False)),
        about=row["about"],
        kin=MappingProxyType(kin[row["type"]]),
    )
