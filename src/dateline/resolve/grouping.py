"""The events of one report put in groups, each of which tells one event."""

from collections.abc import Sequence
from typing import Final

from dateline.model.actor import ActorKind
from dateline.model.reading import EventReading
from dateline.reference.sub_events import (
    ATTACK,
    CLASH,
    EXCESSIVE_FORCE,
    GRENADE,
    LOOTING,
    MOB_VIOLENCE,
    VIOLENT_DEMONSTRATION,
)
from dateline.resolve.deeds import deed_of, is_carried_on, is_entry
from dateline.resolve.draft import Draft
from dateline.resolve.event_types import BATTLES
from dateline.resolve.merging import (
    HARM_TYPES,
    NEAR,
    VIOLENT,
    agree,
    family,
    is_general,
    is_harm,
    overlap,
    same_event,
    tells_no_closer,
    told_in_full,
)

_RAIDS: Final = ("storm", "raid", "attack", "swoop", "descend", "invade", "fell on")
_FAR: Final = 12  # sentences over which "the attack" points back where it names no other place
_PRONOUNS: Final = frozenset({"they", "them", "he", "him", "she", "her", "it", "us", "we", "me", "you"})
_FOUGHT: Final = VIOLENT | BATTLES
_BY_CROWDS: Final = frozenset({MOB_VIOLENCE, VIOLENT_DEMONSTRATION, EXCESSIVE_FORCE})
_VIOLENCE: Final = VIOLENT | _BY_CROWDS


def type_of(group: Sequence[Draft]) -> str:
    """Return the type of drafts that tell one event: of the first whose trigger says what kind of violence it was."""
    telling = (d.type for d in group if not is_general(d) and not is_harm(d) and d.type != LOOTING)
    kind = next(telling, group[0].type)
    if kind == GRENADE:  # told with shots it was not the only weapon
        kind = next((draft.type for draft in group if draft.type in HARM_TYPES), kind)
    return ATTACK if kind == CLASH and _is_raid_on_people(group) else kind


def _is_raid_on_people(group: Sequence[Draft]) -> bool:
    """Whether men fell on a place where all that they are told to have met is people: "died when gunmen stormed A"."""
    raids = [one for one in group if one.reading.trigger.text.lower().startswith(_RAIDS)]
    harmed = [link for one in group if is_harm(one) for link in one.targets]
    met = [link for one in group for link in one.targets]
    return bool(raids and harmed) and all(link.kind is ActorKind.CIVILIANS for link in met)


def groups(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """Return the drafts in groups that tell one event, the first of each the one that tells most.

    What only points back ("the assault") or is only touched on, and finds nothing told to take up, is left out, but for
    what is all that the report tells.

    Args:
        drafts: the events of one report in text order.
    """
    out: list[list[Draft]] = []
    telling = [draft for draft in drafts if not _points_back(draft) and not draft.slight]
    telling = telling or [draft for draft in drafts if not _points_back(draft)]
    deeds = _deeds(drafts, telling)
    for draft in (one for one in drafts if deeds[id(one)] is None):
        like = _alike(draft, out)
        did_harm = any(deed is draft for deed in deeds.values())
        home = None if draft.first else like  # "the first attack" is none of the last that was told
        home = home or _taken_up(draft, out, bare=_says_nothing(draft) and not did_harm) or like
        if home is not None:
            home.append(draft)
        elif any(draft is one for one in telling):
            out.append([draft])
    for draft in drafts:
        if (deed := deeds[id(draft)]) is not None:
            next(group for group in out if any(one is deed for one in group)).append(draft)
    for group in out:
        group.sort(key=lambda d: (_is_by_the_way(d), -_told(d), d.reading.sentence))
    return out


def _is_by_the_way(draft: Draft) -> bool:
    """Whether a draft tells of an event only whom it harmed, how it began or what was wrecked in its course."""
    return is_harm(draft) or is_entry(draft) or draft.type == LOOTING


def _deeds(drafts: Sequence[Draft], telling: Sequence[Draft]) -> dict[int, Draft | None]:
    """Return by each draft the one that tells it in full; where that one is told in full by a third, that third."""
    deeds = {id(draft): deed_of(draft, telling) for draft in drafts}
    out: dict[int, Draft | None] = {}
    for draft in drafts:
        deed, seen = deeds[id(draft)], {id(draft)}
        while deed is not None and id(deed) not in seen and deeds[id(deed)] is not None:
            seen.add(id(deed))
            deed = deeds[id(deed)]
        out[id(draft)] = None if deed is not None and id(deed) in seen else deed
    return out


def _alike(draft: Draft, groups: Sequence[list[Draft]]) -> list[Draft] | None:
    """Return the first group whose event a draft tells; "the operation", behind two of a day, is the last told."""
    like = [group for group in groups if _is_one_of(draft, group)]
    back = draft.definite and is_general(draft) and not draft.first and not draft.reading.places
    near = [group for group in like if 0 <= draft.reading.sentence - group[-1].reading.sentence <= NEAR]
    return max(near, key=lambda group: group[-1].reading.sentence) if back and near else next(iter(like), None)


def _is_one_of(draft: Draft, group: Sequence[Draft]) -> bool:
    """Whether a draft tells the event of a group; a headline is not asked where one of its type tells it in full."""
    like = [one for one in group if one.type == draft.type]
    asked = [one for one in group if not any(told_in_full(one, other) for other in like)]
    return all(same_event(one, draft) for one in asked) and all(agree(one, draft) for one in group)


def _taken_up(draft: Draft, groups: Sequence[list[Draft]], *, bare: bool) -> list[Draft] | None:
    """Return the last violence told that bare words take up: "the attack" with no other place, "they killed them"."""
    general = draft.definite and is_general(draft) and not draft.many
    if not (general or bare or _all_pronouns(draft)) or draft.another:
        return None
    reach, free = _FAR if general or bare else NEAR, draft.place is None or tells_no_closer(draft.place)
    told = [
        group
        for group in groups
        if {one.type for one in group} <= (_VIOLENCE if free else _FOUGHT)
        and (is_general(draft) or not bare or any(family(one) == family(draft) for one in group))
        and (free or any(one.spot == draft.spot for one in group))
        and 0 < draft.reading.sentence - max(one.reading.sentence for one in group) <= reach
        and all(one.reading.stance == draft.reading.stance and overlap(one.when, draft.when) for one in group)
    ]
    return told[0 if draft.first else -1] if told else None


def _says_nothing(draft: Draft) -> bool:
    """Whether a draft tells nobody, no place and no day in its own words: "the glass was shattered by an explosion"."""
    reading = draft.reading
    parties = isinstance(reading, EventReading) and (reading.actors or reading.targets)
    return draft.type in VIOLENT and not parties and is_carried_on(draft)


def _points_back(draft: Draft) -> bool:
    return isinstance(draft.reading, EventReading) and draft.reading.points_back


def _all_pronouns(draft: Draft) -> bool:
    """Whether both sides are told by pronouns alone, so that the words add nothing to what was told before."""
    reading = draft.reading
    if not isinstance(reading, EventReading) or not reading.targets or draft.type not in HARM_TYPES:
        return False
    return all(phrase.text.lower() in _PRONOUNS for phrase in (*reading.actors, *reading.targets))


def _told(draft: Draft) -> int:
    """How much a draft tells by itself: its parties, speaker, own place and own day."""
    own_place = draft.place is not None and not draft.place.taken_over
    own_day = draft.when is not None and not draft.when.taken_over
    return 2 * bool(draft.actors) + bool(draft.targets) + bool(draft.said_by) + own_place + own_day
