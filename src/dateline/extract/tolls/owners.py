"""Whose dead a bare number counts, where the clause names them as who had or left them: "the Front had 73 dead"."""

from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.predicates import subject
from dateline.extract.tolls.found import Found
from dateline.extract.tolls.numbers import text
from dateline.extract.tree import Tree
from dateline.model.reading import Phrase
from dateline.reference.lexicon import lexicon

_HAVE: Final = frozenset({"have", "suffer", "sustain", "count", "mourn", "admit", "acknowledge", "concede"})
GOVERNING: Final = frozenset(
    {"government", "ministry", "authority", "authorities", "minister", "official", "president"}
)
"""Who may admit any dead of the country: "the government concedes 150 dead" need not speak of its soldiers."""
_ADMITTING: Final = frozenset({"admit", "acknowledge", "concede", "own", "confess"})
_COUNTERS: Final = frozenset({"we", "I", "police", "gendarmerie", "policeman", "guard", "officer"})
_ADMIT_TO: Final = frozenset({"own", "admit", "confess"})  # "owns to eighteen dead", "owns up to three"
_RUN: Final = frozenset({"flee", "retreat", "withdraw", "run", "scatter", "disperse", "break", "pull"})
_ROUTED: Final = frozenset({"disorder", "disarray", "panic", "rout", "confusion", "disorderly"})
_ARMS: Final = frozenset({"arm", "arms", "weapon", "ammunition", "equipment"})
_DEAD: Final = frozenset({"dead", "killed", "losses"})
_ENTRIES: Final = frozenset({":", ",", ";", "and"})
_LEAVE: Final = "leave"
_PARTIES: Final = frozenset({"combatant", "military", "actor"})
_NAMING: Final = ("NOUN", "PROPN")
_ABOVE: Final = 3  # words of the tree between a number and the verb that it is the object of, at most


def owners(tree: Tree, classes: Classes, one: Found) -> tuple[Phrase, ...]:
    """Return who is said to have had the dead that a bare number counts, or to have left them as they fled.

    Who flees "leaving 34 dead" may have killed them: they are their own only where arms are left with them, where they
    are left "behind", or where it is a rout.

    Args:
        tree: the sentence.
        classes: the report's classes.
        one: the toll.
    """
    trigger = one.trigger
    if label := _label(tree, classes, one) or _from(tree, classes, one):
        return label
    if trigger is None or not trigger.describes or one.single or tree.tokens[one.victims].upos != "NUM":
        return ()
    verb = _verb(tree, one)
    if verb is None:
        return ()
    lemma = tree.lemma(verb)
    if lemma == "count" and any(tree.lemma(k) in _COUNTERS for k in subject(tree, verb)):
        return ()  # "the police had counted 20 dead", "we have counted 16": they were not theirs
    if lemma in _ADMITTING and any(tree.lemma(k) in GOVERNING for k in subject(tree, verb)):
        return ()
    if lemma in _HAVE or (lemma in _ADMIT_TO and text(tree, verb + 1 + (text(tree, verb + 1) == "up")) == "to"):
        return _named(tree, subject(tree, verb))
    if lemma == _LEAVE and any(tree.lemma(k) in lexicon()["enemy"] for k in subject(tree, verb)):
        return _named(tree, subject(tree, verb))  # "the enemy left 250 dead": nobody tells so of their own
    if lemma == _LEAVE and _are_theirs(tree, classes, verb):
        above = tree.head(verb)
        runs = above if above >= 0 and tree.lemma(above) in _RUN else verb
        return _named(tree, subject(tree, runs) or subject(tree, verb))
    return ()


def _from(tree: Tree, classes: Classes, one: Found) -> tuple[Phrase, ...]:
    """Return the party that a bare number is told to be from: "53 dead, 30 from the army and 23 from the rebels"."""
    if one.single or tree.tokens[one.victims].upos != "NUM" or text(tree, one.victims + 1) != "from":
        return ()
    start = one.victims + 2
    end = start
    while end < len(tree) and tree.tokens[end].upos in (*_NAMING, "ADJ", "DET", "PRON"):
        end += 1
    heads = [k for k in range(start, end) if tree.tokens[k].upos in _NAMING]
    of = classes.of(tree, heads[-1]) if heads else frozenset()
    return (tree.span(range(start, end), heads[-1]),) if of & _PARTIES and "place" not in of else ()


def _label(tree: Tree, classes: Classes, one: Found) -> tuple[Phrase, ...]:
    """Return the party whose name heads a number in a list: "Enemy: 41 dead", "Rebels: 12 killed; army: 3 killed".

    A party that stands so alone may be who says it: "Police: 12 killed".
    """
    head = one.at - 2
    harmed = text(tree, head) in _DEAD and head > 0  # "Opposition dead: 10"
    head -= harmed
    marked = text(tree, one.at - 1) == ":"
    if not marked and _is_entry(tree, one):
        head += 1  # "Losses: army 3 killed, rebels 21 killed"
    elif not marked:
        return ()
    if head < 0 or one.single or tree.tokens[head].upos not in _NAMING:
        return ()
    words, of = lexicon(), classes.of(tree, head)
    listed = (
        harmed or not marked or tree.words.count(":") > 1 or tree.lemma(head) in words["irregular"] | words["enemy"]
    )
    if not listed or not of & _PARTIES or "place" in of:
        return ()
    first = head
    while first and tree.tokens[first - 1].upos in (*_NAMING, "ADJ", "DET"):
        first -= 1
    return (tree.span(range(first, head + 1), head),)


def _is_entry(tree: Tree, one: Found) -> bool:
    """Whether a party's name alone stands between a mark and its number, in a list behind a colon."""
    if ":" not in tree.words[: one.at] or text(tree, one.victims + 1) not in _DEAD:
        return False
    return text(tree, one.at - 2) in _ENTRIES or text(tree, one.at - 3) in _ENTRIES


def _verb(tree: Tree, one: Found) -> int | None:
    """Return the verb that has the number as its object."""
    token = one.victims
    for _ in range(_ABOVE):
        above = tree.head(token)
        if above < 0:
            return None
        if tree.tokens[above].upos == "VERB":
            return above if above < one.victims else None
        token = above
    return None


def _are_theirs(tree: Tree, classes: Classes, verb: int) -> bool:
    """Whether who left the dead left their own."""
    after = [k for k in range(verb + 1, len(tree)) if k in tree.subtree(verb)]
    armed = any(tree.lemma(k) in _ARMS or "materiel" in classes.of(tree, k) for k in after)
    routed = not _ROUTED.isdisjoint(tree.words)
    return armed or routed or any(tree.words[k] == "behind" for k in after)


def _named(tree: Tree, heads: list[int]) -> tuple[Phrase, ...]:
    """Return the words for a party, no "they" or "it", which may be anyone told of before."""
    kept = (k for k in heads if tree.tokens[k].upos in ("NOUN", "PROPN") or tree.words[k] == "we")
    return tuple(tree.phrase(k) for k in kept)
