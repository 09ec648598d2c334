"""Markdown: a situation report with footnotes as most readers of Markdown know them."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.sitrep.document import Document, Footnote, Section, Sentence, ranges

_MARKS: Final = re.compile(r"([\\`*_\[\]<>#|~])")
_LINE_MARKS: Final = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.M)
WIDEST: Final = 3  # notes in a row that are linked one by one; more are a range


def to_markdown(document: Document) -> str:
    """Return a document as Markdown."""
    return "\n".join(_lines(document)).rstrip() + "\n"


def _lines(document: Document) -> Iterator[str]:
    yield f"# {escaped(document.title)}\n"
    for name, value in document.facts:
        yield f"- {name}: {escaped(value)}"
    yield ""
    for section in document.sections:
        yield from _section(section, 2)
    if document.remarks:
        yield "## How to read this\n"
        yield from (f"{escaped(remark)}\n" for remark in document.remarks)
    if document.footnotes:
        yield "## Notes\n"
        yield from (f"{_footnote(note)}\n" for note in document.footnotes)


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"{'#' * level} {escaped(section.title)}\n"
    for paragraph in section.paragraphs:
        front = f"**{escaped(paragraph.title)}.** " if paragraph.title else ""
        yield front + " ".join(map(_sentence, paragraph.sentences)) + "\n"
    for part in section.parts:
        yield from _section(part, level + 1)


def _sentence(one: Sentence) -> str:
    text = escaped(one.text)
    return text + "".join(_marks(first, last) for first, last in ranges(one.notes))


def _marks(first: int, last: int) -> str:
    if last - first < WIDEST:
        return "".join(f"[^{number}]" for number in range(first, last + 1))
    return f"[^{first}]–[^{last}]"


def _footnote(note: Footnote) -> str:
    return f"[^{note.number}]: {escaped(describe(note))}"


def describe(note: Footnote) -> str:
    """Return a footnote as a line: the quote, who says it, who prints it, the day, the file."""
    who = f"{note.speaker}, in {note.outlet}" if note.speaker and note.outlet else note.speaker or note.outlet
    parts = ", ".join(filter(None, (who, note.day, note.file)))
    return f"“{note.quote}” ({parts}){f' [{note.remark}]' if note.remark else ''}"


def escaped(text: str) -> str:
    """Return text in which nothing is taken for a mark of Markdown: reports are not to be trusted."""
    return _LINE_MARKS.sub(r"\1\\\2", _MARKS.sub(r"\\\1", " ".join(text.split())))
