"""What the page shows: plain values that the template prints."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A claim as a reader sees it: who says what, where it stands, how it was found."""

    claim: str
    speaker: str
    outlet: str
    published: str
    quote: str
    stance: str
    found_by: str
    report: str
    says: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """One speaker's figure, placed on the chart's scale: `left` and `width` are percentages of it."""

    speaker: str
    text: str
    words: str
    claim: str
    left: float
    width: float
    open_end: bool
    told: bool
    superseded: bool
    partisan: bool


@dataclass(frozen=True, slots=True)
class TollView:
    """A toll with its figures."""

    id: str
    title: str
    text: str
    policy: str
    contested: bool
    figures: tuple[FigureView, ...]


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident with its claims and tolls."""

    id: str
    title: str
    type: str
    when: str
    place: str
    parties: str
    voices: str
    contested: bool
    tolls: tuple[TollView, ...]
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """The incidents that began on one day, or of which the day is not told."""

    title: str
    anchor: str
    incidents: tuple[IncidentView, ...]


@dataclass(frozen=True, slots=True)
class SpellView:
    """A holder's spell at a place, as a bar on the time axis: `left` and `width` are percentages."""

    id: str
    holder: str
    when: str
    status: str
    left: float
    width: float
    hue: int
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place with its spells in order."""

    name: str
    where: str
    spells: tuple[SpellView, ...]


@dataclass(frozen=True, slots=True)
class MarkView:
    """A stretch of a report's text; `claims` are the ids of the claims that it makes."""

    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report's text with its quotes marked."""

    id: str
    anchor: str
    title: str
    outlet: str
    published: str
    evidence: str
    file: str
    hash: str
    marks: tuple[MarkView, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """The whole page."""

    period: str
    counts: Mapping[str, str]
    policy: str
    days: tuple[DayView, ...]
    places: tuple[PlaceView, ...]
    axis: tuple[str, str]
    running: tuple[TollView, ...]
    reports: tuple[ReportView, ...]
