"""Deeds of firms and councils: what changes hands in business, or is pulled down by the book."""

from typing import Final

from dateline.extract.matching import Match
from dateline.extract.noun_classes import is_of_arms
from dateline.reference.lexicon import lexicon
from dateline.reference.sub_events import HANDOVER, LOOTING, TERRITORY_TAKEN

_CHANGES_HANDS: Final = frozenset({TERRITORY_TAKEN, HANDOVER})
_PULLED_DOWN: Final = frozenset(
    {"demolish", "raze", "tear", "pull", "bulldoze", "flatten", "level", "knock", "dismantle", "destroy", "break"}
)
_BY_FORCE: Final = frozenset({
    "soldier", "troop", "troops", "army", "military", "junta", "settler", "palestinian", "israeli", "muslim",
    "minority", "protester", "bedouin", "militia", "rebel", "arson", "church", "mosque",
})  # fmt: skip


def is_peaceful(match: Match) -> bool:
    """Return whether a trigger tells what firms or councils do by the book.

    Args:
        match: the trigger with its pattern.
    """
    return _is_business(match) or _is_by_the_book(match)


def _is_business(match: Match) -> bool:
    """Whether a firm takes or hands over: "the contractor handed over the hospital"."""
    if match.pattern.type not in _CHANGES_HANDS or "agent" not in (*match.pattern.actors, *match.pattern.targets):
        return False  # "the banks in the town fell into the hands of the rebels"
    tree = match.tree
    return any(tree.lemma(head) in lexicon()["firm"] and not is_of_arms(tree, head) for head in match.pred.get("agent"))


def _is_by_the_book(match: Match) -> bool:
    """Whether a council or builder pulls down what stands in the way: "the council razed unauthorised stalls"."""
    tree, have = match.tree, match.tree.vocabulary
    if match.pattern.type != LOOTING or tree.lemma(match.pred.token) not in _PULLED_DOWN or have & _BY_FORCE:
        return False
    by = {tree.lemma(k) for head in match.pred.get("agent") for k in (head, *tree.kids[head])}
    return bool((by & lexicon()["civic"]) or (have & lexicon()["civic_reason"]))
