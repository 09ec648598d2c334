"""A network of one hidden layer that learns by Adam, in numpy."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_RATE: Final = 2e-3
_WARM_UP: Final = 100
_DECAY: Final = 0.02
_DROP_INPUT, _DROP_HIDDEN = 0.1, 0.2


class Net:
    """Scores of labels from features; `arrays` are named as `annotate.events.EventHead` reads them."""

    def __init__(self, wide: int, hidden: int, labels: int, rng: np.random.Generator) -> None:
        self.arrays: dict[str, Floats] = {
            "inner": rng.normal(0, 0.5 / wide**0.5, (wide, hidden)).astype(np.float32),
            "inner_bias": np.zeros(hidden, np.float32),
            "outer": rng.normal(0, 1 / hidden**0.5, (hidden, labels)).astype(np.float32),
            "outer_bias": np.zeros(labels, np.float32),
        }
        self._rng = rng
        self._mean = {name: np.zeros_like(array) for name, array in self.arrays.items()}
        self._square = {name: np.zeros_like(array) for name, array in self.arrays.items()}
        self._done = 0

    def step(self, features: Floats, labels: NDArray[np.int64], weights: Floats, steps: int) -> None:
        """Learn from a batch; `steps` is how many there will be."""
        own = self.arrays
        features = features * self._kept((1, features.shape[1]), _DROP_INPUT)
        before = features @ own["inner"] + own["inner_bias"]
        kept = self._kept(before.shape, _DROP_HIDDEN) * (before > 0)
        hidden = before * kept
        wrong = _softmax(hidden @ own["outer"] + own["outer_bias"])
        wrong[np.arange(len(labels)), labels] -= 1.0
        wrong *= (weights / weights.sum())[:, None]
        back = (wrong @ own["outer"].T) * kept
        slopes = {
            "outer": hidden.T @ wrong,
            "outer_bias": wrong.sum(0),
            "inner": features.T @ back,
            "inner_bias": back.sum(0),
        }
        self._move(slopes, steps)

    def _kept(self, shape: tuple[int, ...], share: float) -> Any:
        return (self._rng.random(shape, np.float32) > share) / np.float32(1.0 - share)

    def _move(self, slopes: dict[str, Any], steps: int) -> None:
        rate = _RATE * min(1.0, self._done / _WARM_UP) * max(0.02, 1.0 - self._done / steps)
        self._done += 1
        for name, slope in slopes.items():
            self._mean[name] = 0.9 * self._mean[name] + 0.1 * slope
            self._square[name] = 0.999 * self._square[name] + 0.001 * slope**2
            mean = self._mean[name] / (1.0 - 0.9**self._done)
            square = self._square[name] / (1.0 - 0.999**self._done)
            decay = _DECAY * self.arrays[name] if name in ("inner", "outer") else 0.0
            self.arrays[name] -= rate * (mean / (np.sqrt(square) + 1e-8) + decay)


def _softmax(scores: Floats) -> Floats:
    shares: Floats = np.exp(scores - scores.max(1, keepdims=True))
    return shares / shares.sum(1, keepdims=True)
