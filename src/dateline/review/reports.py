"""Reports and judgements that need eyes: days that were inferred, and judgements whose claims are gone."""

from collections.abc import Iterator

from dateline.model.judgement import day_subject
from dateline.model.report import Basis
from dateline.review.items import Item, Kind
from dateline.review.material import Material
from dateline.review.thresholds import weight


def report_items(material: Material) -> Iterator[Item]:
    """Yield an item for each report whose publication day nothing in or about it tells outright."""
    for report in material.reports:
        published = report.published
        if published and published.basis in {Basis.INFERRED, Basis.OTHERS}:
            kind, reason = Kind.INFERRED_DAY, f"taken to be of {published.day}: {published.evidence}"
            yield Item(kind, day_subject(report.id), report.file, reason, weight(kind), ())


def orphan_items(material: Material) -> Iterator[Item]:
    """Yield an item for each judgement that counts but whose claim is no longer found."""
    for one in material.orphans:
        change = f" ({one.was} → {one.value})" if one.value else ""
        what, reason = f"{one.verdict} {one.subject}{change}", f"judged by {one.who}, but its claim is no longer found"
        yield Item(Kind.ORPHAN, str(one.number), what, reason, weight(Kind.ORPHAN), ())
