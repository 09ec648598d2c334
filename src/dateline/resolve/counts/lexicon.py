"""The numerals of the count lexicon, checked as they are loaded."""

from typing import Final

from dateline.errors import ResourceError
from dateline.resolve.phrases.lexicon import load_yaml
from dateline.settings import RESOURCES

COUNTS: Final = RESOURCES / "counts.yml"
"""The resource file of counts: numerals, classes, macros and patterns."""


def load_numerals(part: str) -> dict[str, int]:
    """Return a part of the numerals of the count lexicon: units, tens, scales or ordinals.

    Raises:
        ResourceError: the part is missing or is no mapping of words to whole numbers.
    """
    entry = load_yaml(COUNTS, {"numerals": dict})["numerals"].get(part)
    if not isinstance(entry, dict) or not all(isinstance(k, str) and isinstance(v, int) for k, v in entry.items()):
        message = f"{COUNTS.name}: numerals, {part}: must map words to whole numbers"
        raise ResourceError(message)
    return entry
