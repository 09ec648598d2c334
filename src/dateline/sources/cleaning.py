"""Cleaning: the passages of a draft without what the page prints around them, each told headline, body or caption."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from dateline.model.report import BlockKind
from dateline.sources.boilerplate import Rule, boilerplate
from dateline.sources.captions import is_caption, slug_length
from dateline.sources.datelines import read_dateline
from dateline.sources.entries import is_row
from dateline.sources.headings import read_dated_line
from dateline.sources.passage import Edit, Passage, Role
from dateline.sources.stamps import Stamp, read_stamp
from dateline.sources.tokenised import detokenised, is_tokenised

_STOP: Final = re.compile(r"""[.!?…:;][\s"'”’)\]]*$""")
_SENTENCE: Final = re.compile(r"""[.!?][\s"'”’)\]]*$""")
_INNER_STOP: Final = re.compile(r"[.!?][\"'”’)]?\s")
_TWO_SENTENCES: Final = re.compile(r"[a-z]{3}[.!?][\"'”’)]?\s[A-Z]")
_CUT_MARK: Final = re.compile(r"(?:…|\.{3})$")
_KEY: Final = re.compile(r"[\W_]+")
_SITE: Final = re.compile(r"\s+[|–—-]\s+[^|–—]{2,30}$")
_LABEL_WORDS: Final = 14  # a link to another story is a headline: short, and without a full stop
_HEADLINE_WORDS: Final = 30
_REPEAT_WORDS: Final = 4  # shorter lines, apart from the headline, may stand twice for a reason ("No one was hurt.")
_SIGNATURE_WORDS: Final = 8  # a shorter last line without a stop is rather a name or office than a broken sentence
_HEAD_LINES: Final = 5  # passages above a story in which who publishes it and when may stand
_FOOT_LINES: Final = 2
_BULLET: Final = re.compile(r"^(?:[-–—*•▪●◦‣·]|o(?= [A-Z]))\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage that stays, and its kind."""

    passage: Passage
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What stays of a draft, the agency that signed it, the days it is stamped with, and whether it breaks off."""

    pieces: tuple[Piece, ...]
    agency: str | None
    stamps: tuple[Stamp, ...]
    partial: bool


@dataclass(frozen=True, slots=True)
class _Line:
    """A passage on its way: whether it is a list's item, whether a credit was cut off, and what its end told."""

    passage: Passage
    listed: bool = False
    credited: bool = False
    agency: str | None = None
    ends: bool = False


def clean(passages: Sequence[Passage]) -> Cleaned:
    """Drop and cut boilerplate, join what is told twice, and tell headlines, captions and body apart.

    Args:
        passages: a draft's passages in order.

    Returns:
        What stays, in order; empty where everything was boilerplate.

    """
    plain = [detokenised(passage) for passage in passages] if is_tokenised(passages) else passages
    kept, ended, signed = _without_furniture(passage for passage in plain if passage.text)
    stamps = _stamps(kept)
    lines = [_trimmed(passage) for passage, stamp in zip(kept, stamps, strict=True) if not (stamp and stamp.whole)]
    lines = [line for line in lines if line.passage.text]
    repeated = set(_repeated(line.passage.text for line in lines))
    pieces = _with_kinds(_once(lines), repeated)
    agency = next((line.agency for line in reversed(lines) if line.agency), signed)
    partial = ended or any(line.ends for line in lines) or _breaks_off(pieces)
    return Cleaned(tuple(pieces), agency, tuple(stamp for stamp in stamps if stamp), partial)


def _stamps(passages: Sequence[Passage]) -> list[Stamp | None]:
    """Return the stamp of each passage; none at all where several days are stated, as in a chronicle."""
    stamps = [read_stamp(passage.text) for passage in passages]
    for number in _edges(len(passages)):
        line = read_dated_line(passages[number].text) if stamps[number] is None else None
        if line and line.date.date and (number or line.signed):  # it stays: its place tells what country is meant
            stamps[number] = Stamp(line.date.date, passages[number].text, whole=False, later=False)
    days = {stamp.day for stamp in stamps if stamp and not stamp.later}
    return stamps if len(days) <= 1 else [None] * len(stamps)


def _edges(count: int) -> list[int]:
    """Return the numbers of the passages among which a heading with its day may stand, the first of them a title."""
    return sorted({*range(min(count, _HEAD_LINES)), *range(max(count - _FOOT_LINES, 0), count)})


def _without_furniture(passages: Iterable[Passage]) -> tuple[list[Passage], bool, str | None]:
    """Return the passages that are no furniture, whether there is more to read elsewhere, and an agency that signs."""
    kept: list[Passage] = []
    after_label = ended = False
    agency: str | None = None
    for passage in passages:
        rule, match = _furniture(passage.text)
        if rule and match:
            after_label = rule.takes == "labels" or after_label
            ended = ended or rule.ends
            agency = match.groupdict().get("agency") or agency
        elif not (after_label and _is_label(passage.text)):
            after_label = False
            kept.append(passage)
    return kept, ended, agency


def _furniture(text: str) -> tuple[Rule, re.Match[str]] | tuple[None, None]:
    """Return the rule that takes the whole line, with its match."""
    for rule in boilerplate().lines:
        match = rule.taken(text)
        if match:
            return rule, match
    return None, None


def _is_label(text: str) -> bool:
    """Tell whether a line may be a tag or a link: short and without a full stop."""
    return text.count(" ") < _LABEL_WORDS and not _STOP.search(text)


def _trimmed(passage: Passage) -> _Line:
    """Cut marks in the midst of the passage, and signs and credits from its end."""
    passage = passage.tidied()
    for rule in boilerplate().inline:
        if edits := [Edit(*found.span()) for found in rule.match.finditer(passage.text)]:
            passage = passage.edited(edits).tidied()
    bullet = _BULLET.match(passage.text)
    line = _Line(passage.cut(bullet.end(), len(passage.text)) if bullet else passage, listed=bullet is not None)
    for rule in boilerplate().tails:
        found = rule.found(line.passage.text)
        if found:
            agency = found.groupdict().get("agency") or line.agency
            line = replace(line, passage=_head(line.passage, found), agency=agency, ends=line.ends or rule.ends)
    for rule in boilerplate().credits:
        found = rule.found(line.passage.text)
        if found:
            line = replace(line, passage=_head(line.passage, found), credited=True)
    return line


def _head(passage: Passage, tail: re.Match[str]) -> Passage:
    """Return the passage up to the match."""
    return passage.cut(0, tail.start()).tidied()


@lru_cache(maxsize=256)
def _key(text: str) -> str:
    """Return what two tellings of the same line have in common: its letters and figures."""
    return _KEY.sub(" ", _SITE.sub("", text) if not _STOP.search(text) else text).strip().casefold()


def _repeated(texts: Iterable[str]) -> Iterator[str]:
    """Yield the keys of texts that stand more than once."""
    seen: set[str] = set()
    for text in texts:
        key = _key(text)
        if key in seen:
            yield key
        seen.add(key)


def _once(lines: Sequence[_Line]) -> Iterator[_Line]:
    """Yield the lines without second tellings; what either telling showed (a credit) holds for the one that stays."""
    credited = {_key(line.passage.text) for line in lines if line.credited}
    seen: set[str] = set()
    first = last = ""
    for line in lines:
        key = _key(line.passage.text)
        if key not in seen or (key.count(" ") + 1 < _REPEAT_WORDS and key not in {first, last}):
            yield replace(line, credited=key in credited)
        seen.add(key)
        first, last = first or key, key


def _with_kinds(lines: Iterable[_Line], repeated: set[str]) -> list[Piece]:
    """Return the lines with their kinds.

    Where captions have labels ("aftermath: …"), every line with a label is one.
    """
    ordered = list(lines)
    captions = [_caption(line) for line in ordered]
    slugs = [bool(slug_length(line.passage.text)) for line in ordered]
    labelled = sum(caption and slug for caption, slug in zip(captions, slugs, strict=True)) > 1
    pieces: list[Piece] = []
    for number, line in enumerate(ordered):
        last = number == len(ordered) - 1
        if captions[number] or (labelled and slugs[number]):
            kind = BlockKind.CAPTION
        elif _is_headline(line, last=last, lead=not pieces, repeated=_key(line.passage.text) in repeated):
            kind = BlockKind.HEADLINE
        else:
            kind = BlockKind.BODY
        pieces.append(Piece(line.passage, kind))
    return pieces


def _caption(line: _Line) -> bool:
    """Tell whether a line is a caption, by its format, its credit or its words."""
    return line.passage.role is Role.CAPTION or line.credited or is_caption(line.passage.text)


def _is_headline(line: _Line, *, last: bool, lead: bool, repeated: bool) -> bool:
    """Tell whether a line is a headline: marked as one, told twice at the top, or short and without a stop."""
    text = line.passage.text
    if line.passage.role is Role.HEADING:
        return True
    if line.listed or text.count(" ") >= _HEADLINE_WORDS or is_row(text):
        return False
    if _TWO_SENTENCES.search(text) or read_dateline(text, 0, len(text)):
        return False
    return (lead and repeated) or not (last or _SENTENCE.search(text) or text.endswith((":", ",", ";")))


def _breaks_off(pieces: Sequence[Piece]) -> bool:
    """Tell whether the text stops in mid-sentence, in a body whose other paragraphs end as sentences do."""
    body = [piece.passage.text for piece in pieces if piece.kind is BlockKind.BODY]
    if not body:
        return False
    ended = sum(bool(_SENTENCE.search(text)) for text in body[:-1])
    whole = ended * 2 > len(body) - 1 or len(body) == 1
    unfinished = not _STOP.search(body[-1]) or bool(_CUT_MARK.search(body[-1]))
    long_enough = body[-1].count(" ") >= _SIGNATURE_WORDS or bool(_INNER_STOP.search(body[-1]))
    return whole and unfinished and long_enough
