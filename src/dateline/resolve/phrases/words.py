"""Words of a phrase for the grammars of counts and times: lower case, with numerals read as one word."""

import re
from dataclasses import dataclass
from typing import Final

from dateline.reference.calendar import MONTHS
from dateline.resolve.counts.numerals import NUMERAL_WORDS, ORDINALS, read_numeral

_LEXEME: Final = re.compile(
    r"""
    (?=[\d'’`])(?:  # most words begin with none of these: they go by six alternatives at once
    (?P<iso>\d{4}-\d\d-\d\d(?![\d-]))
  | (?P<slashed>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/]) | \d{1,2}\.\d{1,2}\.\d{4}(?![\d.])
      | \d{1,2}(?P<stroke>[./-])\ ?(?:viii|vii|vi|iv|v|iii|ii|ix|i|xii|xi|x)(?P=stroke)\ ?(?:\d{4}|\d\d)(?!\w|[.,]\d)
      | (?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.\d\d(?![\d.,%]) | [0-3]?\d-[01]?\d-(?:19|20)\d\d(?![\d-]))
  | (?P<daymonth>(?:\A|(?<=\Wto\s))[0-3]?\d/[0-3]?\d  # heads an entry
      (?=\s+(?:[-–—]|to\s)|[:.]\s|\s+[^\W\d](?:[^.]|(?<=\W[^\W\d])\.)*\.\Z)
      | \A[0-3]?\d[./][01]?\d(?=\s*\|)  # a row's
      | \A(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])(?=\.[:,]?\s*\Z))  # a label's
  | (?P<clock>[012]?\d:[0-5]\d(?::[0-5]\d)?(?![\d:]))
  | (?P<decade>(?:\d{3}0|['’`]?[1-9]0)['’]?s\b)
  | (?P<ordinal>\d+(?:st|nd|rd|th)\b)
  | (?P<number>\d{1,3}(?:,\d{3})+(?![\d]|,\d{3}) | \d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d) | \d+\.\d+(?![.]?\d)
      | \d+(?:[ -]1/2\b|½) | \d+)
  )
  | (?P<abbreviation>(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thur?s?|fri)\.)
  | (?P<word>(?:[^\W\d_]\.){2,} | [ap]\.m\b | o['’]clock\b | [^\W\d_][^\W_]*)
  | (?P<dash>(?<!\S)[-–](?=\s))
  | (?P<mark>['’]s\b | [^\w\s] | _)
    """,
    re.VERBOSE,
)
_HALVES_OF_A_DAY: Final = frozenset({"a.m", "p.m"})
_SAME_MARK: Final = {"–": "-", "‐": "-", "‑": "-", "−": "-", "’": "'", "’s": "'s", "`": "'"}
_STARTS: Final = NUMERAL_WORDS | {"a", "an", "half"}
_NUMERAL: Final = _STARTS | ORDINALS.keys()


@dataclass(slots=True)
class Word:
    """A word of a phrase: `text` in lower case, what `kind` of lexeme it is, and the `value` of a number or ordinal.

    `start` and `end` are offsets in the phrase; `spelled` says that a number was written in letters at least in part.
    """

    start: int
    end: int
    text: str
    kind: str
    value: float | None = None
    spelled: bool = False


def split_words(phrase: str) -> list[Word]:
    """Return the words of a phrase, with each numeral, written in figures or letters, as one word.

    Args:
        phrase: any text in any case.

    Returns:
        Its words in order; "a hundred and twenty" is one word of kind "number", "twenty-first" one of kind "ordinal".
    """
    words = [_word(match) for match in _LEXEME.finditer(_lower(phrase))]
    merged: list[Word] = []
    at = 0
    while at < len(words):
        word = words[at]
        if word.kind == "number" or (word.kind == "word" and word.text in _NUMERAL):
            word, at = _merge(words, at)
        else:
            at += 1
        merged.append(word)
    return merged


def _lower(phrase: str) -> str:
    """Return the phrase in lower case with its length kept, as a few letters (İ) grow when lowered."""
    low = phrase.lower()
    return low if len(low) == len(phrase) else "".join(c.lower() if len(c.lower()) == 1 else c for c in phrase)


def _word(match: re.Match[str]) -> Word:
    text, kind = match.group(), match.lastgroup or "mark"
    start, end = match.span()
    if kind == "word":  # most are
        return Word(start, end, text + "." if text in _HALVES_OF_A_DAY else text, kind)
    if kind == "number":
        return Word(start, end, text, kind, _figures(text))
    if kind == "ordinal":
        return Word(start, end, text, kind, int(text[:-2]))
    if kind == "abbreviation":
        return Word(start, end, text[:-1], "word")
    if kind == "dash":
        return Word(start, end, "--", "mark")
    if kind == "mark":
        return Word(start, end, _SAME_MARK.get(text, text), kind)
    return Word(start, end, text, kind)


def _figures(text: str) -> float:
    """Return the value of a number in figures."""
    whole, half, _ = text.partition("½" if "½" in text else "1/2") if "/" in text or "½" in text else (text, "", "")
    digits = re.sub(r"[,\s-]", "", whole)
    if half:
        return int(digits) + 0.5
    return float(digits) if "." in digits else int(digits)


def _merge(words: list[Word], at: int) -> tuple[Word, int]:
    """Return the word that begins at `at`, joined with those that belong to its numeral, and the place after it."""
    word = words[at]
    if word.kind == "number":
        return _scaled(words, at)
    if word.text in _STARTS:
        numeral = read_numeral([w.text for w in words[at : at + 16]])
        if numeral:
            value, length = numeral
            return _ordinal_end(words, at, length, value)
    if word.text in ORDINALS:
        return Word(word.start, word.end, word.text, "ordinal", ORDINALS[word.text], spelled=True), at + 1
    return word, at + 1


def _ordinal_end(words: list[Word], at: int, length: int, value: float) -> tuple[Word, int]:
    """Return the numeral as a number, or as an ordinal where one ends it ("twenty-first")."""
    after = at + length
    if value % 10 == 0 and 20 <= value < 100:
        after += after + 1 < len(words) and words[after].text == "-"
        unit = ORDINALS.get(words[after].text, 0) if after < len(words) else 0
        if 0 < unit < 10:
            end = words[after].end
            return Word(words[at].start, end, "", "ordinal", int(value) + unit, spelled=True), after + 1
    return _joined(words, at, at + length, value, spelled=True), at + length


def _scaled(words: list[Word], at: int) -> tuple[Word, int]:
    """Return a number in figures with the scale or groups of thousands that follow ("1.2 million", "12 000")."""
    texts = [w.text for w in words[at : at + 3]]
    numeral = read_numeral(texts, words[at].value)
    if numeral and numeral[1] > 1:
        return _joined(words, at, at + numeral[1], numeral[0], spelled=True), at + numeral[1]
    after = at + 1
    digits = words[at].text
    if not _may_group(words, at):
        return words[at], after
    while after < len(words) and _is_group(words[after - 1], words[after]):
        digits += words[after].text
        after += 1
    return _joined(words, at, after, int(digits), spelled=False), after


def _may_group(words: list[Word], at: int) -> bool:
    """Tell whether groups of three figures may follow: not after a word that a day of the month follows."""
    text = words[at].text
    return text.isdigit() and len(text) <= 3 and text[0] != "0" and not (at and words[at - 1].text in MONTHS)


def _is_group(before: Word, word: Word) -> bool:
    return word.kind == "number" and len(word.text) == 3 and word.text.isdigit() and word.start == before.end + 1


def _joined(words: list[Word], first: int, after: int, value: float, *, spelled: bool) -> Word:
    text = words[first].text if after == first + 1 else " ".join(w.text for w in words[first:after])
    return Word(words[first].start, words[after - 1].end, text, "number", value, spelled)
