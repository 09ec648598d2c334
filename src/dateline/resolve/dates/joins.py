"""Tells which neighbouring times make one: a part of a day and its day, a weekday and its date, the ends of a range."""

from dataclasses import replace
from typing import Final

from dateline.resolve.dates.meaning import (
    Against,
    Anniversary,
    Calendar,
    Meaning,
    Offset,
    Range,
    Relative,
    Timed,
    Unit,
    Weekday,
    Years,
)

_TIME_THEN_DAY: Final = frozenset({"", "on", "of", ",", "on the", "of the", ", on", "in"})
_DAY_THEN_TIME: Final = frozenset({"", "at", ",", "in", "in the", ", at", "at about", "at around", "around"})
_WEEKDAY_THEN_DATE: Final = frozenset({"", ",", ", the", "the", "("})
_COMMA: Final = frozenset({"", ","})
_IT_IS: Final = frozenset({"it is", "it 's", "it was", "it has been", "marks", "marked", "is", "was"})
_FROM: Final = frozenset({"from", "between"})
_TO: Final = frozenset({"to", "until", "till", "through", "-", "up to", "and until"})


def join(before: str, left: Meaning, between: str, right: Meaning) -> Meaning | None:
    """Return what two neighbouring times mean together, None where each stands for itself.

    Args:
        before: the word before the left one, "" at the text's start.
        left: what stands first.
        between: the words between, in lower case, with one space between two.
        right: what stands second.
    """
    if isinstance(left, Timed) and left.day is None and between in _TIME_THEN_DAY and _is_day(right):
        return Timed(right, left.part, left.clock)
    if isinstance(right, Timed) and right.day is None and between in _DAY_THEN_TIME and _is_day(left):
        return Timed(left, right.part, right.clock)
    if isinstance(left, Weekday) and isinstance(right, Calendar) and right.day and between in _WEEKDAY_THEN_DATE:
        return right
    if isinstance(left, Timed) and isinstance(left.day, Weekday) and isinstance(right, Calendar) and between in _COMMA:
        return replace(left, day=right) if right.day else None
    if between in _IT_IS and _is_day(left) and isinstance(right, Offset) and right.against is Against.PUBLICATION:
        return _years_before(left, right) if right.direction < 0 else None
    if between in _TO or (between == "and" and before == "between"):
        return _range(left, right, told=before in _FROM)
    return None


def _years_before(day: Meaning, back: Offset) -> Meaning:
    """Return "today it is four years since", which is that day four years ago; of weeks and months what they tell."""
    whole = back.unit is Unit.YEAR and back.amount is not None and back.amount % 1 == 0 and not back.beyond
    return Anniversary(day, -int(back.amount)) if whole and back.amount is not None else back


def _is_day(meaning: Meaning) -> bool:
    match meaning:
        case Calendar():
            return meaning.day is not None
        case Weekday():
            return True
        case Relative():
            return meaning.unit is Unit.DAY
        case _:
            return False


def _depth(date: Calendar) -> tuple[bool, bool]:
    return date.month is not None, date.day is not None


def _range(left: Meaning, right: Meaning, *, told: bool) -> Meaning | None:
    """Return the range between two times of one sort; a year told at its end holds for its start too.

    A month and a day make one only where a "from" tells that they do: "from August 2008 to 28 September 2012".
    """
    match left, right:
        case Calendar(), Calendar() if _depth(left) == _depth(right) or (told and left.year and right.year):
            return Range(left if left.year else replace(left, year=right.year), right)
        case (Weekday(), Weekday()) | (Years(), Years()):
            return Range(left, right)
        case Timed(day=Weekday()), Timed(day=Weekday()):
            return Range(left, right)
        case _:
            return None
