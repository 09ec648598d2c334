"""The formats that reports come in: one list, in which a new reader is one line."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from dateline.sources.draft import Draft
from dateline.sources.html import declared_encoding, read_html
from dateline.sources.markdown import read_markdown
from dateline.sources.plain import read_plain

Reader = Callable[[str, str, str | None], Draft]
"""From the decoded file, its name and its address (if known) to what it holds."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its suffixes, its reader, and where its files state their own encoding, the function that reads it."""

    name: str
    suffixes: frozenset[str]
    read: Reader
    encoding: Callable[[bytes], str | None] = lambda _: None


PLAIN: Final = Format("plain text", frozenset({".txt", ".text"}), lambda text, _name, _url: read_plain(text))
MARKDOWN: Final = Format("Markdown", frozenset({".md", ".markdown"}), lambda text, _name, _url: read_markdown(text))
HTML: Final = Format("HTML", frozenset({".html", ".htm", ".xhtml"}), read_html, declared_encoding)
FORMATS: Final = (PLAIN, MARKDOWN, HTML)
SUFFIXES: Final = frozenset().union(*(form.suffixes for form in FORMATS))

_PAGE_STARTS: Final = (b"<!doctype html", b"<html")


def format_of(name: str, data: bytes) -> Format:
    """Return the format of a file, by its suffix; without a known one, a page if it opens as one, else plain text."""
    suffix = PurePath(name).suffix.casefold()
    known = next((form for form in FORMATS if suffix in form.suffixes), None)
    return known or (HTML if data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGE_STARTS) else PLAIN)
