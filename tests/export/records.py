"""Records of claims that tests write down, reckoned by the real stages, and what an export makes of them."""

import dataclasses
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dateline.export.formats import named
from dateline.export.options import Options
from dateline.export.taken import Taken
from dateline.export.writing import Written, export
from dateline.intake import refresh
from dateline.model.claim import Claim
from dateline.model.report import Report
from dateline.pipeline import ENGINE, STAGES
from dateline.store import RawReport, ReadReport, open_record, open_view
from tests.builders import report, report_id


def record(path: Path, *claims: Claim, **published: str) -> Path:
    """Write a record of claims; `published` gives the days of reports by their file's stem."""
    by_file: dict[str, list[Claim]] = {}
    for claim in claims:
        by_file.setdefault(claim.report, []).append(claim)
    with open_record(path, create=True) as opened:
        opened.add([_read(file, mine, published) for file, mine in by_file.items()], ENGINE)
        assert refresh(opened, STAGES)
    return path


def _read(file: str, claims: Iterable[Claim], published: dict[str, str]) -> ReadReport:
    mine = list(claims)
    text = [" "] * max(claim.quote.end for claim in mine)
    for claim in mine:
        text[claim.quote.start : claim.quote.end] = claim.quote.text
    told: Report = report(file, published.get(file.partition(".")[0]), outlet=f"Outlet {file[0]}", text="".join(text))
    raw = RawReport(report_id(file), file, told.text.encode())
    told = dataclasses.replace(told, title=f"Title of {file}", url=f"https://news.example/{file}")
    return ReadReport(raw, told, tuple(mine))


def exported(path: Path, format_: str, out: Path, **options: Any) -> Written:
    """Write a record in a format."""
    one, asked = named(format_), Options(**options)
    with open_view(path) as view:
        return export(one, Taken(view, asked, policy=asked.policy or one.policy), out)
