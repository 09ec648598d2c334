"""The sides that an event takes over from others of its report: a battle from a battle, a strike from strikes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.model.actor import OF_NO_STATE, ActorKind, ActorLink
from dateline.model.how import TAKEN_OVER
from dateline.reference.actors import entry_of
from dateline.reference.sub_events import TERRITORY_TAKEN
from dateline.resolve.draft import Draft
from dateline.resolve.event_types import BATTLES, STRIKES, TERRITORY
from dateline.resolve.inheritance import at_one_place
from dateline.resolve.merging import overlap

_HOLDING: Final = ("beat", "defend", "fend", "foil", "hold", "held", "repel", "repuls", "resist", "thwart", "ward")
_IRREGULAR: Final = OF_NO_STATE | {ActorKind.UNIDENTIFIED}


def inherit_parties(drafts: Sequence[Draft]) -> None:
    """Give the events of a report that lack a side that of others.

    A battle takes it from another battle at the same place and time; a strike takes its doer from the only one that the
    report's other strikes of its type name.

    Args:
        drafts: the events of one report in text order; changed in place.
    """
    battles = [d for d in drafts if d.type in BATTLES]
    for draft in battles:
        if draft.actors and draft.targets:
            continue
        for other in battles:
            of_one_time = overlap(draft.when, other.when) and draft.recalled == other.recalled
            if other is not draft and at_one_place(draft, other) and of_one_time:
                _fill(draft, other)
    _take_only_doers([d for d in drafts if d.type in STRIKES])


def _take_only_doers(strikes: Sequence[Draft]) -> None:
    """Let a strike without a doer have the one that all other strikes of its type in the report have."""
    doers: dict[str, dict[tuple[str, ...], tuple[ActorLink, ...]]] = {}
    for draft in strikes:
        if draft.actors:
            doers.setdefault(draft.type, {})[tuple(link.name for link in draft.actors)] = draft.actors
    for draft in strikes:
        known = list(doers.get(draft.type, {}).values())
        if not draft.actors and len(known) == 1:
            named = {link.name for link in draft.targets}
            draft.actors = tuple(link for link in _taken(known[0]) if link.name not in named)


def _fill(draft: Draft, other: Draft) -> None:
    """Fill the side that a draft lacks with the other's side that is not its own."""
    own = {link.side or link.name for link in (*draft.actors, *draft.targets)}
    sides = [other.actors, other.targets]
    if not draft.actors and not draft.targets:
        draft.actors, draft.targets = map(_taken, reversed(sides) if _is_held_against(draft, other) else sides)
        return
    mine = (*draft.actors, *draft.targets)
    rest = [side for side in sides if side and not own & {link.side or link.name for link in side}]
    rest = [side for side in rest if not any(_may_be(one, other) for one in mine for other in side)]
    if rest and not draft.targets:
        draft.targets = _taken(rest[0])
    elif rest and not draft.actors:
        draft.actors = _taken(rest[0])


def _is_held_against(draft: Draft, other: Draft) -> bool:
    """Whether a place changed hands, and the other event tells who held it: "troops repelled the attack on A"."""
    taken = draft.type in TERRITORY | {TERRITORY_TAKEN}
    return taken and other.reading.trigger.text.casefold().startswith(_HOLDING)


def _may_be(one: ActorLink, other: ActorLink) -> bool:
    """Whether one of two parties is told by its class, of which the other is: "rebels" and the M23, gunmen and any."""
    kinds = {one.kind, other.kind}
    if ActorKind.UNIDENTIFIED in kinds and kinds <= _IRREGULAR:
        return True
    return one.kind == other.kind and (_is_class(one) or _is_class(other))


def _is_class(link: ActorLink) -> bool:
    entry = entry_of(link.id) if link.id else None
    return entry is None or entry.generic


def _taken(links: tuple[ActorLink, ...]) -> tuple[ActorLink, ...]:
    return tuple(replace(link, how=f"{TAKEN_OVER} an event like it in the report: {link.how}") for link in links)
