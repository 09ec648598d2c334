"""Ties: which claims were weighed with one another, so that what is tied to nothing new need not be linked anew."""

from collections.abc import Iterable


class Ties:
    """Disjoint sets of claims, by their ids."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def tie(self, left: str, right: str) -> None:
        """Put the sets of two claims together; the first id of a set stands for it."""
        one, other = sorted((self.first(left), self.first(right)))
        if one != other:
            self._above[other] = one

    def first(self, claim: str) -> str:
        """Return the id that stands for the set of a claim."""
        here = claim
        while (above := self._above.get(here, here)) != here:
            self._above[here] = self._above.get(above, above)
            here = above
        return here

    def firsts(self, claims: Iterable[str]) -> dict[str, str]:
        """Return for each claim the id that stands for its set."""
        return {claim: self.first(claim) for claim in claims}
