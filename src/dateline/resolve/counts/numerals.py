"""Numerals written in letters: "thirty-one", "a hundred and twenty", "half a million", "1.2 million"."""

from collections.abc import Sequence
from typing import Final

from dateline.reference.numerals import numerals

_UNITS: Final = numerals("units")
_TENS: Final = numerals("tens")
_SCALES: Final = numerals("scales")
ORDINALS: Final = numerals("ordinals")
"""Ordinals in letters to their numbers."""
NUMERAL_WORDS: Final = frozenset(_UNITS) | frozenset(_TENS)
"""Words that can open a numeral by themselves."""


def read_numeral(words: Sequence[str], figures: float | None = None) -> tuple[float, int] | None:
    """Read the longest numeral at the start of `words`.

    Args:
        words: words in lower case, hyphens as words of their own.
        figures: the value of the first word, where it is written in figures.

    Returns:
        The numeral's value and how many words it takes, or None where the words do not open with one.
    """
    opening = (figures, 1) if figures is not None else _opening(words)
    if opening is None:
        return None
    if figures is not None and (len(words) < 2 or words[1] not in _SCALES):
        return opening
    total, used = _scales(words, *opening)
    return _with_half(words, total, used)


def _opening(words: Sequence[str]) -> tuple[float, int] | None:
    """Read what a numeral opens with: a number below a hundred, or an article or "half" before a scale."""
    if words[0] in {"a", "an"}:
        return (1, 1) if len(words) > 1 and words[1] in _SCALES else None
    if words[0] == "half":
        return (0.5, 2) if len(words) > 2 and words[1] == "a" and words[2] in _SCALES else None
    value, used = _below_hundred(words, 0)
    if not used:
        return None
    return _year_in_words(words, value, used)


def _year_in_words(words: Sequence[str], value: float, used: int) -> tuple[float, int]:
    """Read "nineteen eighty-nine" as the year it is."""
    if value == 19:
        rest, more = _below_hundred(words, used)
        if more and rest >= 10:
            return 1900 + rest, used + more
    return value, used


def _below_hundred(words: Sequence[str], at: int) -> tuple[int, int]:
    """Read a number from 0 to 99 at `at`; the second figure is how many words it takes, 0 if none."""
    if at >= len(words):
        return 0, 0
    if words[at] in _UNITS:
        return _UNITS[words[at]], 1
    if words[at] not in _TENS:
        return 0, 0
    tens, after = _TENS[words[at]], at + 1
    if after + 1 < len(words) and words[after] == "-":
        after += 1
    unit = _UNITS.get(words[after], 0) if after < len(words) else 0
    return (tens + unit, after + 1 - at) if 0 < unit < 10 else (tens, 1)


def _scales(words: Sequence[str], value: float, used: int) -> tuple[float, int]:
    """Read the scales and lower parts that follow the opening: hundreds, then thousands and millions downwards."""
    total, current = 0.0, value
    limit = float("inf")
    while used < len(words):
        scale = _SCALES.get(words[used])
        if scale is not None and scale >= 1000 and scale < limit:
            total, current, limit = total + current * scale, 0.0, scale
            used += 1
        elif scale is not None and scale < 1000 and 0 < current < scale < limit:
            current *= scale
            used += 1
            if scale < 100:  # a dozen takes no lower part
                break
        else:
            part, more = _lower_part(words, used, current, total)
            if not more:
                break
            current, used = current + part, used + more
    return total + current, used


def _lower_part(words: Sequence[str], at: int, current: float, total: float) -> tuple[int, int]:
    """Read a number below a hundred that goes on after a hundred or a larger scale, with or without "and"."""
    joined = words[at] == "and"
    room = (total and not current) or (current >= 100 and current % 100 == 0 and current == int(current))
    if not room or (joined and at + 1 >= len(words)):
        return 0, 0
    value, used = _below_hundred(words, at + joined)
    return (value, used + joined) if used and value else (0, 0)


def _with_half(words: Sequence[str], total: float, used: int) -> tuple[float, int]:
    """Read "and a half" after a numeral, before the scale it belongs to, if any."""
    if list(words[used : used + 3]) == ["and", "a", "half"]:
        last = _SCALES.get(words[used - 1], 1)
        total, used = total + 0.5 * last, used + 3
        scale = _SCALES.get(words[used]) if used < len(words) else None
        if scale is not None:
            total, used = total * scale, used + 1
    return (int(total) if total == int(total) else total), used
