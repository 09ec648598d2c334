"""The same event told twice in one report is one claim with several quotes."""

from collections.abc import Sequence

from dateline.model.actor import ActorLink
from dateline.model.when import When
from dateline.resolve.draft import Draft


def same_event(one: Draft, other: Draft) -> bool:
    """Return whether two event drafts of a report tell the same event.

    Same type, place and stance, days that overlap, parties that fit, and no two speakers who each tell it their own
    way.

    Args:
        one: the earlier draft.
        other: the later draft.
    """
    return (
        one.type == other.type
        and one.reading.stance == other.reading.stance
        and one.spot is not None
        and one.spot == other.spot
        and overlap(one.when, other.when)
        and _fit(one.actors, other.actors)
        and _fit(one.targets, other.targets)
        and _fit(one.said_by, other.said_by)
    )


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
