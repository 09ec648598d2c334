"""Every pattern's examples are read by that pattern, with the parties and places that they name."""

from typing import Any

import pytest

from dateline.annotate import Annotator
from dateline.extract.extraction import extract
from dateline.extract.patterns import PATTERN_FILES, Pattern, pattern_book
from dateline.model.reading import ControlReading, EventReading, Phrase, Reading, TollReading
from dateline.model.report import Block, BlockKind, Report

KINDS = ("event", "toll", "control")
PATTERNS = [pattern for kind in KINDS for pattern in pattern_book(kind).patterns]
EXAMPLES = [pytest.param(p, e, id=f"{p.id}-{n}") for p in PATTERNS for n, e in enumerate(p.examples)]


def read(text: str) -> tuple[Reading, ...]:
    report = Report(id="sha256:0", file="example.txt", text=text, blocks=(Block(0, len(text), BlockKind.BODY),))
    (annotated,) = Annotator.load().annotate([report])
    return extract(annotated)


def holds(phrases: tuple[Phrase, ...], words: str) -> bool:
    return any(words.lower() in phrase.text.lower() for phrase in phrases)


@pytest.mark.parametrize(("pattern", "example"), EXAMPLES)
def test_example_is_read(pattern: Pattern, example: dict[str, Any]) -> None:
    readings = read(example["text"])
    found = [r for r in readings if r.found_by == pattern.found_by and _agrees(r, example)]
    assert found, "\n".join(f"{r.found_by}: {_told(r)}" for r in readings) or "nothing was read"


def _agrees(reading: Reading, example: dict[str, Any]) -> bool:
    if "place" in example and not holds(reading.places, example["place"]):
        return False
    match reading:
        case EventReading():
            return (
                bool(reading.type == example["type"])
                and all(holds(reading.actors, words) for words in example.get("actors", ()))
                and all(holds(reading.targets, words) for words in example.get("targets", ()))
            )
        case TollReading():
            count = reading.count.text.lower() if reading.count else ""
            return bool((reading.harm or "") == example["harm"] and count == example["count"].lower())
        case ControlReading():
            return all(holds(reading.holders, words) for words in example.get("holder", ()))
        case _:
            return False


def _told(reading: Reading) -> str:
    slots = ("actors", "targets", "holders", "places", "times")
    return ", ".join(
        f"{slot}={[p.text for p in getattr(reading, slot)]}" for slot in slots if getattr(reading, slot, ())
    )


def test_ids_are_unique() -> None:
    ids = [pattern.id for pattern in PATTERNS]
    assert len(ids) == len(set(ids))


def test_every_pattern_has_an_example() -> None:
    assert [p.id for p in PATTERNS if not p.examples] == []


def test_the_files_are_these() -> None:
    assert PATTERN_FILES == (
        "excessive_force",
        "crackdowns",
        "riots",
        "demolitions",
        "mobs",
        "marches",
        "suicide_bombs",
        "air_strikes",
        "chemical_weapons",
        "devices",
        "shelling",
        "killings",
        "violence",
        "striking",
        "attack_nouns",
        "sexual_violence",
        "abductions",
        "disarming",
        "caches",
        "looting",
        "arrests",
        "custody",
        "agreements",
        "exchanges",
        "deals",
        "bases",
        "transfers",
        "handovers",
        "groups",
        "allegiance",
        "redeployments",
        "other",
        "restrictions",
        "captures",
        "battles",
        "surely",
        "demonstrations",
        "control",
        "deaths",
        "tolls",
    )
