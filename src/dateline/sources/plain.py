"""Plain text: a passage a line, or a paragraph where lines are wrapped at a width."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from dateline.sources.draft import Draft
from dateline.sources.passage import Passage

_LINE: Final = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_FINISHED: Final = re.compile(r"""[.!?:;…]["'”’)\]]*$""")
_SHORTEST: Final = 40  # characters; shorter lines (headlines, names) say nothing about a width
_WIDEST: Final = 160  # characters; longer lines are paragraphs of their own
_FEWEST: Final = 2  # lines in mid-sentence: one may be a headline
_MOST: Final = 0.3  # share of lines from which the text is taken to be wrapped
_FULL: Final = 0.6  # share of the width that a line in mid-sentence fills at least; a headline rarely does
_USUAL: Final = 0.9  # the width is that of the line longer than this share of the lines in mid-sentence

Span = tuple[int, int]


def read_plain(decoded: str) -> Draft:
    """Read plain text: lines are passages, unless the file wraps its paragraphs at some width."""
    lines = [_stripped(decoded, *line.span()) for line in _LINE.finditer(decoded)]
    spans = _paragraphs(decoded, [line for line in lines if line[0] < line[1]])
    return Draft(passages=tuple(Passage.from_span(decoded, *span) for span in spans))


def _stripped(decoded: str, start: int, end: int) -> Span:
    """Return the span without white space at its ends."""
    text = decoded[start:end]
    return start + len(text) - len(text.lstrip()), start + len(text.rstrip())


def _paragraphs(decoded: str, lines: list[Span]) -> Iterator[Span]:
    """Yield the spans of paragraphs: lines, joined where the break between two is only a wrap."""
    width = _width(decoded, lines)
    start = lines[0][0] if lines else 0
    for before, after in pairwise(lines):
        if not (width and _is_wrap(decoded, before, after, width)):
            yield start, before[1]
            start = after[0]
    if lines:
        yield start, lines[-1][1]


def _width(decoded: str, lines: list[Span]) -> int | None:
    """Return the width at which the text is wrapped, None where lines are paragraphs."""
    long = [pair for pair in pairwise(lines) if pair[0][1] - pair[0][0] >= _SHORTEST and _adjacent(decoded, *pair)]
    broken = [pair for pair in long if not _is_finished(decoded, pair[0])]
    if len(broken) < _FEWEST or not (_runs_on(decoded, broken) or _is_mostly(broken, long, decoded)):
        return None
    lengths = sorted(end - start for (start, end), _ in broken)
    width = lengths[int(_USUAL * (len(lengths) - 1))]
    return width if width <= _WIDEST else None


def _runs_on(decoded: str, broken: list[tuple[Span, Span]]) -> bool:
    """Tell whether lines after those in mid-sentence go on in lower case, as they do in a text of mixed case."""
    running = sum(decoded[after[0]].islower() for _, after in broken)
    return running >= _FEWEST and running >= _MOST * len(broken)


def _is_mostly(broken: list[tuple[Span, Span]], long: list[tuple[Span, Span]], decoded: str) -> bool:
    """Tell whether most lines of a text in capitals end in mid-sentence; case tells nothing there."""
    return decoded.isupper() and len(broken) >= _MOST * len(long)


def _is_finished(decoded: str, line: Span) -> bool:
    """Tell whether a line ends as a sentence does."""
    return _FINISHED.search(decoded, max(line[0], line[1] - 6), line[1]) is not None


def _is_wrap(decoded: str, before: Span, after: Span, width: int) -> bool:
    """Tell whether a line ended because its width was used up: in mid-sentence, or with no room for another word."""
    if not _adjacent(decoded, before, after):
        return False
    length = before[1] - before[0]
    if not _is_finished(decoded, before):
        return length >= _FULL * width
    word = decoded[after[0] : after[1]].split(maxsplit=1)[0]
    return length <= _WIDEST and length + 1 + len(word) > width


def _adjacent(decoded: str, before: Span, after: Span) -> bool:
    """Tell whether no blank line stands between two lines."""
    between = decoded[before[1] : after[0]]
    return between.count("\n") <= 1 and between.replace("\r\n", "").count("\r") <= 1
