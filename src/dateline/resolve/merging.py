"""The same event told twice in one report is one claim with several quotes."""

from collections.abc import Sequence
from typing import Final

from dateline.model.actor import ActorKind, ActorLink
from dateline.model.place import VAST, PlaceEntry, PlaceLink, PlacePrecision
from dateline.model.when import When
from dateline.reference.codebook import codebook
from dateline.reference.lexicon import lexicon
from dateline.reference.sub_events import (
    AIR_STRIKE,
    ATTACK,
    CHEMICAL_WEAPON,
    CLASH,
    GRENADE,
    LAID_BOMB,
    MOB_VIOLENCE,
    SHELLING,
    SUICIDE_BOMB,
    TERRITORY_TAKEN,
)
from dateline.resolve.draft import Draft
from dateline.resolve.event_types import CAPTURES
from dateline.resolve.places.choice import lies_in

NEAR: Final = 3  # sentences over which "the attack" points back to an event of another kind
_KIN: Final = 0.4  # how kin a headline's word is to that of the lead which tells the same closer
_LEAD: Final = 3  # sentences in which a headline is told again in full
GENERAL: Final = frozenset({"attack", "attacks", "incident", "assault", "raid", "operation", "massacre", "ambush"})
HARM_TYPES: Final = frozenset({ATTACK, CLASH, MOB_VIOLENCE})  # what "killing" is read as by itself
_HARMS: Final = frozenset(
    {"kill", "kills", "killed", "killing", "died", "dead", "wounding", "wounded", "injuring", "slaughtered",
     "massacred", "butchered", "slain"}
)  # fmt: skip
VIOLENT: Final = frozenset(
    {CLASH, ATTACK, CHEMICAL_WEAPON, AIR_STRIKE, SUICIDE_BOMB, GRENADE,
     SHELLING, LAID_BOMB}
)  # fmt: skip
_AT: Final = (["at"], ["in"], ["near"])


def same_event(one: Draft, other: Draft) -> bool:
    """Return whether two event drafts of a report tell the same event.

    Same stance, days that overlap, parties that fit, and no two speakers who each tell it their own way; the same type
    at the same place, or a definite noun for the family ("the explosion", "the attack") with no other place of its own,
    or the same word again where one of the two tells no place.

    Args:
        one: the earlier draft.
        other: the later draft.
    """
    if one.entry != other.entry and None not in (one.entry, other.entry):
        return False
    return (
        one.reading.stance == other.reading.stance
        and not _told_as_another(one, other)
        and not _told_apart(one, other)
        and not _is_of_long_ago(one, other)
        and (_one_place_and_kind(one, other) or told_in_full(one, other))
        and agree(one, other)
    )


def _told_apart(one: Draft, other: Draft) -> bool:
    """Whether a clause in passing tells one of two of a sentence with a day of its own: "since they took A in June"."""
    if one.reading.sentence != other.reading.sentence or one.aside == other.aside:
        return False
    days = [draft.when is not None and not draft.when.taken_over for draft in (one, other)]
    return any(draft.before and told for draft, told in zip((one, other), days, strict=True)) and not all(days)


def _is_of_long_ago(one: Draft, other: Draft) -> bool:
    """Whether the later of two captures is of a day long past, and the first is what its report is about."""
    no_day = one.when is None or one.when.taken_over or one.when.first is None
    news = one.reading.sentence < _LEAD and not one.recalled and no_day
    return news and other.recalled and {one.type, other.type} <= CAPTURES | {TERRITORY_TAKEN}


def _told_as_another(one: Draft, other: Draft) -> bool:
    """Whether the later of two is told as one more, other than in "in a second attack, a bomb went off"."""
    together = one.another and one.reading.sentence == other.reading.sentence and is_general(one)
    return other.another and not together


def agree(one: Draft, other: Draft, by_anyone: bool = False) -> bool:
    """Return whether days, parties and speakers of two drafts may be the same; `by_anyone` asks for no like doers.

    The two sides of a clash may be told in either order.
    """
    crossed = {one.type, other.type} == {CLASH} and fit(one.actors, other.targets) and fit(one.targets, other.actors)
    fitting = (by_anyone or fit(one.actors, other.actors)) and fit(one.targets, other.targets)
    return overlap(one.when, other.when) and (fitting or crossed) and fit(one.said_by, other.said_by)


def _one_place_and_kind(one: Draft, other: Draft) -> bool:
    if one.spot is not None and one.spot == other.spot:
        if one.type == other.type or _is_bare_capture(one, other):
            return True
        if one.reading.sentence == other.reading.sentence and may_be_called(one, other):
            return True  # "the attacks on A, where bombs killed six"
    apart = one.spot is not None and other.spot is not None and one.spot != other.spot
    if other.definite and apart and _within(one, other) and family(one) == family(other):
        return True  # "a blast in Bogota … the explosion on 59th street"
    if other.definite and (family(one) == family(other) or may_be_called(one, other)):
        return not apart or other.place is None or tells_no_closer(other.place)
    again = one.reading.trigger.text.lower() == other.reading.trigger.text.lower()
    return again and one.type == other.type and (one.spot is None or other.spot is None)


def _is_bare_capture(one: Draft, other: Draft) -> bool:
    """Whether a capture just told is taken up by a noun that says not who took the place: "the fall of A"."""
    taken = {one.type, other.type} <= CAPTURES and bool(one.actors) and not other.actors
    return taken and other.reading.trigger.text.lower() in lexicon()["taking"]


def tells_no_closer(place: PlaceLink) -> bool:
    """Return whether a place is only taken over, or a name of which nothing is known: "the blast felled the X club"."""
    return is_unknown(place) or place.taken_over


def is_unknown(place: PlaceLink) -> bool:
    """Return whether nothing but its name is known of a place."""
    return place.entry is not None and place.entry.unlisted and place.entry.lat is None


def is_elsewhere(draft: Draft, drafts: Sequence[Draft], text: str) -> bool:
    """Return whether a noun tells of a town of its own that no other event does: "the attack on civilians at X".

    Args:
        draft: the event; a name behind "the" is rather a site in the town that was told.
        drafts: all events of its report.
        text: the report's text.
    """
    place = draft.place
    if place is None or not is_unknown(place) or place.taken_over:
        return False
    beside = text[: place.start].split()[-1:]
    return beside in _AT and not any(one is not draft and one.spot == draft.spot for one in drafts)


def told_in_full(one: Draft, other: Draft) -> bool:
    """Whether a headline, or a lead that says only the country or province, is told closer in what follows."""
    behind = other.reading.sentence - one.reading.sentence
    if one.reading.sentence >= _LEAD or not 0 < behind <= _LEAD or one.many or other.many:
        return False
    if one.type == ATTACK and one.actors and other.type == CLASH:
        return False  # "soldiers killed 500 people in A": the exchange of fire there is not that
    loose = is_general(one) or is_general(other) or (is_harm(one) and one.type in HARM_TYPES)
    kin = one.type == other.type or ({one.type, other.type} <= VIOLENT and loose) or heads(one, other)
    if not kin or one.place is None or other.place is None:
        return False
    if one.spot is not None and one.spot == other.spot:
        return True
    wide, narrow = one.place.entry, other.place.entry
    if wide is None or wide.precision not in VAST:
        told = wide is not None and narrow is not None and _names_its_province(wide, narrow)
        return told and one.type in VIOLENT and not one.reading.sentence
    return lies_in(narrow, wide) if narrow else wide.precision is PlacePrecision.COUNTRY


def _names_its_province(town: PlaceEntry, other: PlaceEntry) -> bool:
    """Whether a town bears the name of the province of another place: "Raid kills 20 in Idlib" was at Ariha."""
    if town.precision is not PlacePrecision.TOWN or (town.country, town.admin1) != (other.country, other.admin1):
        return False
    province = (town.admin1 or "").casefold()
    return any(
        province == name or province.startswith(f"{name} ") for name in map(str.casefold, (town.name, *town.also))
    )


def heads(headline: Draft, other: Draft) -> bool:
    """Return whether a headline may tell in another word what a sentence behind it tells: a bomb, a suicide bomber.

    Args:
        headline: an event of the report's first sentence, or any other.
        other: an event told behind it.
    """
    if headline.reading.sentence or not 0 < other.reading.sentence <= _LEAD:
        return False
    kin = codebook().kinship(headline.type, other.type) >= _KIN or is_harm(headline)
    return {headline.type, other.type} <= VIOLENT and kin


def is_harm(draft: Draft) -> bool:
    """Return whether a trigger tells only of harm: "killed"."""
    return draft.reading.trigger.text.lower() in _HARMS


def _within(one: Draft, other: Draft) -> bool:
    """Whether the place of one of two drafts lies in that of the other."""
    here, there = (draft.place.entry if draft.place else None for draft in (one, other))
    return here is not None and there is not None and (lies_in(here, there) or lies_in(there, here))


def may_be_called(one: Draft, other: Draft) -> bool:
    """Whether a definite noun that says little ("the attack") may take up an event of another family, told just before.

    Or the other way round: "the explosion" tells closer what "an attack" was.
    """
    near = 0 <= other.reading.sentence - one.reading.sentence <= NEAR
    if one.reading.sentence == other.reading.sentence and (one.opened or other.opened):
        return False  # "the assault began with two car bombs"
    return near and {one.type, other.type} <= VIOLENT and (is_general(one) or is_general(other))


def is_general(draft: Draft) -> bool:
    """Return whether a trigger says of violence only that it was: "attack"."""
    return draft.reading.trigger.text.lower() in GENERAL


def family(draft: Draft) -> str:
    """Return the codebook's event type above a draft's, or its own where it has none above."""
    return codebook()[draft.type].family if draft.type in codebook().types else draft.type


def overlap(one: When | None, other: When | None) -> bool:
    """Return whether two intervals share a day; an unknown one may be any day."""
    if one is None or other is None:
        return True
    starts = [w.first for w in (one, other) if w.first is not None]
    ends = [w.after for w in (one, other) if w.after is not None]
    return not starts or not ends or max(starts) < min(ends)


def fit(one: Sequence[ActorLink], other: Sequence[ActorLink]) -> bool:
    """Return whether two sets of parties may be the same: one is not told, they share one, or they are of one side."""
    if not one or not other or any(all(_is_unnamed(link) for link in links) for links in (one, other)):
        return True
    names = {link.name for link in one}
    if any(link.name in names for link in other):
        return True
    sides = {link.side for link in one if link.side}
    return any(link.side in sides for link in other)


def _is_unnamed(link: ActorLink) -> bool:
    return link.kind is ActorKind.UNIDENTIFIED
