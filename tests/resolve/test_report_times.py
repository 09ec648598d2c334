"""Years of reports without a publication day: of the title, the only one told, "last year"."""

import datetime as dt

import pytest

from dateline.annotate import Annotator
from dateline.extract import extract
from dateline.model.claim import EventClaim
from dateline.resolve import resolve
from dateline.sources import read_bytes


def _days(text: str) -> dict[str, tuple[dt.date | None, dt.date | None]]:
    report = read_bytes(text.encode(), "a.txt")
    assert report.published is None
    (annotated,) = Annotator.load().annotate([report])
    found = [c for c in resolve(annotated, extract(annotated)) if isinstance(c, EventClaim)]
    return {c.trigger.lower(): (c.when.first, c.when.last) if c.when else (None, None) for c in found}


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        (
            "Angola 2001: a year on the run\n\nRebels seized Caxito on 5 May and left it again. Three nights later they"
            " shelled Uige.",
            "shelled",
            "2001-05-08",
        ),
        (
            "From the chronicle of a parish, the year 1982\n\nOn 18 July, a Sunday, two shells fell on Rabinal.",
            "fell",
            "1982-07-18",
        ),
        (
            "Statement of the front\n\nThe army came to Rabinal in 1982. On 18 July its soldiers shelled Coban.",
            "shelled",
            "1982-07-18",
        ),
    ],
)
def test_a_date_without_a_year_has_that_of_the_title_or_the_only_one(text: str, trigger: str, day: str) -> None:
    expected = dt.date.fromisoformat(day)
    assert _days(text)[trigger] == (expected, expected)


def test_last_year_is_the_one_before_the_latest_date() -> None:
    text = (
        "To the people of Patani\n\nOur fighters attacked the base at Bacho on 13 February 2013."
        " They say that the bombing in Yala last year was our work."
    )
    assert _days(text)["bombing"] == (dt.date(2012, 1, 1), dt.date(2012, 12, 31))
