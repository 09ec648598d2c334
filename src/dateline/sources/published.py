"""Publication day: from what is known of a report to the day it was published, with the evidence.

The order is metadata, page, dateline, inference; each only where the one before is silent. Nothing is guessed: where
the words fit several days, or contradict one another, there is no day.
"""

import datetime as dt
from collections.abc import Sequence

from dateline.model.report import Basis, BlockKind, Dateline, Publication
from dateline.sources.cleaning import Piece
from dateline.sources.dated import Dated, dated_in
from dateline.sources.draft import Draft
from dateline.sources.stamps import Stamp
from dateline.sources.weekdays import lead_weekday

_AFTER_DATED = 3  # days: a report comes within so many days of the newest day that it or its pictures date
_AFTER_FILED = 7  # the same for a report whose dateline gives month and day: only the year is to be found


def publication(
    given: tuple[dt.date, str] | None,
    draft: Draft,
    stamps: Sequence[Stamp],
    dateline: Dateline | None,
    pieces: Sequence[Piece],
) -> Publication | None:
    """Find a report's publication day.

    Args:
        given: the day that metadata gives, with the words that tell where.
        draft: what the page says.
        stamps: the days that lines of the text state.
        dateline: the report's dateline.
        pieces: the cleaned text, the body without its dateline or with it.

    Returns:
        The day with its basis and evidence, or None where nothing tells it or the words contradict one another.

    """
    if given:
        return Publication(given[0], Basis.METADATA, given[1])
    if draft.day:
        return Publication(draft.day, Basis.PAGE, draft.evidence)
    stamp = next((stamp for stamp in stamps if not stamp.later), None) or next(iter(stamps), None)
    if stamp and stamp.day <= dt.date.today():
        return Publication(stamp.day, Basis.PAGE, stamp.words)
    filed = _filed(dateline)
    if filed:
        return Publication(filed, Basis.DATELINE, f"dateline of {filed}")
    return _inferred(pieces, dateline)


def _filed(dateline: Dateline | None) -> dt.date | None:
    """Return the day of a dateline that gives its year."""
    if dateline is None or dateline.year is None or dateline.month is None or dateline.day is None:
        return None
    day = dt.date(dateline.year, dateline.month, dateline.day)
    return day if day <= dt.date.today() else None


def _inferred(pieces: Sequence[Piece], dateline: Dateline | None) -> Publication | None:
    """Return the one day that fits the dates in the text and the weekday of its lead."""
    dates = [dated for piece in pieces for dated in dated_in(piece.passage.text, piece.kind)]
    if not dates or any(dated.contradicted for dated in dates):
        return None
    newest = max(dates, key=lambda dated: (dated.day, dated.is_today))
    if dateline and dateline.month and dateline.day:
        return _in_year_of(newest, dateline, pieces)
    if newest.is_today:
        return _checked(newest.day, f'"{newest.words}" as the day of writing')
    weekday = lead_weekday([piece.passage.text for piece in pieces if piece.kind is BlockKind.BODY])
    if weekday is None:
        return None
    after = (weekday.number - newest.day.weekday()) % 7
    if after > _AFTER_DATED:
        return None
    day = newest.day + dt.timedelta(days=after)
    return _checked(day, f'"{weekday.words}" in the lead, and "{newest.words}": the first {day:%A} from then on')


def _in_year_of(newest: Dated, dateline: Dateline, pieces: Sequence[Piece]) -> Publication | None:
    """Return the dateline's day in the year that puts it shortly after the newest day dated in the text."""
    for year in (newest.day.year, newest.day.year + 1):
        try:
            day = dt.date(year, dateline.month or 0, dateline.day or 0)
        except ValueError:  # 29 February in a common year
            continue
        if 0 <= (day - newest.day).days <= _AFTER_FILED and not _denied(day, pieces):
            return _checked(day, f'dateline of {day:%d %B}, and "{newest.words}" for its year')
    return None


def _denied(day: dt.date, pieces: Sequence[Piece]) -> bool:
    """Tell whether the lead's weekday does not fit a report of this day: it would lie too many days back."""
    weekday = lead_weekday([piece.passage.text for piece in pieces if piece.kind is BlockKind.BODY])
    return weekday is not None and (day.weekday() - weekday.number) % 7 > _AFTER_DATED


def _checked(day: dt.date, evidence: str) -> Publication | None:
    """Return the inferred publication, unless its day is still to come."""
    return Publication(day, Basis.INFERRED, evidence) if day <= dt.date.today() else None
