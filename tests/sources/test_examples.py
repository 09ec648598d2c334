from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from dateline.model.report import BlockKind
from dateline.sources import Metadata, find_reports, read_report

_FOLDER = Path(__file__).parents[2] / "examples" / "idlib"
_FOUND = find_reports([_FOLDER])
_METADATA = Metadata.load(_FOLDER / "reports.csv")

_NAMES = [report.name for report in _FOUND.reports]

_DAYS = {
    "02-wadi-al-deif-state-agency.txt": "2014-12-15",
    "04-sarmin-chlorine.md": "2015-03-17",
    "06-idlib-offensive-northline.txt": "2015-03-25",
    "07-idlib-falls-cedar-press.html": "2015-03-28",
    "09-idlib-ocha.txt": "2015-04-01",
    "10-jisr-al-shughur-levant-wire.txt": "2015-04-25",
    "13-qarmid-northline.txt": "2015-04-27",
    "15-ariha-levant-wire.txt": "2015-05-29",
    "18-wadi-deif-channel-six.txt": "2014-12-16",
    "19-hamidiyeh-village-zaytouna.md": "2015-01-24",
    "21-abu-al-duhur-observatory.txt": "2015-01-26",
    "22-sarmin-doctors.html": "2015-03-26",
    "23-idlib-army-spokesman.txt": "2015-03-29",
    "24-idlib-toll-northline.txt": "2015-03-30",
    "27-darkush-zaytouna.html": "2015-04-26",
    "28-darkush-council-final-list.txt": "2015-05-03",
    "30-jisr-hospital-northline.txt": "2015-05-10",
    "31-kufayr-army-spokesman.txt": "2015-05-14",
    "35-mastumah-observatory.txt": "2015-05-20",
    "37-ariha-forward.txt": "2015-05-29",
    "38-mhambel-levant-wire.txt": "2015-06-06",
    "40-idlib-ocha-june.txt": "2015-06-10",
}
"""Days that the table does not give: they stand in page, dateline or text, or follow from a weekday."""

_DAY_UNREAD = {
    "18-wadi-deif-channel-six.txt": "a weekday of the text and the day of a picture in it, lower-cased",
}
"""Known misses: what the day would have to be read from."""

_PARTIAL = {"18-wadi-deif-channel-six.txt"}
_TAKEN_FOR_PARTIAL = {
    "30-jisr-hospital-northline.txt": "a list of what is most read at the foot",
    "33-hospital-breakout-cedar-press.txt": "a line on who else wrote it, in mid-foot",
    "36-ariha-orontes-radio.txt": "[music] at the end of a transcript",
    "39-janudiyah-cedar-press.txt": "links to more at the foot",
    "40-idlib-ocha-june.txt": "a contact line at the foot",
}
_TAKEN_FOR_TEXT = {"17-jisr-gulf-courier.txt": "a line that asks for letters"}


def _names(names: Iterable[str], unread: Mapping[str, str]) -> list[object]:
    """Return the names as cases, those that are known misses to fail: a fix must take them off the list."""
    missed = {name: pytest.mark.xfail(reason=why, strict=True) for name, why in unread.items()}
    return [pytest.param(name, marks=[missed[name]] if name in missed else []) for name in names]


def _body(name: str) -> list[str]:
    report = read_report(_FOLDER / name, _METADATA)
    return [report.text[block.start : block.end] for block in report.blocks if block.kind is BlockKind.BODY]


@pytest.mark.parametrize("name", _NAMES)
def test_text_and_outlet_are_read(name: str) -> None:
    report = read_report(_FOLDER / name, _METADATA)
    assert 80 <= len(report.text.split()) <= 320
    assert len(_body(name)) >= 3
    assert report.outlet


@pytest.mark.parametrize("name", _names(_NAMES, _TAKEN_FOR_TEXT))
def test_what_is_no_report_is_left_out(name: str) -> None:
    assert not [text for text in _body(name) if "newsletter" in text or "©" in text or "@" in text]


@pytest.mark.parametrize("name", _names(_NAMES, _TAKEN_FOR_PARTIAL))
def test_only_a_text_that_was_cut_off_is_partial(name: str) -> None:
    assert read_report(_FOLDER / name, _METADATA).partial == (name in _PARTIAL)


@pytest.mark.parametrize("name", _names(_NAMES, _DAY_UNREAD))
def test_every_report_has_a_day(name: str) -> None:
    assert read_report(_FOLDER / name, _METADATA).published is not None


@pytest.mark.parametrize("name", _names(_DAYS, _DAY_UNREAD))
def test_day_is_read_from_the_report(name: str) -> None:
    published = read_report(_FOLDER / name).published
    assert published is not None
    assert published.day.isoformat() == _DAYS[name]


def test_table_and_folder_fit() -> None:
    assert _FOUND.errors == ()
    assert _METADATA.unmatched(report.name for report in _FOUND.reports) == ()
