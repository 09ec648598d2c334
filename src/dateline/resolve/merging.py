"""The same event told twice in one report is one claim with several quotes."""

from collections.abc import Sequence
from typing import Final

from dateline.model.actor import ActorLink
from dateline.model.annotated import Annotated
from dateline.model.reading import Phrase
from dateline.model.when import When
from dateline.reference.codebook import codebook
from dateline.resolve.draft import Draft

_POINTING: Final = frozenset({"the", "this", "that", "these", "those"})


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
        and _one_place_and_kind(one, other)
        and overlap(one.when, other.when)
        and _fit(one.actors, other.actors)
        and _fit(one.targets, other.targets)
        and _fit(one.said_by, other.said_by)
    )


def _one_place_and_kind(one: Draft, other: Draft) -> bool:
    if one.type == other.type and one.spot is not None and one.spot == other.spot:
        return True
    apart = one.spot is not None and other.spot is not None and one.spot != other.spot
    if other.definite and _family(one) == _family(other):
        return not apart or other.place is None or other.place.how.startswith("taken over")
    again = one.reading.trigger.text.lower() == other.reading.trigger.text.lower()
    return again and one.type == other.type and (one.spot is None or other.spot is None)


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
    if not one or not other:
        return True
    names = {link.name for link in one}
    if any(link.name in names for link in other):
        return True
    sides = {link.side for link in one if link.side}
    return any(link.side in sides for link in other)


def groups(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """Return the drafts in groups that tell one event, the first of each the one that tells most.

    Args:
        drafts: the events of one report in text order.
    """
    out: list[list[Draft]] = []
    for draft in drafts:
        home = next((group for group in out if all(same_event(member, draft) for member in group)), None)
        if home is None:
            out.append([draft])
        else:
            home.append(draft)
    for group in out:
        group.sort(key=lambda d: (-_told(d), d.reading.sentence))
    return out


def _told(draft: Draft) -> int:
    """How much a draft tells by itself: its parties, speaker, own place and own day."""
    own_place = draft.place is not None and not draft.place.how.startswith("taken over")
    own_day = draft.when is not None and not draft.when.basis.startswith("taken over")
    return 2 * bool(draft.actors) + bool(draft.targets) + bool(draft.said_by) + own_place + own_day


def is_definite(trigger: Phrase, annotated: Annotated) -> bool:
    """Return whether a trigger is a noun that points back: "the explosion", "this attack".

    Args:
        trigger: an event's trigger.
        annotated: its report.
    """
    tokens = annotated.sentences[trigger.sentence].tokens
    if tokens[trigger.head].upos not in ("NOUN", "PROPN"):
        return False
    return any(t.head == trigger.head and t.deprel == "det" and t.text.lower() in _POINTING for t in tokens)
