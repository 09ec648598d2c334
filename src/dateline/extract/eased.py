"""The patterns of strategic developments without their hints, where the event head is sure.

The words that such patterns ask a sentence for can never all be listed. Where a report tells of no event by them, the
head's word for it will do. Violence and protests are left to their patterns: those know them by what was done to whom.
"""

from dataclasses import replace
from functools import cache
from typing import Final

from dateline.extract.patterns import Pattern, PatternBook, pattern_book
from dateline.reference.codebook import codebook

_SURE: Final = 0.5  # of notes and treebanks, what is read from here on is as often right as what the hints let in
_DISORDER: Final = "Strategic developments"


@cache
def eased_book() -> PatternBook:
    """Return the event patterns, those of strategic developments with hints that may be missing.

    Raises:
        ResourceError: a file of patterns is broken.
    """
    return PatternBook([_eased(pattern) for pattern in pattern_book("event").patterns])


def _eased(pattern: Pattern) -> Pattern:
    if codebook()[pattern.type].disorder_type != _DISORDER:
        return pattern
    return replace(pattern, sure=min(pattern.sure, _SURE))
