"""Whether a noun names people: many ("soldiers", "villagers", "Taliban") or one ("a mayor", a person's name)."""

from functools import cache
from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.tree import Tree
from dateline.reference.lexicon import lexicon

_PEOPLE: Final = frozenset({"people", "civilian", "combatant", "person"})
_NO_ONE: Final = frozenset({"people", "other", "dead", "ally", "affiliate", "alliance", "cadre", "offshoot"})


def are_people(tree: Tree, classes: Classes, noun: int) -> bool:
    """Return whether a noun names people: soldiers, villagers, Palestinians, Taliban.

    Args:
        tree: the sentence.
        classes: the report's classes.
        noun: the phrase's head.
    """
    lemma = tree.lemma(noun)
    if lemma in _told_one_by_one() or lemma in lexicon()["casualty"]:
        return True
    have = classes.of(tree, noun)
    if have & _PEOPLE:
        return not ("place" in have and "combatant" not in have and "person" not in have)
    named = tree.tokens[noun].upos == "PROPN" and "actor" in have and not have & {"time", "materiel"}
    return named and classes.mention_type(tree.index, noun) in ("organisation", "nationality")


def may_be_people(tree: Tree, classes: Classes, noun: int) -> bool:
    """Return whether a noun of which nothing is known is counted among the killed as people would be: "six cooks".

    Args:
        tree: the sentence.
        classes: the report's classes.
        noun: the phrase's head.
    """
    token, lemma = tree.tokens[noun], tree.lemma(noun)
    return token.xpos in ("NNS", "JJ") and not classes.of(tree, noun) - {"actor"} and lemma not in lexicon()["thing"]


def is_someone(tree: Tree, classes: Classes, head: int) -> bool:
    """Return whether one person is meant: a person's name, or a singular noun for a person.

    Args:
        tree: the sentence.
        classes: the report's classes.
        head: the phrase's head.
    """
    token, nouns = tree.tokens[head], lexicon()
    have = classes.of(tree, head)
    lemma = tree.lemma(head)
    if token.upos == "PROPN" and not _is_title(lemma):
        return "person" in have and classes.mention_type(tree.index, head) == "person"
    if (
        token.xpos not in ("NN", "NNP")
        or token.upos == "PRON"
        or lemma in nouns["thing"]
        or lemma in nouns["quantity"] | nouns["portion"] | nouns["collective"] | nouns["casualty"] | _NO_ONE
    ):
        return False
    return bool(have & _PEOPLE) or lemma in _told_one_by_one()


def _is_title(lemma: str) -> bool:
    return lemma in _told_one_by_one() or lemma in lexicon()["combatant"] or lemma in lexicon()["civilian"]


@cache
def _told_one_by_one() -> frozenset[str]:
    """Return the nouns for people that only tolls ask for."""
    nouns = lexicon()
    return nouns["dignitary"] | nouns["rank"] | nouns["woman"] | nouns["child"]
