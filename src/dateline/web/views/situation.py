"""Situation: a period and an area in plain sentences, as a page."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from dateline.pipeline import POLICY, POLICY_NAMES, killed_of
from dateline.sitrep import Asked, Document, Footnote, first_uses, sitrep
from dateline.store import RecordView
from dateline.store.browse.filters import Filters
from dateline.web.address import AddressError
from dateline.web.address import Asked as Wanted
from dateline.web.links import Links

WHOLE: Final = 2000  # incidents of a record of which all days are told of, where none are asked for
LATELY: Final = dt.timedelta(days=30)  # of a larger one, these before its last day


@dataclass(frozen=True, slots=True)
class SituationView:
    """A situation report; `document` is None where the record has no dated incident."""

    asked: Asked | None
    document: Document | None
    first_use: dict[int, int]
    policies: tuple[str, ...]
    links: Links

    def leads(self, note: Footnote) -> str:
        """Return the address of a note's words in their report."""
        return self.links.report(note.report, note.claims[0])


def situation(view: RecordView, links: Links, wanted: Wanted, policy: str = POLICY) -> SituationView:
    """Return the situation report of a period and area; of the record's days where none are given.

    Raises:
        AddressError: the first day is after the last.
    """
    first, last = _days(view)
    since, until = wanted.since or first, wanted.until or last
    if since is None or until is None:
        return SituationView(None, None, {}, POLICY_NAMES, links)
    if since > until:
        raise AddressError(f"from: {since} is after {until}, the last day")
    asked = Asked(since, until, wanted.place or None, policy)
    document = sitrep(view, asked)
    return SituationView(asked, document, first_uses(document), POLICY_NAMES, links)


def _days(view: RecordView) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day of what is told of when none are asked for."""
    sums = view.finder().sums(Filters(), killed_of)
    if sums.first is None or sums.last is None:
        return None, None
    first, last = dt.date.fromisoformat(sums.first), dt.date.fromisoformat(sums.last)
    return (first if sums.incidents <= WHOLE else max(first, last - LATELY)), last
