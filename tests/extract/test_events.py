"""Events of sentences in our own words: what they must tell, what must tell none, and words that must change nothing."""

from typing import Any

import pytest

from dateline.extract.extraction import extract
from dateline.model.reading import EventReading, Phrase
from dateline.model.report import BlockKind
from tests.extract.read_text import cases, read

TOLD = cases("events.yml")
NOT_TOLD: list[str] = cases("non_events.yml")  # type: ignore[assignment]  # a list of sentences, not of tables
LOADED: dict[str, list[str]] = cases("loaded_words.yml")  # type: ignore[assignment]  # a table of two lists
LEAST_TOLD = 0.96
LEAST_ALIKE = 0.98


def events(text: str, *, headline: bool = False) -> list[EventReading]:
    annotated, _ = read(text, headline=headline)
    return [reading for reading in extract(annotated) if isinstance(reading, EventReading)]
