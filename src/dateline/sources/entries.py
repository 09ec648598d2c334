"""Entries: paragraphs of a chronicle or round-up that open with their day, and often with their place.

"15 June - …", "Wednesday, Aden: …", "July 30. Qana. A house …", "04/03 - Ras Lanuf. Fighters …". So do the rows of a
log, "15.06 | Aden (Crater) | …", and numbered cases, "Case 4. Qana. …". A register's own number may stand before the
day: "k-1187 | 20 June 2009 | …", "DON-0417. 8 April 2022, …".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from dateline.model.report import Block, BlockKind
from dateline.reference.calendar import MONTHS, ROMAN_MONTHS, WEEKDAYS, find_dates
from dateline.reference.places_words import place_nouns

_LONGEST: Final = 70  # characters of a label
_DAYS: Final = re.compile(r"\d\d?\s?[-–]\s?\d\d?\s(?=[A-Z])")
_FIGURES: Final = re.compile(r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01])(?:/\d\d)?\b|\d\d?\.\d\d?\.\d\d\b")
_ROW: Final = re.compile(r"\s*(?P<day>[^|;\n]{3,24}?)(?P<stroke>\s*[|;]\s*)(?:(?P<place>[^|;\n]{3,44}?)\s*[|;]\s*)?")
_CELL: Final = re.compile(r"(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])\.?")  # of a day alone, in a log of one year
_FIGURES_ALONE: Final = re.compile(r"(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<month>0?[1-9]|1[0-2])\.[:,]?\s+(?=[^\W\d_])")
_MONTHS: Final = 12
_OF_MONTHS: Final = frozenset({"early", "mid", "late", "end", "beginning", "start", "of", "to", "and", "the"})
_CASE: Final = re.compile(
    r"(?:Annex|Appendix|Attack|Case|Entry|Event|File|Incident|Item|Massacre|Record)\s(?:No\.?\s|#)?"
    r"(?:\d{1,4}|[IVXLC]{1,7}|[A-Z])[.:,]\s+(?=[A-Z])"
)
# The number under which a register keeps an entry: "k-1187 |", "DON-0417.", "2014/031:", "No. 12 |".
_FILED: Final = re.compile(
    r"\s*(?:No\.?\s)?#?(?:\d{1,6}(?=\s*[|;])|[A-Za-z]{1,6}[-–/_ ]?\d{1,6}(?:[-/]\d{1,4})?|\d{2,6}[-/]\d{1,6}|"
    r"(?!(?:19|20)\d\d\b)\d{3,6})\s*(?:[|;:,)]|\.(?=\s)|\s[-–—](?=\s))\s*"
)
_ENDS: Final = re.compile(r"(?:[.:](?=\s)|\s*[—–]|\s-+(?=\s))\s*")
_DAY_FIRST: Final = re.compile(r"(?:[A-Z][a-z]+[.,]? )?(?:\d|[A-Z][a-z]{2,8}\.? \d)")  # "Sat 20 June", "April 3"
_COMMA: Final = re.compile(r",\s+")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_WORD: Final = re.compile(r"[^\W_]+")
_SHORTEST: Final = 3  # letters of the last word of a label: "A. Smith, mayor of …" is none
_MOST: Final = 9  # words of a label
_LITTLE: Final = frozenset(
    {"of", "the", "and", "de", "del", "la", "al", "el", "st", "nd", "rd", "th"}
    | {"to", "in", "nr", "near", "same", "ditto", "idem", "ibid"}
)


def labelled(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks, each that opens with a label as two, for that is no part of the sentence behind it.

    Only where two paragraphs or more do: one alone has a dateline.

    Args:
        text: the report's text.
        blocks: its blocks.
    """
    ends = {block.start: end for block in blocks if (end := label_end(text, block))}
    ends |= _in_figures(text, blocks, others=bool(ends))
    return tuple(_parts(text, blocks, ends)) if len(ends) > 1 else tuple(blocks)


def label_end(text: str, block: Block) -> int | None:
    """Return where the label ends that a paragraph opens with: a day, a place if any, and the stop, stroke or colon.

    A case has a number in place of the day, and always a place.

    Args:
        text: the report's text.
        block: the paragraph.

    Returns:
        The offset of what follows; None where the paragraph opens with no label, or is nothing else.
    """
    if block.kind is not BlockKind.BODY:
        return None
    start = filed_from(text, block)
    ends = [_opening_end(text, at, block.end) for at in dict.fromkeys((block.start, start))]
    if start > block.start:  # "DON-0417. 8 April 2022, Mirna, the old market and …": what is filed has a day and place
        opening = text[start : min(block.end, start + _LONGEST)]
        commas = [comma.end() for comma in _COMMA.finditer(opening) if _is_label(opening[: comma.start()])]
        ends += [start + comma for comma in commas[-1:] if start + comma < block.end]
    return next((end for end in ends if end is not None), None)


def filed_from(text: str, block: Block) -> int:
    """Return where a paragraph goes on behind the number under which a register keeps it, its beginning if it has none.

    Args:
        text: the report's text.
        block: the paragraph.
    """
    filed = _FILED.match(text, block.start, min(block.end, block.start + _LONGEST))
    if filed is None or _names_a_day(filed[0]):
        return block.start
    behind = text[filed.end() : min(block.end, filed.end() + _LONGEST)]
    dated = _DAY_FIRST.match(behind) and next(find_dates(behind), None)
    return filed.end() if dated or _row_end(behind) is not None else block.start


def _opening_end(text: str, start: int, stop: int) -> int | None:
    """Return where the label ends that a paragraph opens with from a point on, None where nothing else follows it."""
    opening = text[start : min(stop, start + _LONGEST)]
    if (row := _row_end(opening)) and start + row < stop:
        return start + row
    ends = [end for end in _ENDS.finditer(opening) if _is_label(opening[: end.start()])]
    ends = [end for end in ends if start + end.end() < stop]
    return start + ends[-1].end() if ends else None


def _in_figures(text: str, blocks: Sequence[Block], *, others: bool) -> dict[int, int]:
    """Return where labels end that are a day and month in figures alone, "17.11. Shells …", by where each begins.

    So do the numbers of sections look, unless one is too high for a month, or is written with a nought ("3.09."), or
    others tell their day in words.
    """
    found = [(block, match) for block in blocks if (match := _FIGURES_ALONE.match(text, block.start, block.end))]
    days = others or any(int(match["day"]) > _MONTHS or match["month"].startswith("0") for _, match in found)
    bodies = ((block, match) for block, match in found if days and block.kind is BlockKind.BODY)
    return {block.start: match.end() for block, match in bodies if match.end() < block.end}


def _parts(text: str, blocks: Sequence[Block], ends: dict[int, int]) -> Iterator[Block]:
    """Yield the blocks with labels apart, without the numbers before them: "DON-1960" is no year."""
    for block in blocks:
        if end := ends.get(block.start):
            yield replace(block, start=filed_from(text, block), end=end)
            yield replace(block, start=end)
        else:
            yield block


def is_row(text: str) -> bool:
    """Tell whether a line is a row of a log, whose first cell tells a day.

    Args:
        text: the line.
    """
    start = filed_from(text, Block(0, len(text), BlockKind.BODY))
    return any(_row_end(text[at : at + _LONGEST]) is not None for at in (0, start))


def _row_end(opening: str) -> int | None:
    """Return where the cells end that tell a row's day and, if names alone stand in the next, its place."""
    row = _ROW.match(opening)
    if row is None or not (_CELL.fullmatch(row["day"]) or _is_label(row["day"])):
        return None
    named = row["place"] is not None and all(map(_is_name, _WORD.findall(row["place"])))
    return row.end() if named else row.end("stroke")


def _is_label(told: str) -> bool:
    """Tell whether the opening of a paragraph is a day or a case, with names if any, and nothing else."""
    case = _CASE.match(told)
    told = told[case.end() :] if case else told
    words = _WORD.findall(told)
    if not words or len(words) > _MOST or any(mark in told for mark in "!?;\n"):
        return False
    whole = told.endswith(")") or words[-1].isdigit() or len(words[-1]) >= _SHORTEST or words[-1].casefold() in MONTHS
    return whole and all(map(_is_name, words)) and (case is not None or _tells_day(told))


def _tells_day(told: str) -> bool:
    if _FIGURES.match(told):
        return True
    told = _DAYS.sub("1 ", told)  # "28-29 March"
    words = [word.casefold() for word in _WORD.findall(told)]
    return next(find_dates(told), None) is not None or any(w in WEEKDAYS for w in words) or _is_month(words)


def _names_a_day(number: str) -> bool:
    """Tell whether the letters of a number are those of a month or weekday: "June 15:"."""
    words = {word.casefold() for word in re.findall(r"[A-Za-z]+", number)}
    return any(day[:_SHORTEST] == word[:_SHORTEST] for word in words for day in (*MONTHS, *WEEKDAYS))


def _is_month(words: Sequence[str]) -> bool:
    """Tell whether words are months, with their year if any, and nothing else: "MARCH-APRIL", "Mid-January 2014"."""
    months = [word for word in words if word in MONTHS]
    rest = (word for word in words if word not in MONTHS and word not in _OF_MONTHS)
    return bool(months) and all(_YEAR.fullmatch(word) for word in rest)


def _is_name(word: str) -> bool:
    """Tell whether a word may stand in a label, which has no verb: a name, a number, a site, a joining word."""
    site = word in _sites() or word.removesuffix("s") in _sites()  # "border posts"
    return not word[0].islower() or word in _LITTLE or word in ROMAN_MONTHS or site


@cache
def _sites() -> frozenset[str]:
    """Return the words of nouns for places: "border post", "bus station"."""
    return frozenset(word for noun in place_nouns() for word in noun.split())
