"""Incidents that need eyes: contested, told by one voice with many dead, at no known place, on no known day."""

from collections.abc import Iterator

from dateline.model.claim import Claim
from dateline.model.incident import Grade, Incident
from dateline.model.place import PlaceEntry
from dateline.review.items import Item, Kind
from dateline.review.material import Material
from dateline.review.thresholds import LARGE_TOLL, WIDE_DAYS, weight


def incident_items(material: Material) -> Iterator[Item]:
    """Yield the items of all incidents; one that a person confirmed or discounted is judged as a whole."""
    for one in material.incidents:
        if one.grade not in {Grade.CONFIRMED, Grade.DISCOUNTED}:
            yield from _of_grade(one, material)
        if one.grade is not Grade.DISCOUNTED:
            yield from _of_place(one, material)
            yield from _of_day(one, material)


def _of_grade(one: Incident, material: Material) -> Iterator[Item]:
    people = material.dead.get(one.id, 0)
    if one.grade is Grade.CONTESTED:
        claims = (*one.claims, *one.contested_by)
        kind, why = Kind.CONTESTED, _why_contested(one, material)
        yield Item(kind, one.id, material.what(one.id), why, weight(kind, people), claims)
    elif one.grade is Grade.WEAK and people >= LARGE_TOLL:
        voice = one.voices[0] if one.voices else material.told(one.claims[0])
        kind, why = Kind.WEAK_TOLL, f"{people:,} or more killed, and only one voice tells of it: {voice}"
        yield Item(kind, one.id, material.what(one.id), why, weight(kind, people), (*one.claims, *one.tolls))


def _why_contested(one: Incident, material: Material) -> str:
    if one.contested_by:
        deniers = dict.fromkeys(material.told(claim) for claim in one.contested_by)
        return f"{one.type} told by {_some(one.speakers or one.outlets)}, denied by {_some(tuple(deniers))}"
    return f"accounts lay it at the door of opposite sides: {_some(one.actors)}"


def _of_place(one: Incident, material: Material) -> Iterator[Item]:
    why = _why_no_place(one.place, [material.claims[claim] for claim in one.claims if claim in material.claims])
    if why:
        kind, people = Kind.NO_PLACE, material.dead.get(one.id, 0)
        yield Item(kind, one.id, material.what(one.id), why, weight(kind, people), one.claims, ("place",))


def _why_no_place(place: PlaceEntry | None, claims: list[Claim]) -> str | None:
    if place is None:
        words = next((claim.place.words for claim in claims if claim.place), None)
        return f"“{words}” was not found in the gazetteer" if words else "no report tells where"
    if place.unlisted:
        near = f" (told to be in {place.near})" if place.near else ""
        return f"the gazetteer has no {place.name}{near}"
    return None


def _of_day(one: Incident, material: Material) -> Iterator[Item]:
    when = one.when
    if when is None or (when.first is None and when.last is None):
        why = "no report tells the day"
    elif when.days is None:
        why = f"only told to be {'before' if when.first is None else 'after'} a day (“{when.words}”)"
    elif when.days > WIDE_DAYS:
        why = f"known to {when.days} days only (“{when.words}”)"
    else:
        return
    kind, people = Kind.NO_DAY, material.dead.get(one.id, 0)
    yield Item(kind, one.id, material.what(one.id), why, weight(kind, people), one.claims, ("when",))


def _some(names: tuple[str, ...]) -> str:
    return " and ".join(names[:2]) + (f" and {len(names) - 2} more" if len(names) > 2 else "") or "a report"
