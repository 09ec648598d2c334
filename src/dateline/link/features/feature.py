"""What a feature is made of: its name, a value from -1 to 1, the reason in words."""

from functools import lru_cache
from typing import Final

from dateline.model.incident import Feature

FORBIDS: Final = -1.0


@lru_cache(maxsize=16_384)
def feature(name: str, value: float, reason: str) -> Feature:
    """Return a feature, the same object for the same words: a record's links repeat a few thousand of them."""
    return Feature(name, value, reason)
