"""Which words tell of an event, and of which type: two small heads on word states that the network has anyway.

One was taught by articles and news of many kinds, the other by whole reports of war of which every mention was marked.
Of each word both read its own state after two layers, those of its arguments and its head after the later of the two,
and the sentence's mean; all of it in numpy. How they were trained: training/README.md.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

# Each word's state after the second and after the fourth layer, by their names in the network.
LAYERS: Final = ("/Gather_2_output_0", "/Gather_4_output_0")
IN_REPORTS: Final = "told_"
"""What the names of the second head's arrays begin with."""
# Parts of speech of words that can tell of an event.
TELLING: Final = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})
# The relations by which a word's arguments hang on it, a slot each; slot 0 is the word, the last one its head.
_BELOW: Final = (
    ("nsubj", "obl:agent", "nmod:poss"),
    ("obj", "nsubj:pass"),
    ("obl", "nmod"),
    ("compound", "amod"),
)
_SLOTS: Final = len(_BELOW) + 2
_SLOT_OF: Final = {deprel: slot for slot, names in enumerate(_BELOW, 1) for deprel in names}


def slot_of(deprel: str) -> int:
    """Return the slot that a relation's dependent fills for its head, 0 for none."""
    return _SLOT_OF.get(deprel, 0)


def neighbours(above: Integers, slots: Integers) -> Integers:
    """Return (n, slots) the words whose states are read for each word: itself, arguments, head; -1 where there is none.

    Args:
        above: (n,) each word's head among the n, -1 for none.
        slots: (n,) which slot each word fills for its head, 0 for none.
    """
    found = np.full((len(above), _SLOTS), -1, np.int64)
    found[:, 0] = np.arange(len(above))
    found[:, -1] = above
    hangs = np.flatnonzero((slots > 0) & (above >= 0))[::-1]  # of several the first is to stay
    found[above[hangs], slots[hangs]] = hangs
    return found


class EventHead:
    """Scores words.

    Args:
        arrays: `early` and `late` (384, narrow) narrow the states of the two layers; `inner` ((slots + 2) * narrow,
            hidden), `inner_bias`, `outer` (hidden, labels), `outer_bias` are the head; label 0 is no event. Those of
            the head that was taught by reports have names that begin with IN_REPORTS.
        temperature: what scores are divided by, so that probabilities are what they say.
    """

    def __init__(self, arrays: dict[str, Floats], temperature: float) -> None:
        self._arrays = arrays
        self._temperature = temperature

    @classmethod
    def from_file(cls, path: Path) -> "EventHead":
        """Load from a file of arrays; raises what numpy raises."""
        with np.load(path, allow_pickle=False) as found:
            arrays = {name: found[name].astype(np.float32) for name in found.files}
        return cls(arrays, float(arrays.pop("temperature")))

    def features(self, states: Sequence[Floats], near: Integers, rows: Integers, owner: Integers) -> Floats:
        """Return what is read of the words asked for, side by side.

        Args:
            states: (n, 384) for each of LAYERS; zeros for what is no word.
            near: (n, slots) the neighbours of each.
            rows: the words asked for.
            owner: (n,) the sentence of each.
        """
        early, late = states[0][rows] @ self._arrays["early"], states[1] @ self._arrays["late"]
        starts = np.flatnonzero(np.diff(owner, prepend=-1))
        counts = np.diff(starts, append=len(owner)) - 1  # what leads the sentence is no word
        means = np.add.reduceat(late, starts) / np.maximum(counts, 1)[:, None]
        chosen = near[rows]
        beside = late[chosen]
        beside[chosen < 0] = 0.0
        parts = (early, beside.reshape(len(rows), -1), means[owner[rows]])
        return np.concatenate(parts, axis=1, dtype=np.float32)

    def probabilities(self, features: Floats, head: str = "") -> Floats:
        """Return the probability of each label for each row of features.

        Args:
            features: (n, (slots + 2) * narrow).
            head: what the names of the head's arrays begin with.
        """
        found = self._arrays
        hidden = np.maximum(features @ found[f"{head}inner"] + found[f"{head}inner_bias"], 0.0)
        scores = (hidden @ found[f"{head}outer"] + found[f"{head}outer_bias"]) / self._temperature
        shares: Floats = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        return shares
