"""Values of claims by their names: what a claim holds, the claim with another value, and a value in words."""

import datetime as dt
from dataclasses import replace
from typing import Any, Final, TypeVar

from dateline.model.actor import ActorLink
from dateline.model.claim import Claim, ControlClaim, EventClaim, TollClaim
from dateline.model.place import PlaceLink
from dateline.model.when import When

C = TypeVar("C", bound=Claim)

NOT_TOLD: Final = "not told"
_EVERY: Final = ("place", "when", "stance", "said_by")
FIELDS: Final[dict[type[Claim], tuple[str, ...]]] = {
    EventClaim: ("type", "actors", "targets", *_EVERY),
    TollClaim: ("low", "high", "harm", "status", "side", "demographic", "scope", "part_of", "event", *_EVERY),
    ControlClaim: ("holders", "change", *_EVERY),
}
"""The values of each kind of claim that a person may correct."""
_ENDS: Final = ("low", "high")


def value_of(claim: Claim, field: str) -> Any:
    """Return what a claim holds under the name of a value."""
    if isinstance(claim, TollClaim) and field in _ENDS:
        return getattr(claim.count, field)
    return getattr(claim, field)


def with_value(claim: C, field: str, value: Any) -> C:
    """Return a claim with another value under a name."""
    if isinstance(claim, TollClaim) and field in _ENDS:
        changes: dict[str, Any] = {"count": replace(claim.count, **{field: value})}
    else:
        changes = {field: value}
    return replace(claim, **changes)


def in_words(value: Any) -> str:
    """Return a value as a person reads it; what is not known is "not told"."""
    if value is None or value == ():
        return NOT_TOLD
    if isinstance(value, tuple):
        return "; ".join(map(in_words, value))
    if isinstance(value, ActorLink):
        return value.name
    if isinstance(value, PlaceLink):
        return _place(value)
    if isinstance(value, When):
        return _days(value.first, value.last)
    return str(value)


def _place(link: PlaceLink) -> str:
    if link.entry is None:
        return f"“{link.words}” (not found)"
    return ", ".join(dict.fromkeys(filter(None, (link.entry.name, link.entry.admin1, link.entry.country))))


def _days(first: dt.date | None, last: dt.date | None) -> str:
    if first and last:
        return str(first) if first == last else f"{first} to {last}"
    if first:
        return f"from {first}"
    return f"until {last}" if last else NOT_TOLD
