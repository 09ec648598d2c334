"""Plain text: a passage a line, or a paragraph where lines are wrapped at a width."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from dateline.sources.draft import Draft
from dateline.sources.passage import Passage

_LINE: Final = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_WIDTHS: Final = range(40, 101)  # columns at which mail, wires and archives wrap; longer lines are paragraphs
_LEAST_WRAPPED: Final = 0.5  # share of the breaks inside chunks that must be wraps before any is taken for one

Span = tuple[int, int]


def read_plain(decoded: str) -> Draft:
    """Read plain text: lines are passages, unless the file wraps its paragraphs at a fixed width."""
    lines = [_stripped(decoded, *line.span()) for line in _LINE.finditer(decoded)]
    spans = _paragraphs(decoded, [line for line in lines if line[0] < line[1]])
    return Draft(passages=tuple(Passage.from_span(decoded, *span) for span in spans))


def _stripped(decoded: str, start: int, end: int) -> Span:
    """Return the span without white space at its ends."""
    text = decoded[start:end]
    return start + len(text) - len(text.lstrip()), start + len(text.rstrip())


def _paragraphs(decoded: str, lines: list[Span]) -> Iterator[Span]:
    """Yield the spans of paragraphs: lines, joined where the break between two is only a wrap."""
    width = max((end - start for start, end in lines), default=0)
    breaks = [_is_wrap(decoded, before, after, width) for before, after in pairwise(lines)]
    inside = [wrap for wrap, pair in zip(breaks, pairwise(lines), strict=True) if _adjacent(decoded, *pair)]
    wrapped = width in _WIDTHS and sum(inside) > _LEAST_WRAPPED * len(inside)
    start = lines[0][0] if lines else 0
    for (before, after), wrap in zip(pairwise(lines), breaks, strict=True):
        if not (wrapped and wrap):
            yield start, before[1]
            start = after[0]
    if lines:
        yield start, lines[-1][1]


def _is_wrap(decoded: str, before: Span, after: Span, width: int) -> bool:
    """Tell whether a line ended only because the first word of the next would not have fitted."""
    word = decoded[after[0] : after[1]].split(maxsplit=1)[0]
    return _adjacent(decoded, before, after) and before[1] - before[0] + 1 + len(word) > width


def _adjacent(decoded: str, before: Span, after: Span) -> bool:
    """Tell whether no blank line stands between two lines."""
    between = decoded[before[1] : after[0]]
    return between.count("\n") <= 1 and between.replace("\r\n", "").count("\r") <= 1
