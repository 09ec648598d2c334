"""Scores of words, sentences and trees, after the definition of the CoNLL 2018 shared task.

System and gold are aligned by the characters that are no white space; a word counts when the
same characters make a word on both sides, an arc when also the head is the same word, a
labelled arc when also the relation is the same. Relations are compared without subtypes, as
in the shared task; `LAS+` compares them whole.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from evaluation.tally import Tally

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Node:
    """A word: its span in characters other than white space, its tags, head span (None: root) and relation."""

    span: Span
    upos: str
    xpos: str
    lemma: str
    head: Span | None
    deprel: str


@dataclass(slots=True)
class TreeScores:
    """Tallies by metric, summed over texts."""

    tallies: dict[str, Tally] = field(default_factory=dict)

    def add(self, system: Sequence[Sequence[Node]], gold: Sequence[Sequence[Node]]) -> None:
        """Count one text, given as sentences of nodes on both sides."""
        spans = [{(s[0].span[0], s[-1].span[1]) for s in side} for side in (system, gold)]
        self._tally("sentences").count(len(spans[0] & spans[1]), len(spans[1]), len(spans[0]))
        truth = {node.span: node for sentence in gold for node in sentence}
        given = sum(map(len, system))
        right = dict.fromkeys(("words", "UPOS", "XPOS", "lemmas", "UAS", "LAS", "LAS+"), 0)
        for sentence in system:
            for node in sentence:
                if node.span in truth:
                    for metric in _matches(node, truth[node.span]):
                        right[metric] += 1
        for metric, count in right.items():
            self._tally(metric).count(count, len(truth), given)

    def figures(self) -> dict[str, float]:
        """Return F1 in per cent by metric; with gold words these are accuracies."""
        return {metric: round(100 * tally.f1, 2) for metric, tally in self.tallies.items()}

    def _tally(self, metric: str) -> Tally:
        return self.tallies.setdefault(metric, Tally())


def _matches(node: Node, truth: Node) -> Iterable[str]:
    yield "words"
    if node.upos == truth.upos:
        yield "UPOS"
    if node.xpos == truth.xpos:
        yield "XPOS"
    if truth.lemma in {node.lemma, "_"}:
        yield "lemmas"
    if node.head == truth.head:
        yield "UAS"
        if node.deprel.split(":")[0] == truth.deprel.split(":")[0]:
            yield "LAS"
        if node.deprel == truth.deprel:
            yield "LAS+"


def squeezed_offsets(text: str) -> list[int]:
    """Return, for each offset into the text and its end, how many characters before it are no white space."""
    offsets, count = [0], 0
    for char in text:
        count += not char.isspace()
        offsets.append(count)
    return offsets


def mention_tallies(system: Iterable[tuple[Span, str]], gold: Iterable[tuple[Span, str]]) -> dict[str, Tally]:
    """Count mentions with exactly the same span and type, by type; "all" is their sum."""
    found, truth = set(system), set(gold)
    tallies: dict[str, Tally] = {"all": Tally.of(len(found & truth), len(truth), len(found))}
    for kind in sorted({kind for _, kind in truth}):
        here = {mention for mention in found if mention[1] == kind}
        there = {mention for mention in truth if mention[1] == kind}
        tallies[kind] = Tally.of(len(here & there), len(there), len(here))
    return tallies
