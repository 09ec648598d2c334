"""Situation reports: a period and an area in plain sentences, each with the quotes behind it (docs/sitrep.md)."""

from dateline.sitrep.build import sitrep
from dateline.sitrep.document import Document, Footnote, Paragraph, Section, Sentence
from dateline.sitrep.html import TEMPLATES, first_uses, runs
from dateline.sitrep.one import one_sentence
from dateline.sitrep.scope import Asked
from dateline.sitrep.write import FORMATS, write_sitrep

__all__ = [
    "FORMATS",
    "TEMPLATES",
    "Asked",
    "Document",
    "Footnote",
    "Paragraph",
    "Section",
    "Sentence",
    "first_uses",
    "one_sentence",
    "runs",
    "sitrep",
    "write_sitrep",
]
