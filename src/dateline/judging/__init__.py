"""Judging: what a person means by ids and words, made into decisions that the record keeps (docs/review.md)."""

from dateline.judging.adding import Marked, add, mark
from dateline.judging.corrections import correct
from dateline.judging.decisions import GRADES, accept, decide, grade, merge, part_of, reject, split, undo
from dateline.judging.subjects import ids_of

__all__ = [
    "GRADES",
    "Marked",
    "accept",
    "add",
    "correct",
    "decide",
    "grade",
    "ids_of",
    "mark",
    "merge",
    "part_of",
    "reject",
    "split",
    "undo",
]
