"""Count: an interval of whole numbers with the words it was read from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """From `low` to `high`, either None where the words leave it open ("at least 31" is 31 and None)."""

    low: int | None
    high: int | None
    words: str
    approximate: bool = False
