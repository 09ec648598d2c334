"""What the page shows, put together from the record: plain values that the template prints."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Protocol

from dateline.export.page.shown import (
    DayView,
    FigureView,
    IncidentView,
    MarkView,
    PageView,
    PlaceView,
    QuoteView,
    ReportView,
    SpellView,
    TollView,
)
from dateline.model.claim import Claim
from dateline.model.incident import Incident
from dateline.model.place import PlaceEntry
from dateline.model.reading import Stance
from dateline.model.reckoned import Spell, Toll, is_contested
from dateline.model.report import Report
from dateline.pipeline import killed_of
from dateline.reference import wording
from dateline.reference.wording import day, days, interval, names


class Record(Protocol):
    """What the page needs of a record."""

    def reports(self) -> Iterator[Report]:
        """Yield the reports."""

    def claims(self) -> Iterator[Claim]:
        """Yield the live claims."""

    def incidents(self) -> Iterator[Incident]:
        """Yield the incidents."""

    def tolls(self) -> Iterator[Toll]:
        """Yield the tolls."""

    def spells(self) -> Iterator[Spell]:
        """Yield the spells of control."""


def page_view(record: Record) -> PageView:
    """Return what the page shows of a record."""
    return _Builder(record).page()


class _Builder:
    def __init__(self, record: Record) -> None:
        self.reports = {report.id: report for report in record.reports()}
        self.claims = {claim.id: claim for claim in record.claims()}
        self.incidents = list(record.incidents())
        self.tolls = list(record.tolls())
        self.spells = list(record.spells())
        self.by_incident: dict[str | None, list[Toll]] = defaultdict(list)
        for toll in self.tolls:
            self.by_incident[toll.incident].append(toll)

    def page(self) -> PageView:
        first, last = self._span()
        return PageView(
            period=f"{day(first)} – {day(last)}" if first and last else "no dated incident",
            counts={
                "reports": f"{len(self.reports):,}",
                "claims": f"{len(self.claims):,}",
                "incidents": f"{len(self.incidents):,}",
                "killed": self._killed(),
                "contested": f"{sum(is_contested(one, self.by_incident[one.id]) for one in self.incidents):,}",
                "places with a holder": f"{len({s.place.id for s in self.spells}):,}",
            },
            policy=self.tolls[0].policy if self.tolls else "range",
            days=tuple(self._days()),
            places=tuple(self._places(first, last)),
            axis=(day(first) if first else "", day(last) if last else ""),
            running=tuple(self._toll(t) for t in self.by_incident[None]),
            reports=tuple(map(self._report, self.reports.values())),
        )

    def _killed(self) -> str:
        low, high, incidents = killed_of(self.tolls, self.incidents)
        return interval(low, high) if incidents else "no number told"

    def _span(self) -> tuple[dt.date | None, dt.date | None]:
        """Return the first and last day of what happened; a month or year told of the past does not stretch it."""
        dated = [i.when for i in self.incidents if i.when and i.when.first and i.when.last and (i.when.days or 0) <= 7]
        if not dated:
            return None, None
        return min(w.first for w in dated if w.first), max(w.last for w in dated if w.last)

    def _days(self) -> Iterator[DayView]:
        grouped: dict[dt.date | None, list[Incident]] = defaultdict(list)
        for incident in self.incidents:
            exact = incident.when and incident.when.first and (incident.when.days or 99) <= 1
            grouped[incident.when.first if incident.when and exact else None].append(incident)
        for key in sorted((k for k in grouped if k), key=lambda k: k or dt.date.min):
            yield DayView(day(key), key.isoformat(), tuple(map(self._incident, grouped[key])))
        if grouped.get(None):
            loose = sorted(grouped[None], key=lambda i: i.when.last if i.when and i.when.last else dt.date.max)
            yield DayView("Over several days, or day not told", "undated", tuple(map(self._incident, loose)))

    def _incident(self, incident: Incident) -> IncidentView:
        tolls = tuple(self._toll(t) for t in self.by_incident[incident.id])
        claims = [c for i in (*incident.claims, *incident.tolls) if (c := self.claims.get(i))]
        parties = names(incident.actors)
        if incident.targets:
            parties = f"{parties or 'actor not told'} → {names(incident.targets)}"
        return IncidentView(
            id=incident.id,
            title=incident.type,
            type=incident.type,
            when=days(incident.when),
            place=place_name(incident.place),
            parties=parties,
            voices=self._voices(incident),
            contested=is_contested(incident, self.by_incident[incident.id]),
            tolls=tolls,
            quotes=tuple(self._quote(c) for c in claims),
        )

    def _voices(self, incident: Incident) -> str:
        told, speakers = wording.number(len(set(incident.reports)), "report"), len(incident.speakers)
        return f"{told}, {wording.number(speakers, 'named speaker')}" if speakers else f"{told}, no named speaker"

    def _toll(self, toll: Toll) -> TollView:
        most = max([n for f in toll.figures for n in (f.low, f.high) if n], default=1)
        figures = []
        for figure in toll.figures:
            low = figure.low if figure.low is not None else 0
            high = figure.high if figure.high is not None else (most if figure.low is not None else 0)
            figures.append(
                FigureView(
                    speaker=figure.speaker,
                    text=interval(figure.low, figure.high, figure.words),
                    words=figure.words,
                    claim=figure.claim,
                    left=100 * low / most,
                    width=max(100 * (high - low) / most, 0.0),
                    open_end=figure.high is None and figure.low is not None,
                    told=figure.low is not None or figure.high is not None,
                    superseded=figure.superseded,
                    partisan=figure.partisan,
                )
            )
        who = [toll.harm, toll.demographic or toll.status, toll.side]
        return TollView(
            toll.id,
            " · ".join(w for w in who if w),
            interval(toll.low, toll.high),
            toll.policy,
            toll.contested,
            tuple(figures),
        )

    def _quote(self, claim: Claim) -> QuoteView:
        report = self.reports[claim.report_id]
        return QuoteView(
            claim=claim.id,
            speaker=names([link.name for link in claim.said_by]) or "in the report's own voice",
            outlet=report.outlet or report.file,
            published=wording.published(report.published),
            quote=claim.quote.text,
            stance=claim.stance if claim.stance is not Stance.ASSERTED else "",
            found_by=claim.found_by,
            report=_anchor(report),
            says=wording.claim(claim),
        )

    def _places(self, first: dt.date | None, last: dt.date | None) -> Iterator[PlaceView]:
        grouped: dict[str, list[Spell]] = defaultdict(list)
        for spell in self.spells:
            grouped[spell.place.id].append(spell)
        hues = {name: n for n, name in enumerate(dict.fromkeys(s.holder for s in self.spells))}
        for spells in sorted(grouped.values(), key=lambda s: s[0].place.name):
            entry = spells[0].place
            yield PlaceView(
                entry.name,
                ", ".join(filter(None, (entry.feature, entry.admin1, entry.country))),
                tuple(self._spell(s, first, last, hues[s.holder]) for s in spells),
            )

    def _spell(self, spell: Spell, first: dt.date | None, last: dt.date | None, hue: int) -> SpellView:
        left, width = 0.0, 100.0
        if first and last and last > first:
            length = (last - first).days + 1
            start = min(max(((spell.first or first) - first).days, 0), length - 1)
            end = min(max(((spell.last or spell.first or last) - first).days + 1, start + 1), length)
            left, width = 100 * start / length, 100 * (end - start) / length
        claims = [c for i in spell.claims if (c := self.claims.get(i))]
        return SpellView(
            spell.id,
            spell.holder,
            wording.span(spell.first, spell.last),
            spell.status,
            left,
            width,
            (hue * 67 + 210) % 360,
            tuple(map(self._quote, claims)),
        )

    def _report(self, report: Report) -> ReportView:
        claims = [c for c in self.claims.values() if c.report_id == report.id]
        published = report.published
        return ReportView(
            id=report.id,
            anchor=_anchor(report),
            title=report.title or report.text.strip().split("\n", 1)[0][:100],
            outlet=report.outlet or "",
            published=wording.published(published),
            evidence=f"{published.basis}: {published.evidence}" if published else "",
            file=report.file,
            hash=report.id,
            marks=tuple(marks(report.text, claims)),
        )


def marks(text: str, claims: Iterable[Claim]) -> Iterator[MarkView]:
    """Yield a text in stretches, each with the claims whose quote covers it.

    Args:
        text: a report's text.
        claims: its claims.
    """
    spans: dict[tuple[int, int], list[str]] = defaultdict(list)
    for claim in claims:
        for quote in (claim.quote, *claim.also_quoted):
            spans[quote.start, quote.end].append(claim.id)
    edges = sorted({0, len(text), *(e for span in spans for e in span)})
    shown: set[str] = set()
    for start, end in pairwise(edges):
        inside = [i for (s, e), ids in spans.items() if s <= start and end <= e for i in ids if i not in shown]
        shown.update(inside)
        covered = any(s <= start and end <= e for s, e in spans)
        yield MarkView(text[start:end], tuple(inside) or (("",) if covered else ()))


def place_name(entry: PlaceEntry | None) -> str:
    """Return a place with what tells it from others of the name; its precision where it is no town or site."""
    if entry is None:
        return "place not found"
    vague = f" ({entry.precision} only)" if entry.precision in ("province", "country", "area") else ""
    around = entry.admin1 if entry.admin1 and entry.admin1 not in entry.name else None
    return ", ".join(filter(None, (entry.name, around))) + vague


def _anchor(report: Report) -> str:
    return "r-" + report.id.rpartition(":")[2][:12]
