"""HTML: a situation report as one page that needs no other file, readable by screen readers and on paper."""

from pathlib import Path
from typing import Final

import dateline
from dateline.sitrep.document import Document, ranges
from dateline.sitrep.markdown import WIDEST
from dateline.templates import environment

TEMPLATES: Final = Path(__file__).parent / "templates"


def to_html(document: Document) -> str:
    """Return a document as a page."""
    style = (TEMPLATES / "sitrep.css").read_text("utf-8")
    template = environment(TEMPLATES).get_template("sitrep.html")
    return template.render(
        document=document, style=style, runs=runs, first_use=first_uses(document), version=dateline.__version__
    )


def runs(notes: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Return notes as they are linked: each by itself, or the first and last of a longer run."""
    found: list[tuple[int, ...]] = []
    for first, last in ranges(notes):
        if last - first < WIDEST:
            found += [(number,) for number in range(first, last + 1)]
        else:
            found.append((first, last))
    return found


def first_uses(document: Document) -> dict[int, int]:
    """Return for each note the number of the sentence that shows it first, to lead back to."""
    found: dict[int, int] = {}
    for number, one in enumerate(document.sentences(), 1):
        for note in (end for run in runs(one.notes) for end in run):
            found.setdefault(note, number)
    return found
