"""Text to words, after the conventions of the English UD treebanks (EWT, GUM).

Hyphens split words but for a prefix ("air-strike" is three words, "anti-tank" one), clitics
stand alone ("do" "n't", "Syria" "'s"), so do units ("122" "mm") and currency signs; an
abbreviation keeps its full stop.
"""

import re
from functools import lru_cache
from typing import Final

from dateline.annotate.abbreviations import BEFORE_NUMBER, LEADING, MONTHS, TITLES, TRAILING


def _any(words: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


_PREFIX: Final = "non|anti|pro|re|co|pre|post|mid|cross|over|multi|ex|sub|counter|semi|mini|neo|socio|ultra|e"
_LETTERS: Final = r"[^\W\d_]"
_APOSTROPHE: Final = "['’]"

_WORD: Final = re.compile(
    rf"""
    {_LETTERS}+(?=[\s,])                                                # the plain word, first for speed
  | (?:https?://|ftp://|mailto:|www\.)[^\s<>"]*[^\s<>".,;:!?)\]'’]
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)*                                        # mail address
  | [\w-]+(?:\.[\w-]+)*\.(?i:com|org|net|gov|edu|info|co\.uk|pdf|html?|doc|xls)\b(?:/[^\s<>"]*[\w/])?
  | -[lr][rsc]b-                                                        # bracket, as parsers wrote it
  | [@\#][^\W\d]\w*
  | (?<!\w){_APOSTROPHE}\d\ds?\b                                        # '02
  | (?:{_LETTERS}\.){{2,}}(?![^\W\d_]{{2}})                             # U.S. a.m.
  | (?:[A-Z]\.)+[A-Z]\b                                                 # U.S
  | (?i:\b(?:{_any(TITLES | LEADING | TRAILING | MONTHS)})\.(?=\W|$))
  | (?i:\betc\.(?=\s+[^\W\dA-Z_]|\s?[,;)]))
  | (?i:\b(?:{_any(BEFORE_NUMBER)})\.(?=\s?\d))
  | \b[A-Z]\.(?=\s+[A-Z])                                               # initial of a name
  | \d{{3}}-\d{{3}}-\d{{4}}\b | \b\d{{3}}-\d{{4}}\b                     # telephone
  | \d+(?:[.,:/]\d+)*(?:(?i:st|nd|rd|th|s)\b)?
  | (?<![\w.])\.\d+
  | (?i:\b(?:{_PREFIX})-{_LETTERS}{{2,}})
  | (?i:U|US)\$
  | {_LETTERS}+&{_LETTERS}+
  | {_LETTERS}\w*(?:['’‘`]{_LETTERS}+)*                                 # word, don't, Ma‘arrat
  | \w+
  | {_APOSTROPHE}(?:s|re|ve|ll|d|m)\b                                   # clitic after a stop or bracket
  | [:;=]-?[()DP](?!\w)                                                 # a face
  | \[\.\.\.\]
  | ([-=*_+~#|<>.])\1+ | [!?]{{2,}} | '' | ``
  | \S
    """,
    re.X,
)
_CLITIC: Final = re.compile(r"(?i)(?<=\w)(?:n['’]t|['’‘`](?:s|re|ve|ll|d|m))$")
# Two words written as one: how long the second is.
_JOINED: Final = {
    "cannot": 3,
    **dict.fromkeys(("gonna", "wanna", "gotta", "dont", "cant", "wont", "isnt", "didnt", "arent", "wasnt"), 2),
    **dict.fromkeys(("hasnt", "doesnt", "couldnt", "wouldnt", "shouldnt"), 2),
}

Span = tuple[int, int]


def split_words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the (start, end) character offsets of the words of text[start:end], in order."""
    spans: list[Span] = []
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        first, last = match.span()
        second = _second_length(match.group())
        if second:
            spans.append((first, last - second))
            first = last - second
        spans.append((first, last))
    return spans


@lru_cache(maxsize=65_536)  # texts use the same words over and over
def _second_length(word: str) -> int:
    """Return how many characters at the end of a word are a word of their own."""
    if word.isalpha():
        return _JOINED.get(word.lower(), 0)
    clitic = _CLITIC.search(word) if len(word) > 2 else None
    return len(word) - clitic.start() if clitic and clitic.start() else 0
