"""Entity scores to mentions: the best BIO tags, and the spans they mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Indices = NDArray[np.int64]
_ILLEGAL: Final = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class TagSpan:
    """Words `first` up to `end`, counted through all the rows given, with type and score (0 to 1)."""

    first: int
    end: int
    type: str
    score: float


class BioDecoder:
    """Reads one head's scores; `labels` are "O" and B- and I- of each type."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._types = [label[2:] for label in labels]
        self._begins = np.array([label.startswith("B-") for label in labels])
        self._inside = np.array([label.startswith("I-") for label in labels])
        self._outside = labels.index("O")
        same = np.array([[a == b for b in self._types] for a in self._types])
        legal = ~self._inside[None, :] | (same & (np.array(labels) != "O")[:, None])
        self._transitions = np.where(legal, np.float32(0), _ILLEGAL)

    def decode(self, scores: Scores, start: Indices, words: Indices) -> list[TagSpan]:
        """Return the mentions of all sentences.

        `scores` is (n, labels); sentence s has `words[s]` rows from `start[s]`, the root's
        row first, which is never part of a mention.
        """
        scores = scores.copy()
        scores[start] = _ILLEGAL
        scores[start, self._outside] = 0
        tags = scores.argmax(axis=1)
        self._repair(scores, tags, start, words)
        return self._spans(tags, _probabilities(scores))

    def _repair(self, scores: Scores, tags: Indices, start: Indices, words: Indices) -> None:
        """Run Viterbi on the sentences where the best tags by themselves are not legal."""
        illegal = np.flatnonzero(self._transitions[tags[:-1], tags[1:]] < 0) + 1
        for sentence in np.unique(np.searchsorted(start, illegal, side="right") - 1):
            rows = slice(int(start[sentence]), int(start[sentence] + words[sentence]))
            tags[rows] = self._viterbi(scores[rows])

    def _viterbi(self, scores: Scores) -> Indices:
        total = scores[0]
        back = np.zeros(scores.shape, np.int64)
        for row in range(1, len(scores)):
            paths = total[:, None] + self._transitions
            back[row] = paths.argmax(axis=0)
            total = paths.max(axis=0) + scores[row]
        tags = np.zeros(len(scores), np.int64)
        tags[-1] = total.argmax()
        for row in range(len(scores) - 1, 0, -1):
            tags[row - 1] = back[row, tags[row]]
        return tags

    def _spans(self, tags: Indices, probabilities: Scores) -> list[TagSpan]:
        spans: list[TagSpan] = []
        inside = np.append(self._inside[tags], False)
        for first in np.flatnonzero(self._begins[tags]).tolist():
            end = first + 1
            while inside[end]:
                end += 1
            rows = np.arange(first, end)
            score = float(probabilities[rows, tags[rows]].mean())
            spans.append(TagSpan(first, end, self._types[int(tags[first])], round(score, 3)))
        return spans


def _probabilities(scores: Scores) -> Scores:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float32)
