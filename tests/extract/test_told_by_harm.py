"""Events that only their harm tells of: the table of words, and when one is made of a toll."""

from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.extract.classes import Classes
from dateline.extract.extraction import extract
from dateline.extract.harm_types import HarmType, harm_types, read_harm_types
from dateline.extract.patterns import pattern_book
from dateline.extract.told_by_harm import told_by_harm
from dateline.extract.tolls.finder import read_tolls
from dateline.model.reading import EventReading, TollReading
from tests.extract.read_text import read


@pytest.mark.parametrize("entry", harm_types().entries, ids=lambda entry: entry.type)
def test_the_example_of_each_entry_is_of_its_type(entry: HarmType) -> None:
    annotated, _ = read(entry.example)
    assert entry.type in {one.type for one in extract(annotated) if isinstance(one, EventReading)}


def test_the_toll_belongs_to_the_event_made_of_it() -> None:
    annotated, _ = read("Five militants killed in IBO in Bannu.")
    readings = extract(annotated)
    (event,) = [one for one in readings if isinstance(one, EventReading)]
    (toll,) = [one for one in readings if isinstance(one, TollReading)]
    assert (event.found_by, toll.event) == ("harm.words@1", event.key)
    assert [phrase.text for phrase in event.targets] == ["Five militants"]


@pytest.mark.parametrize(
    "text",
    [
        "Nine passengers died when a bus overturned near Jos.",
        "Four soldiers drowned as a ferry sank off Tawi-Tawi.",
        "Three patients died in the clinic overnight.",
        "No soldier was killed, the army spokesman said.",
    ],
)
def test_of_a_misfortune_or_of_none_nothing_is_made(text: str) -> None:
    annotated, _ = read(text)
    assert [one for one in extract(annotated) if isinstance(one, EventReading)] == []


def test_the_events_of_an_entry_and_of_what_stands_in_none_have_keys_of_their_own() -> None:
    annotated, trees = read("Five militants killed in IBO in Bannu.\n\nThree militants killed in IBO in Tank.")
    classes, entries = Classes(annotated.mentions, trees), {0: range(1)}
    counted = read_tolls(trees, classes, pattern_book("toll"), [], entries)
    events, tolls = told_by_harm(trees, classes, [], counted, entries)
    assert len({event.key for event in events}) == 2
    assert [toll.event for toll in tolls] == [event.key for event in events]


def test_a_toll_beside_another_event_makes_none() -> None:
    annotated, _ = read("Jets bombed Taiz on Sunday.\n\nNine militants were killed.")
    assert {one.found_by for one in extract(annotated) if isinstance(one, EventReading)} == {"airstrike.verb@1"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[]", "expected a table"),
        ("never: []\nentries: [{type: Boxing, words: [fist], example: x}]", "type of the codebook"),
        ("never: []\nentries: [{type: Attack, words: [], example: x}]", "needs words"),
        ("never: [on]\nentries: [{type: Attack, words: [gun], example: x}]", "quote yes"),
        ("never: [}", "cannot be read"),
    ],
)
def test_a_broken_table_is_told_of(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "harm.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(ResourceError, match=said):
        read_harm_types(path)


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("A jet, one bomb.", "Air/drone strike"),
        ("Mortar rounds, a dozen.", "Shelling/artillery/missile attack"),
        ("A cache of mortar rounds.", None),
        ("Two mortars were sold.", None),
        ("A market day.", None),
    ],
)
def test_the_weapon_alone_makes_an_event_of_an_entry(note: str, kind: str | None) -> None:
    annotated, trees = read(f"14 May, Kawlin.\n\n{note}")
    label = range(1)
    events, _ = told_by_harm(trees, Classes(annotated.mentions, trees), [], [], {0: label, 1: label})
    assert [event.type for event in events] == ([kind] if kind else [])


def test_the_weapon_alone_makes_none_outside_of_entries() -> None:
    annotated, trees = read("A jet, one bomb.")
    assert told_by_harm(trees, Classes(annotated.mentions, trees), [], [], {}) == ([], [])
