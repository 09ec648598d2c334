"""Who the harmed are: children or women, and whose side they were on where the words say so."""

from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.parties import parties
from dateline.extract.predicates import subject
from dateline.extract.tolls.found import Found
from dateline.extract.tolls.numbers import text
from dateline.extract.tolls.owners import GOVERNING, owners
from dateline.extract.tree import Tree
from dateline.model.reading import Phrase
from dateline.reference.lexicon import lexicon
from dateline.reference.numerals import numerals

_ADMITS: Final = frozenset({"admit", "acknowledge", "concede", "suffer", "sustain", "mourn"})
_MINOR: Final = 18  # years of age from which a person is no child (Convention on the Rights of the Child, article 1)
_IN_RANKS: Final = frozenset({"in", "among", "within", "from"})
_SIDE_REACH: Final = 12  # words from a toll to "on the government side", at most
_OWN: Final = frozenset(
    {
        "own",
        "dead",
        "wounded",
        "man",
        "fighter",
        "troop",
        "troops",
        "soldier",
        "militant",
        "guerrilla",
        "personnel",
        "officer",
        "brother",
        "comrade",
        "hero",
        "martyr",
        "number",
    }
)
_LOST_REACH: Final = 8  # words from "the losses of the enemy" to their number, at most
_NEXT: Final = frozenset({"and", ",", "but"})  # what follows is another's: "five of its own and three militants"
_LOSSES: Final = frozenset({"loss", "casualty"})
_LOST: Final = frozenset({"loss", "casualty", "fatality", "death", "toll"})


def demographic(tree: Tree, head: int) -> str | None:
    """Return "children" or "women" where a phrase counts only these, else None.

    Args:
        tree: the sentence.
        head: the head of the phrase of the harmed.
    """
    words = lexicon()
    joined = [k for k in tree.children(head, "conj") if tree.tokens[k].upos in ("NOUN", "PROPN")]
    members = [head, *(k for k in joined if not tree.children(k, "nummod", "det", "nmod:poss", "nsubj"))]
    if tree.lemma(head) in words["quantity"] or tree.tokens[head].upos == "NUM":
        inner = [k for k in tree.children(head, "nmod") if tree.case(k) == "of"]
        members = inner or members
    lemmas = {tree.lemma(k) for k in members}
    if lemmas <= words["child"] or _is_minor(tree, head):
        return "children"
    return "women" if lemmas <= words["woman"] else None


def _is_minor(tree: Tree, head: int) -> bool:
    """Whether an age below 18 stands before the noun: "a 12-year-old girl", "two ten-year-olds"."""
    for token in range(max(head - 6, 0), head):
        word = text(tree, token)
        age = word.split("-")[0]
        young = 0 < (int(age) if age.isdigit() else numerals("units").get(age, 0)) < _MINOR
        if young and ("-year-old" in word or text(tree, token + 2) == "year"):
            return tree.text[tree.tokens[token].end : tree.tokens[head].start].count(" ") <= _MINOR
    return False


def side(tree: Tree, classes: Classes, one: Found) -> tuple[Phrase, ...]:
    """Return the words for the party of the harmed, where the clause rather than their own phrase names it.

    "the army lost nine men", "government losses of 15", "three on the rebel side", "12 of its men".

    Args:
        tree: the sentence.
        classes: the report's classes.
        one: the toll.
    """
    trigger = one.trigger
    if trigger is not None and trigger.pattern.loses:
        losing = parties(tree, classes, trigger.pred, trigger.pattern.loses)
        own = tuple(phrase for phrase in losing if phrase.head == one.victims)
        return own or losing  # "cost 27 soldiers their lives and 20 rebels theirs"
    if trigger is not None and tree.lemma(trigger.token) in _LOST:
        losing = parties(tree, classes, trigger.pred, ("mod", "poss", "among"))
        if losing or (losing := admitting(tree, trigger.pred.clause)):
            return losing
    if text(tree, one.victims) == "ours":
        return (tree.phrase(one.victims),)  # "seventy of ours were killed"
    ranks, had = _beside(tree, one), owners(tree, classes, one)
    if had and all(tree.tokens[k.head].xpos == "PRP$" for k in ranks):
        return had  # "the army owns up to three dead in its ranks"
    beside = ranks or _of_losses(tree, one) or had
    if beside:
        return beside
    if one.single or tree.lemma(one.victims) not in _OWN:
        return ()
    holders = [k for k in tree.children(one.victims, "nmod:poss") if not _counted_between(tree, k, one.victims)]
    if text(tree, one.victims) == "own" and not holders:
        holders = [one.victims - 1]  # "five of its own"
    return tuple(tree.phrase(k) for k in holders if tree.tokens[k].xpos == "PRP$" or tree.tokens[k].upos == "PROPN")


def _counted_between(tree: Tree, first: int, last: int) -> bool:
    """Whether a number stands between two words, so that the second is counted apart from the first's."""
    return any(tree.tokens[k].upos == "NUM" for k in range(first + 1, last))


def admitting(tree: Tree, verb: int) -> tuple[Phrase, ...]:
    """Return who "admitted the loss of six", which is their own.

    Args:
        tree: the sentence.
        verb: the verb that a toll hangs on.
    """
    if tree.lemma(verb) not in _ADMITS:
        return ()
    who = [k for k in subject(tree, verb) if tree.tokens[k].upos != "NUM" and tree.lemma(k) not in GOVERNING]
    return tuple(tree.phrase(k) for k in who)


def _of_losses(tree: Tree, one: Found) -> tuple[Phrase, ...]:
    """Return whose losses a number gives: "the army's losses as 80 dead and his own as nine", "our losses: 26 dead"."""
    if heading := _heading_a_list(tree, one.at):
        return _whose(tree, heading)
    for token in range(one.at - 1, max(one.at - _LOST_REACH, 0) - 1, -1):
        if tree.tokens[token].upos == "NUM":
            break
        if text(tree, token) == "own" and text(tree, token + 1) not in _NEXT and not _owns_another(tree, token):
            owner = token - 1
            return (tree.phrase(owner),) if tree.tokens[owner].xpos == "PRP$" else ()
        if tree.lemma(token) in _LOSSES:
            return _whose(tree, token)
    return ()


def _owns_another(tree: Tree, own: int) -> bool:
    """Whether "own" belongs to a noun for something else than the dead: "our own information is that 20 died"."""
    noun = tree.head(own)
    return noun > own and tree.tokens[noun].upos == "NOUN" and tree.lemma(noun) not in _LOST | _OWN


def _heading_a_list(tree: Tree, at: int) -> int | None:
    """Return the "losses" before the colon of a list: "the losses of the enemy, as we know: 60 dead, 11 captured"."""
    colon = next((n for n in range(at) if tree.words[n] == ":"), None)
    return next((n for n in range(colon or 0) if tree.lemma(n) in _LOSSES), None)


def _whose(tree: Tree, losses: int) -> tuple[Phrase, ...]:
    owners = list(tree.children(losses, "nmod:poss", "compound", "amod"))
    owners += [k for k in tree.children(losses, "nmod") if tree.case(k) == "of"]
    return tuple(tree.phrase(k) for k in owners)


def _beside(tree: Tree, one: Found) -> tuple[Phrase, ...]:
    """Return the party of "on the rebel side" or "in its ranks" that follows a toll."""
    last = max(one.at, one.victims)
    for token in range(last + 1, min(last + _SIDE_REACH, len(tree))):
        if tree.tokens[token].upos == "NUM":
            break
        if tree.lemma(token) == "rank" and tree.case(token) in _IN_RANKS:
            return tuple(tree.phrase(k) for k in tree.children(token, "nmod:poss"))
        if tree.lemma(token) == "side" and tree.case(token) == "on":
            owners = tree.children(token, "compound", "amod", "nmod:poss")
            return tuple(tree.phrase(k) for k in owners if text(tree, k) not in ("both", "either", "other", "each"))
    return ()
