"""Which of the triggers of a sentence tell the same event, or tell none of their own."""

import re
from collections.abc import Sequence
from typing import Final

from dateline.extract.lags import lagging
from dateline.extract.matching import Match
from dateline.extract.same_event.outcomes import OF_PROTESTS, outcomes
from dateline.extract.same_event.retold import is_told_anew, ranks, says_which
from dateline.extract.same_event.same_deed import is_told_by
from dateline.extract.times import times
from dateline.extract.tree import Tree
from dateline.extract.voice import HARMS
from dateline.reference.codebook import codebook
from dateline.reference.lexicon import lexicon
from dateline.reference.sub_events import ATTACK, CLASH, HANDOVER, TERRITORY_TAKEN

_TAKEN: Final = frozenset({TERRITORY_TAKEN, HANDOVER})
_SPANS: Final = frozenset({"hour", "day", "week", "month"})
_DURATION: Final = re.compile(r"-?(?:hour|day|week|month)(?:-long|s)?$", re.IGNORECASE)
_WAYS_IN: Final = frozenset({"force", "burst", "break", "storm", "enter", "push", "barge", "march", "charge", "invade"})
_STORMS: Final = frozenset({"attack", "assault", "storm", "raid", "invade", "assail"})
_BEGINS: Final = frozenset({"begin", "start", "commence", "erupt"})
_LABEL: Final = 9  # tokens within which a label ends
_UNDOES: Final = frozenset(
    {"repel", "repulse", "thwart", "beat", "fight", "fend", "foil", "disperse", "break", "disband"}
)


def one_an_event(found: list[Match]) -> list[Match]:
    """Drop the triggers that only tell the harm or the manner of another event of the same clause.

    "killed nine soldiers in a suicide attack" is one event, told by the noun; "troops launched an assault and seized
    the base" are two.
    """
    found = outcomes(found)
    found = [m for m in found if not (_is_label(m) and any(_fills(o, m) for o in found))]
    over = {id(m): [o for o in found if o is not m and tells_more(o, m) and not _is_kept(m, o)] for m in found}
    kept = [m for m in found if not over[id(m)]]
    return [m for m in found if not over[id(m)] or _is_listed(m, over[id(m)], kept)]


def _is_listed(one: Match, over: Sequence[Match], kept: Sequence[Match]) -> bool:
    """Whether a noun is told by no trigger that stays, and stands in one list with another: "shelling and clashes"."""
    if any(other in kept for other in over):
        return False
    beside = [other for other in kept if _are_joined(one.tree, one.pred.token, other.pred.token)]
    return any(other.pattern.type != one.pattern.type for other in beside)


def _is_kept(one: Match, other: Match) -> bool:
    """Whether the first of two that each tell more than the other stays: the surer, of like ones the earlier."""
    if not tells_more(one, other):
        return False
    if one.pattern.weak != other.pattern.weak:
        return other.pattern.weak
    return one.pred.token < other.pred.token


def tells_more(one: Match, other: Match) -> bool:
    """Return whether the first of two triggers of a sentence tells the event of the other, and more of it.

    Args:
        one: a trigger with its pattern.
        other: another of the same sentence; one that is told to have been a span of time apart tells its own.
    """
    tree = other.tree
    return lagging(tree, one.pred.token) == lagging(tree, other.pred.token) and _says_more(one, other)


def _says_more(one: Match, other: Match) -> bool:
    tree = other.tree
    if (
        other.pattern.weak
        and not one.pattern.weak
        and not _stands_alone(other)
        and not is_told_anew(other)
        and not _is_dated_apart(other)
        and not _led_to(other, one)
        and (tree.is_below(one.pred.token, other.pred.token) or tree.is_below(other.pred.token, one.pred.token))
    ):
        return True
    if _is_crossing(other) and not one.pattern.weak and _are_joined(tree, one.pred.token, other.pred.token):
        return True
    if _is_by_doer(one, other) or _is_by_doer(other, one):  # "a suicide bomber attacked a checkpoint"
        return _outdoes(one, other)
    if any(holds(one, other) for holds in (is_told_by, _takes_in, _harms_far_down, _went_in, _took_what_it_stormed)):
        return True
    joined = (
        one.pred.clause == other.pred.token
        or one.pred.token == other.pred.clause
        or tree.head(other.pred.token) == one.pred.token
        or _carrier(tree, other.pred.token) in (one.pred.token, one.pred.clause)
    )
    if not joined and not (one.pred.clause == other.pred.clause and one.pattern.type == other.pattern.type):
        return False
    if _adds_the_harm(one, other) or (one.pattern.type == other.pattern.type and _spells_out(one, other)):
        return True
    if one.pattern.type == other.pattern.type and one.pattern.change == other.pattern.change:
        return _is_weaker(other, one)
    harm = lexicon()["harm_verb"]
    if tree.lemma(other.pred.token) not in harm or tree.tokens[other.pred.token].upos != "VERB":
        return False
    by_noun = tree.tokens[one.pred.token].upos != "VERB"
    with_particle = bool(tree.children(one.pred.token, "compound:prt"))
    surer = by_noun or tree.lemma(one.pred.token) not in harm or with_particle
    return surer or other.pred.token in tree.conjuncts(one.pred.token)[1:]


def _is_dated_apart(match: Match) -> bool:
    """Whether a clause tells since when a noun went on: "took the town, days since the assault began on Friday"."""
    tree, noun = match.tree, match.pred.token
    verb = tree.head(noun)
    if verb < 0 or tree.rel(noun) != "nsubj" or tree.lemma(verb) not in _BEGINS or tree.rel(verb) != "advcl":
        return False
    return bool(times(tree, match.pred))


def _fills(one: Match, label: Match) -> bool:
    return one.pattern.type == label.pattern.type and not _is_label(one)


def _is_label(match: Match) -> bool:
    """Whether a noun only heads a note: "Clash in A: on 3 March rebels and troops fought in B"."""
    tree = match.tree
    if tree.tokens[match.pred.token].upos not in ("NOUN", "PROPN"):
        return False
    colon = next((n for n in range(min(len(tree), _LABEL)) if tree.words[n] == ":"), -1)
    return match.pred.token < colon and all(tree.tokens[n].upos not in ("VERB", "AUX") for n in range(colon))


def _is_crossing(match: Match) -> bool:
    """Whether forces only crossed a border or river: "crossed the frontier and shot at a car" tells of the car."""
    return match.pattern.weak and match.tree.lemma(match.pred.token) == "cross"


def _are_joined(tree: Tree, one: int, other: int) -> bool:
    return one in tree.conjuncts(other) or other in tree.conjuncts(one)


def _is_by_doer(doer: Match, deed: Match) -> bool:
    """Whether a thing that acts is the doer of another event."""
    return doer.pattern.acts and doer.pattern.type != deed.pattern.type and doer.pred.token in deed.pred.get("agent")


def _outdoes(one: Match, other: Match) -> bool:
    """Whether of a doer and its deed the first tells more: the doer, but for "snipers fired on marchers"."""
    if _is_by_doer(one, other):
        return not _tells_of_whom(other, one)
    return _tells_of_whom(one, other)


def _tells_of_whom(deed: Match, doer: Match) -> bool:
    """Whether the deed of a doer says by its victims what it was: snipers that hit marchers or people in a queue."""
    return deed.pattern.type in OF_PROTESTS or (deed.pattern.type == ATTACK and doer.pattern.type == CLASH)


def _led_to(fight: Match, outcome: Match) -> bool:
    """Whether fighting that lasted is told before the capture it led to: "took it after five days of fighting"."""
    tree, noun = fight.tree, fight.pred.token
    if outcome.pattern.type not in _TAKEN or fight.pattern.type != CLASH:
        return False
    if any(tree.rel(one) == "acl:relcl" and tree.head(one) == noun for one in _up(tree, outcome.pred.token)):
        return True  # "the battle in which they lost the city"
    head = tree.head(noun)
    of = any(tree.words[k] == "of" for k in tree.children(noun, "case", "mark"))
    span = head if head >= 0 and of and tree.lemma(head) in _SPANS else noun
    lasted = span != noun or any(_DURATION.search(tree.words[k]) for k in tree.subtree(noun))
    return lasted and tree.case(span) in ("after", "following")


def _up(tree: Tree, token: int) -> tuple[int, ...]:
    return (token, *tree.ancestors(token))


def _adds_the_harm(one: Match, other: Match) -> bool:
    """Whether a verb tells the dead or wounded of another: "bombed A and killed 5", "killed 2, wounding 3"."""
    tree, verb = other.tree, other.pred.token
    if tree.lemma(verb) not in HARMS or tree.children(verb, "nsubj", "nsubj:pass"):
        return False
    return one.pred.token < verb and one.tree.tokens[one.pred.token].upos in ("VERB", "NOUN")


def _takes_in(one: Match, other: Match) -> bool:
    """Whether the other trigger names what the first one undid, or only ranks its event."""
    same_type, tree = one.pattern.type == other.pattern.type, other.tree
    if tree.lemma(one.pred.token) in _UNDOES and other.pred.token in one.pred.get("patient"):
        return True  # "repelled an assault", "dispersed a demonstration"
    return (same_type and says_which(tree, other.pred.token)) or ranks(one, other)


def _went_in(one: Match, other: Match) -> bool:
    """Whether the other only tells how those who attacked people came in: "forced their way in and opened fire on"."""
    tree, verb = other.tree, one.pred.token
    if one.pattern.type != ATTACK or other.pattern.type != CLASH or tree.lemma(verb) in lexicon()["harm_verb"]:
        return False
    entered = tree.lemma(other.pred.token) in _WAYS_IN and tree.tokens[other.pred.token].upos == "VERB"
    return (
        entered
        and tree.head(verb) == other.pred.token
        and tree.rel(verb) == "conj"
        and not tree.children(verb, "nsubj")
    )


def _took_what_it_stormed(one: Match, other: Match) -> bool:
    """Whether the other trigger only tells how a place was taken: "attacked and took the town"."""
    if one.pattern.type != TERRITORY_TAKEN or other.pattern.type != CLASH or one.pattern.change == "lost":
        return False
    stormed, taken = other.pred.token, one.pred.token
    if taken not in one.tree.conjuncts(stormed) or one.tree.lemma(stormed) not in _STORMS:
        return False
    objects = [set(match.pred.get("patient")) for match in (one, other)]
    return bool(objects[0] & objects[1]) or not objects[1]


def _harms_far_down(one: Match, other: Match) -> bool:
    """Whether the dead of an explosion are told below those it hit: "struck a station full of families, killing 9".

    So they are in "bombed a house where they sheltered and killed 54".
    """
    tree, verb = other.tree, other.pred.token
    joined = tree.tokens[verb].xpos == "VBG" or (tree.rel(verb) == "conj" and not other.pred.passive)
    if not joined or not _adds_the_harm(one, other) or not tree.is_below(verb, one.pred.token):
        return False
    if one.pattern.type == other.pattern.type == ATTACK:  # "fired on people who had taken shelter there, killing 20"
        return tree.tokens[verb].xpos == "VBG" and tree.tokens[one.pred.token].upos == "VERB"
    return codebook()[one.pattern.type].family == "explosion" and other.pattern.type != one.pattern.type


def _carrier(tree: Tree, token: int) -> int:
    """Return what a verb that adds the harm hangs on, through others of its kind: "raided A, killing 2, wounding 3"."""
    head = tree.head(token)
    if tree.tokens[token].deprel not in ("conj", "advcl", "acl", "xcomp", "acl:relcl", "parataxis") or head < 0:
        return head if tree.tokens[token].deprel != "conj" else -1
    harm = lexicon()["harm_verb"]
    return _carrier(tree, head) if tree.lemma(head) in harm and tree.rel(token) == "conj" else head


def _is_weaker(one: Match, other: Match) -> bool:
    """Whether of a verb and a noun of its clause that tell the same the first is to go: the verb where it has no doer.

    "Jets dropped barrel bombs on the town" is told by the verb, "the town was hit in an air strike by jets" by the
    noun.
    """
    if one.pred.clause == other.pred.token:
        return bool(other.pred.get("agent"))
    return other.pred.clause == one.pred.token and not one.pred.get("agent")


def _spells_out(one: Match, other: Match) -> bool:
    """Whether a verb only spells out another of the same type: "shells landed in a village, wounding two"."""
    tree, verb = other.tree, other.pred.token
    if tree.lemma(verb) not in lexicon()["harm_verb"] and other.pred.get("patient"):
        return False  # "took A, capturing B" tells two
    if tree.tokens[verb].upos != "VERB" or tree.tokens[verb].deprel not in ("advcl", "acl", "acl:relcl", "xcomp"):
        return False
    if other.pattern.type in _TAKEN and any(tree.words[kid] == "had" for kid in tree.children(verb, "aux")):
        return False  # "recaptured A, which had fallen to B" tells of two changes of hands
    return tree.head(verb) == one.pred.token or any(tree.head(verb) in heads for heads in one.pred.args.values())


def _stands_alone(match: Match) -> bool:
    """Whether a weak trigger names a doer or a place of its own."""
    own = ("agent", "mod", "poss", "between", "on", "against", "in", "at", "near", "around", "struck")
    return any(match.pred.get(name) for name in own)
