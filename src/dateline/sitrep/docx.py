"""DOCX: a situation report for word processors, its notes as a numbered list at the end that the marks lead to.

Footnotes of the word processor would not do: each has one mark, which cannot be part of a range ("1–97"), and stands at
the foot of the page on which it is first named.
"""

import io
import re
from itertools import count
from typing import TYPE_CHECKING, Final

from dateline.errors import DatelineError
from dateline.sitrep.document import Document, Footnote, Section, Sentence, ranges
from dateline.sitrep.markdown import describe

if TYPE_CHECKING:
    from docx.document import Document as Docx
    from docx.text.paragraph import Paragraph as DocxParagraph

LACKING: Final = "writing DOCX needs python-docx: pip install 'dateline[docx]', or write .html or .md"
FIRST_LEVEL: Final = 1
_FORBIDDEN: Final = re.compile("[^\\t\\n\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def to_docx(document: Document) -> bytes:
    """Return a document as the bytes of a DOCX file.

    Raises:
        DatelineError: python-docx is not installed.
    """
    made = _new()
    made.core_properties.title = document.title
    made.add_heading(_clean(document.title), 0)
    for name, value in document.facts:
        made.add_paragraph(_clean(f"{name}: {value}"), style="List Bullet")
    for section in document.sections:
        _section(made, section, FIRST_LEVEL)
    made.add_heading("How to read this", FIRST_LEVEL)
    for remark in document.remarks:
        made.add_paragraph(_clean(remark))
    if document.footnotes:
        made.add_heading("Notes", FIRST_LEVEL)
    for number, note in zip(count(1), document.footnotes, strict=False):
        _note(made, note, number)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def _new() -> "Docx":
    try:
        import docx  # noqa: PLC0415 - an extra that most do not need
    except ImportError as error:
        raise DatelineError(LACKING) from error
    return docx.Document()


def _section(made: "Docx", section: Section, level: int) -> None:
    made.add_heading(_clean(section.title), level)
    for paragraph in section.paragraphs:
        written = made.add_paragraph()
        if paragraph.title:
            written.add_run(_clean(f"{paragraph.title}. ")).bold = True
        for one in paragraph.sentences:
            _sentence(written, one)
    for part in section.parts:
        _section(made, part, level + 1)


def _sentence(written: "DocxParagraph", one: Sentence) -> None:
    written.add_run(_clean(one.text))
    for place, (first, last) in enumerate(ranges(one.notes)):
        if place:
            written.add_run(",").font.superscript = True
        _mark(written, first)
        if last > first:
            written.add_run("–" if last > first + 1 else ",").font.superscript = True
            _mark(written, last)
    written.add_run(" ")


def _mark(written: "DocxParagraph", number: int) -> None:
    """Write the number of a note, raised, as a link to it."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415

    run = written.add_run(str(number))
    run.font.superscript = True
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), f"note{number}")
    run._r.addprevious(link)
    link.append(run._r)


def _note(made: "Docx", note: Footnote, number: int) -> None:
    """Write a note with the bookmark that marks lead to."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415

    written = made.add_paragraph()
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), f"note{note.number}")
    written._p.append(start)
    written.add_run(f"{note.number}. ").bold = True
    written._p.append(end)
    written.add_run(_clean(describe(note)))


def _clean(text: str) -> str:
    """Return text without the characters that XML forbids, which hostile reports may hold."""
    return _FORBIDDEN.sub("", text)
