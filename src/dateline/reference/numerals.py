"""Numerals: the words of resources/counts.yml and the numbers that they stand for."""

from functools import cache
from typing import Final

from dateline.errors import ResourceError
from dateline.reference.knowledge import read_table
from dateline.settings import RESOURCES

COUNTS: Final = RESOURCES / "counts.yml"
"""The resource file of counts: numerals, classes, macros and patterns."""


@cache
def numerals(part: str) -> dict[str, int]:
    """Return a part of the numerals: units (0 to 19), tens, scales or ordinals.

    Raises:
        ResourceError: the file is missing, or the part is no mapping of words to whole numbers.
    """
    entry = (read_table(COUNTS).get("numerals") or {}).get(part)
    if not isinstance(entry, dict) or not all(isinstance(k, str) and isinstance(v, int) for k, v in entry.items()):
        raise ResourceError(f"{COUNTS}: numerals, {part}: must map words to whole numbers")
    return entry
