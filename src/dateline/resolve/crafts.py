"""Whose aircraft they were, where only the aircraft are told: those of the one party whose strikes the report tells of.

A report of Israeli raids on Lebanon means no Lebanese jets. The country's own air force is the guess that is left
where the report tells of nobody's (resolve/actors/forms.py); either way it stays one (`is_by_craft`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.model.actor import OF_STATES, ActorLink
from dateline.model.how import WHOSE_CRAFT, is_by_craft
from dateline.reference.sub_events import AIR_STRIKE
from dateline.resolve.draft import Draft


def settle_crafts(drafts: Sequence[Draft]) -> None:
    """Let aircraft of nobody's be those of the one state force that the report tells to have struck from the air.

    Args:
        drafts: the events of a report, their parties resolved; changed in place.
    """
    strikes = [draft for draft in drafts if draft.type == AIR_STRIKE]
    named = {link.name: link for draft in strikes for link in draft.actors if _is_named(link)}
    if len(named) != 1:
        return
    (owner,) = named.values()
    for draft in strikes:
        if draft.actors and all(is_by_craft(link.how) for link in draft.actors):
            draft.actors = tuple(_owned(draft.actors, owner))


def _is_named(link: ActorLink) -> bool:
    return link.kind in OF_STATES and not is_by_craft(link.how)


def _owned(crafts: Iterable[ActorLink], owner: ActorLink) -> Iterable[ActorLink]:
    """Yield links to the owner by the words for its craft, once."""
    how = f"the only party whose air strikes the report tells of; {WHOSE_CRAFT}"
    for craft in list(crafts)[:1]:
        yield replace(owner, words=craft.words, start=craft.start, end=craft.end, how=how)
