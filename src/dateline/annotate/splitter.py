"""Words to sentences: full stops, quotes after them, abbreviations, line ends."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.annotate.abbreviations import OPENERS, TRAILING
from dateline.annotate.words import Span

_STOP: Final = re.compile(r"[.!?…]+|[。؟]")
_ENDINGS: Final = frozenset(".!?…。؟")  # last characters of all that `_STOP` and `_DOTTED` take
_TRAILING_OFF: Final = re.compile(r"\.{2,}|…+")
_CLOSER: Final = frozenset(['"', "'", "”", "’", "''", ")", "]", "»", "-rrb-", "-rsb-"])
_OPENER: Final = frozenset(['"', "'", "“", "‘", "``", "`", "(", "[", "«", "-lrb-", "-lsb-"])
_DOTTED: Final = re.compile(r"(?:\w\.){2,}$|(?:" + "|".join(map(re.escape, sorted(TRAILING))) + r")\.$", re.I)
# Below this share of capitals among letters a text tells nothing by its case.
_CASED_SHARE: Final = 0.005


def has_case(text: str) -> bool:
    """Tell whether capitals mark anything in a text: not when all is lower case or all capitals."""
    upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return upper > _CASED_SHARE * (upper + lower) and lower > upper


def split_sentences(text: str, words: list[Span], *, cased: bool) -> Iterator[list[Span]]:
    """Yield the words of each sentence of a block. `cased` says whether capitals count."""
    first = 0
    for index, (_, end) in enumerate(words):
        if index < first:
            continue
        if index + 1 == len(words):
            yield words[first:]
            return
        following = words[index + 1][0]
        if following > end and "\n" in text[end:following]:
            last = index
        elif text[end - 1] not in _ENDINGS:
            continue
        elif index > first + _is_number(text, words[first]) and _may_end(text, words, index):
            last = _with_closers(text, words, index)
            if last + 1 < len(words) and not _may_begin(text, words, index, last + 1, cased):
                continue
        else:
            continue
        yield words[first : last + 1]
        first = last + 1


def _word(text: str, span: Span) -> str:
    return text[span[0] : span[1]]


def _is_number(text: str, span: Span) -> bool:
    """Tell whether a word is a number: "1." at the head of a sentence is the mark of a list."""
    return _word(text, span).isdigit()


def _may_end(text: str, words: list[Span], index: int) -> bool:
    word = _word(text, words[index])
    return bool(_STOP.fullmatch(word) or _DOTTED.match(word))


def _with_closers(text: str, words: list[Span], index: int) -> int:
    """Return the index of the last closing quote or bracket that belongs to the stop at `index`."""
    last = index
    while last + 1 < len(words):
        if _is_footnote(text, words[last + 1 : last + 4]):
            last += 3
            continue
        word = _word(text, words[last + 1])
        glued = words[last][1] == words[last + 1][0]
        spaced = word in {"''", "”", "-rrb-"}
        if word not in _CLOSER or not (glued or spaced):
            break
        last += 1
    return last


def _is_footnote(text: str, words: list[Span]) -> bool:
    """Tell whether three words are a mark such as [6], which belongs to the sentence before it."""
    parts = [_word(text, span) for span in words]
    return len(parts) == 3 and parts[0] == "[" and parts[1].isdigit() and parts[2] == "]"


def _may_begin(text: str, words: list[Span], stop: int, following: int, cased: bool) -> bool:
    ending = _word(text, words[stop])
    begin = following
    while begin + 1 < len(words) and _word(text, words[begin]) in _OPENER:
        begin += 1
    word = _word(text, words[begin])
    if words[following - 1][1] == words[following][0] and not (ending == "." and word[0].isupper() and cased):
        return False
    if _DOTTED.match(ending):
        return word.lower() in OPENERS and (word[0].isupper() or not cased)
    if cased and word[0].islower():
        # A stop inside a quotation ("Why?" he asked), or words left out.
        return following == stop + 1 and not _TRAILING_OFF.fullmatch(ending)
    return True
