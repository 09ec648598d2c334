"""When a predicate's happening took place: the phrases of its clause and of the clauses above that tell a time."""

from dataclasses import replace
from typing import Final

from dateline.extract.predicates import Predicate, clauses
from dateline.extract.relative_deeds import deed
from dateline.extract.tree import Tree
from dateline.model.reading import Phrase
from dateline.reference.calendar import MONTHS
from dateline.reference.lexicon import lexicon, time_heads

SAID: Final = "time of saying"  # "said on Thursday" tells when it was said, hence only until when it happened
_RANKS: Final = frozenset({"follow", "precede"})
_ORDINAL: Final = ("st", "nd", "rd", "th")
_DAY_CASES: Final = frozenset({"on", "by", "until", "till", "since", "from", "between"})
_TEMPORAL_RELS: Final = frozenset(
    {"obl", "obl:unmarked", "nmod", "nmod:unmarked", "advmod", "nmod:poss", "compound", "amod", "dep", "appos"}
)


def times(tree: Tree, pred: Predicate) -> tuple[Phrase, ...]:
    """Return the phrases that tell when a predicate's happening took place, nearest first.

    Args:
        tree: the sentence.
        pred: the predicate with its arguments.
    """
    own = _temporal(tree, pred.token)
    if not own and (verb := deed(tree, pred.token)) is not None:
        own = _temporal(tree, verb)
    if own or _comes_after_another(tree, pred.token):
        return own
    for verb in clauses(tree, pred):
        found = _temporal(tree, verb, via=None if verb == pred.clause else "clause above")
        if tree.lemma(verb) in lexicon()["say_verb"]:
            found = tuple(_of_saying(tree, pred, verb, phrase) for phrase in found)
        if found:
            return found
    return ()


def _comes_after_another(tree: Tree, noun: int) -> bool:
    """Whether a clause sets one event behind another, whose time it tells: "A's fall followed the loss of B in May"."""
    verb = tree.head(noun)
    if tree.tokens[noun].upos != "NOUN" or tree.tokens[noun].deprel != "nsubj" or tree.lemma(verb) not in _RANKS:
        return False
    return any(tree.tokens[k].upos == "NOUN" for k in tree.children(verb, "obj"))


def _of_saying(tree: Tree, pred: Predicate, verb: int, phrase: Phrase) -> Phrase:
    """Mark a verb of saying's time as such, unless it stands before the content that the verb follows.

    In "Since Tuesday, the clashes have left 12 dead, the group said" the tree may tie the time to "said".
    """
    saying, told = tree.tokens[verb].start, tree.tokens[pred.token].start
    if phrase.start < told < saying or tree.case(phrase.head) == "since":
        return replace(phrase, via="clause above")
    return replace(phrase, via=SAID)


def _temporal(tree: Tree, token: int, via: str | None = None) -> tuple[Phrase, ...]:
    found = []
    kids = [kid for kid in tree.children(token) if tree.tokens[kid].deprel in _TEMPORAL_RELS]
    for kid in (*_before_subject(tree, token), *kids):
        if not is_time(tree, kid):
            continue
        inside = [t for t in tree.subtree(kid) if not _cut_off(tree, t, kid)]
        found.append(tree.span(_with_case(tree, inside, kid), kid, via=via))
    return tuple(found)


def _before_subject(tree: Tree, token: int) -> list[int]:
    """Return the day that a tree takes for the number of a verb's subject: "and on May 3 rebels took it again"."""
    subjects = [kid for kid in tree.children(token) if tree.tokens[kid].deprel in ("nsubj", "nsubj:pass")]
    days = [n for kid in subjects for n in tree.children(kid, "nummod") if n < kid]
    months = {n: [kid for kid in tree.kids[n] if tree.words[kid] in MONTHS] for n in days}
    return [n for n in days if any(tree.case(one) in _DAY_CASES for month in months[n] for one in (n, month))]


def _cut_off(tree: Tree, token: int, top: int) -> bool:
    """Whether a token lies in a clause below a phrase of time rather than in the phrase."""
    while token != top:
        if tree.tokens[token].deprel in ("acl:relcl", "acl", "conj", "cc", "advcl", "parataxis", "appos"):
            return True
        token = tree.head(token)
    return False


def _with_case(tree: Tree, inside: list[int], head: int) -> list[int]:
    """Keep the phrase's own preposition: "since Sunday" is not "Sunday"."""
    return sorted({*inside, *tree.children(head, "case")})


def is_time(tree: Tree, token: int) -> bool:
    """Return whether a phrase tells a time: its head is a word of time, or "ago" and the like stand with it.

    Args:
        tree: the sentence.
        token: the phrase's head.
    """
    lemma = tree.lemma(token)
    if lemma in time_heads() or tree.tokens[token].text.lower() in time_heads():
        return True
    if lemma in ("ago", "recently", "previously"):
        return lemma == "ago"
    if tree.tokens[token].upos == "NUM" and any(tree.words[kid] in MONTHS for kid in tree.kids[token]):
        return True  # "April 25": some trees have the day for the head, some the month
    if lemma.endswith(_ORDINAL) and lemma[0].isdigit():  # "on the 18th" of the month that is told of
        return tree.case(token) in _DAY_CASES
    return (
        len(lemma) == 4
        and lemma.isdigit()
        and lemma[:2] in ("19", "20")
        and tree.case(token) in ("in", "since", "of", "")
    )
