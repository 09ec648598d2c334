"""What became of a protest, a missile or a town: where a sentence tells the outcome, that is the event."""

from dataclasses import replace
from typing import Final

from dateline.extract.matching import Match
from dateline.extract.patterns import Pattern
from dateline.reference.lexicon import lexicon
from dateline.reference.sub_events import (
    ABDUCTION,
    AIR_STRIKE,
    ARRESTS,
    ATTACK,
    CLASH,
    DISRUPTED_WEAPONS,
    EXCESSIVE_FORCE,
    GRENADE,
    HANDOVER,
    LAID_BOMB,
    LOOTING,
    MOB_VIOLENCE,
    PEACEFUL_PROTEST,
    PROTEST_WITH_INTERVENTION,
    SEXUAL_VIOLENCE,
    SHELLING,
    TERRITORY_TAKEN,
    VIOLENT_DEMONSTRATION,
)

ON_HOMES: Final = "attack.home"
"""The id of the pattern for attacks on where people live, trade, learn or pray."""
OF_PROTESTS: Final = frozenset({EXCESSIVE_FORCE, PROTEST_WITH_INTERVENTION, VIOLENT_DEMONSTRATION})
_FIRED: Final = frozenset({SHELLING, AIR_STRIKE, GRENADE, LAID_BOMB})
_UNOPPOSED: Final = frozenset({"unopposed", "peacefully", "uncontested", "bloodlessly"})
_NONE_FOUGHT: Final = frozenset({"fight", "fighting", "resistance", "opposition", "shot", "battle", "bloodshed"})
_ENTERED: Final = "transfer.peaceful_entry"
_YIELDED: Final = frozenset(
    {
        *("pullout", "pull-out", "unhindered", "unchallenged", "abandoned", "deserted", "departure"),
        *("without", "no", "little", "unopposed", "peacefully", "bloodless", "withdraw", "withdrawal", "leave", "pull"),
        *("vacate", "abandon", "invite", "handover", "cede", "evacuate", "flee", "agreement", "deal", "retreat"),
    }
)
_OVERCOME: Final = frozenset({"after", "following", "overcome", "defeat", "crush", "break", "rout"})
_STILL: Final = frozenset({"continue", "ongoing", "still", "rage", "underway"})
_BY_CROWDS: Final = frozenset({LOOTING, MOB_VIOLENCE, CLASH, TERRITORY_TAKEN})
_SEARCHES: Final = frozenset({"raid", "operation", "sweep", "search", "storm", "incursion"})
_FORCED_IN: Final = frozenset({"attack", "assault", "invade", "burst", "break", "hit", "ambush"})
_FOUGHT: Final = frozenset({"kill", "shoot", "clash", "wound", "battle", "gunfire", "dead"})
_CIRCUMSTANCE: Final = ("obl", "nmod")


def outcomes(found: list[Match]) -> list[Match]:
    """Return the triggers of a sentence without the protests of which it tells how they ended or what befell them.

    Args:
        found: the triggers with their patterns.
    """
    peaceful = tuple(m for m in found if m.pattern.type == PEACEFUL_PROTEST)
    if peaceful and any(m.pattern.type in OF_PROTESTS for m in found):
        kept = [m for m in found if m.pattern.type != PEACEFUL_PROTEST]
        found = [replace(m, over=peaceful) if m.pattern.type in OF_PROTESTS else m for m in kept]
    found = _of_rioters(found, peaceful)
    if any(m.pattern.type == VIOLENT_DEMONSTRATION for m in found):  # whatever police did to those who threw stones
        found = [m for m in found if m.pattern.type != PROTEST_WITH_INTERVENTION]
    stopped = tuple(m for m in found if _was_stopped(m, found))
    found = [replace(m, over=stopped) if m.pattern.type == DISRUPTED_WEAPONS else m for m in found if m not in stopped]
    kept = [m for m in found if not (_is_setting(m, found) or _is_for_a_catch(m, found))]
    return [replace(m, pattern=_of_entry(m)) for m in kept]


def _of_rioters(found: list[Match], peaceful: tuple[Match, ...]) -> list[Match]:
    """Return the triggers with what those who protest broke, burned or fought their way into as their riot, told once.

    "Took to the streets, and some of them smashed the gate and set the hall on fire".
    """
    marched = {
        head
        for m in (*peaceful, *found)
        if m.pattern.type in (PEACEFUL_PROTEST, VIOLENT_DEMONSTRATION)
        for head in m.pred.get("agent")
    }
    wild = [m for m in found if m.pattern.type in _BY_CROWDS and _is_by(m, marched)] if marched else []
    rioted = [m for m in found if m.pattern.type == VIOLENT_DEMONSTRATION]
    if not wild or not (rioted or peaceful):
        return found
    first = next(iter(rioted), None)
    if first is None:
        over = tuple(m for m in peaceful if m in found)
        first = replace(wild[0], pattern=replace(wild[0].pattern, type=VIOLENT_DEMONSTRATION), over=over)
        found = [first if m is wild[0] else m for m in found if m not in over]
    return [m for m in found if m is first or not any(m is one for one in wild)]


def _is_by(match: Match, crowd: set[int]) -> bool:
    """Whether a deed is done by those of a crowd, or by people without arms whom no word names ("some of them")."""
    tree = match.tree
    doers = match.pred.get("agent")
    named = [head for head in doers if tree.tokens[head].upos in ("NOUN", "PROPN")]
    if any(tree.lemma(head) in lexicon()["combatant"] | lexicon()["irregular"] for head in named):
        return False
    return bool(doers) and (bool(set(doers) & crowd) if named else True)


def _of_entry(match: Match) -> Pattern:
    """Return a match's pattern, its type settled by whether the place was fought for.

    "Entered the town, where clashes continue" tells of a fight, "entered it after overcoming resistance" of a capture.
    """
    if _is_unopposed(match):
        return replace(match.pattern, type=HANDOVER)
    have = match.tree.vocabulary
    moved = match.tree.lemma(match.pred.token) != "take"  # "had taken up positions" near a fight
    if match.pattern.id != _ENTERED or have & _YIELDED or not moved:
        return match.pattern
    taken = have & _OVERCOME and not have & _STILL
    if taken:
        return replace(match.pattern, type=TERRITORY_TAKEN)
    return replace(match.pattern, id=f"{_ENTERED}.fought", type=CLASH, change="")


def _was_stopped(shot: Match, found: list[Match]) -> bool:
    """Whether a shot is told only of what was kept from its aim.

    "intercepted a missile fired by the militia", "a grenade hurled at the office failed to go off".
    """
    tree, verb = shot.tree, shot.pred.token
    if shot.pattern.type not in _FIRED or tree.tokens[verb].deprel not in ("acl", "acl:relcl"):
        return False
    weapon = tree.head(verb)
    return any(
        weapon in (*m.pred.get("patient"), *m.pred.get("agent")) for m in found if m.pattern.type == DISRUPTED_WEAPONS
    )


def _is_unopposed(match: Match) -> bool:
    """Whether a place was taken without a fight: "entered unopposed", "without meeting resistance"."""
    if match.pattern.type != TERRITORY_TAKEN:
        return False
    have = match.tree.vocabulary
    return bool(have & _UNOPPOSED) or ("without" in have and bool(have & _NONE_FOUGHT))


def _is_for_a_catch(raid: Match, found: list[Match]) -> bool:
    """Whether a raid or sweep is told only as that in which people were arrested or goods taken.

    "Raided homes and detained two", "raided a camp and drove off cattle".
    """
    lemma = raid.tree.lemma(raid.pred.token)
    if lemma not in _SEARCHES | _FORCED_IN or raid.pattern.type not in (CLASH, ATTACK):
        return False
    if raid.tree.vocabulary & _FOUGHT:
        return False
    taken = any(m.pattern.type in (ABDUCTION, SEXUAL_VIOLENCE) and m.pred.token != raid.pred.token for m in found)
    if (taken and _is_around(raid)) or lemma not in _SEARCHES:
        return taken and _is_around(raid)
    looted = any(m.pattern.type == LOOTING for m in found)
    return looted or any(m.pattern.type == ARRESTS and not _is_by_fighters(m) for m in found)


def _is_around(raid: Match) -> bool:
    """Whether a raid is but the way to people who were carried off or raped: on their homes, or told by a noun."""
    return raid.pattern.id == ON_HOMES or raid.tree.tokens[raid.pred.token].deprel in _CIRCUMSTANCE


def _is_by_fighters(arrest: Match) -> bool:
    return any(arrest.tree.lemma(head) in lexicon()["irregular"] for head in arrest.pred.get("agent"))


def _is_setting(protest: Match, found: list[Match]) -> bool:
    """Whether a protest is only where or upon whom something else was done: "a grenade went off at a rally"."""
    tree, noun = protest.tree, protest.pred.token
    if protest.pattern.type != PEACEFUL_PROTEST or tree.tokens[noun].deprel not in _CIRCUMSTANCE:
        return False
    above = set(tree.ancestors(noun))
    return any(m.pred.token in above for m in found if m.pattern.type != PEACEFUL_PROTEST and not m.pattern.weak)
