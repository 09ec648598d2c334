"""What became of a protest: where a sentence tells the outcome, it tells one event, and that is the outcome."""

from dataclasses import replace
from typing import Final

from dateline.extract.matching import Match

_PEACEFUL: Final = "Peaceful protest"
_OF_PROTESTS: Final = frozenset(
    {"Excessive force against protesters", "Protest with intervention", "Violent demonstration"}
)
_CIRCUMSTANCE: Final = ("obl", "nmod")


def outcomes(found: list[Match]) -> list[Match]:
    """Return the triggers of a sentence without the protests of which it tells how they ended or what befell them.

    Args:
        found: the triggers with their patterns.
    """
    peaceful = tuple(m for m in found if m.pattern.type == _PEACEFUL)
    if peaceful and any(m.pattern.type in _OF_PROTESTS for m in found):
        kept = [m for m in found if m.pattern.type != _PEACEFUL]
        found = [replace(m, over=peaceful) if m.pattern.type in _OF_PROTESTS else m for m in kept]
    return [m for m in found if not _is_setting(m, found)]


def _is_setting(protest: Match, found: list[Match]) -> bool:
    """Whether a protest is only where or upon whom something else was done: "a grenade went off at a rally"."""
    tree, noun = protest.tree, protest.pred.token
    if protest.pattern.type != _PEACEFUL or tree.tokens[noun].deprel not in _CIRCUMSTANCE:
        return False
    above = set(tree.ancestors(noun))
    return any(m.pred.token in above for m in found if m.pattern.type != _PEACEFUL and not m.pattern.weak)
