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

LATEST: Final = 250  # incidents that are told of where no days are asked for: more are too many to read or to wait for


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
    """Return the first and last day of what is told of where none are asked for: all, or the latest that fit."""
    finder = view.finder()
    sums = finder.sums(Filters(), killed_of)
    if sums.first is None or sums.last is None:
        return None, None
    since, left = sums.first, LATEST
    if sums.incidents > LATEST:
        since = sums.last
        for each in reversed(finder.days(Filters(), killed_of)):
            left -= each.incidents
            if left < 0:
                break
            since = min(since, each.day)
    return dt.date.fromisoformat(since), dt.date.fromisoformat(sums.last)
