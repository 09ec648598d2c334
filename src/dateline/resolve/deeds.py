"""What another claim of a report already tells: a verb of harm what a bomb did, "entered" what a capture came to."""

from collections.abc import Sequence
from typing import Final

from dateline.model.place import VAST
from dateline.reference.codebook import codebook
from dateline.reference.sub_events import ATTACK, CLASH, EXCESSIVE_FORCE, GRENADE, LOOTING, MOB_VIOLENCE
from dateline.resolve.draft import Draft
from dateline.resolve.event_types import CAPTURES
from dateline.resolve.headline import summed_up
from dateline.resolve.inheritance import own_day
from dateline.resolve.merging import HARM_TYPES, NEAR, VIOLENT, agree, fit, is_harm, overlap

_LEFT: Final = "withdraw."
_ADVANCES: Final = ("clash.advance@", "transfer.peaceful_entry.")

_COURSE: Final = 2  # sentences within which what was wrecked is told behind the raid
_COURSES: Final = VIOLENT | CAPTURES
_SHOT: Final = frozenset({"shot", "gunned"})
_CRACKDOWNS: Final = frozenset({EXCESSIVE_FORCE})
_FIRED: Final = frozenset({ATTACK, CLASH})
_ENTRIES: Final = frozenset({"enter", "enters", "entered", "entering", "entry"})


def deed_of(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the draft that tells in full what another tells a side of, None where that stands for itself.

    Args:
        draft: an event of a report.
        drafts: all events of the report in text order.
    """
    return (
        _harmed_by(draft, drafts)
        or _shot_at_protest(draft, drafts)
        or _thrown_in(draft, drafts)
        or _in_its_course(draft, drafts)
        or _capture_of(draft, drafts)
        or _lost_with(draft, drafts)
        or summed_up(draft, drafts)
    )


def is_entry(draft: Draft) -> bool:
    """Return whether a draft only tells that forces moved in, or out: "entered", "marched into", "withdrew"."""
    moved = draft.type == CLASH and draft.reading.found_by.startswith(_ADVANCES)
    return is_exit(draft) or moved or (draft.type == CLASH and draft.reading.trigger.text.lower() in _ENTRIES)


def is_exit(draft: Draft) -> bool:
    """Return whether a draft only tells that forces left a place."""
    return draft.reading.found_by.startswith(_LEFT)


def _capture_of(entry: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the capture that an entry came to: "retook the town on Monday … troops had entered it in the morning"."""
    if not is_entry(entry) or is_exit(entry) or entry.spot is None:
        return None
    taken = (one for one in drafts if codebook()[one.type].family == "territory" and one.spot == entry.spot)
    told = (one for one in taken if one.reading.stance == entry.reading.stance and one.actors)
    return next((one for one in told if fit(one.actors, entry.actors) and overlap(one.when, entry.when)), None)


def _lost_with(left: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the capture that its loser's withdrawal goes with: "the base fell to rebels, and the army left it"."""
    if not is_exit(left) or left.spot is None:
        return None
    now = left.reading.sentence
    taken = (d for d in drafts if d.type in CAPTURES and d.spot == left.spot and abs(now - d.reading.sentence) <= 1)
    told = (one for one in taken if one.reading.stance == left.reading.stance and overlap(one.when, left.when))
    return next((one for one in told if fit(one.targets, left.actors)), None)


def _harmed_by(harm: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the draft that tells what did the harm of a verb of its sentence: "a missile hit it, killing 39"."""
    if not is_harm(harm) or harm.type not in HARM_TYPES:
        return None
    if harm.actors and harm.type != MOB_VIOLENCE:  # a crowd that no word names is guessed from the type
        return _claimed_deed(harm, drafts)
    deeds = [deed for deed in drafts if not is_harm(deed)]
    return next((deed for deed in deeds if _did(deed, harm)), None)


def _thrown_in(grenade: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the attack or clash in which grenades were thrown: "gunmen stormed a church … explosives were thrown".

    By the codebook a grenade is a happening of its own only where it is the only weapon.
    """
    if grenade.type != GRENADE or grenade.another:
        return None
    now = grenade.reading.sentence
    near = (d for d in drafts if d is not grenade and d.type in _FIRED and -1 <= now - d.reading.sentence <= NEAR)
    told = (d for d in near if not (is_harm(d) or d.another) and d.reading.stance == grenade.reading.stance)
    here = (d for d in told if None in (d.spot, grenade.spot) or d.spot == grenade.spot)
    return next((d for d in here if overlap(d.when, grenade.when) and fit(d.actors, grenade.actors)), None)


def _in_its_course(wreck: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the raid or capture in whose course things were burnt or taken: "killed nine and set fire to the huts".

    What has another doer, day or place, or is told as one more, was done by itself.
    """
    if wreck.type != LOOTING or wreck.another or own_day(wreck):
        return None
    now = wreck.reading.sentence
    near = (d for d in drafts if d.type in _COURSES and 0 <= now - d.reading.sentence <= _COURSE)
    told = [d for d in near if not d.another and d.reading.stance == wreck.reading.stance]
    told = [d for d in told if fit(d.said_by, wreck.said_by)]
    here = [d for d in told if None in (d.spot, wreck.spot) or d.spot == wreck.spot or _is_taken_over(wreck)]
    by_them = [d for d in here if fit(d.actors, wreck.actors) and (d.actors or not wreck.actors)]
    fitting = [d for d in by_them if overlap(d.when, wreck.when)]
    return fitting[-1] if fitting else None


def _is_taken_over(draft: Draft) -> bool:
    return draft.place is not None and draft.place.taken_over


def _shot_at_protest(harm: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the crackdown just told at the place where people were shot: "fired on crowds in A … five were killed"."""
    shot = is_harm(harm) or harm.reading.trigger.text.lower() in _SHOT
    if not shot or harm.actors or harm.type not in HARM_TYPES or harm.spot is None:
        return None
    now = harm.reading.sentence
    told = [d for d in drafts if d.type in _CRACKDOWNS and 0 < now - d.reading.sentence <= NEAR]
    fitting = (d for d in told if d.spot == harm.spot and d.reading.stance == harm.reading.stance)
    return next((d for d in fitting if overlap(d.when, harm.when) and fit(d.said_by, harm.said_by)), None)


def _claimed_deed(harm: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the deed just told of which a party gives its own count: "the group said its men had killed 40"."""
    if not harm.said_by or not is_carried_on(harm):
        return None
    now = harm.reading.sentence
    before = [d for d in drafts if 0 < now - d.reading.sentence <= NEAR and d.type in VIOLENT and not is_harm(d)]
    told = [deed for deed in before if deed.reading.stance == harm.reading.stance]
    fitting = [deed for deed in told if agree(deed, harm) or _fought_back(deed, harm)]
    return fitting[-1] if fitting else None


def _fought_back(fight: Draft, harm: Draft) -> bool:
    """Whether those who were attacked say whom they killed: "gunmen stormed a base … the army said it killed 37"."""
    foes = bool(fight.actors) and bool(harm.targets) and fit(fight.actors, harm.targets)
    return fight.type == CLASH and foes and fit(fight.targets, harm.actors) and overlap(fight.when, harm.when)


def is_carried_on(draft: Draft) -> bool:
    """Return whether a draft tells neither place nor day in its own words."""
    own_place = draft.place is not None and not draft.place.taken_over
    own_day = draft.when is not None and not draft.when.taken_over
    return not own_place and not own_day


def _did(deed: Draft, harm: Draft) -> bool:
    one_sentence = deed.reading.sentence == harm.reading.sentence and deed.reading.stance == harm.reading.stance
    if not one_sentence or deed.type not in VIOLENT or not agree(deed, harm, harm.type == MOB_VIOLENCE):
        return False
    place = harm.place
    if place is None or harm.spot == deed.spot or place.taken_over:
        return True
    return place.precision in VAST
