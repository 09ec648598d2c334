"""Situation reports of records made by hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.intake import refresh
from dateline.model.claim import Claim
from dateline.model.report import Report
from dateline.pipeline import ENGINE
from dateline.sitrep import Asked, Document, Section, sitrep
from dateline.store import RawReport, ReadReport, Record, open_record
from tests import builders as b

MAY = Asked(b.day("2019-05-01"), b.day("2019-05-31"))


@contextmanager
def record_of(folder: Path, *claims: Claim, **reports: Report) -> Iterator[Record]:
    """A record of these claims, with all reckoned; reports by the stem of their file, made up if not given."""
    with open_record(folder / "r.db", create=True) as record:
        for file in dict.fromkeys(claim.report for claim in claims):
            known = reports.get(file.partition(".")[0]) or b.report(
                file, "2019-05-31", outlet=f"Outlet {file[0].upper()}"
            )
            told = tuple(claim for claim in claims if claim.report == file)
            record.add([ReadReport(RawReport(known.id, file, b""), known, told)], ENGINE)
        refresh(record)
        yield record


def document(folder: Path, *claims: Claim, asked: Asked = MAY, **reports: Report) -> Document:
    """The situation report of a record of these claims."""
    with record_of(folder, *claims, **reports) as record:
        return sitrep(record.view, asked)


def section(made: Document, title: str) -> Section:
    """The section of that title."""
    (found,) = (one for one in made.sections if one.title == title)
    return found


def text(made: Document, title: str) -> str:
    """All sentences of a section."""
    return " ".join(one.text for one in section(made, title).sentences())
