"""Tokenised text: reports that come from a corpus, split at every mark, put together again."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.sources.passage import Edit, Passage

_APART: Final = re.compile(r"\s[.,](?=\s|$)|-[lr][rsc]b-| '(?:s|re|ve|ll)\b| n't\b", re.IGNORECASE)
_ATTACHED: Final = re.compile(r"\w[.,](?=\s|$)")
_LEAST_APART: Final = 3
_BRACKETS: Final = {"lrb": "(", "rrb": ")", "lsb": "[", "rsb": "]", "lcb": "{", "rcb": "}"}
_TOKEN: Final = re.compile(
    r"""
    -(?P<bracket>[lr][rsc]b)-[ ]?
  | (?P<opens>``|`)[ ]?
  | (?P<double>[ ]?''|[ ]?"(?:[ ]|$))
  | [ ](?P<clitic>'(?:s|re|ve|ll|d|m)\b|n't\b)
  | (?P<single>[ ]'(?=[ ]|$))
  | [ ](?P<closes>[.,;:!?%)\]}]|\.\.\.)(?=[ ]|$)
  | (?P<holds>[(\[{$£€#])[ ]
    """,
    re.IGNORECASE | re.VERBOSE,
)


def is_tokenised(passages: Sequence[Passage]) -> bool:
    """Tell whether marks stand apart from words throughout, as a tokeniser leaves them."""
    apart = sum(len(_APART.findall(passage.text)) for passage in passages)
    attached = sum(len(_ATTACHED.findall(passage.text)) for passage in passages)
    return apart >= _LEAST_APART and apart > 2 * attached


def detokenised(passage: Passage) -> Passage:
    """Return a tokenised passage as it would be printed: brackets and quotes restored, marks set against their words.

    The case of letters stays. A lone apostrophe after a word closes a quote or marks a plural's possession; it is set
    against the word either way.
    """
    return passage.edited(_edits(passage.text)).tidied()


def _edits(text: str) -> Iterator[Edit]:
    """Yield the edits that put a tokenised text together."""
    inside = False
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        kind = found.lastgroup
        if kind == "bracket":
            yield from _bracket(text, found)
        elif kind == "opens":
            inside = inside or found["opens"] == "``"
            yield Edit(start, end, '"' if found["opens"] == "``" else "'")
        elif kind == "double":
            yield Edit(start, end, _double(found.group(), closes=inside))
            inside = not inside
        elif kind == "holds":
            yield Edit(end - 1, end)
        else:
            yield Edit(start, start + 1)


def _double(mark: str, *, closes: bool) -> str:
    """Return a double quote with the space that stays: after it where it closes, before it where it opens."""
    if closes:
        return '" ' if mark.endswith(" ") else '"'
    return ' "' if mark.startswith(" ") else '"'


def _bracket(text: str, found: re.Match[str]) -> Iterator[Edit]:
    """Yield the edits for a bracket that is written as a word."""
    start, end = found.span()
    sign = _BRACKETS[found["bracket"].casefold()]
    if sign in "([{":
        yield Edit(start, end, sign)
        return
    if start and text[start - 1] == " ":
        yield Edit(start - 1, start)
    spaced = end < len(text) and text[end - 1] == " " and text[end] not in ".,;:!?"
    yield Edit(start, end - 1 if spaced else end, sign)
