"""One pass of the network over the sentences of a report, and the reading of its scores."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dateline.annotate.entities import BioDecoder, TagSpan
from dateline.annotate.events import IN_REPORTS, LAYERS, TELLING, Floats, neighbours, slot_of
from dateline.annotate.packing import Encoded, Integers, Packed, pack
from dateline.annotate.trees import best_tree, broken
from dateline.annotate.weights import Weights
from dateline.model.annotated import Told

_OUTPUTS: Final = ["upos", "xpos", "arcs", "heads", "rel_dependents", "rel_heads", "mentions"]
_LEAST: Final = 0.1  # a type that is less likely is left out


@dataclass(frozen=True, slots=True)
class Analysis:
    """The labels of sentences that went through together.

    The lists have an entry for each word and for the root that leads each sentence; sentence s
    has its root at `start[s]`. `heads` count within the sentence, 0 being the root; `events` are
    the probabilities that words tell of an event, None for words that cannot, and `told` the types
    of event that they may tell of in a report, each with its probability.
    """

    start: list[int]
    upos: list[str]
    xpos: list[str]
    heads: list[int]
    deprels: list[str]
    mentions: list[TagSpan]
    events: list[float | None]
    told: list[Told]


class Network:
    """Runs the sessions and decodes what they give."""

    def __init__(self, weights: Weights) -> None:
        self._session = weights.network
        self._relations = weights.relations
        self._labels = weights.labels
        self._mentions = BioDecoder(weights.labels.mentions)
        self._root = weights.labels.deprels.index("root")
        self._other = weights.labels.deprels.index("parataxis")
        self._events = weights.events
        self._slots = np.array([slot_of(name) for name in weights.labels.deprels], np.int64)
        self._telling = np.array([name in TELLING for name in weights.labels.upos])

    def analyse(self, sentences: Sequence[Encoded]) -> Analysis:
        """Return the labels of at least one sentence."""
        packed = pack(sentences)
        words = packed.feeds["words"]
        outputs = [*_OUTPUTS, *LAYERS]
        found = dict(zip(outputs, self._session.run(outputs, packed.feeds), strict=True))
        heads = found["heads"].astype(np.int64)
        for sentence in broken(heads, packed.start, words):
            size, first = int(words[sentence]), int(packed.start[sentence])
            heads[first : first + size] = best_tree(found["arcs"][sentence, :size, :size])
        deprels = self._deprels(found, heads, heads + np.repeat(packed.start, words))
        labels = self._labels
        events, told = self._scored(found, heads, deprels, packed)
        return Analysis(
            start=packed.start.tolist(),
            upos=[labels.upos[i] for i in found["upos"].tolist()],
            xpos=[labels.xpos[i] for i in found["xpos"].tolist()],
            heads=heads.tolist(),
            deprels=[labels.deprels[i] for i in deprels.tolist()],
            mentions=self._mentions.decode(found["mentions"], packed.start, words),
            events=events,
            told=told,
        )

    def _scored(
        self, found: dict[str, NDArray[Any]], heads: Integers, deprels: Integers, packed: Packed
    ) -> tuple[list[float | None], list[Told]]:
        """Return the probability that each word tells of an event, None for those that cannot, and of which types."""
        words, start = packed.feeds["words"], packed.start
        owner = np.repeat(np.arange(len(words)), words)
        telling = self._telling[found["upos"]]
        telling[start] = False
        above = np.where(heads == 0, -1, heads + start[owner])
        above[start] = -1  # what leads a sentence hangs on nothing
        states: list[Floats] = [found[name] for name in LAYERS]
        for state in states:
            state[start] = 0.0
        rows = np.flatnonzero(telling)
        scores: list[float | None] = [None] * len(owner)
        told: list[Told] = [()] * len(owner)
        if not len(rows):
            return scores, told
        features = self._events.features(states, neighbours(above, self._slots[deprels]), rows, owner)
        events = 1.0 - self._events.probabilities(features)[:, 0]
        for row, score, shares in zip(
            rows.tolist(), events.tolist(), self._events.probabilities(features, IN_REPORTS), strict=True
        ):
            scores[row] = score
            if shares[0] < 1.0 - _LEAST:
                told[row] = self._types(shares)
        return scores, told

    def _types(self, shares: Floats) -> Told:
        """Return the types that a word may tell of, the likeliest first."""
        likely = [number for number in np.argsort(-shares).tolist() if number and shares[number] >= _LEAST]
        return tuple((self._labels.events[number], round(float(shares[number]), 3)) for number in likely)

    def _deprels(self, found: dict[str, NDArray[Any]], heads: Integers, above: Integers) -> Integers:
        """Return each word's relation; `root` stands for what hangs from the root and for nothing else."""
        feeds = {"dependents": found["rel_dependents"], "governors": found["rel_heads"], "above": above}
        (deprels,) = self._relations.run(["deprels"], feeds)
        rooted = heads == 0
        named = np.where((deprels == self._root) & ~rooted, self._other, deprels)
        return np.where(rooted, self._root, named).astype(np.int64)
