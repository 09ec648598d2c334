"""Deeds of firms, councils and courts: what changes hands in business, is pulled down by the book, or is long past."""

import re
from typing import Final

from dateline.extract.matching import Match
from dateline.extract.tree import Tree
from dateline.reference.codebook import TERRITORY_TAKEN
from dateline.reference.lexicon import lexicon

_CHANGES_HANDS: Final = frozenset({TERRITORY_TAKEN, "Non-violent transfer of territory"})
_DESTROYED: Final = "Looting/property destruction"
_OF_ARMS: Final = frozenset({"military", "security", "mercenary", "infantry", "tank", "rifle", "parachute"})
_PULLED_DOWN: Final = frozenset(
    {"demolish", "raze", "tear", "pull", "bulldoze", "flatten", "level", "knock", "dismantle", "destroy", "break"}
)
_BY_FORCE: Final = frozenset({
    "soldier", "troop", "troops", "army", "military", "junta", "settler", "palestinian", "israeli", "muslim",
    "minority", "protester", "bedouin", "militia", "rebel", "arson", "church", "mosque",
})  # fmt: skip
_LONG: Final = frozenset({"decade", "generation", "century"})
_LONG_YEARS: Final = 5
_WORDS_FOR: Final = {
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "many": 10, "several": 5,
}  # fmt: skip
_BLAMES: Final = frozenset({
    "accuse", "blame", "responsible", "charge", "convict", "try", "trial", "indict", "sentence", "acquit", "extradite",
    "sue", "lawsuit", "inquiry", "enquiry", "inquest", "panel", "commission", "prosecutor", "tribunal", "court",
    "verdict", "investigator", "exonerate", "implicate", "admit", "confess", "apologise", "apologize", "compensation",
})  # fmt: skip
_YEAR: Final = re.compile(r"(?:19|20)\d\d$")


def is_peaceful(match: Match) -> bool:
    """Return whether a trigger tells what firms or councils do by the book, or a deed of long ago.

    Args:
        match: the trigger with its pattern.
    """
    return _is_business(match) or _is_by_the_book(match) or _is_long_past(match)


def _is_business(match: Match) -> bool:
    """Whether a firm takes or hands over: "the contractor handed over the hospital"."""
    if match.pattern.type not in _CHANGES_HANDS:
        return False
    tree = match.tree
    return any(
        tree.lemma(head) in lexicon()["firm"] and not _OF_ARMS & {tree.lemma(k) for k in tree.kids[head]}
        for head in match.pred.get("agent")
    )


def _is_by_the_book(match: Match) -> bool:
    """Whether a council or builder pulls down what stands in the way: "the council razed unauthorised stalls"."""
    tree, have = match.tree, match.tree.vocabulary
    if match.pattern.type != _DESTROYED or tree.lemma(match.pred.token) not in _PULLED_DOWN or have & _BY_FORCE:
        return False
    by = {tree.lemma(k) for head in match.pred.get("agent") for k in (head, *tree.kids[head])}
    return bool((by & lexicon()["civic"]) or (have & lexicon()["civic_reason"]))


def _is_long_past(match: Match) -> bool:
    """Whether a deed is of long ago: "a decade ago", or the year alone where somebody is blamed or tried for it."""
    tree, deed = match.tree, match.pred.token
    if "ago" in tree.vocabulary and any(_is_told_of(tree, n, deed) for n in range(len(tree)) if _is_long_ago(tree, n)):
        return True
    return bool(tree.vocabulary & _BLAMES) and _has_only_a_year(tree, deed)


def _is_long_ago(tree: Tree, ago: int) -> bool:
    """Whether "ago" stands behind decades, or behind five years or more."""
    if tree.words[ago] != "ago" or ago < 2:
        return False
    unit = tree.lemma(ago - 1)
    count = tree.words[ago - 2]
    years = int(count) if count.isdigit() else _WORDS_FOR.get(count, 0)
    return unit in _LONG or (unit == "year" and years >= _LONG_YEARS)


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
