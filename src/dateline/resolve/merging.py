"""The same event told twice in one report is one claim with several quotes."""

from collections.abc import Sequence
from typing import Final

from dateline.model.actor import ActorKind, ActorLink
from dateline.model.place import PlaceLink, PlacePrecision
from dateline.model.reading import EventReading
from dateline.model.when import When
from dateline.reference.codebook import codebook
from dateline.resolve.draft import Draft
from dateline.resolve.event_types import BATTLES
from dateline.resolve.places.choice import lies_in

_WIDE: Final = (PlacePrecision.COUNTRY, PlacePrecision.PROVINCE)
_NEAR: Final = 3  # sentences over which "the attack" points back to an event of another kind
_FAR: Final = 12  # over which "the attack" does where it names no other place
_PRONOUNS: Final = frozenset({"they", "them", "he", "him", "she", "her", "it", "us", "we", "me", "you"})
_LEAD: Final = 3  # sentences in which a headline is told again in full
_GENERAL: Final = frozenset({"attack", "attacks", "incident", "assault", "raid", "operation", "massacre", "ambush"})
_HARM_TYPES: Final = frozenset({"Attack", "Armed clash", "Mob violence"})  # what "killing" is read as by itself
_ONE_SIDED: Final = "Attack"
_TWO_SIDED: Final = "Armed clash"
_BY_A_CROWD: Final = "Mob violence"
_HARMS: Final = frozenset({"kill", "kills", "killed", "killing", "died", "dead", "wounding", "wounded", "injuring"})
_VIOLENT: Final = frozenset(
    {"Armed clash", "Attack", "Chemical weapon", "Air/drone strike", "Suicide bomb", "Grenade",
     "Shelling/artillery/missile attack", "Remote explosive/landmine/IED"}
)  # fmt: skip
_FOUGHT: Final = _VIOLENT | BATTLES


def same_event(one: Draft, other: Draft) -> bool:
    """Return whether two event drafts of a report tell the same event.

    Same stance, days that overlap, parties that fit, and no two speakers who each tell it their own way; the same type
    at the same place, or a definite noun for the family ("the explosion", "the attack") with no other place of its own,
    or the same word again where one of the two tells no place.

    Args:
        one: the earlier draft.
        other: the later draft.
    """
    return (
        one.reading.stance == other.reading.stance
        and not other.another
        and (_one_place_and_kind(one, other) or _told_in_full(one, other))
        and _agree(one, other)
    )


def _agree(one: Draft, other: Draft, by_anyone: bool = False) -> bool:
    """Whether days, parties and speakers of two drafts may be the same."""
    return (
        overlap(one.when, other.when)
        and (by_anyone or _fit(one.actors, other.actors))
        and _fit(one.targets, other.targets)
        and _fit(one.said_by, other.said_by)
    )


def _one_place_and_kind(one: Draft, other: Draft) -> bool:
    if one.spot is not None and one.spot == other.spot:
        if one.type == other.type:
            return True
        if one.reading.sentence == other.reading.sentence and may_be_called(one, other):
            return True  # "the attacks on A, where bombs killed six"
    apart = one.spot is not None and other.spot is not None and one.spot != other.spot
    if other.definite and apart and _within(one, other) and _family(one) == _family(other):
        return True  # "a blast in Bogota … the explosion on 59th street"
    if other.definite and (_family(one) == _family(other) or may_be_called(one, other)):
        return not apart or other.place is None or _tells_no_closer(other.place)
    again = one.reading.trigger.text.lower() == other.reading.trigger.text.lower()
    return again and one.type == other.type and (one.spot is None or other.spot is None)


def _tells_no_closer(place: PlaceLink) -> bool:
    """Whether a place is only taken over, or a name of which nothing is known: "the blast brought down the X club"."""
    return _is_unknown(place) or place.how.startswith("taken over")


def _is_unknown(place: PlaceLink) -> bool:
    return place.entry is not None and place.entry.id.startswith("name:") and place.entry.lat is None


def _told_in_full(one: Draft, other: Draft) -> bool:
    """Whether a headline, or a lead that names only a country or province, is told closer in sentences behind it."""
    behind = other.reading.sentence - one.reading.sentence
    if one.reading.sentence >= _LEAD or not 0 < behind <= _LEAD or one.many or other.many:
        return False
    if one.type == _ONE_SIDED and one.actors and other.type == _TWO_SIDED:
        return False  # "soldiers killed 500 people in A": the exchange of fire there is not that
    loose = _is_general(one) or _is_general(other) or (_is_harm(one) and one.type in _HARM_TYPES)
    kin = one.type == other.type or ({one.type, other.type} <= _VIOLENT and loose)
    if not kin or one.place is None or other.place is None:
        return False
    if (one.spot is not None and one.spot == other.spot) or (_is_general(one) and _is_unknown(other.place)):
        return True
    wide, narrow = one.place.entry, other.place.entry
    if wide is None or wide.precision not in _WIDE:
        return False
    return lies_in(narrow, wide) if narrow else wide.precision is PlacePrecision.COUNTRY


def _deed_of(harm: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the draft that tells what did the harm of a verb of its sentence: "a missile hit it, killing 39"."""
    if not _is_harm(harm) or harm.type not in _HARM_TYPES:
        return None
    if harm.actors and harm.type != _BY_A_CROWD:  # a crowd that no word names is guessed from the type
        return _claimed_deed(harm, drafts)
    deeds = [deed for deed in drafts if not _is_harm(deed)]
    return next((deed for deed in deeds if _did(deed, harm)), None)


def _claimed_deed(harm: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the deed just told of which a party gives its own count: "the group said its men had killed 40"."""
    if not harm.said_by or not _is_carried_on(harm):
        return None
    now = harm.reading.sentence
    before = [d for d in drafts if 0 < now - d.reading.sentence <= _NEAR and d.type in _VIOLENT and not _is_harm(d)]
    told = [deed for deed in before if deed.reading.stance == harm.reading.stance]
    fitting = [deed for deed in told if _agree(deed, harm) or _fought_back(deed, harm)]
    return fitting[-1] if fitting else None


def _fought_back(fight: Draft, harm: Draft) -> bool:
    """Whether those who were attacked say whom they killed: "gunmen stormed a base … the army said it killed 37"."""
    foes = bool(fight.actors) and bool(harm.targets) and _fit(fight.actors, harm.targets)
    return fight.type == _TWO_SIDED and foes and _fit(fight.targets, harm.actors) and overlap(fight.when, harm.when)


def _is_carried_on(draft: Draft) -> bool:
    """Whether a draft tells neither place nor day in its own words."""
    own_place = draft.place is not None and not draft.place.how.startswith("taken over")
    own_day = draft.when is not None and not draft.when.basis.startswith("taken over")
    return not own_place and not own_day


def _did(deed: Draft, harm: Draft) -> bool:
    one_sentence = deed.reading.sentence == harm.reading.sentence and deed.reading.stance == harm.reading.stance
    if not one_sentence or deed.type not in _VIOLENT or not _agree(deed, harm, harm.type == _BY_A_CROWD):
        return False
    place = harm.place
    if place is None or harm.spot == deed.spot or place.how.startswith("taken over"):
        return True
    return place.precision in (PlacePrecision.PROVINCE, PlacePrecision.COUNTRY)


def _is_harm(draft: Draft) -> bool:
    return draft.reading.trigger.text.lower() in _HARMS


def _within(one: Draft, other: Draft) -> bool:
    """Whether the place of one of two drafts lies in that of the other."""
    here, there = (draft.place.entry if draft.place else None for draft in (one, other))
    return here is not None and there is not None and (lies_in(here, there) or lies_in(there, here))


def may_be_called(one: Draft, other: Draft) -> bool:
    """Whether a definite noun that says little ("the attack") may take up an event of another family, told just before.

    Or the other way round: "the explosion" tells closer what "an attack" was.
    """
    near = 0 <= other.reading.sentence - one.reading.sentence <= _NEAR
    return near and {one.type, other.type} <= _VIOLENT and (_is_general(one) or _is_general(other))


def _is_general(draft: Draft) -> bool:
    """Whether a trigger says of violence only that it was: "attack"."""
    return draft.reading.trigger.text.lower() in _GENERAL


def type_of(group: Sequence[Draft]) -> str:
    """Return the type of drafts that tell one event: of the first whose trigger says what kind of violence it was."""
    telling = (draft.type for draft in group if not _is_general(draft) and not _is_harm(draft))
    return next(telling, group[0].type)


def _family(draft: Draft) -> str:
    return codebook()[draft.type].family if draft.type in codebook().types else draft.type


def overlap(one: When | None, other: When | None) -> bool:
    """Return whether two intervals share a day; an unknown one may be any day."""
    if one is None or other is None:
        return True
    starts = [w.first for w in (one, other) if w.first is not None]
    ends = [w.after for w in (one, other) if w.after is not None]
    return not starts or not ends or max(starts) < min(ends)


def _fit(one: Sequence[ActorLink], other: Sequence[ActorLink]) -> bool:
    """Whether two sets of parties may be the same: one is not told, they share one, or they are of one side."""
    if not one or not other or any(all(_is_unnamed(link) for link in links) for links in (one, other)):
        return True
    names = {link.name for link in one}
    if any(link.name in names for link in other):
        return True
    sides = {link.side for link in one if link.side}
    return any(link.side in sides for link in other)


def _is_unnamed(link: ActorLink) -> bool:
    return link.kind is ActorKind.UNIDENTIFIED


def groups(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """Return the drafts in groups that tell one event, the first of each the one that tells most.

    Args:
        drafts: the events of one report in text order.
    """
    out: list[list[Draft]] = []
    deeds = {id(draft): _deed_of(draft, drafts) for draft in drafts}
    for draft in (one for one in drafts if deeds[id(one)] is None):
        home = next((group for group in out if all(same_event(member, draft) for member in group)), None)
        did_harm = any(deed is draft for deed in deeds.values())
        home = home or _spelt_out(draft, out) or _taken_up(draft, out, bare=_says_nothing(draft) and not did_harm)
        if home is None:
            out.append([draft])
        else:
            home.append(draft)
    for draft in drafts:
        if (deed := deeds[id(draft)]) is not None:
            next(group for group in out if any(one is deed for one in group)).append(draft)
    for group in out:
        group.sort(key=lambda d: (_is_harm(d), -_told(d), d.reading.sentence))
    return out


def _spelt_out(draft: Draft, groups: Sequence[list[Draft]]) -> list[Draft] | None:
    """Return the violence that its sentence takes up to tell how: "the attack came when two men set off a bomb"."""
    if not draft.told_when:
        return None
    for group in groups:
        told = (one for one in group if one.definite and one.reading.sentence == draft.reading.sentence)
        if any(_is_general(one) and one.spot == draft.spot and may_be_called(one, draft) for one in told):
            return group if all(_agree(one, draft) for one in group) else None
    return None


def _taken_up(draft: Draft, groups: Sequence[list[Draft]], *, bare: bool) -> list[Draft] | None:
    """Return the last violence told that bare words take up: "the attack" with no other place, "they killed them"."""
    general = draft.definite and _is_general(draft) and not draft.many
    if not (general or bare or _all_pronouns(draft)) or draft.another:
        return None
    free = draft.place is None or _tells_no_closer(draft.place)
    reach = _FAR if general or bare else _NEAR
    told = [
        group
        for group in groups
        if {one.type for one in group} <= (_VIOLENT if free else _FOUGHT)
        and (_is_general(draft) or not bare or any(_family(one) == _family(draft) for one in group))
        and (free or any(one.spot == draft.spot for one in group))
        and (not bare or all(_fit(one.said_by, draft.said_by) for one in group))
        and 0 < draft.reading.sentence - max(one.reading.sentence for one in group) <= reach
        and all(one.reading.stance == draft.reading.stance and overlap(one.when, draft.when) for one in group)
    ]
    return told[-1] if told else None


def _says_nothing(draft: Draft) -> bool:
    """Whether a draft tells nobody, no place and no day in its own words: "the glass was shattered by an explosion"."""
    reading = draft.reading
    parties = isinstance(reading, EventReading) and (reading.actors or reading.targets)
    return draft.type in _VIOLENT and not parties and _is_carried_on(draft)


def _all_pronouns(draft: Draft) -> bool:
    """Whether both sides are told by pronouns alone, so that the words add nothing to what was told before."""
    reading = draft.reading
    if not isinstance(reading, EventReading) or not reading.targets or draft.type not in _HARM_TYPES:
        return False
    return all(phrase.text.lower() in _PRONOUNS for phrase in (*reading.actors, *reading.targets))


def _told(draft: Draft) -> int:
    """How much a draft tells by itself: its parties, speaker, own place and own day."""
    own_place = draft.place is not None and not draft.place.how.startswith("taken over")
    own_day = draft.when is not None and not draft.when.basis.startswith("taken over")
    return 2 * bool(draft.actors) + bool(draft.targets) + bool(draft.said_by) + own_place + own_day
