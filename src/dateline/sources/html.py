"""HTML: the article of a page by trafilatura, with the page's own word on title, outlet and day."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from configparser import ConfigParser
from html import unescape
from itertools import chain
from typing import Any, Final

from dateline.errors import ReportError
from dateline.model.report import Stretch
from dateline.sources.draft import Draft
from dateline.sources.page_day import read_page_day
from dateline.sources.passage import Passage, Role

_CHARSET: Final = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE
)
_MARKUP: Final = re.compile(
    r"<!--.*?-->|<(?P<skip>script|style|template)\b.*?</(?P=skip)\s*>|<[^>]*>|&\#?\w{1,31};?|\s+",
    re.DOTALL | re.IGNORECASE,
)
_SETTINGS: Final = {
    "min_extracted_size": "60",  # characters; the default of 250 melts the paragraphs of a short report into one
    "extensive_date_search": "off",  # the day is read here, from what the page states
}
_BLOCKS: Final = {"p", "head", "item", "quote", "code", "figcaption"}
_CAPTION: Final = re.compile(r"<figcaption\b[^>]*>(.*?)</figcaption>", re.DOTALL | re.IGNORECASE)


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a page gives for itself in its first kilobytes, or None."""
    found = _CHARSET.search(data[:4096])
    return found.group(1).decode("ascii") if found else None


def read_html(decoded: str, name: str, url: str | None = None) -> Draft:
    """Read a page: its article's headings and paragraphs, captions of its figures, and what its head tells.

    Args:
        decoded: the page.
        name: the file's name, for the message.
        url: the address it was fetched from, if known; helps to tell the outlet.

    Returns:
        The draft; passages that cannot be found again in the page have no runs.

    Raises:
        ReportError: if the page has no article.

    """
    from trafilatura.utils import load_html  # noqa: PLC0415  trafilatura takes 0.3 s, never needed for plain text

    tree, page = load_html(decoded), _extracted(decoded, url)
    if tree is None or page is None:
        raise ReportError(f"{name}: the page holds no article; save its text as .txt and add that")
    day = read_page_day(tree, decoded, url)
    visible = _Visible(decoded)
    article = [visible.find(text, role) for text, role in _blocks(page.body)]
    captions = (visible.between(*found.span(1)) for found in _CAPTION.finditer(decoded))
    return Draft(
        passages=tuple(_interleaved(article, [caption for caption in captions if caption.text], decoded)),
        title=page.title,
        outlet=page.sitename,
        url=url or page.url,
        day=day[0] if day else None,
        evidence=day[1] if day else "",
    )


def _extracted(decoded: str, url: str | None) -> Any:
    """Return trafilatura's document for the page, or None where it finds no article."""
    from trafilatura import bare_extraction  # noqa: PLC0415
    from trafilatura.settings import DEFAULT_CONFIG  # noqa: PLC0415

    config = ConfigParser()
    config.read_dict({"DEFAULT": {**DEFAULT_CONFIG["DEFAULT"], **_SETTINGS}})
    page = bare_extraction(
        decoded, url=url, with_metadata=True, include_comments=False, include_tables=False, config=config
    )
    return page if page is not None and getattr(page, "text", None) else None


def _blocks(body: Any) -> Iterator[tuple[str, Role]]:
    """Yield text and role of the innermost blocks of the article that trafilatura found."""
    for element in body.iter(*_BLOCKS):
        if any(child.tag in _BLOCKS for child in element.iterdescendants()):
            continue
        text = " ".join("".join(_texts(element)).split())
        if text:
            yield text, Role.HEADING if element.tag == "head" else Role.PLAIN


def _texts(element: Any) -> Iterator[str]:
    """Yield the texts of a block in order, with a space for each line break."""
    yield element.text or ""
    for child in element:
        yield " " if child.tag == "lb" else ""
        yield from _texts(child)
        yield child.tail or ""


def _interleaved(article: list[Passage], captions: list[Passage], decoded: str) -> Iterator[Passage]:
    """Yield the article's passages with the captions between its heading and its end where they stand in the page."""
    heading = decoded.find("<h1")
    places = [passage.runs[0].origin for passage in article if passage.runs]
    first = min(chain(places, [heading] if heading >= 0 else []), default=0)
    told = {passage.text for passage in article}
    waiting = [caption for caption in captions if caption.text not in told and caption.runs[0].origin >= first]
    for passage in article:
        while waiting and passage.runs and waiting[0].runs[0].origin < passage.runs[0].origin:
            yield waiting.pop(0)
        yield passage


class _Visible:
    """The characters of a page that a reader sees, each with its offset in the page; white space is one space."""

    def __init__(self, decoded: str) -> None:
        self._text, self._offsets = _strip_markup(decoded)
        self._at = bisect_left(self._offsets, max(0, decoded.find("<body")))

    def find(self, text: str, role: Role) -> Passage:
        """Return the passage of this text, from where the last one ended on; without runs if it is not there."""
        found = self._text.find(text, self._at)
        if found < 0:
            found = self._text.find(text)
        if found < 0:
            return Passage(text, (), role)
        self._at = found + len(text)
        return Passage(text, tuple(self._runs(found, self._at)), role)

    def between(self, start: int, end: int) -> Passage:
        """Return as a caption what is seen of the page's characters `start` to `end`."""
        first, last = bisect_left(self._offsets, start), bisect_left(self._offsets, end)
        text = self._text[first:last]
        return Passage(text, tuple(self._runs(first, last)), Role.CAPTION).tidied()

    def _runs(self, start: int, end: int) -> Iterator[Stretch]:
        """Yield the stretches of the page that characters `start` to `end` of the visible text come from."""
        first = start
        for at in range(start + 1, end + 1):
            if at == end or self._offsets[at] != self._offsets[at - 1] + 1:
                yield Stretch(first - start, self._offsets[first], at - first)
                first = at


def _strip_markup(decoded: str) -> tuple[str, list[int]]:
    """Return what a reader sees of a page, and the offset in the page of each of its characters."""
    seen: list[str] = []
    offsets: list[int] = []
    at = 0
    for found in _MARKUP.finditer(decoded):
        seen.append(decoded[at : found.start()])
        offsets.extend(range(at, found.start()))
        at = found.end()
        shown = _shown(found.group())
        if shown and (shown != " " or not "".join(seen[-2:]).endswith(" ")):
            seen.append(shown)
            offsets.extend([found.start()] * len(shown))
    seen.append(decoded[at:])
    offsets.extend(range(at, len(decoded)))
    return "".join(seen), offsets


def _shown(markup: str) -> str:
    """Return what a reader sees of a tag, a comment, an entity or white space."""
    if markup.startswith("<"):
        return " " if markup[:3].casefold() == "<br" else ""
    shown = unescape(markup)
    return " " if shown.isspace() else shown
