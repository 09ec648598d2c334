"""Builders of meanings: what each pattern of the time grammar makes of the words it kept."""

from collections.abc import Callable, Mapping
from typing import Final

from dateline.reference.calendar import MONTHS, WEEKDAYS
from dateline.resolve.dates_lexicon import values
from dateline.resolve.dates_meaning import (
    Against,
    Calendar,
    DayPart,
    Era,
    Feast,
    Fraction,
    Lasting,
    Meaning,
    Offset,
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
from dateline.resolve.phrase_grammar import Match
from dateline.resolve.phrase_words import Word

_CENTURY_TURN: Final = 70  # "89" is 1989 and "15" is 2015


def make(match: Match, words: list[Word]) -> Meaning | None:
    """Return what a pattern found means, or None where it is no time (an age, a day that no calendar has)."""
    return _MAKERS[match.makes](_Kept(match, words))


class _Kept:
    """The words that a pattern kept, by what they tell."""

    def __init__(self, match: Match, words: list[Word]) -> None:
        self.slots = match.slots
        self.texts = [w.text for w in words[match.first : match.after]]

    def has(self, *texts: str) -> bool:
        """Tell whether one of the words stands in the pattern's span."""
        return any(text in self.texts for text in texts)

    def number(self, slot: str) -> int | None:
        """Return the value of a numeric word."""
        word = self.slots.get(slot)
        return int(word.value) if word and word.value is not None else None

    def value(self, *names: str) -> str | int | None:
        """Return the lexicon's value of the first of these slots that is filled."""
        for name in names:
            if name in self.slots:
                text = self.slots[name].text
                return next((v[text] for v in map(values, _FAMILIES.get(name, (name,))) if text in v), None)
        return None

    def told(self, name: str) -> str | int | None:
        """Return the lexicon's value of the last word of a class, whatever slot it stands in."""
        known = values(name)
        return next((known[text] for text in reversed(self.texts) if text in known), None)

    @property
    def part(self) -> Part | None:
        value = self.value("early", "mid", "late") or next(
            (values(n)[t] for t in self.texts for n in ("early", "mid", "late") if t in values(n)), None
        )
        return Part(str(value)) if value is not None else None

    @property
    def shift(self) -> int | None:
        value = self.value("last", "this", "next", "previous")
        return int(value) if value is not None else None

    @property
    def year(self) -> int | None:
        short = self.number("short_year")
        if short is not None:
            return short + (1900 if short >= _CENTURY_TURN else 2000)
        return self.number("year")

    @property
    def unit(self) -> tuple[int, Unit]:
        """The unit, as a number of spans of the calendar: a fortnight is two weeks."""
        value = self.told("unit")
        return (2, Unit.WEEK) if value == "fortnight" else (1, Unit(str(value)))

    @property
    def amount(self) -> float | None:
        """How many: a number, one for an article, None for a vague word or a bare plural."""
        word = self.slots.get("number")
        if word is not None:
            return (word.value or 0) + (0.5 if self.has("half") else 0)
        if self.has("half"):
            return 1.5 if "and" in self.texts else 0.5
        if "couple" in self.texts:
            return 2
        if self.texts[-1].endswith("s") or "units" in self.slots or self.has("few", "several", "some", "many"):
            return None
        return 1

    @property
    def length(self) -> tuple[float | None, Unit]:
        """The amount and its unit."""
        times, unit = self.unit
        amount = self.amount
        return (amount * times if amount is not None else None), unit


_FAMILIES: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("units", "one_unit"), ("unit",)),
    **dict.fromkeys(("last", "this", "next", "previous"), ("last", "this", "next", "previous")),
    **dict.fromkeys(("early", "mid", "late"), ("early", "mid", "late")),
    **dict.fromkeys(("later", "sooner"), ("later", "sooner")),
}
"""Classes whose words have their values in other classes."""


def _written(kept: _Kept) -> Meaning | None:
    text = (kept.slots.get("iso") or kept.slots["slashed"]).text
    if "iso" in kept.slots:
        year, month, day = map(int, text.split("-"))
        return Calendar(year, month, day)
    first, second, year = map(int, text.replace(".", "/").split("/"))
    year += 0 if year > 99 else 1900 if year >= _CENTURY_TURN else 2000
    if second > 12:  # month first, as day first is impossible
        return Calendar(year, first, second)
    return Calendar(year, second, first, either="/" in text and first <= 12 and first != second)


def _month(kept: _Kept) -> int | None:
    return next((MONTHS[text] for text in kept.texts if text in MONTHS), None)


def _day(kept: _Kept) -> int | None:
    day = kept.number("day")
    return day if day is not None else kept.number("dayth")


def _calendar(kept: _Kept) -> Meaning | None:
    day = _day(kept)
    return Calendar(kept.year, _month(kept), day, None if day else kept.part)


def _days_of_month(kept: _Kept) -> Meaning | None:
    month = _month(kept)
    return Range(Calendar(kept.year, month, _day(kept)), Calendar(kept.year, month, kept.number("last")))


def _month_shift(kept: _Kept) -> Meaning | None:
    if kept.has("year"):
        return Calendar(None, _month(kept), None, None, {-1: -2, 0: 0, 1: 2}[kept.shift or 0])
    return Calendar(None, _month(kept), None, kept.part, kept.shift)


def _years(kept: _Kept) -> Meaning | None:
    digits = "".join(c for c in kept.slots["decade"].text if c.isdigit())
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return Years(first, 10, kept.part)


def _century(kept: _Kept) -> Meaning | None:
    return Years(((kept.number("ordinal") or 1) - 1) * 100, 100, kept.part)


def _season(kept: _Kept) -> Meaning | None:
    name = kept.told("season")
    return Season(str(name), kept.year, kept.shift, kept.part)


def _quarter(kept: _Kept) -> Meaning | None:
    if "ordinal" in kept.slots:
        return Fraction(kept.number("ordinal"), 4, kept.year, kept.shift)
    if kept.has("ago", "earlier"):
        return Fraction(None, 4, None, -5)
    # "the quarter" is the one that figures are told of: the last that is over
    return Fraction(None, 4, None, kept.shift if kept.shift is not None else 0 if kept.has("this", "current") else -1)


def _half(kept: _Kept) -> Meaning | None:
    return Fraction(kept.number("ordinal") or 2, 2, kept.year, kept.shift)


def _feast(kept: _Kept) -> Meaning | None:
    base = "new year" if "feast" not in kept.slots else kept.slots["feast"].text
    eve = " eve" if kept.has("eve") else ""
    return Feast(base + eve, kept.year, kept.shift)


def _weekday(kept: _Kept) -> Meaning | None:
    day = Weekday(WEEKDAYS[kept.slots["weekday"].text], kept.shift)
    if kept.has("week"):
        day = Weekday(day.day, None, kept.shift)
    part = kept.told("daypart")
    return Timed(day, DayPart(str(part))) if part else day


def _weekend(kept: _Kept) -> Meaning | None:
    return Relative(Unit.WEEKEND, kept.shift or 0)


def _named_day(kept: _Kept) -> Meaning | None:
    if "reldays" not in kept.slots:
        return Relative(Unit.DAY, -2 if kept.has("yesterday") else 2 if kept.has("tomorrow") else 0)
    day = Relative(Unit.DAY, int(kept.value("reldays") or 0))
    return Timed(day, DayPart.NIGHT) if kept.has("tonight") else day


def _day_part(kept: _Kept) -> Meaning | None:
    part = DayPart(str(kept.told("daypart") or ("evening" if kept.has("evening") else "night")))
    shift = 1 if kept.has("tomorrow") else -1 if kept.has("yesterday", "last", "past") else 0
    return Timed(Relative(Unit.DAY, shift), part)


def _span(kept: _Kept) -> Meaning | None:
    part = Part.END if kept.has("end") else Part.SO_FAR if kept.has("far") else kept.part
    return Relative(kept.unit[1] if not kept.has("fiscal") else Unit.YEAR, kept.shift or 0, part)


def _ago(kept: _Kept) -> Meaning | None:
    return Offset(*kept.length, -1)


def _from_now(kept: _Kept) -> Meaning | None:
    return Offset(*kept.length, 1)


def _window(kept: _Kept) -> Meaning | None:
    return Window(*kept.length, 1 if kept.has("next", "coming", "upcoming", "ahead") else -1)


def _later(kept: _Kept) -> Meaning | None:
    if kept.has("moments"):
        return Offset(None, Unit.MINUTE, int(kept.value("later", "sooner") or 1), Against.ANCHOR)
    return Offset(*kept.length, int(kept.value("later", "sooner") or 1), Against.ANCHOR)


def _day_before(kept: _Kept) -> Meaning | None:
    shift = -1 if kept.has("eve") else int(kept.value("later", "sooner") or 1)
    return _of_anchor(kept, shift)


def _next_day(kept: _Kept) -> Meaning | None:
    return _of_anchor(kept, kept.shift or 0)


def _of_anchor(kept: _Kept, shift: int) -> Meaning:
    part = kept.told("daypart")
    if part:
        # "the night before" is the night of the day before; "the next morning" that of the day after
        return Timed(Relative(Unit.DAY, shift, None, Against.ANCHOR), DayPart(str(part)))
    unit = kept.unit[1] if not kept.has("eve") else Unit.DAY
    return Relative(unit, shift, kept.part if unit is not Unit.DAY else None, Against.ANCHOR)


def _lasting(kept: _Kept) -> Meaning | None:
    return Lasting(*kept.length)


def _streak(kept: _Kept) -> Meaning | None:
    return Streak(kept.number("ordinal") or 1, Unit.DAY if kept.has("night") else kept.unit[1])


def _repeat(kept: _Kept) -> Meaning | None:
    if "day_of_week" in kept.slots:
        weekday = kept.value("day_of_week")
    else:
        weekday = next((WEEKDAYS[text] for text in kept.texts if text in WEEKDAYS), None)
    if weekday is not None:
        return Repeat(1, Unit.WEEK, int(weekday))
    unit = str(kept.value("regular") or kept.told("unit") or "day")
    number = (kept.number("number") or 1) if kept.texts[0] in {"every", "each"} else 2 if kept.has("other") else 1
    return Repeat(number * 2, Unit.WEEK) if unit == "fortnight" else Repeat(number, Unit(unit))


def _clock(kept: _Kept) -> Meaning | None:
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


def _bare_part(kept: _Kept) -> Meaning | None:
    value = kept.told("daypart")
    default = "dawn" if kept.has("light") else "morning" if kept.has("hours") else "night"
    return Timed(None, DayPart(str(value or default)))


_MAKERS: Final[Mapping[str, Callable[[_Kept], Meaning | None]]] = {
    "written": _written,
    "calendar": _calendar,
    "days_of_month": _days_of_month,
    "month_shift": _month_shift,
    "years": _years,
    "century": _century,
    "season": _season,
    "quarter": _quarter,
    "half": _half,
    "feast": _feast,
    "weekday": _weekday,
    "weekend": _weekend,
    "named_day": _named_day,
    "day_part": _day_part,
    "span": _span,
    "ago": _ago,
    "from_now": _from_now,
    "window": _window,
    "present": lambda _: Vague(Era.PRESENT),
    "past": lambda _: Vague(Era.PAST),
    "future": lambda _: Vague(Era.FUTURE),
    "later": _later,
    "day_before": _day_before,
    "next_day": _next_day,
    "lasting": _lasting,
    "streak": _streak,
    "repeat": _repeat,
    "clock": _clock,
    "bare_part": _bare_part,
    "nothing": lambda _: None,
}
