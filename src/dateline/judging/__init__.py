"""Judging: what a person means by ids and words, made into decisions that the record keeps (docs/review.md)."""

from dateline.judging.adding import Marked, add
from dateline.judging.corrections import correct
from dateline.judging.decisions import accept, decide, grade, merge, part_of, reject, split, undo

__all__ = ["Marked", "accept", "add", "correct", "decide", "grade", "merge", "part_of", "reject", "split", "undo"]
