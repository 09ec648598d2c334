"""Changes: what people decided and what was done to the record; and what it holds, for the page on how it is made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from dateline.model.judgement import Judgement
from dateline.reference import wording
from dateline.store import RecordView

PAGE: Final = 100
LINES: Final = 200  # of the log; the latest


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of the log."""

    at: str
    who: str
    engine: str
    event: str
    told: str


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The latest judgements first, and the latest lines of the log; `before` leads on where there are more."""

    judgements: tuple[Judgement, ...]
    standing: frozenset[int]
    log: tuple[LineView, ...]
    before: int | None


@dataclass(frozen=True, slots=True)
class AboutView:
    """What the record holds."""

    counts: Mapping[str, int]
    claims: int
    first: str
    last: str


def changes(view: RecordView, before: int | None = None, most: int = PAGE) -> ChangesView:
    """Return what was changed, the latest first.

    Args:
        view: the record.
        before: only judgements of lower numbers.
        most: how many judgements.
    """
    found = [one for one in view.judgements() if before is None or one.number < before][::-1]
    more = found[most - 1].number if len(found) > most else None
    lines = [LineView(one.at, one.who, one.engine, one.event, _told(one.detail)) for one in view.provenance.log()]
    shown = tuple(found[:most])
    return ChangesView(shown, counting(view, shown), tuple(lines[::-1][:LINES]), more)


def counting(view: RecordView, judgements: Iterable[Judgement]) -> frozenset[int]:
    """Return the numbers of those of some judgements that count."""
    wanted = {one.number for one in judgements}
    return frozenset(one.number for one in view.standing() if one.number in wanted) if wanted else frozenset()


def _told(detail: dict[str, Any]) -> str:
    shown = {name: len(value) if isinstance(value, list) else value for name, value in detail.items()}
    return ", ".join(f"{name}: {value}" for name, value in shown.items())


def about(view: RecordView) -> AboutView:
    """Return what the record holds."""
    counts = view.counts()
    days = sorted(one.published.day for one in view.report_heads() if one.published)
    first, last = (wording.day(days[0]), wording.day(days[-1])) if days else ("", "")
    claims = sum(count for name, count in counts.items() if name.endswith(" claims"))
    return AboutView(counts, claims, first, last)
