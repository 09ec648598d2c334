"""Who is told to hold, gain or lose a place."""

import pytest

from dateline.annotate import Annotator
from dateline.extract import extract
from dateline.model.claim import ControlClaim
from dateline.resolve import resolve
from dateline.sources import Row, read_bytes


def told(text: str) -> list[tuple[str, str, str]]:
    """Return the place, the change and the holder of each control claim of a text."""
    report = read_bytes(text.encode(), "a.txt", Row(file="a.txt", number=2))
    (annotated,) = Annotator.load().annotate([report])
    found = [c for c in resolve(annotated, extract(annotated)) if isinstance(c, ControlClaim)]
    return [
        (c.place.entry.name if c.place and c.place.entry else "", c.change.value, h.name)
        for c in found
        for h in c.holders
    ]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The ISIL-held town of Manbij in Syria was quiet.", ("Manbij", "holds", "Islamic State")),
        ("Troops left Russian-occupied Crimea.", ("Crimea", "holds", "Military Forces of Russia")),
        ("The SDF-controlled city of Raqqa was shelled.", ("Raqqa", "holds", "Syrian Democratic Forces")),
        ("Rebels expelled ISIL from Azaz in Syria.", ("Azaz", "gained", "Opposition Rebels (Syria)")),
        (
            "The goal was the capture of Jarabulus in Syria from ISIL, which was reached.",
            ("Jarabulus", "lost", "Islamic State"),
        ),
        ("Bakhmut in Ukraine had fallen into Russian hands.", ("Bakhmut", "gained", "Military Forces of Russia")),
        ("Saraqib in Syria came under rebel control.", ("Saraqib", "gained", "Opposition Rebels (Syria)")),
        ("Rebels drove the army out of Ariha in Syria.", ("Ariha", "gained", "Opposition Rebels (Syria)")),
    ],
)
def test_who_holds_is_named(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in told(text)


@pytest.mark.parametrize(
    "text",
    ["A strike near Mosul destroyed an ISIL-held building.", "Shelling threatened the army's control of Bria."],
)
def test_a_building_is_no_place_and_threatened_control_is_not_told(text: str) -> None:
    assert told(text) == []


def test_civilians_hold_nothing() -> None:
    assert told("Our youth liberated Zawiya in Libya on Friday.") == []
