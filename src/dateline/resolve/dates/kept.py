"""The words that a pattern of the time grammar kept, by what they tell."""

from collections.abc import Mapping
from typing import Final

from dateline.resolve.dates.lexicon import values
from dateline.resolve.dates.meaning import Part, Unit
from dateline.resolve.phrases.grammar import Match
from dateline.resolve.phrases.words import Word

_CENTURY_TURN: Final = 70  # "89" is 1989 and "15" is 2015


def full_year(year: int) -> int:
    """Return the year that one of two figures stands for, any other as it is."""
    return year if year > 99 else year + (1900 if year >= _CENTURY_TURN else 2000)


class Kept:
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
        """Which part of a span is meant, None for the whole."""
        value = self.value("early", "mid", "late") or next(
            (values(n)[t] for t in self.texts for n in ("early", "mid", "late") if t in values(n)), None
        )
        return Part(str(value)) if value is not None else None

    @property
    def shift(self) -> int | None:
        """How many spans away "last", "this" or "next" is, None without such a word."""
        value = self.value("last", "this", "next", "previous")
        return int(value) if value is not None else None

    @property
    def year(self) -> int | None:
        """The year, in four figures."""
        year = self.number("short_year") if "short_year" in self.slots else self.number("year")
        return full_year(year) if year is not None else None

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
        if (
            (self.texts[-1].endswith("s") and self.texts[-1] not in values("later"))
            or "units" in self.slots
            or self.has("few", "several", "some", "many")
        ):
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
