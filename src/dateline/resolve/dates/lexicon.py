"""The time grammar with the values of its words."""

from functools import lru_cache
from typing import Final

from dateline.reference.calendar import MONTHS, WEEKDAYS
from dateline.resolve.phrases.alphabet import Classes
from dateline.resolve.phrases.grammar import Grammar
from dateline.resolve.phrases.lexicon import load_yaml
from dateline.resolve.phrases.words import Word
from dateline.settings import RESOURCES

GRAMMAR: Final = RESOURCES / "time" / "grammar.yml"
"""The resource file of times: classes, macros and patterns."""

_VERBS: Final = frozenset({"may", "march"})
_DOUBTFUL_DAYS: Final = frozenset({"sun", "sat", "wed", "mon"})
_KINDS: Final[dict[str, Classes]] = {
    "number": frozenset({"number"}),
    "hour": frozenset({"number", "day", "hour"}),
    "day": frozenset({"number", "day"}),
    "spelled hour": frozenset({"number", "hour"}),
    "short year": frozenset({"number", "short_year"}),
    "year": frozenset({"number", "year", "hhmm"}),
    "round year": frozenset({"number", "round_year", "hhmm"}),
    "hhmm": frozenset({"number", "hhmm"}),
    "ordinal": frozenset({"ordinal"}),
    "dayth": frozenset({"ordinal", "dayth", "figure_dayth"}),
    "spelled dayth": frozenset({"ordinal", "dayth"}),
    "clock": frozenset({"clock"}),
    "iso": frozenset({"iso"}),
    "slashed": frozenset({"slashed"}),
    "daymonth": frozenset({"daymonth"}),
    "decade": frozenset({"decade"}),
}


@lru_cache(maxsize=1)
def time_grammar() -> Grammar:
    """Return the grammar of times.

    Raises:
        ResourceError: its resource file is missing or broken.
    """
    months = frozenset(MONTHS)
    full = {name for name in months if len(name) > 4 or name in {"june", "july"}} - _VERBS
    return Grammar(
        GRAMMAR,
        _KINDS,
        kind_of,
        {
            "month": months,
            "sure_month": full,
            "month_abbr": months - full - _VERBS,
            "month_or_verb": _VERBS,
            "weekday": frozenset(WEEKDAYS) - _DOUBTFUL_DAYS,
        },
    )


@lru_cache(maxsize=32)
def values(name: str) -> dict[str, str | int]:
    """Return the words of a class that has values, with the value of each."""
    content: dict[str, str | int] = load_yaml(GRAMMAR, {"classes": dict})["classes"][name]
    return content


def kind_of(word: Word) -> str:
    """Return the kind of a numeric word, "" for any other."""
    if word.kind in {"word", "mark"}:
        return ""
    if word.kind == "ordinal":
        if word.value is None or not 1 <= word.value <= 31:
            return "ordinal"
        return "spelled dayth" if word.spelled else "dayth"
    if word.kind == "number":
        return _number_kind(word.text, word.value or 0, spelled=word.spelled)
    return word.kind


def _number_kind(text: str, value: float, *, spelled: bool) -> str:
    if spelled:
        if 1900 < value < 2000 and text.startswith("nineteen "):  # "nineteen eighty-nine"
            return "year"
        return "spelled hour" if 1 <= value <= 12 else "number"
    if not text.isdigit():
        return "number"
    if len(text) <= 2:
        if 1 <= value <= 31:
            return "hour" if value <= 12 else "day"
        return "short year" if len(text) == 2 else "number"
    return _four_figures(value) if len(text) == 4 else "number"


def _four_figures(value: float) -> str:
    """Return the kind of a number of four figures: one that is round or of no recent century is rather a quantity."""
    if 1900 < value < 2051 and value % 100:
        return "year"
    if 1500 <= value < 2100:
        return "round year"
    return "hhmm" if value < 2400 and value % 100 < 60 else "number"
