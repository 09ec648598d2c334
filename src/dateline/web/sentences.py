"""Sentences: what the record can stand behind about an incident, in one sentence."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from dateline.errors import ResourceError
from dateline.model.incident import Incident
from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.model.when import Precision, When
from dateline.reference.knowledge import read_yaml
from dateline.web import wording

_WORDS: Final = Path(__file__).parent / "words" / "sentences.yml"
_NAMED: Final = 4  # speakers in a sentence; the rest are counted


@dataclass(frozen=True, slots=True)
class Phrase:
    """How a type of event is told: what it is, and what joins it to whom it befell and to who did it."""

    what: str
    toward: str
    acted: str


@cache
def phrases() -> dict[str, Phrase]:
    """Return the phrase of each type of event.

    Raises:
        ResourceError: the file is missing or broken.
    """
    try:
        return {row["type"]: Phrase(row["what"], row["toward"], row["acted"]) for row in read_yaml(_WORDS)}
    except (KeyError, TypeError) as why:
        raise ResourceError(f"{_WORDS}: cannot be read ({why}); install Dateline again") from why


def sentence(one: Incident) -> str:
    """Return what is told of an incident: what, to whom, by whom, where and when, and who says so."""
    phrase = phrases()[one.type]
    told = " ".join(_told(one, phrase))
    return f"{_tellers(one)}: {told}."


def _told(one: Incident, phrase: Phrase) -> Iterator[str]:
    yield phrase.what
    if one.targets:
        yield f"{phrase.toward} {wording.names(one.targets)}"
    yield where(one.place)
    yield f"{on(one.when)},"
    yield f"{phrase.acted} {wording.names(one.actors)}" if one.actors else "by whom is not told"


def _tellers(one: Incident) -> str:
    who = wording.first_of(one.speakers or one.outlets or one.reports, _NAMED)
    verb = "report" if len(one.speakers or one.outlets or one.reports) > 1 else "reports"
    return f"{who[:1].upper()}{who[1:]} {verb}"


def where(entry: PlaceEntry | None) -> str:
    """Return a place within a sentence, no more precise than it is known."""
    if entry is None:
        return "at a place that is not told"
    if entry.precision in (PlacePrecision.SITE, PlacePrecision.TOWN):
        return f"at {wording.place(entry)},"
    return f"somewhere in {wording.place(entry)},"


def on(when: When | None) -> str:
    """Return days within a sentence, no more precise than they are known."""
    if when is None or (when.first is None and when.last is None):
        return "on a day that is not told"
    text = wording.days(when)
    if when.first is None or when.last is None:
        return text
    if when.first == when.last:
        return f"on {text}"
    if when.precision in (Precision.MONTH, Precision.YEAR):
        return f"in {text}"
    return f"between {wording.day(when.first)} and {wording.day(when.last)}"
