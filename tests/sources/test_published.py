import datetime as dt

import pytest

from dateline.model.report import Basis, Publication
from dateline.sources import Row, read_bytes


def _published(text: str, name: str = "report.txt", row: Row | None = None) -> Publication | None:
    return read_bytes(text.encode(), name, row).published


def _day(*paragraphs: str) -> str | None:
    found = _published("\n\n".join(paragraphs))
    return found.day.isoformat() if found else None


_SCENE = "Soldiers stand beside a burnt lorry near the river, {} (Northline/J. Lens)"
_LEAD = "Gunmen took the dam on {}, the mayor of the town below it told reporters by phone."


@pytest.mark.parametrize(
    ("paragraphs", "day"),
    [
        pytest.param(
            (_SCENE.format("April 25, 2015"), _LEAD.format("Monday")), "2015-04-27", id="two days after the picture"
        ),
        pytest.param(
            (_SCENE.format("March 26, 2015"), _LEAD.format("Thursday")), "2015-03-26", id="the picture's own day"
        ),
        pytest.param(
            (_SCENE.format("1 March 2022"), "Shells hit the port on Tuesday, its manager said Wednesday."),
            "2022-03-02",
            id="the day of saying, not that of the event",
        ),
        pytest.param(
            (
                _SCENE.format("April 15, 2023"),
                "Fighting that began on Saturday spread on Sunday, doctors in two cities said.",
            ),
            "2023-04-16",
            id="the later of two in the lead",
        ),
        pytest.param(
            ("The two armies met at the bridge on Sunday, November 12, 1989, and both claimed to hold it.",),
            "1989-11-12",
            id="a full date with its weekday",
        ),
        pytest.param(
            ("Today, 24 February 2022, columns crossed the border at four points.",), "2022-02-24", id="today"
        ),
        pytest.param(("Yesterday, 24 February 2022, columns crossed the border.",), "2022-02-25", id="yesterday"),
        pytest.param(
            ("GOMA, Jan 28 (AP) — The town fell, its radio said.", _SCENE.format("January 27, 2025")),
            "2025-01-28",
            id="the year of a dateline from a picture",
        ),
        pytest.param(
            ("GOMA, Jan 2 (AP) — The town fell, its radio said.", _SCENE.format("December 31, 2012")),
            "2013-01-02",
            id="over the new year",
        ),
    ],
)
def test_infers_the_only_day_that_fits(paragraphs: tuple[str, ...], day: str) -> None:
    assert _day(*paragraphs, "Nobody else could be reached.") == day


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param((_LEAD.format("Monday"),), id="a weekday without a date"),
        pytest.param(("BEIRUT, April 25 — Rebels took the town, a monitor said.",), id="a dateline without a year"),
        pytest.param(
            (_SCENE.format("April 25, 2015"), "Gunmen took the dam, the mayor said."), id="a picture without a weekday"
        ),
        pytest.param((_SCENE.format("April 25, 2015"), _LEAD.format("Friday")), id="the weekday is six days off"),
        pytest.param(
            ("FILE - Soldiers stand beside a lorry, April 25, 2015 (AP Photo/J. Lens)", _LEAD.format("Monday")),
            id="a file picture",
        ),
        pytest.param(
            ("On Monday the town marked the anniversary of the raid of Monday, April 27, 2015, with a march.",),
            id="anniversary",
        ),
        pytest.param(
            ("Fighting has gone on since Sunday, 15 March 2011, and on Monday it reached the port.",), id="since"
        ),
        pytest.param(
            ("The truce will end on Friday, May 1, 2015, unless both sides agree, an envoy said on Monday.",),
            id="ahead",
        ),
        pytest.param(("The war began in March 2011. On Monday the last school shut.",), id="a month is no day"),
        pytest.param(
            ("The bridge was blown up on Saturday, April 26, 2015, the mayor said.",), id="weekday and date at odds"
        ),
        pytest.param((_SCENE.format("April 25, 2015"), _LEAD.format("next Monday")), id="next Monday"),
        pytest.param(
            (_SCENE.format("April 25, 2015"), _LEAD.format("Sunday"), "On Monday the radio fell silent."),
            id="a later day follows",
        ),
        pytest.param(
            ("GOMA, Jan 28 (AP) — The town fell, its radio said.", _SCENE.format("June 3, 2024")),
            id="a picture of another season",
        ),
        pytest.param((_SCENE.format("April 25, 2095"), _LEAD.format("Monday")), id="still to come"),
    ],
)
def test_no_day_where_nothing_or_too_much_fits(paragraphs: tuple[str, ...]) -> None:
    assert _day(*paragraphs, "Nobody else could be reached.") is None


def test_evidence_names_the_words() -> None:
    found = _published(f"{_SCENE.format('April 25, 2015')}\n\n{_LEAD.format('Monday')}")
    assert found is not None
    assert found.basis is Basis.INFERRED
    assert '"Monday"' in found.evidence
    assert '"April 25, 2015"' in found.evidence


def test_metadata_come_before_all() -> None:
    row = Row("report.txt", 3, published=dt.date(2020, 2, 2))
    found = _published("GOMA, Jan 28, 2025 (AP) — The town fell, its radio said.", row=row)
    assert found == Publication(dt.date(2020, 2, 2), Basis.METADATA, "metadata, line 3")


def test_dateline_with_its_year() -> None:
    found = _published("GOMA, Jan 28, 2025 (AP) — The town fell, its radio said on Monday.")
    assert found is not None
    assert (found.day, found.basis) == (dt.date(2025, 1, 28), Basis.DATELINE)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 27 April 2015, 10:00 GMT", "2015-04-27"),
        ("Saturday, April 25, 2015", "2015-04-25"),
        ("25.04.2015 10:15", "2015-04-25"),
        ("Flash Update No. 3 (as of 31 March 2015)", "2015-03-31"),
        ("Week ending 15 October 1982", "1982-10-15"),
        ("Updated 2 May 2015", "2015-05-02"),
        ("Radio Lakeside, midday news, Saturday 2 May 2015", "2015-05-02"),
        ("Headlines at 6 p.m., 2 May 2015", "2015-05-02"),
        ("Northern television news, 8 pm, 2 May 2015 (summary of the broadcast in Hausa)", "2015-05-02"),
        ("Rights Centre, Kandy. 26 April to 2 May 2015", "2015-05-02"),
        ("Notes for subscribers, 2 May 2015", "2015-05-02"),
    ],
)
def test_stamp_in_the_text(line: str, day: str) -> None:
    assert _day("Dam taken", line, "Gunmen took the dam, the mayor said.", "Nobody was hurt.") == day


@pytest.mark.parametrize(
    "line",
    [
        "The broadcast of 2 May 2015 was heard by few",
        "He wrote it in his journal: peace was signed on 2 May 2015 after weeks of talks in a hotel by the lake",
    ],
)
def test_a_line_that_goes_on_behind_its_date_is_no_masthead(line: str) -> None:
    """Why: only a broadcast's own title ends in its day; a sentence speaks of a day that may lie years back."""
    assert _published(f"Dam taken\n\n{line}\n\nGunmen took the dam, the mayor said.") is None


def test_chronicle_keeps_its_days_and_has_none_of_its_own() -> None:
    text = "How it began\n\n15 March 2011\n\nCrowds filled the square.\n\n2 May 2013\n\nGunmen took the dam."
    assert _published(text) is None
    assert "2 May 2013" in read_bytes(text.encode(), "a.txt").text


def test_first_print_comes_before_update() -> None:
    assert _day("Updated 2 May 2015", "Published 1 May 2015", "Gunmen took the dam, the mayor said.") == "2015-05-01"


def test_a_digest_is_of_the_last_day_that_its_heading_covers() -> None:
    text = "Coast Weekly Digest 31, covering 25 July - 1 August 2003\n\nFighters took the port on Monday."
    found = read_bytes(text.encode(), "a.txt").published
    assert found is not None
    assert str(found.day) == "2003-08-01"


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("Statement of the Northern Command, given to newspapers in Beirut on 30/8/79", "1979-08-30"),
        ('Document: e-mailed message signed "Ansar", received in Quetta on 24.09.2013 (translated)', "2013-09-24"),
        ("War communiqué of the Front, Tegucigalpa, read over the radio on 3-VI-84", "1984-06-03"),
        ("Bomb sent to a mayor in Bilbao on 30.8.79", None),
    ],
)
def test_a_heading_tells_when_a_statement_was_given_out(heading: str, day: str | None) -> None:
    assert _day(heading, "Our men destroyed two trucks of the occupier at the bridge.") == day
