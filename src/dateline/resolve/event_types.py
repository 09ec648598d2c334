"""What a taking of territory is called: it depends on who takes it (ACLED codebook, Battles)."""

from collections.abc import Sequence
from typing import Final

from dateline.model.actor import ARMED, OF_NO_STATE, ActorKind, ActorLink
from dateline.model.place import PlaceLink
from dateline.reference.actors import entry_of
from dateline.reference.countries import countries
from dateline.reference.places_names import plain_name
from dateline.reference.sub_events import (
    AIR_STRIKE,
    ATTACK,
    CLASH,
    GOVERNMENT_REGAINS,
    HANDOVER,
    NON_STATE_OVERTAKES,
    SHELLING,
    TERRITORY_TAKEN,
)

# Types told again and again in one report, by one side at a time.
STRIKES: Final = frozenset({AIR_STRIKE, SHELLING})
CAPTURES: Final = frozenset({GOVERNMENT_REGAINS, NON_STATE_OVERTAKES})
BATTLES: Final = CAPTURES | {CLASH}
TERRITORY: Final = CAPTURES | {HANDOVER}
_UNARMED_KINDS: Final = frozenset({ActorKind.CIVILIANS, ActorKind.PERSON, ActorKind.MEDIA})


def settle_type(kind: str, actors: Sequence[ActorLink], targets: Sequence[ActorLink], place: PlaceLink | None) -> str:
    """Return the sub-event type, "Territory taken" settled by the taker.

    The recognised state's own forces regain; everyone else overtakes, foreign armies too. Where the taker is not told,
    the loser decides: what rebels lose, the government regains.

    Args:
        kind: the type as read.
        actors: the takers.
        targets: those who held it before.
        place: where; its country tells whose state forces are at home.
    """
    if kind in (CLASH, ATTACK):
        return _by_victims(kind, targets)
    if kind != TERRITORY_TAKEN:
        return kind
    if actors:
        return GOVERNMENT_REGAINS if any(_at_home(link, place) for link in actors) else NON_STATE_OVERTAKES
    return GOVERNMENT_REGAINS if targets and all(link.kind in OF_NO_STATE for link in targets) else NON_STATE_OVERTAKES


def _by_victims(kind: str, targets: Sequence[ActorLink]) -> str:
    """Return an attack on people not under arms as such, one on people under arms as a clash."""
    if targets and all(link.kind in _UNARMED_KINDS for link in targets):
        return ATTACK
    if kind == ATTACK and targets and all(link.kind in ARMED for link in targets):
        return CLASH
    return kind


def _at_home(link: ActorLink, place: PlaceLink | None) -> bool:
    """Whether a party is the state's forces in their own country.

    Where the gazetteer lacks its name, the place's country is that of the report's other places or unknown: it is taken
    as theirs then, unless theirs is a state whose army takes ground in other countries alone.
    """
    party = entry_of(link.id) if link.id else None
    own = party.country if party else link.country
    if ActorKind.STATE_FORCES not in (link.kind, party.kind if party else None):
        return False
    spot = place.entry if place else None
    if own is None or place is None or spot is None or spot.country is None or not _is_found(place):
        abroad = own is not None and bool(countries()[own].abroad)
        return link.kind is ActorKind.STATE_FORCES and not abroad
    return spot.country == own


def _is_found(place: PlaceLink) -> bool:
    """Whether the gazetteer has the place by a name that stands in its words, and not only one that is like it."""
    entry = place.entry
    if entry is None or entry.lat is None:
        return False
    words = f" {plain_name(place.words)} "
    return any(f" {plain_name(name)} " in words for name in (entry.name, *entry.also))
