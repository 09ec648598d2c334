from pathlib import Path

import pytest

from dateline.model.report import BlockKind
from dateline.sources import Metadata, find_reports, read_report

_FOLDER = Path(__file__).parents[2] / "examples" / "idlib"
_FOUND = find_reports([_FOLDER])
_METADATA = Metadata.load(_FOLDER / "reports.csv")

_DAYS = {
    "02-wadi-al-deif-state-agency.txt": "2014-12-15",
    "04-sarmin-chlorine.md": "2015-03-17",
    "06-idlib-offensive-northline.txt": "2015-03-25",
    "07-idlib-falls-cedar-press.html": "2015-03-28",
    "09-idlib-ocha.txt": "2015-04-01",
    "10-jisr-al-shughur-levant-wire.txt": "2015-04-25",
    "13-qarmid-northline.txt": "2015-04-27",
    "15-ariha-levant-wire.txt": "2015-05-29",
}
"""Days that the table does not give: they stand in page, dateline or text, or follow from a weekday."""


@pytest.mark.parametrize("name", [report.name for report in _FOUND.reports])
def test_example_reads_well(name: str) -> None:
    report = read_report(_FOLDER / name, _METADATA)
    body = [report.text[block.start : block.end] for block in report.blocks if block.kind is BlockKind.BODY]
    assert 100 <= len(report.text.split()) <= 300
    assert len(body) >= 4
    assert not report.partial
    assert report.published is not None
    assert report.outlet
    assert not [text for text in body if "newsletter" in text or "©" in text or "@" in text]


@pytest.mark.parametrize(("name", "day"), _DAYS.items())
def test_day_is_read_from_the_report(name: str, day: str) -> None:
    published = read_report(_FOLDER / name).published
    assert published is not None
    assert published.day.isoformat() == day


def test_table_and_folder_fit() -> None:
    assert _FOUND.errors == ()
    assert _METADATA.unmatched(report.name for report in _FOUND.reports) == ()
