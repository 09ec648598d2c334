"""The list's histories as dated statements of who held a town, by patterns of their own.

The program has no part in it: what it is held against must not be read by it. Only what is said of the town as a whole
counts, not of its checkpoints, bases or districts. What names a party and a change but cannot be used is left out, told
of, and makes its days unclear where it names the town.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from evaluation.control_towns.dates import Dated, dates
from evaluation.control_towns.listing import Town
from evaluation.control_towns.words import (
    ACTIVE,
    COMPOUND,
    LOSS,
    OUSTED,
    PART,
    PASSIVE,
    UNDER,
    UNREAL,
    WHOLE,
    agent,
    side_near,
)

_REACH: Final = 70  # characters behind a verb in which its object stands
_START: Final = re.compile(
    r"(?<=[a-z0-9)%])\.\)?,? +(?=[\"*A-Zo])"
    r"|(?<=\w) (?=(?:On|By|In|ln|As of|Since) [\w ]{0,14}?(?:\d|[A-Z][a-z]+ \d{4}))"
    r"|(?<=[a-z]) (?=The (?:town|city|village|suburb)\b)"
)
_NOTHING: Final = re.compile(r"\s*(?:(?:in|since|by|on|as|until|for|again)\b|[.,;)]|$)")
_OBJECT_NAME: Final = re.compile(r"\s*(?:(?:of|over|from) )?(?=[A-Z])")
_HEAD: Final = re.compile(r"(?:of|in|at|to|near|around)(?: the)?(?: (?:town|city|village) of)?\s*$")
_NAME: Final = re.compile(r"(?:[A-Z]\w*|al|an|as|ar|ash)(?:[-' ’](?:[A-Z]\w*|al|an|as|ar|ash)){0,4}")
_ARTICLE: Final = re.compile(r"\b(?:al|an|as|ar|ash|ad|el)[- ]", re.IGNORECASE)
_STATE: Final = re.compile(r"\b(?:by|as of|since|had)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a sentence says of a town: which side gained, holds or lost it, over which days, and its words.

    `change` is "unclear" and `side` empty where it cannot be told; `vague` says that the sentence itself has no date,
    so that its days are those between the dates around it.
    """

    side: str
    change: str
    first: dt.date
    last: dt.date
    words: str
    vague: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """A town's statements in order of days, and the sentences that speak of control but could not be used."""

    statements: tuple[Statement, ...]
    left_out: tuple[str, ...]


def history(town: Town) -> History:
    """Read a town's history."""
    told = dates(town.history)
    statements: list[Statement] = []
    left_out = []
    for start, end in _sentences(town.history):
        sentence = " ".join(town.history[start:end].split())
        found = list(_statements(town.history[start:end], _shifted(told, start, end), town))
        around = _around(told, start, end)
        if not found and _speaks_of_control(sentence):
            left_out.append(sentence)
            if around and next(_named(sentence, town), None) is not None:
                statements.append(Statement("", "unclear", *around, sentence, vague=True))
        for change, side, date in found:
            days = (date.first, date.last) if date else around
            if days:
                statements.append(Statement(side, change, *days, sentence, vague=date is None))
    return History(tuple(sorted(statements, key=lambda one: (one.last, one.first))), tuple(left_out))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    yield from pairwise([0, *(end.end() for end in _START.finditer(text)), len(text)])


def _shifted(told: list[Dated], start: int, end: int) -> list[Dated]:
    """Return the dates of a sentence with their places in it; two with a dash between them are one span."""
    here = [Dated(d.start - start, d.end - start, d.first, d.last) for d in told if start <= d.start < end]
    for one, other in pairwise(list(here)):
        if 0 < other.start - one.end <= len(" – "):
            here = [d for d in here if d not in {one, other}] + [Dated(one.start, other.end, one.first, other.last)]
    return sorted(here, key=lambda date: date.start)


def _around(told: list[Dated], start: int, end: int) -> tuple[dt.date, dt.date] | None:
    """Return the days of a sentence: those of its own dates, else from the date before it to the one behind it."""
    own = [date for date in told if start <= date.start < end]
    before = [date for date in told if date.start < start]
    behind = [date for date in told if date.start >= end]
    if own:
        return min(date.first for date in own), max(date.last for date in own)
    if not before:
        return None
    first = before[-1].first
    return first, max(first, behind[0].last) if behind else dt.date.max


def _speaks_of_control(sentence: str) -> bool:
    told = any(kind.search(sentence) for kind in (ACTIVE, PASSIVE, UNDER, LOSS))
    return told and side_near(sentence, 0, len(sentence)) is not None


def _statements(sentence: str, here: list[Dated], town: Town) -> Iterator[tuple[str, str, Dated | None]]:
    for at, change, side in _changes(sentence, town):
        before = [date for date in here if date.start < at]
        date = before[-1] if before else next(iter(here), None)
        lead = sentence[max(0, date.start - len("as of the ")) : date.start] if date else ""
        past = change == "gained" and (_STATE.search(lead) or re.search(r"\bhad\b", sentence[max(0, at - 30) : at]))
        yield ("holds" if past else change), side, date


def _changes(sentence: str, town: Town) -> Iterator[tuple[int, str, str]]:
    """Yield where a sentence tells of a change or a state of the town, what, and of which side."""
    taken: list[tuple[int, int]] = []
    for match in (*PASSIVE.finditer(sentence), *UNDER.finditer(sentence)):
        side = side_near(sentence, *match.span())
        if side and not _overlaps(match, taken) and _of_town(sentence[: match.start()], town, before=True):
            taken.append(match.span())
            yield match.start(), _change(match), side
    for match in COMPOUND.finditer(sentence):
        side = side_near(sentence, *match.span())
        if side and next(_named(sentence[match.end() : match.end() + _REACH // 2], town), None) is not None:
            yield match.start(), "holds", side
    for match in ACTIVE.finditer(sentence):
        before = sentence[: match.start()]
        side = agent(before)
        if side and not _overlaps(match, taken) and not UNREAL.search(before) and _behind(sentence, match, town):
            yield match.start(), _change(match), side
    for match in LOSS.finditer(sentence):
        side = agent(sentence[: match.start()])
        if side and not UNREAL.search(sentence[: match.start()]) and _behind(sentence, match, town):
            yield match.start(), "lost", side
    for match in OUSTED.finditer(sentence):
        side = side_near(sentence, match.end(), match.end())
        behind = sentence[match.end() : match.end() + _REACH]
        if side and side != agent(sentence[: match.start()]) and _of_town(behind, town, before=False):
            yield match.start(), "lost", side


def _change(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return "gained" if groups.get("gained") or groups.get("fell") or groups.get("hands") else "holds"


def _overlaps(match: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    return any(match.start() < end and start < match.end() for start, end in taken)


def _behind(sentence: str, match: re.Match[str], town: Town) -> bool:
    words = sentence[match.end() : match.end() + _REACH]
    other = _OBJECT_NAME.match(words)
    if other and not any(at <= other.end() for at in _named(words, town)):
        return False
    return _of_town(words, town, before=False)


def _of_town(words: str, town: Town, *, before: bool) -> bool:
    """Tell whether the words beside a verb speak of the town as a whole: whichever of whole and part stands nearest."""
    whole = [match.start() for match in WHOLE.finditer(words)] + list(_named(words, town))
    whole = [at for at in whole if not _of_a_part(words[:at])]
    part = [match.start() for match in PART.finditer(words)]
    areas = [match.start() for match in re.finditer(r"\b(?:neighbou?rhood|district|quarter|area)\b", words)]
    (whole if town.city else part).extend(areas)
    if before:
        return not part or bool(whole and max(whole) > max(part))
    if _NOTHING.match(words):
        return True
    return bool(whole) and (not part or min(whole) < min(part))


def _of_a_part(before: str) -> bool:
    """Tell whether words end in a part of what follows ("four neighbourhoods of the")."""
    head = _HEAD.search(before)
    return bool(head and any(part.end() >= head.start() - 1 for part in PART.finditer(before)))


def _named(words: str, town: Town) -> Iterator[int]:
    """Yield where the town is named, however it is spelt."""
    wanted = {_bones(name) for name in town.spellings}
    for match in _NAME.finditer(words):
        pieces = list(re.finditer(r"[^\s]+", match[0]))
        for number in range(len(pieces)):
            for last in range(number, len(pieces)):
                span = match[0][pieces[number].start() : pieces[last].end()]
                behind = words[match.start() + pieces[last].end() :].lstrip()
                if _bones(span) in wanted and not behind.startswith(("'s", "’s")) and not PART.match(behind):
                    yield match.start() + pieces[number].start()


def _bones(name: str) -> str:
    """Return a name's consonants without articles and doubled letters."""
    letters = re.sub(r"[^a-z]", "", re.sub(r"[aeiouy]", "", _ARTICLE.sub("", name).lower()))
    return re.sub(r"(.)\1+", r"\1", letters).removesuffix("h")
