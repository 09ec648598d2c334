"""Deeds of long ago: five years or more behind, or told by their year alone where somebody is tried for them."""

import re
from typing import Final

from dateline.extract.lags import lagging
from dateline.extract.matching import Match
from dateline.extract.tree import Tree
from dateline.reference.numerals import numerals

_LONG: Final = frozenset({"decade", "generation", "century"})
_LONG_YEARS: Final = 5
_VAGUE: Final = {"many": 10, "several": 5}  # the least that they may stand for
_BLAMES: Final = frozenset({
    "accuse", "blame", "responsible", "charge", "convict", "try", "trial", "indict", "sentence", "acquit", "extradite",
    "sue", "lawsuit", "inquiry", "enquiry", "inquest", "panel", "commission", "prosecutor", "tribunal", "court",
    "verdict", "investigator", "exonerate", "implicate", "admit", "confess", "apologise", "apologize", "compensation",
})  # fmt: skip
_BACK: Final = frozenset({"since", "after"})
_YEAR: Final = re.compile(r"(?:19|20)\d\d$")


def is_long_past(match: Match) -> bool:
    """Return whether a deed is of long ago: "a decade ago", or the year alone where somebody is blamed or tried for it.

    Args:
        match: the trigger with its pattern.
    """
    tree, deed = match.tree, match.pred.token
    if is_long_since(tree, deed):
        return True
    told = (deed, _carrier(tree, deed))
    if "ago" in tree.vocabulary and any(
        _is_told_of(tree, n, one) for n in range(len(tree)) if _is_long_ago(tree, n) for one in told
    ):
        return True
    return bool(tree.vocabulary & _BLAMES) and _has_only_a_year(tree, deed)


def is_long_since(tree: Tree, deed: int) -> bool:
    """Return whether a deed is told in a clause years apart: "it is 17 years since bombs killed 224", "a decade after".

    Args:
        tree: the sentence.
        deed: its word for the deed.
    """
    verb = lagging(tree, deed)
    mark = next((k for k in tree.children(verb, "mark") if tree.words[k] in _BACK), 0) if verb is not None else 0
    return mark > 1 and _is_long(tree, mark - 1)


def _carrier(tree: Tree, deed: int) -> int:
    """Return the verb of which a participle without a time of its own tells what came: "shelled A, killing nine"."""
    adds = tree.tokens[deed].xpos == "VBG" and tree.rel(deed) == "advcl"
    return tree.head(deed) if adds and not tree.children(deed, "nsubj", "mark", "obl:unmarked") else deed


def _is_long(tree: Tree, unit: int) -> bool:
    """Whether a unit of time with the number before it is five years or more."""
    count = tree.words[unit - 1]
    years = int(count) if count.isdigit() else ({**numerals("units"), **numerals("tens"), **_VAGUE}).get(count, 0)
    return tree.lemma(unit) in _LONG or (tree.lemma(unit) == "year" and years >= _LONG_YEARS)


def _is_long_ago(tree: Tree, ago: int) -> bool:
    """Whether "ago" stands behind decades, or behind five years or more."""
    return tree.words[ago] == "ago" and ago > 1 and _is_long(tree, ago - 1)


def _is_told_of(tree: Tree, ago: int, deed: int) -> bool:
    """Whether "ago" tells when a deed was: it hangs on it, on what is said of it, or on who is blamed for it."""
    if tree.tokens[deed].upos != "VERB":
        hosts = tree.ancestors(ago)
        tried = bool(tree.vocabulary & _BLAMES) and any(tree.is_below(deed, host) for host in hosts)
        return deed in hosts or tried or tree.head(deed) in (tree.head(ago), tree.head(ago - 1))
    unit = tree.head(ago) if tree.lemma(ago - 1) != tree.lemma(tree.head(ago)) else ago - 1
    return deed in (tree.head(ago), tree.head(unit), tree.head(ago - 1))


def _has_only_a_year(tree: Tree, deed: int) -> bool:
    """Whether a year stands with a deed and neither month nor day: "the 1994 attack", "the killing of 200 in 1982"."""
    own = tree.subtree(deed)
    years = [k for k in own if _YEAR.match(tree.words[k])]
    return any(_is_alone(tree, year) for year in years)


def _is_alone(tree: Tree, year: int) -> bool:
    before = tree.tokens[year - 1] if year else None
    return before is not None and before.upos in ("ADP", "DET", "PRON") and before.text.lower() not in ("to", "from")
