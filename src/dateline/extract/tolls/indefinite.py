"""People told one by one behind an article: "a soldier", "a sixth man", "an eleventh"."""

from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.tolls.group import Group
from dateline.extract.tolls.nouns import is_someone
from dateline.extract.tolls.numbers import is_nth, is_number, text, words
from dateline.extract.tree import Tree
from dateline.reference.lexicon import lexicon

RUN: Final = 7  # words between a number and the noun it counts, at most
_OF_A_TOLL: Final = frozenset({"life", "victim", "death", "fatality"})  # what a toll counts one by one: "a 29th life"
# What ordinals tell apart rather than count: "a second lieutenant", "a 12th grade pupil", "a 5th Brigade sapper".
_RANKED: Final = frozenset({"lieutenant", "secretary", "mate"})
_ARRANGED: Final = frozenset(
    {
        *("grade", "form", "year", "class", "standard", "semester", "division", "brigade", "battalion", "regiment"),
        *("corps", "fleet", "squadron"),
    }
)


def indefinite(tree: Tree, classes: Classes, article: int) -> Group | None:
    """Return the group of "a soldier", "an elderly man"; a bare collective ("an army") is no number of people.

    Args:
        tree: the sentence.
        classes: the report's classes.
        article: the article's word.
    """
    head = tree.head(article)
    if not article < head <= article + RUN or tree.tokens[head].xpos not in ("NN", "NNP"):
        return None
    if is_nth(tree, head) and not _goes_with(tree, head):
        return Group(article, head, head, words(tree, article, head, head), bare=True)  # "an eleventh died"
    lemma = tree.lemma(head)
    if lemma == "figure" and any(is_number(tree, k) for k in range(head + 1, min(head + 4, len(tree)))):
        return None  # "an earlier figure of 13 dead"
    nth = next((k for k in range(article + 1, head) if tree.head(k) == head and is_nth(tree, k)), None)
    above = tree.head(head)
    if tree.tokens[head].deprel == "appos" and any(is_nth(tree, k) for k in (above, *tree.kids[above])):
        return None  # "a 32nd victim, a woman of 20", "an eleventh, a nurse"
    counts = nth is not None and not _tells_which(tree, nth)
    if nth is not None and counts and (lemma in _OF_A_TOLL or is_someone(tree, classes, head)):
        return Group(article, head, head, words(tree, article, nth, nth))  # "a sixth man has died": six have
    between = (k for k in range(article + 1, head) if counts or k != nth)
    if any(_parts_from_noun(tree, k, head) for k in between):
        return None
    if lemma == "couple" and text(tree, head + 1) != "of":
        return Group(article, head, head, words(tree, article, head, head))
    if lemma in lexicon()["collective"] or lemma in lexicon()["quantity"] or not is_someone(tree, classes, head):
        return None
    return Group(article, head, head, words(tree, article, article, article))


def _goes_with(tree: Tree, nth: int) -> bool:
    """Whether an ordinal is a share or stands before a noun: "a third of them", "a second wave"."""
    after = nth + 1
    return text(tree, after) in ("of", "-") or (
        after < len(tree) and tree.tokens[after].upos in ("NOUN", "PROPN", "ADJ", "NUM")
    )


def _tells_which(tree: Tree, nth: int) -> bool:
    """Whether an ordinal belongs to a rank or a division, and counts nobody: "second lieutenant", "12th grade"."""
    ordered = tree.lemma(nth + 1 + (text(tree, nth + 1) == "-"))
    return ordered in _RANKED or ordered in _ARRANGED


def _parts_from_noun(tree: Tree, token: int, head: int) -> bool:
    """Whether a word between an article and its noun shows that a number or another phrase stands between them."""
    one = tree.tokens[token]
    if is_number(tree, token):
        return text(tree, token + 1) != "-"
    return one.upos in ("VERB", "PUNCT") and one.text != "-" and one.head != head
