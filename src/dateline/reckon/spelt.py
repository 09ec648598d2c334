"""Spelt: how a number may be written in a text: "1,200", "forty-three"."""

import re
from functools import cache
from typing import Final

from dateline.reference.numerals import numerals

_LETTERS_BELOW: Final = 100  # greater numbers are written in figures


@cache
def spelt(number: int) -> re.Pattern[str]:
    """Return a pattern for a number as a text may write it, with nothing of another number beside it.

    Args:
        number: the number.
    """
    ways = {str(number), f"{number:,}"}
    units = numerals("units")
    ways |= {word for word, value in units.items() if value == number}
    if number < _LETTERS_BELOW:
        rest = {word for word, value in units.items() if value == number % 10} if number % 10 else {""}
        tens = {word for word, value in numerals("tens").items() if value == number // 10 * 10}
        ways |= {f"{ten}-{unit}".rstrip("-") for ten in tens for unit in rest}
    words = "|".join(re.escape(way) for way in sorted(ways, key=len, reverse=True))
    return re.compile(rf"(?<![\w.,-])(?:{words})(?![\w-]|[.,]\d)", re.IGNORECASE)
