"""How closely place and day are known, in the codes of others."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from dateline.export.crosswalks.reading import sourced, table
from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.model.when import When

NEAR: Final = "area near a town"


class Codes(NamedTuple):
    """ACLED's and UCDP's code; None where they do not code what is known so loosely."""

    acled: int | None
    ucdp: int | None


def place_codes(place: PlaceEntry) -> Codes:
    """Return the codes of how closely a place is known."""
    near = place.precision is PlacePrecision.AREA and place.near is not None
    return _codes()["place"][NEAR if near else place.precision.value]


def when_codes(when: When) -> Codes:
    """Return the codes of how closely days are known."""
    if when.days is None:
        return _codes()["when"]["open"]
    return _codes()["when"][_span(when.days)]


def _span(days: int) -> str:
    """Return the precision that a number of days comes to, whatever the words were."""
    steps = ((1, "day"), (6, "days"), (7, "week"), (31, "month"), (366, "year"))
    return next((name for most, name in steps if days <= most), "open")


@cache
def _codes() -> Mapping[str, Mapping[str, Codes]]:
    tables = table("precision.yml")
    return MappingProxyType(
        {
            what: {row["precision"]: Codes(row["acled"] or None, row["ucdp"] or None) for row in sourced(what, rows)}
            for what, rows in tables.items()
        }
    )
