"""Events of sentences in our own words: what must be told, what tells none, and words that must change nothing."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest

from dateline.extract.extraction import extract
from dateline.extract.tree import Tree
from dateline.model.reading import EventReading, Phrase, Stance
from tests.extract.read_text import CASES, cases, read

_LEAST = 0.96  # of the cases of a file that must hold; trees are not always right


def events(text: str, *, headline: bool = False) -> tuple[list[EventReading], list[Tree]]:
    annotated, trees = read(text, headline=headline)
    return [reading for reading in extract(annotated) if isinstance(reading, EventReading)], trees


def holds(phrases: Sequence[Phrase], words: str) -> bool:
    return any(words.lower() in phrase.text.lower() for phrase in phrases)


def told(reading: EventReading, case: dict[str, Any]) -> bool:
    return (
        reading.type == case["type"]
        and all(holds(reading.actors, words) for words in case.get("actors", ()))
        and all(holds(reading.targets, words) for words in case.get("targets", ()))
        and ("place" not in case or holds(reading.places, case["place"]))
    )


def test_events_are_told() -> None:
    every = cases("events.yml")
    missed = [
        case["text"]
        for case in every
        if not any(told(reading, case) for reading in events(case["text"], headline=case.get("headline", False))[0])
    ]
    assert len(every) >= 150
    assert len(missed) <= (1 - _LEAST) * len(every), "\n".join(missed)


def test_what_is_no_event_is_not_asserted() -> None:
    every = [case["text"] for case in cases("non_events.yml")]
    wrong = [text for text in every if any(one.stance is Stance.ASSERTED for one in events(text)[0])]
    assert len(every) >= 60
    assert len(wrong) <= (1 - _LEAST) * len(every), "\n".join(wrong)


def test_a_partys_name_tells_no_event() -> None:
    """Most of these words have capitals, as in a headline: only the reference tells that they are a name."""
    readings, _ = events("The Popular Front for the Liberation of Palestine attacked a checkpoint near Jenin.")
    assert [one.trigger.text for one in readings] == ["attacked"]


def families() -> list[dict[str, Any]]:
    return cases("loaded_words.yml")


def shape(text: str, word: str) -> tuple[tuple[str, ...], ...]:
    """Return the type and the heads of the slots of a text's events, the word itself left out."""
    readings, trees = events(text)

    def heads(phrases: Sequence[Phrase], tree: Tree) -> str:
        return " ".join(tree.tokens[phrase.head].text.lower().replace(word, "{}") for phrase in phrases)

    return tuple(
        (one.type, *(heads(slot, trees[one.sentence]) for slot in (one.actors, one.targets, one.places)))
        for one in readings
    )


def test_loaded_words_change_neither_type_nor_roles() -> None:
    every = families()
    words = [word for family in every for word in family.get("words", ())]
    texts = [family["text"] for family in every if "text" in family]
    assert len(texts) >= 50
    assert len(words) >= 6
    differing = []
    for text in texts:
        shapes = {word: shape(_capital(text.format(word)), word) for word in words}
        (usual, _), *_ = Counter(shapes.values()).most_common(1)
        assert usual, text
        differing += [f"{text} with {word}" for word, one in shapes.items() if one != usual]
    assert len(differing) <= (1 - _LEAST) * len(texts) * len(words), "\n".join(differing)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


@pytest.mark.parametrize("name", ["events.yml", "non_events.yml", "loaded_words.yml"])
def test_no_case_stands_twice(name: str) -> None:
    texts = [case["text"] for case in cases(name) if "text" in case]
    assert len(texts) == len(set(texts)), CASES / name


def test_a_name_right_before_its_country_is_a_place() -> None:
    found, _ = events("Islamist fighters took Konna in Mali on Thursday.")
    assert [reading.type for reading in found] == ["Territory taken"]


RAID = "The raid on the village of Mora on Sunday killed nine."
JETS = "Jets bombed the town of Kolofata on Monday."


def test_a_raid_told_behind_a_strike_from_the_air_is_one_too() -> None:
    found, _ = events(f"{JETS} {RAID}")
    assert [reading.type for reading in found] == ["Air/drone strike", "Air/drone strike"]


def test_a_raid_told_long_before_a_strike_from_the_air_is_none() -> None:
    found, _ = events(f"{RAID} The governor was in Maroua. He saw the bishop. He left on Monday. {JETS}")
    assert found[0].trigger.text == "raid"
    assert found[0].type != "Air/drone strike"


@pytest.mark.parametrize(
    "text",
    [
        "The movements that once claimed to fight the army now patrol with it.",
        "He had joined the group to fight the crusaders.",
        "Crowds with flags filled the streets of Baku to celebrate the victory.",
        "Thousands of passengers packed the platforms at Kramatorsk.",
    ],
)
def test_a_purpose_or_a_crowd_without_a_cause_is_no_event(text: str) -> None:
    assert events(text)[0] == []
