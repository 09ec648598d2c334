"""A report: one published text, with what is known of its outlet and day."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What part a block of text plays in its report."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"


class Basis(StrEnum):
    """What a publication day rests on."""

    METADATA = "metadata"
    PAGE = "page"
    DATELINE = "dateline"
    INFERRED = "inferred"
    OTHERS = "others"  # what the report shares with dated reports of the record


@dataclass(frozen=True, slots=True)
class Block:
    """A headline, paragraph or caption: `text[start:end]` of the report."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of `length` characters of the cleaned text from `start`, taken from the decoded bytes at `origin`."""

    start: int
    origin: int
    length: int


@dataclass(frozen=True, slots=True)
class Publication:
    """The day a report was published, what it rests on, and the words or field that show it."""

    day: dt.date
    basis: Basis
    evidence: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a report says of its own place and day: the opening of a wire story, as in "BEIRUT, April 25", or its head.

    `start` and `end` bound the whole dateline in the report's text, or the words of the day where a line at its head or
    foot tells them ("Radio A, evening news, Wednesday"); the place's own span is `place_start`, `place_end`. `weekday`
    is 0 for Monday, with the day ("Monday 25 November") or all that is told of it ("CAIRO, Friday").
    """

    start: int
    end: int
    place: str | None
    place_start: int
    place_end: int
    month: int | None
    day: int | None
    year: int | None
    agency: str | None
    weekday: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published text.

    `id` is `sha256:` and the hash of the raw bytes; `file` the name it was read from; `text` the cleaned text, to which
    every offset in the record refers; `origin` maps it back to the decoded bytes; `partial` says that the text breaks
    off; `copy_of` is the id of the report that stands for all copies of one text, where that is another one.
    """

    id: str
    file: str
    text: str
    blocks: tuple[Block, ...]
    origin: tuple[Stretch, ...] = ()
    published: Publication | None = None
    dateline: Dateline | None = None
    outlet: str | None = None
    agency: str | None = None
    url: str | None = None
    title: str | None = None
    partial: bool = False
    copy_of: str | None = None

    @property
    def own_day(self) -> dt.date | None:
        """The publication day that it tells by itself; None where it tells none, though others may have lent it one."""
        return self.published.day if self.published and self.published.basis is not Basis.OTHERS else None
