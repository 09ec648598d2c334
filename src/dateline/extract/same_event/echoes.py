"""A bare "raid" in a report that tells of air strikes: one from the air."""

from dataclasses import replace

from dateline.extract.classes import Classes
from dateline.extract.matching import Match
from dateline.extract.patterns import Pattern
from dateline.reference.sub_events import AIR_STRIKE


def echoed(match: Match, classes: Classes, echo: Pattern | None) -> Match:
    """Read a bare "raid" as one from the air where the report tells of air strikes, unless men on foot do it."""
    if (
        echo is None
        or match.tree.lemma(match.pred.token) not in echo.echoes
        or not match.pattern.weak
        or match.pattern.type == AIR_STRIKE
    ):
        return match
    on_foot = any(
        "combatant" in classes.of(match.tree, h)
        for name in ("agent", "mod", "poss", "clause_agent")
        for h in match.pred.get(name)
    )
    if on_foot:
        return match
    if match.tree.tokens[match.pred.token].upos == "VERB":  # "was hit": its own slots, the type of the strikes
        return Match(match.tree, match.pred, replace(match.pattern, type=echo.type))
    return Match(match.tree, match.pred, echo)
