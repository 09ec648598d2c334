"""Builders of meanings: what each pattern of the time grammar makes of the words it kept."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from dateline.reference.calendar import MONTHS, ROMAN_MONTHS, WEEKDAYS
from dateline.resolve.dates.kept import Kept, full_year
from dateline.resolve.dates.meaning import (
    Against,
    Anniversary,
    Calendar,
    DayPart,
    Era,
    Feast,
    Fraction,
    Lasting,
    Meaning,
    Offset,
    OfMonth,
    Part,
    Range,
    Relative,
    Repeat,
    Season,
    Streak,
    Timed,
    Unit,
    Vague,
    Weekday,
    Window,
    Years,
)
from dateline.resolve.phrases.grammar import Match
from dateline.resolve.phrases.words import Word


def make(match: Match, words: list[Word]) -> Meaning | None:
    """Return what a pattern found means, or None where it is no time (an age, a day that no calendar has)."""
    return _MAKERS[match.makes](Kept(match, words))


def _written(kept: Kept) -> Meaning | None:
    text = next(kept.slots[kind] for kind in ("iso", "slashed", "daymonth") if kind in kept.slots).text
    if "iso" in kept.slots:
        of_year, month, day = map(int, text.split("-"))
        return Calendar(of_year, month, day)
    one, other, *years = re.split(r"[./-] ?", text)
    year = full_year(int(years[0])) if years else None
    if other in ROMAN_MONTHS:
        return Calendar(year, ROMAN_MONTHS[other], int(one))
    first, second = int(one), int(other)
    if second > 12:  # month first, as day first is impossible
        return Calendar(year, first, second)
    return Calendar(year, second, first, either="/" in text and first <= 12 and first != second)


def _month(kept: Kept) -> int | None:
    return next((MONTHS[text] for text in kept.texts if text in MONTHS), None)


def _day(kept: Kept) -> int | None:
    day = kept.number("day")
    return day if day is not None else kept.number("dayth")


def _calendar(kept: Kept) -> Meaning | None:
    day = _day(kept)
    return Calendar(kept.year, _month(kept), day, None if day else kept.part)


def _days_of_month(kept: Kept) -> Meaning | None:
    month = _month(kept)
    return Range(Calendar(kept.year, month, _day(kept)), Calendar(kept.year, month, kept.number("last")))


def _month_shift(kept: Kept) -> Meaning | None:
    if kept.has("year"):
        return Calendar(None, _month(kept), _day(kept), None, {-1: -2, 0: 0, 1: 2}[kept.shift or 0])
    return Calendar(None, _month(kept), None, kept.part, kept.shift)


def _month_after(kept: Kept) -> Meaning | None:
    return Calendar(None, _month(kept), _day(kept), kept.part, years_on=kept.shift or 0) if _month(kept) else None


def _years(kept: Kept) -> Meaning | None:
    digits = "".join(c for c in kept.slots["decade"].text if c.isdigit())
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return Years(first, 10, kept.part)


def _century(kept: Kept) -> Meaning | None:
    return Years(((kept.number("ordinal") or 1) - 1) * 100, 100, kept.part)


def _season(kept: Kept) -> Meaning | None:
    name = kept.told("season")
    return Season(str(name), kept.year, kept.shift, kept.part)


def _quarter(kept: Kept) -> Meaning | None:
    if "ordinal" in kept.slots:
        return Fraction(kept.number("ordinal"), 4, kept.year, kept.shift)
    if kept.has("ago", "earlier"):
        return Fraction(None, 4, None, -5)
    # "the quarter" is the one that figures are told of: the last that is over
    return Fraction(None, 4, None, kept.shift if kept.shift is not None else 0 if kept.has("this", "current") else -1)


def _half(kept: Kept) -> Meaning | None:
    return Fraction(kept.number("ordinal") or 2, 2, kept.year, kept.shift)


def _feast(kept: Kept) -> Meaning | None:
    base = "new year" if "feast" not in kept.slots else kept.slots["feast"].text
    eve = " eve" if kept.has("eve") else ""
    return Feast(base + eve, kept.year, kept.shift)


def _weekday(kept: Kept) -> Meaning | None:
    day = Weekday(WEEKDAYS[kept.slots["weekday"].text], kept.shift)
    if kept.has("week"):
        day = Weekday(day.day, None, kept.shift)
    part = kept.told("daypart")
    return Timed(day, DayPart(str(part))) if part else day


def _nth_weekday(kept: Kept) -> Meaning | None:
    return Calendar(None, None, _day(kept), weekday=WEEKDAYS[kept.slots["weekday"].text])


def _weekend(kept: Kept) -> Meaning | None:
    return Relative(Unit.WEEKEND, kept.shift or 0)


def _named_day(kept: Kept) -> Meaning | None:
    if "reldays" not in kept.slots:
        return Relative(Unit.DAY, -2 if kept.has("yesterday") else 2 if kept.has("tomorrow") else 0)
    day = Relative(Unit.DAY, int(kept.value("reldays") or 0))
    return Timed(day, DayPart.NIGHT) if kept.has("tonight") else day


def _day_part(kept: Kept) -> Meaning | None:
    part = DayPart(str(kept.told("daypart") or ("evening" if kept.has("evening") else "night")))
    shift = 1 if kept.has("tomorrow") else -1 if kept.has("yesterday", "last", "past") else 0
    return Timed(Relative(Unit.DAY, shift), part)


def _span(kept: Kept) -> Meaning | None:
    part = Part.END if kept.has("end") else Part.SO_FAR if kept.has("far") else kept.part
    return Relative(kept.unit[1] if not kept.has("fiscal") else Unit.YEAR, kept.shift or 0, part)


def _ago(kept: Kept) -> Meaning | None:
    return Offset(*kept.length, -1, beyond=_beyond(kept))


def _beyond(kept: Kept) -> bool:
    """Tell whether it is more than the distance that is told: "more than a year ago", but not "little more than"."""
    return kept.has("more", "over") and not kept.has("no", "little", "slightly", "just")


def _since(kept: Kept) -> Meaning | None:
    return Offset(*kept.length, -1)


def _anniversary(kept: Kept) -> Meaning | None:
    """Make "a year ago today", "two years ago this month", "a year ago on 3 June", "a year to the day after"."""
    back = -(kept.number("number") or kept.number("ordinal") or 1)
    if kept.has("anniversary"):  # speakers come together before and after it
        return Relative(Unit.MONTH, 12 * back)
    day = _of_years_ago(kept)
    if kept.year is not None:
        return Anniversary(day, year=kept.year)
    if "later" in kept.slots or "sooner" in kept.slots:
        way = int(kept.value("later", "sooner") or 1)
        return Anniversary(Relative(Unit.DAY, 0, None, Against.ANCHOR), -way * back)
    return Anniversary(day, back)


def _of_years_ago(kept: Kept) -> Meaning:
    """Return the day or span whose like was years ago, that of writing where none is told."""
    if "weekday" in kept.slots:
        return Weekday(WEEKDAYS[kept.slots["weekday"].text])
    if _month(kept) is not None and _day(kept) is not None:
        return Calendar(None, _month(kept), _day(kept))
    if kept.has("week", "month"):
        return Relative(Unit.WEEK if kept.has("week") else Unit.MONTH, 0)
    return Relative(Unit.DAY, int(kept.value("reldays") or 0))


def _of_month(kept: Kept) -> Meaning | None:
    month = _month(kept)
    if month is None:
        return None
    weekday = WEEKDAYS[kept.slots["weekday"].text] if "weekday" in kept.slots else None
    number = -1 if kept.has("last", "final") else kept.number("ordinal") or 1
    return OfMonth(number, month, weekday, kept.year)


def _from_now(kept: Kept) -> Meaning | None:
    return Offset(*kept.length, 1)


def _window(kept: Kept) -> Meaning | None:
    return Window(*kept.length, 1 if kept.has("next", "coming", "upcoming", "ahead") else -1)


def _later(kept: Kept) -> Meaning | None:
    if kept.has("moments"):
        return Offset(None, Unit.MINUTE, int(kept.value("later", "sooner") or 1), Against.ANCHOR)
    return Offset(*kept.length, int(kept.value("later", "sooner") or 1), Against.ANCHOR, _beyond(kept))


def _day_before(kept: Kept) -> Meaning | None:
    shift = -1 if kept.has("eve") else int(kept.value("later", "sooner") or 1)
    return _of_anchor(kept, shift)


def _next_day(kept: Kept) -> Meaning | None:
    return _of_anchor(kept, kept.shift or 0)


def _nth_day(kept: Kept) -> Meaning | None:
    return Offset((kept.number("ordinal") or 1) - 1, Unit.DAY, 1, Against.ANCHOR)


def _of_anchor(kept: Kept, shift: int) -> Meaning:
    part = kept.told("daypart")
    if part:
        # "the night before" is the night of the day before; "the next morning" that of the day after
        return Timed(Relative(Unit.DAY, shift, None, Against.ANCHOR), DayPart(str(part)))
    unit = kept.unit[1] if not kept.has("eve") else Unit.DAY
    return Relative(unit, shift, kept.part if unit is not Unit.DAY else None, Against.ANCHOR)


def _lasting(kept: Kept) -> Meaning | None:
    return Lasting(*kept.length)


def _streak(kept: Kept) -> Meaning | None:
    return Streak(kept.number("ordinal") or 1, Unit.DAY if kept.has("night") else kept.unit[1])


def _repeat(kept: Kept) -> Meaning | None:
    if "day_of_week" in kept.slots:
        weekday = kept.value("day_of_week")
    else:
        weekday = next((WEEKDAYS[text] for text in kept.texts if text in WEEKDAYS), None)
    if weekday is not None:
        return Repeat(1, Unit.WEEK, int(weekday))
    unit = str(kept.value("regular") or kept.told("unit") or "day")
    number = (kept.number("number") or 1) if kept.texts[0] in {"every", "each"} else 2 if kept.has("other") else 1
    return Repeat(number * 2, Unit.WEEK) if unit == "fortnight" else Repeat(number, Unit(unit))


def _clock(kept: Kept) -> Meaning | None:
    word = next(kept.slots[n] for n in ("clock", "hour", "hhmm") if n in kept.slots)
    if "clock" in kept.slots:
        hour, minute = map(int, word.text.split(":")[:2])
    else:
        number = int(word.value or 0)
        hour, minute = divmod(number, 100) if "hhmm" in kept.slots else (number, 0)
    late = kept.has("pm", "p.m.", "afternoon", "evening", "night") or "p" in kept.texts
    if late and hour < 12:
        hour += 12
    return Timed(None, None, (hour % 24, minute)) if minute < 60 and hour <= 24 else None


def _bare_part(kept: Kept) -> Meaning | None:
    value = kept.told("daypart")
    default = "dawn" if kept.has("light") else "morning" if kept.has("hours") else "night"
    return Timed(None, DayPart(str(value or default)))


_MAKERS: Final[Mapping[str, Callable[[Kept], Meaning | None]]] = {
    "written": _written,
    "calendar": _calendar,
    "days_of_month": _days_of_month,
    "month_shift": _month_shift,
    "month_after": _month_after,
    "years": _years,
    "century": _century,
    "season": _season,
    "quarter": _quarter,
    "half": _half,
    "feast": _feast,
    "weekday": _weekday,
    "nth_weekday": _nth_weekday,
    "weekend": _weekend,
    "named_day": _named_day,
    "day_part": _day_part,
    "span": _span,
    "ago": _ago,
    "from_now": _from_now,
    "since": _since,
    "anniversary": _anniversary,
    "of_month": _of_month,
    "window": _window,
    "present": lambda _: Vague(Era.PRESENT),
    "past": lambda _: Vague(Era.PAST),
    "future": lambda _: Vague(Era.FUTURE),
    "later": _later,
    "day_before": _day_before,
    "next_day": _next_day,
    "nth_day": _nth_day,
    "lasting": _lasting,
    "streak": _streak,
    "repeat": _repeat,
    "clock": _clock,
    "bare_part": _bare_part,
    "nothing": lambda _: None,
}
