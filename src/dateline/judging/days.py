"""Days: what a person writes for the days of a claim."""

import calendar
import datetime as dt
import re
from typing import Final

from dateline.errors import JudgementError
from dateline.model.when import Precision, When

BASIS: Final = "told by a person"
_MONTH: Final = re.compile(r"(\d{4})-(\d{2})$")
_YEAR: Final = re.compile(r"(\d{4})$")
_SPAN: Final = re.compile(r"\s*(?:\.\.|/| to )\s*")
_STEPS: Final = ((1, Precision.DAY), (6, Precision.DAYS), (7, Precision.WEEK), (31, Precision.MONTH))


def days(text: str) -> When:
    """Return days: "2015-04-25", "2015-04-25 to 2015-04-27", "2015-04", "2015", "from 2015-04-25", "until 2015-04-25".

    Raises:
        JudgementError: it is none of these, or ends before it begins.
    """
    given = text.casefold()
    if given.startswith("until "):
        return When(None, _end(given.removeprefix("until ")), Precision.OPEN, text, BASIS)
    if given.startswith("from ") and " to " not in given:
        return When(_start(given.removeprefix("from ")), None, Precision.OPEN, text, BASIS)
    ends = _SPAN.split(given.removeprefix("from "))
    if len(ends) > 2:
        raise _unclear(text)
    first, after = _start(ends[0]), _end(ends[-1])
    if first >= after:
        raise JudgementError(f"{text!r} ends before it begins")
    return When(first, after, _precision(first, after), text, BASIS)


def _precision(first: dt.date, after: dt.date) -> Precision:
    span = (after - first).days
    return next((precision for most, precision in _STEPS if span <= most), Precision.YEAR)


def _start(text: str) -> dt.date:
    return _ends(text.strip())[0]


def _end(text: str) -> dt.date:
    return _ends(text.strip())[1] + dt.timedelta(days=1)


def _ends(text: str) -> tuple[dt.date, dt.date]:
    """Return the first and last day of a day, month or year."""
    try:
        if found := _MONTH.match(text):
            year, month = int(found[1]), int(found[2])
            return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
        if found := _YEAR.match(text):
            return dt.date(int(found[1]), 1, 1), dt.date(int(found[1]), 12, 31)
        day = dt.date.fromisoformat(text)
    except ValueError as error:
        raise _unclear(text) from error
    return day, day


def _unclear(text: str) -> JudgementError:
    return JudgementError(
        f"{text!r} is no day; write 2015-04-25, 2015-04-25 to 2015-04-27, 2015-04, 2015, from … or until …"
    )
