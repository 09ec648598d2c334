"""Situation reports: a period and an area in plain sentences, each with the quotes behind it (docs/sitrep.md)."""

from dateline.export.sitrep.build import sitrep
from dateline.export.sitrep.document import Document, Footnote, Paragraph, Section, Sentence
from dateline.export.sitrep.scope import Asked
from dateline.export.sitrep.write import FORMATS, write_sitrep

__all__ = ["FORMATS", "Asked", "Document", "Footnote", "Paragraph", "Section", "Sentence", "sitrep", "write_sitrep"]
