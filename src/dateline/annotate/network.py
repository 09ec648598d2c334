"""One pass of the network over the sentences of a report, and the reading of its scores."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dateline.annotate.entities import BioDecoder, TagSpan
from dateline.annotate.packing import Encoded, Integers, pack
from dateline.annotate.trees import best_tree, broken
from dateline.annotate.weights import Weights

_OUTPUTS: Final = ["upos", "xpos", "arcs", "heads", "deprels", "rel_dependents", "rel_heads", "re3d"]


@dataclass(frozen=True, slots=True)
class Analysis:
    """The labels of sentences that went through together.

    The lists have an entry for each word and for the root that leads each sentence; sentence s
    has its root at `start[s]`. `heads` count within the sentence, 0 being the root.
    """

    start: list[int]
    upos: list[str]
    xpos: list[str]
    heads: list[int]
    deprels: list[str]
    mentions: list[TagSpan]


class Network:
    """Runs the session and decodes what it gives."""

    def __init__(self, weights: Weights) -> None:
        self._session = weights.session
        self._labels = weights.labels
        self._relations = weights.relations
        self._mentions = BioDecoder(weights.labels.mentions)
        self._root = weights.labels.deprels.index("root")

    def analyse(self, sentences: Sequence[Encoded]) -> Analysis:
        """Return the labels of at least one sentence."""
        packed = pack(sentences)
        words = packed.feeds["words"]
        found = dict(zip(_OUTPUTS, self._session.run(_OUTPUTS, packed.feeds), strict=True))
        heads = found["heads"].astype(np.int64)
        deprels = found["deprels"].astype(np.int64)
        for sentence in broken(heads, packed.start, words):
            rows = slice(int(packed.start[sentence]), int(packed.start[sentence] + words[sentence]))
            self._mend(found, sentence, heads[rows], deprels[rows], rows)
        self._name_roots(heads, deprels, packed.start)
        labels = self._labels
        return Analysis(
            start=packed.start.tolist(),
            upos=[labels.upos[i] for i in found["upos"].tolist()],
            xpos=[labels.xpos[i] for i in found["xpos"].tolist()],
            heads=heads.tolist(),
            deprels=[labels.deprels[i] for i in deprels.tolist()],
            mentions=self._mentions.decode(found["re3d"], packed.start, words),
        )

    def _mend(self, found: dict[str, NDArray[Any]], sentence: int, heads: Integers, deprels: Integers, rows: slice) -> None:
        """Put the best tree in place of heads that are none, with the relations of changed arcs."""
        size = len(heads)
        tree = best_tree(found["arcs"][sentence, :size, :size])
        changed = np.flatnonzero(tree != heads)
        changed = changed[changed > 0]
        heads[:] = tree
        dependents, governors = found["rel_dependents"][rows], found["rel_heads"][rows]
        deprels[changed] = self._relations.best(dependents[changed], governors[tree[changed]])

    def _name_roots(self, heads: Integers, deprels: Integers, start: Integers) -> None:
        """Let `root` stand for what hangs from the root and for nothing else."""
        rooted = heads == 0
        rooted[start] = False
        deprels[rooted] = self._root
        wrong = (deprels == self._root) & ~rooted
        wrong[start] = False
        deprels[wrong] = self._labels.deprels.index("parataxis")
