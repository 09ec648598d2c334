"""What only tells how much there is of something: frequent attacks, a rise in kidnappings, totals so far."""

from typing import Final

from dateline.extract.matching import Match
from dateline.extract.nearest import AT
from dateline.extract.times import is_time
from dateline.extract.tree import Tree
from dateline.reference.lexicon import lexicon

_GROWS: Final = frozenset(
    {"step", "intensify", "escalate", "increase", "multiply", "ramp", "decrease", "reduce", "grow", "rise", "decline",
     "surge", "spike", "soar", "dwindle", "subside"}
)  # fmt: skip
_GROWTH: Final = frozenset(
    {"increase", "rise", "surge", "spike", "uptick", "upsurge", "decline", "drop", "decrease", "fall", "escalation",
     "growth", "jump", "upswing", "resurgence", "reduction"}
)  # fmt: skip
_MEETS: Final = frozenset({"face", "see", "witness", "experience", "endure", "follow", "weather"})
_SPEAKS: Final = frozenset(
    {"chronicle", "document", "detail", "describe", "list", "catalogue", "recount", "recall", "examine", "investigate",
     "comment", "discuss", "look", "inquire", "denounce", "decry", "deplore"}
)  # fmt: skip
_USUAL: Final = frozenset({"frequent", "regular", "routine", "recurrent", "habitual", "everyday", "commonplace"})
_AFTER: Final = frozenset({"after", "amid", "amidst", "following", "despite", "over", "of"})
_HARMS: Final = frozenset(
    {"kill", "die", "wound", "injure", "perish", "lose", "slay", "murder", "massacre", "kidnap", "abduct"}
)
_SPANS: Final = frozenset({"week", "month", "year", "decade"})
_SO_FAR: Final = frozenset({"past", "last", "previous", "recent", "this", "the"})


def is_trend(match: Match) -> bool:
    """Return whether a trigger only says that there is more or less of its kind, or gives a total of a longer time.

    "Rebels have stepped up attacks since", "a rise in kidnappings", "more than 1,000 have been killed in the past
    month"; what names a spot of its own is told as having happened there.

    Args:
        match: the trigger with its pattern.
    """
    tree, token = match.tree, match.pred.token
    if tree.tokens[token].upos == "VERB":
        return tree.lemma(token) in _HARMS and _is_total(tree, token)
    if not _is_many(tree, token) or _has_spot(match):
        return False
    usual = any(tree.lemma(k) in _USUAL for k in tree.children(token, "amod"))  # "sees frequent attacks"
    return usual or _grows(tree, token) or _is_one_of_many(tree, token) or _is_spoken_of(tree, token)


def _is_many(tree: Tree, noun: int) -> bool:
    return tree.tokens[noun].xpos in ("NNS", "NNPS") or tree.words[noun].endswith("ing")


def _has_spot(match: Match) -> bool:
    return any(match.tree.tokens[h].upos == "PROPN" for name in AT for h in match.pred.get(name))


def _grows(tree: Tree, noun: int) -> bool:
    """Whether a noun is the object of a verb of growing, its subject, or what there is a rise in."""
    above = tree.head(noun)
    if above < 0:
        return False
    if tree.rel(noun) in ("obj", "nsubj"):
        return tree.tokens[above].upos == "VERB" and tree.lemma(above) in _GROWS
    return tree.rel(noun) == "nmod" and tree.case(noun) in ("in", "of") and tree.lemma(above) in _GROWTH


def _is_one_of_many(tree: Tree, noun: int) -> bool:
    """Whether a noun only tells of several that were before: "have faced a string of assaults", "after a spate of"."""
    top = tree.head(noun)
    if top < 0 or tree.rel(noun) != "nmod" or tree.case(noun) != "of" or tree.lemma(top) not in lexicon()["series"]:
        return False
    verb = tree.head(top)
    met = tree.rel(top) == "obj" and verb >= 0 and tree.lemma(verb) in _MEETS
    return met or (tree.rel(top) in ("obl", "nmod") and tree.case(top) in _AFTER)


def _is_spoken_of(tree: Tree, noun: int) -> bool:
    """Whether bare deeds are only what words are about: "documents killings", "calls for an end to raids"."""
    kids = tree.kids[noun]
    if any(tree.tokens[k].upos in ("DET", "NUM", "PROPN") or tree.rel(k) == "nmod:poss" for k in kids):
        return False
    while tree.tokens[noun].deprel == "conj" and tree.head(noun) >= 0:
        noun = tree.head(noun)
    above = tree.head(noun)
    if above < 0:
        return False
    about = tree.rel(noun) == "obj" or tree.case(noun) in ("on", "into")
    ended = tree.rel(noun) == "nmod" and tree.case(noun) == "to" and tree.lemma(above) == "end"
    return (about and tree.lemma(above) in _SPEAKS) or ended


def _is_total(tree: Tree, verb: int) -> bool:
    """Whether people "have been killed" since some time, or in the past weeks, months or years."""
    if not any(tree.words[k] in ("have", "has") for k in tree.children(verb, "aux")):
        return False
    if any(tree.words[k] == "since" for kid in tree.children(verb, "advcl") for k in tree.kids[kid]):
        return True
    return any(_is_span(tree, kid) for kid in tree.children(verb, "obl", "obl:unmarked", "nmod"))


def _is_span(tree: Tree, kid: int) -> bool:
    if not is_time(tree, kid):
        return False
    if tree.case(kid) == "since":
        return True
    words = {tree.words[k] for k in tree.kids[kid]}
    return (
        tree.lemma(kid) in _SPANS
        and bool(words & _SO_FAR)
        and (tree.case(kid) in ("in", "over", "during") or "this" in words)
    )
