"""Markdown: headings, paragraphs, list items and pictures' captions, and the front matter of a page."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from dateline.model.report import Stretch
from dateline.reference.yaml_text import NotYamlError, parsed
from dateline.sources.draft import Draft
from dateline.sources.passage import Passage, Role, joined

_FRONT: Final = re.compile(r"\A---[ \t]*\r?\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_DAY_KEYS: Final = ("published", "date", "pubdate", "publication_date")
_OUTLET_KEYS: Final = ("outlet", "source", "publisher", "site")
_URL_KEYS: Final = ("url", "link", "canonical")
_SHOWN: Final = {"text", "text_special", "code_inline", "image"}


def read_markdown(decoded: str) -> Draft:
    """Read Markdown (CommonMark), with YAML front matter if it has any."""
    front = _FRONT.match(decoded)
    fields = _fields(front.group(1)) if front else {}
    body = front.end() if front else 0
    key, day = next(((key, day) for key in _DAY_KEYS if (day := _day(fields.get(key)))), ("", None))
    return Draft(
        passages=tuple(_passages(decoded, body)),
        title=_text(fields, ("title", "headline")),
        outlet=_text(fields, _OUTLET_KEYS),
        url=_text(fields, _URL_KEYS),
        day=day,
        evidence=f"front matter, {key}: {day}" if day else "",
    )


def _fields(front: str) -> dict[str, Any]:
    """Return the front matter's fields, none where it is no YAML mapping."""
    try:
        fields = parsed(front)
    except NotYamlError:
        return {}
    return {str(key).casefold(): value for key, value in fields.items()} if isinstance(fields, dict) else {}


def _text(fields: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    """Return the first field of these that is a text."""
    return next((value.strip() for key in keys if isinstance(value := fields.get(key), str) and value.strip()), None)


def _day(value: object) -> dt.date | None:
    """Return the day that a field gives, or None."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _passages(decoded: str, body: int) -> Iterator[Passage]:
    """Yield the passages of the Markdown from character `body` on."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  a run over plain text never needs it

    lines = [body, *(found.end() for found in re.finditer(r"\r\n|\r|\n", decoded[body:]))]
    starts = [lines[0], *(body + end for end in lines[1:]), len(decoded)]
    role = Role.PLAIN
    for token in MarkdownIt("commonmark").disable("text_join").parse(decoded[body:]):
        if token.type in {"heading_open", "paragraph_open"}:
            role = Role.HEADING if token.type == "heading_open" else Role.PLAIN
        if token.type == "inline" and token.map:
            yield from _inline(decoded, token, (starts[token.map[0]], starts[min(token.map[1], len(starts) - 1)]), role)


def _inline(decoded: str, token: Any, span: tuple[int, int], role: Role) -> Iterator[Passage]:
    """Yield a caption for each picture in a paragraph or heading, then the passage of its words."""
    at, end = span
    parts: list[Passage] = []
    for child in token.children:
        shown = child.content if child.type in _SHOWN else "\n" if child.type.endswith("break") else ""
        found = decoded.find(shown, at, end) if shown else -1
        piece = Passage(shown, (Stretch(0, found, len(shown)),) if found >= 0 else ())
        at = found + len(shown) if found >= 0 else at
        if child.type == "image" and shown:
            yield replace(piece.tidied(), role=Role.CAPTION)
        else:
            parts.append(piece)
    whole = joined(parts, "").tidied()
    if whole.text:
        yield replace(whole, role=role)
