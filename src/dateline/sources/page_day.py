"""The day of publication that a web page states: in its head, in its data, in its address, or in its byline."""

import datetime as dt
import re
from typing import Any, Final

_META: Final = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "date",
)
"""Names of `meta` elements that hold the day of publication, the surest first; those of later changes are left out."""

_DATA: Final = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d)')
_ADDRESS: Final = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?:[/-]|$)")


def read_page_day(tree: Any, decoded: str, url: str | None) -> tuple[dt.date, str] | None:
    """Find the day on which a page says that it was published.

    Only what the page states counts: an element of its head, its JSON-LD data, a marked time, its address, and last
    what htmldate finds without a guess (its extensive search, which takes any likely figure, stays off).

    Args:
        tree: the page, parsed by lxml.
        decoded: the page's characters.
        url: its address, if known.

    Returns:
        The day and the field that states it; None where nothing does, or only days to come or before the web.

    """
    from htmldate import find_date  # noqa: PLC0415  pages only

    for text, field in _stated(tree, decoded, url):
        day = _past(text)
        if day:
            return day, f"page, {field}: {text.strip()}"
    today = dt.date.today().isoformat()
    shown = find_date(tree, extensive_search=False, original_date=True, url=url, max_date=today)
    day = _past(shown or "")
    return (day, f"page, visible date: {shown}") if day else None


def _stated(tree: Any, decoded: str, url: str | None) -> list[tuple[str, str]]:
    """Return the texts that may hold the day, with the names of their fields, the surest first."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        metas.setdefault(name.strip().casefold(), element.get("content") or "")
    found = [(metas[name], f"meta {name}") for name in _META if name in metas]
    found += [(data.group(1), "datePublished") for data in _DATA.finditer(decoded)]
    times = tree.xpath("//time[@datetime][@pubdate or @itemprop='datePublished' or ancestor::header]")
    found += [(element.get("datetime"), "time") for element in times]
    address = _ADDRESS.search(url or "")
    return [*found, ("-".join(address.groups()), "address")] if address else found


def _past(text: str) -> dt.date | None:
    """Return the day at the start of an ISO date and time, unless it is to come or before the web."""
    try:
        day = dt.date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None
    return day if dt.date(1990, 1, 1) <= day <= dt.date.today() else None
