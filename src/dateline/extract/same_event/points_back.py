"""Nouns that only take up an event told elsewhere, and tell none of their own."""

from dateline.extract.matching import Match
from dateline.extract.relative_deeds import deed
from dateline.extract.tree import Tree
from dateline.model.reading import EventReading
from dateline.reference.trigger_words import POINTING


def only_points_back(match: Match, reading: EventReading, *, labelled: bool) -> bool:
    """Return whether a noun only takes up an event told elsewhere: "the offensive" with nothing said of it.

    Args:
        match: the noun with its pattern.
        reading: the event as read.
        labelled: whether it stands in an entry that has its day and place from its label: "14 dead in an air strike".
    """
    tree, noun = match.tree, match.pred.token
    if tree.tokens[noun].upos not in ("NOUN", "PROPN") or match.pattern.acts:
        return False
    if _is_bare_and_before(tree, noun):
        return True
    if deed(tree, noun) is not None:
        return False  # "claimed the bomb attack that killed the mayor", "the blast that set the hotel on fire"
    spot = any(phrase.via is None for phrase in reading.places)
    if reading.actors or reading.targets or spot or any(phrase.via is None for phrase in reading.times):
        return False
    definite = any(tree.lemma(k) in (*POINTING, "such") for k in tree.children(noun, "det"))
    return definite or not (reading.places or labelled)


def _is_bare_and_before(tree: Tree, noun: int) -> bool:
    """Whether a noun only tells when something else was: "in the weeks before the shooting"."""
    kids = [k for k in tree.kids[noun] if tree.tokens[k].deprel not in ("case", "det", "punct")]
    pointing = any(tree.lemma(k) in POINTING for k in tree.children(noun, "det"))
    return pointing and not kids and tree.case(noun).rpartition(" ")[2] in ("after", "before", "since", "following")
