"""Who took a place back where nobody is named."""

import datetime as dt

import pytest

from dateline.annotate import Annotator
from dateline.extract import extract
from dateline.model.claim import ControlClaim, EventClaim
from dateline.resolve import resolve
from dateline.sources import Row, read_bytes

REGAINS, OVERTAKES = "Government regains territory", "Non-state actor overtakes territory"


def captures(text: str) -> list[tuple[str, list[str]]]:
    """Return the type and the takers of each capture that a text of 19 January 2014 tells of."""
    report = read_bytes(text.encode(), "a.txt", Row(file="a.txt", number=2, published=dt.date(2014, 1, 19)))
    (annotated,) = Annotator.load().annotate([report])
    found = [c for c in resolve(annotated, extract(annotated)) if isinstance(c, EventClaim)]
    return [(c.type, [link.name for link in c.actors]) for c in found if c.type in {REGAINS, OVERTAKES}]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "Rebels seized Bria in the Central African Republic on Monday. The town was recaptured on Wednesday.",
            (REGAINS, ["Military Forces of Central African Republic"]),
        ),
        (
            "Government troops took Bria in the Central African Republic from FPRC on Monday. "
            "The town was retaken on Wednesday.",
            (OVERTAKES, ["Popular Front for the Rebirth of Central African Republic"]),
        ),
    ],
)
def test_what_one_side_took_the_other_took_back(text: str, last: tuple[str, list[str]]) -> None:
    assert captures(text)[-1] == last


def test_a_capture_told_before_what_it_took_back_is_told() -> None:
    (back, seized) = captures(
        "Two soldiers were killed in the retaking of Bria in the Central African Republic on Friday, a colonel said. "
        "Rebels had seized it on Monday."
    )
    assert back == (REGAINS, ["Military Forces of Central African Republic"])
    assert seized[0] == OVERTAKES


def test_without_a_capture_before_nobody_is_made_up() -> None:
    assert captures("Bria in the Central African Republic was recaptured on Wednesday.")[0][1] == []


def test_who_took_it_back_holds_it() -> None:
    text = "Rebels seized Bria in the Central African Republic on Monday. The town was recaptured on Wednesday."
    report = read_bytes(text.encode(), "a.txt", Row(file="a.txt", number=2, published=dt.date(2014, 1, 19)))
    (annotated,) = Annotator.load().annotate([report])
    held = [c for c in resolve(annotated, extract(annotated)) if isinstance(c, ControlClaim)]
    assert [link.name for claim in held for link in claim.holders] == [
        "Opposition Rebels (Central African Republic)",
        "Military Forces of Central African Republic",
    ]
