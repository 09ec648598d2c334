"""Entity scores to mentions: the best BIO tags, and the spans they mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Indices = NDArray[np.int64]
_NEVER: Final = np.float32(-1e4)


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
        # Of each I- tag, itself and the B- tag it may follow.
        self._insides = np.flatnonzero(self._inside)
        self._openers = np.array([labels.index("B-" + self._types[index]) for index in self._insides], np.int64)
        follows = np.eye(len(labels), dtype=bool)
        follows[self._openers, self._insides] = True
        self._illegal = self._inside[None, :] & ~follows

    def decode(self, scores: Scores, start: Indices, words: Indices) -> list[TagSpan]:
        """Return the mentions of all sentences.

        `scores` is (n, labels); sentence s has `words[s]` rows from `start[s]`, the root's
        row first, which is never part of a mention.
        """
        scores = scores.copy()
        scores[start] = _NEVER
        scores[start, self._outside] = 0
        tags = scores.argmax(axis=1)
        self._repair(scores, tags, start, words)
        return self._spans(tags, _probabilities(scores))

    def _repair(self, scores: Scores, tags: Indices, start: Indices, words: Indices) -> None:
        """Run Viterbi on the sentences where the best tags by themselves are not legal."""
        illegal = np.flatnonzero(self._illegal[tags[:-1], tags[1:]]) + 1
        sentences = np.unique(np.searchsorted(start, illegal, side="right") - 1)
        if len(sentences):
            places = np.arange(int(words[sentences].max()))
            rows = start[sentences][:, None] + places
            real = places < words[sentences][:, None]
            padded = scores[np.where(real, rows, 0)]
            # Padding is outside of any mention, so that it never pulls on the last word.
            padded[~real] = _NEVER
            padded[~real, self._outside] = 0
            tags[rows[real]] = self._viterbi(padded)[real]

    def _viterbi(self, scores: Scores) -> Indices:
        """Return the best legal tags (sentences, words) by scores (sentences, words, labels)."""
        sentences = np.arange(len(scores))
        total = scores[:, 0]
        back = np.zeros(scores.shape, np.int64)
        for word in range(1, scores.shape[1]):
            best = total.argmax(axis=1)
            opened, went_on = total[:, self._openers], total[:, self._insides]
            back[:, word] = best[:, None]
            back[:, word, self._insides] = np.where(opened > went_on, self._openers, self._insides)
            reached = np.repeat(total[sentences, best][:, None], scores.shape[2], axis=1)
            reached[:, self._insides] = np.maximum(opened, went_on)
            total = reached + scores[:, word]
        tags = np.zeros(scores.shape[:2], np.int64)
        tags[:, -1] = total.argmax(axis=1)
        for word in range(scores.shape[1] - 1, 0, -1):
            tags[:, word - 1] = back[sentences, word, tags[:, word]]
        return tags

    def _spans(self, tags: Indices, probabilities: Scores) -> list[TagSpan]:
        begins = np.flatnonzero(self._begins[tags])
        # A mention ends where the next word that is not inside one stands.
        stops = np.append(np.flatnonzero(~self._inside[tags]), len(tags))
        ends = stops[np.searchsorted(stops, begins, side="right")]
        summed = np.append(0.0, np.cumsum(probabilities[np.arange(len(tags)), tags], dtype=np.float64))
        means = (summed[ends] - summed[begins]) / np.maximum(ends - begins, 1)
        rows = zip(begins.tolist(), ends.tolist(), tags[begins].tolist(), means.tolist(), strict=True)
        return [TagSpan(first, end, self._types[tag], round(mean, 3)) for first, end, tag, mean in rows]


def _probabilities(scores: Scores) -> Scores:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float32)
