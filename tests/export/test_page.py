"""The page: every figure leads to its quote, hostile text stays text, nothing is more precise than it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from dateline.export.page import write_page
from dateline.export.page.view import marks
from dateline.link import link
from dateline.model.claim import Claim, Quote
from dateline.model.incident import Incident
from dateline.model.reading import Change
from dateline.model.reckoned import Spell, Toll
from dateline.model.report import Report
from dateline.reckon import reckon_control, reckon_tolls
from dateline.reference.wording import days, interval, names
from tests.builders import actor, control, event, place, report, reports, toll, when

ARIHA = place("Ariha", 35.8, 36.6)
HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(1)> {{ 7*7 }}"


@dataclass
class Record:
    """A record in memory."""

    held: tuple[Report, ...]
    said: tuple[Claim, ...]

    def reports(self) -> Iterator[Report]:
        return iter(self.held)

    def claims(self) -> Iterator[Claim]:
        return iter(self.said)

    def incidents(self) -> Iterator[Incident]:
        return iter(link(self.said, reports(*self.held)).incidents)

    def tolls(self) -> Iterator[Toll]:
        return iter(reckon_tolls(tuple(self.incidents()), self.said))

    def spells(self) -> Iterator[Spell]:
        return iter(reckon_control(self.said))


def page(record: Record, folder: Path) -> str:
    write_page(record, folder / "page.html")
    return (folder / "page.html").read_text("utf-8")


def small_record(text: str = "Jets bombed Ariha and killed nine.") -> Record:
    strike = event(at=ARIHA, on=when("2015-04-26"), quote=text)
    dead = toll(9, of=strike, at=ARIHA, on=when("2015-04-26"), quote=text)
    held = control(ARIHA, when("2015-04-26"), Change.HOLDS, actor("Army"), quote=text)
    return Record((report("a.txt", "2015-04-27", text=text),), (strike, dead, held))


def test_every_link_inside_the_page_leads_somewhere(tmp_path: Path) -> None:
    text = page(small_record(), tmp_path)
    anchors = set(re.findall(r'id="([^"]+)"', text))
    targets = set(re.findall(r'href="#([^"]+)"', text))
    assert targets
    assert targets <= anchors


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    text = page(small_record(HOSTILE), tmp_path)
    assert "<script" not in text
    assert "<img" not in text
    assert "{{ 7*7 }}" in text


def test_an_empty_record_says_so(tmp_path: Path) -> None:
    text = page(Record((), ()), tmp_path)
    assert "No incident was found" in text
    assert "No claim of control was found" in text


def test_an_old_page_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("old")
    broken = small_record()
    broken.said = (*broken.said, None)  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        page(broken, tmp_path)
    assert (tmp_path / "page.html").read_text() == "old"


def test_marks_cover_the_text_once() -> None:
    strike = event(at=ARIHA)
    text = "One. Two. Three."
    quoted = [replace(strike, quote=Quote(5, 9, "Two."), also_quoted=(Quote(0, 9, "One. Two."),))]
    found = list(marks(text, quoted))
    assert "".join(mark.text for mark in found) == text
    assert [mark.text for mark in found if mark.claims] == ["One. ", "Two."]


@pytest.mark.parametrize(
    ("low", "high", "words", "shown"),
    [
        (31, 31, "", "31"),
        (31, None, "", "at least 31"),
        (None, 40, "", "up to 40"),
        (10, 15, "", "10–15"),
        (None, None, "several", "“several”"),
        (None, None, "", "number not told"),
        (220001, None, "", "at least 220,001"),
    ],
)
def test_intervals(low: int | None, high: int | None, words: str, shown: str) -> None:
    assert interval(low, high, words) == shown


def test_days() -> None:
    assert days(when("2015-04-26")) == "26 April 2015"
    assert days(when("2015-04-24", "2015-04-26")) == "24–26 April 2015"
    assert days(when("2015-03-01", "2015-03-31")) == "March 2015"
    assert days(when(None, "2015-03-26")) == "by 26 March 2015"
    assert days(None) == "day not told"


def test_names() -> None:
    assert names(["A"]) == "A"
    assert names(["A", "B", "C"]) == "A, B and C"
