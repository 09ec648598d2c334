"""Situation reports: a period and an area in plain sentences, each with the quotes behind it (docs/sitrep.md)."""

from dateline.sitrep.build import sitrep
from dateline.sitrep.document import Document, Footnote, Paragraph, Section, Sentence
from dateline.sitrep.scope import Asked
from dateline.sitrep.write import FORMATS, write_sitrep

__all__ = ["FORMATS", "Asked", "Document", "Footnote", "Paragraph", "Section", "Sentence", "sitrep", "write_sitrep"]
