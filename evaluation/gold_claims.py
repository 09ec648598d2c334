"""Claims as a careful reader would write them down from gold incidents, to measure linking apart from reading."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from dateline.link import link
from dateline.model.actor import ActorKind, ActorLink
from dateline.model.claim import EventClaim, Quote
from dateline.model.place import PlaceEntry, PlaceLink, PlacePrecision
from dateline.model.reading import Stance
from dateline.model.when import Precision, When
from dateline.reference.places import shared_places
from evaluation.coreference import conll

_KINDS: Final = {
    "army": ActorKind.STATE_FORCES,
    "russia": ActorKind.STATE_FORCES,
    "coalition": ActorKind.EXTERNAL_FORCES,
    "rebels": ActorKind.REBEL_GROUP,
    "farc": ActorKind.REBEL_GROUP,
    "shabaab": ActorKind.REBEL_GROUP,
    "rsf": ActorKind.POLITICAL_MILITIA,
    "paramilitaries": ActorKind.POLITICAL_MILITIA,
}
"""The sides that the gold names, which are all it says of the parties."""


def linked(incidents: Iterable[Mapping[str, Any]]) -> float:
    """Return the CoNLL average of linking claims that tell type, place, days and parties as the gold has them."""
    gold = [list(_claims(one)) for one in incidents]
    found = link([claim for claims in gold for claim in claims], {}).incidents
    return conll([[claim.id for claim in claims] for claims in gold], [one.claims for one in found])


def _claims(incident: Mapping[str, Any]) -> Iterator[EventClaim]:
    first, last = map(dt.date.fromisoformat, incident["days"])
    precision = Precision.DAY if first == last else Precision.DAYS
    entry = _entry(incident["place"], incident["country"])
    for number, (file, words) in enumerate(incident["members"]):
        yield EventClaim(
            id=f"c{incident['key']}/{number}", report=file, report_id=file, quote=Quote(0, len(words), words),
            trigger=words.partition(" ")[0], said_by=(), stance=Stance.ASSERTED,
            when=When(first, last + dt.timedelta(days=1), precision, "", "gold"),
            place=PlaceLink(entry, incident["place"], 0, 0, "gold"), found_by="gold", path=(),
            type=incident["type"], actors=_party(incident, "by"), targets=_party(incident, "against"),
        )  # fmt: skip


def _entry(name: str, country: str) -> PlaceEntry:
    found = [match.entry for match in shared_places().named(name) if match.entry.country == country]
    here = [entry for entry in found if entry.precision in {PlacePrecision.SITE, PlacePrecision.TOWN}]
    if here:
        return max(here, key=lambda entry: (entry.population, entry.id))
    return PlaceEntry(f"name:{name}", name, "place", PlacePrecision.AREA, None, None, None)


def _party(incident: Mapping[str, Any], role: str) -> tuple[ActorLink, ...]:
    side = incident[role]
    if side is None:
        return ()
    party = f"{incident['country']} {side}"
    return (ActorLink(party, party, _KINDS[side], party, side, 0, 0, "gold"),)
