"""Who says that they did it, in a sentence of its own: "The group claimed responsibility"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.parties import parties
from dateline.extract.predicates import predicate
from dateline.extract.tree import Tree
from dateline.model.reading import EventReading, Phrase
from dateline.reference.codebook import codebook
from dateline.reference.sub_events import TERRITORY_TAKEN

_CLAIMS: Final = frozenset({"claim", "admit", "assume", "accept", "acknowledge"})
_UNNAMED: Final = frozenset(
    {"bomber", "attacker", "gunman", "assailant", "shooter", "militant", "person", "man", "sniper"}
)
_FAMILIES: Final = frozenset({"explosion", "violence", "ground"})
_REACH: Final = 2  # sentences


def with_claimants(events: Sequence[EventReading], all_trees: Sequence[Tree], classes: Classes) -> list[EventReading]:
    """Return the events, those whose doers no words name done by who claimed them within two sentences.

    Args:
        events: the events of a report as read.
        all_trees: the report's sentences.
        classes: the report's classes.
    """
    out = list(events)
    for tree in all_trees:
        claimants = _claimants(tree, classes)
        near = [n for n, one in enumerate(out) if 0 <= tree.index - one.sentence <= _REACH and _is_violent(one)]
        if claimants and near and _is_open(out[near[-1]], all_trees):
            out[near[-1]] = replace(out[near[-1]], actors=claimants)
    return out


def _claimants(tree: Tree, classes: Classes) -> tuple[Phrase, ...]:
    """Return who claims responsibility in a sentence; nobody does where none has."""
    for noun, lemma in enumerate(tree.lemmas):
        verb = tree.head(noun)
        if lemma != "responsibility" or verb < 0 or tree.lemma(verb) not in _CLAIMS:
            continue
        pred = predicate(tree, verb)
        told = parties(tree, classes, pred, ("agent",))
        denied = any(tree.lemma(k) in ("not", "no", "never", "n't") for k in tree.kids[verb])
        nobody = any(tree.words[k] in ("no", "nobody", "none") for phrase in told for k in tree.kids[phrase.head])
        if told and not denied and not nobody:
            return told
    return ()


def _is_violent(event: EventReading) -> bool:
    return event.type != TERRITORY_TAKEN and codebook()[event.type].family in _FAMILIES


def _is_open(event: EventReading, all_trees: Sequence[Tree]) -> bool:
    """Whether no words name who did it: none at all, or only "a bomber", "gunmen"."""
    tree = all_trees[event.sentence]
    return all(tree.lemma(phrase.head) in _UNNAMED for phrase in event.actors)
