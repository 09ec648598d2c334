"""Judged: decisions of persons as lines to read."""

from collections.abc import Container

from dateline.model.judgement import Judgement


def line(one: Judgement) -> str:
    """Return a judgement in a line: its number, who decided what, and why."""
    change = f": {one.was} → {one.value}" if one.value is not None else ""
    withdrawn = f" (no. {one.undoes})" if one.undoes is not None else ""
    return f"{one.number}  {one.who}  {one.verdict} {one.subject}{withdrawn}{change}: {one.reason}"


def fate(one: Judgement, counting: Container[int]) -> str:
    """Return what to say behind a judgement that no longer counts: it was withdrawn, or a later one took its place."""
    return "" if one.number in counting or one.undoes is not None else "  [no longer counts]"
