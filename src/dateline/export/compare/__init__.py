"""Comparing: a record held against a user's own coded data, or against another record."""

from dateline.export.compare.coded import read_coded
from dateline.export.compare.entries import Entry, entry_of
from dateline.export.compare.matching import Comparison, Pair, compare
from dateline.export.compare.outcome import About, as_json, page, rows_of

__all__ = ["About", "Comparison", "Entry", "Pair", "as_json", "compare", "entry_of", "page", "read_coded", "rows_of"]
