"""Recall, precision and F1: what every scored corpus counts in."""

from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """What was found of what was wanted, and what was right of what was given.

    The two sides are counted apart: one thing given may answer for two that are wanted. A count may be a part of one.
    """

    found: float = 0
    wanted: float = 0
    right: float = 0
    given: float = 0

    @classmethod
    def of(cls, right: float, wanted: float, given: float) -> "Tally":
        """Return a tally in which what is right is what was found."""
        return cls(right, wanted, right, given)

    def add(self, found: float, wanted: float, right: float, given: float) -> None:
        """Count some more."""
        self.found += found
        self.wanted += wanted
        self.right += right
        self.given += given

    def count(self, right: float, wanted: float, given: float) -> None:
        """Count some more where what is right is what was found."""
        self.add(right, wanted, right, given)

    def merge(self, other: "Tally") -> None:
        """Count what another counted."""
        self.add(other.found, other.wanted, other.right, other.given)

    @property
    def recall(self) -> float:
        """The share found of what was wanted, 0 where nothing was."""
        return self.found / self.wanted if self.wanted else 0.0

    @property
    def precision(self) -> float:
        """The share right of what was given, 0 where nothing was."""
        return self.right / self.given if self.given else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision, 0 where both are."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0

    def figures(self) -> dict[str, float]:
        """Return F1, recall and precision by name."""
        return {"f1": self.f1, "recall": self.recall, "precision": self.precision}
