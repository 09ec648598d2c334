"""Taken: what an export takes of a record, as its options ask, with a count of what was left out and why."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from dateline.export.belonging import Belonging
from dateline.export.facts import ClaimT_co, Facts, Said, in_order
from dateline.export.options import Options
from dateline.model.claim import Claim, EventClaim, TollClaim
from dateline.model.incident import Incident
from dateline.model.place import PlaceEntry
from dateline.model.reckoned import Spell, Toll
from dateline.model.report import Report
from dateline.model.when import When
from dateline.pipeline import POLICY, tolls_under
from dateline.store import RecordView


class Veil(Protocol):
    """What stands between the record and an export: takes names and places off what it lets through."""

    counts: Counter[str]

    def claim(self, claim: Claim) -> Claim:
        """Return a claim as it may be shown."""

    def incident(self, incident: Incident, reports: Iterable[str]) -> Incident:
        """Return an incident that these reports tell, as it may be shown."""

    def toll(self, toll: Toll, reports: Iterable[str]) -> Toll:
        """Return a toll that these reports tell, as it may be shown."""

    def spell(self, spell: Spell, reports: Iterable[str]) -> Spell:
        """Return a spell that these reports tell, as it may be shown."""

    def report(self, report: Report) -> Report:
        """Return a report as it may be shown."""

    def place(self, place: PlaceEntry) -> PlaceEntry:
        """Return a place as closely as it may be shown."""


@dataclass(frozen=True, slots=True)
class TollRow:
    """A toll with the day and place that it belongs to: its incident's, or those of its first claim."""

    toll: Toll
    when: When | None
    place: PlaceEntry | None


class Taken:
    """A record as an export sees it. Everything comes one at a time and in the same order for the same record."""

    def __init__(self, view: RecordView, options: Options, veil: Veil | None = None, policy: str = POLICY) -> None:
        """Take a record.

        Args:
            view: the record, with everything reckoned.
            options: what is asked for.
            veil: what hides what must not be shown; None shows all.
            policy: the policy that the tolls follow.
        """
        self.view = view
        self.options = options
        self.policy = policy
        self.left_out: Counter[str] = Counter()
        """How many things are not in the export, by the reason."""
        self.notes: Counter[str] = Counter()
        """How many things are in it in a way that needs a word."""
        self._veil = veil

    def leave_out(self, reason: str, count: int = 1) -> None:
        """Count what a format cannot hold."""
        self.left_out[reason] += count

    @property
    def hidden(self) -> Mapping[str, int]:
        """How many things of each kind the veil took off."""
        return self._veil.counts if self._veil else {}

    @cached_property
    def heads(self) -> Mapping[str, Report]:
        """The reports by id, without their texts, as they may be shown."""
        return {one.id: self._veil.report(one) if self._veil else one for one in self.view.report_heads()}

    def reports(self) -> Iterator[Report]:
        """Yield the reports by file name, without their texts."""
        return (self._veil.report(one) if self._veil else one for one in self.view.report_heads())

    def claims(self) -> Iterator[tuple[Claim, str | None]]:
        """Yield the claims asked for, by report and by their order in it, each with the id of its incident."""
        belongs = Belonging(self.view.provenance.claims_of_incidents())
        for claim in self.view.claims():
            place = claim.place.entry if claim.place else None
            named = (one.name for one in claim.parties)
            if self._asked(claim.when, place, named, "claims") and self._old_enough(claim.when, claim.report_id):
                yield (self._veil.claim(claim) if self._veil else claim), belongs.incident(claim.id)

    def incidents(self) -> Iterator[Facts]:
        """Yield the incidents asked for, by day, with their claims and tolls."""
        return map(self._facts, self._chosen())

    def counted_incidents(self) -> Iterator[Facts]:
        """Yield the incidents asked for, by day, with their tolls but without their claims, which cost most."""
        for one in self._chosen():
            tolls = tuple(self._toll(toll) for toll in self._tolls_of(one.id))
            yield Facts(self._shown(one), (), tolls)

    def bare_incidents(self) -> Iterator[Incident]:
        """Yield the incidents asked for, by day, alone."""
        return map(self._shown, self._chosen())

    def _shown(self, one: Incident) -> Incident:
        if self._veil is None:
            return one
        return self._veil.incident(one, {claim.report_id for claim in self._event_claims(one)})

    def _chosen(self) -> Iterator[Incident]:
        for one in self.view.incidents_by_day():
            named = (*one.actors, *one.targets)
            if self._asked(one.when, one.place, named, "incidents") and self._incident_old_enough(one):
                yield one

    def _incident_old_enough(self, one: Incident) -> bool:
        if self.options.until is None:
            return True
        return self._old_enough(one.when, *(claim.report_id for claim in self._event_claims(one)))

    def _facts(self, one: Incident) -> Facts:
        claims, told = self._event_claims(one), tuple(self._tolls_of(one.id))
        counting = dict.fromkeys(figure.claim for toll in told for figure in toll.figures)
        parts = [toll for part in self.view.provenance.parts_of(one.id) for toll in self._tolls_of(part)]
        incident = self._veil.incident(one, {claim.report_id for claim in claims}) if self._veil else one
        return Facts(
            incident, self._said(claims, EventClaim), tuple(map(self._toll, told)), tuple(parts),
            self._said(filter(None, map(self.view.claim, counting)), TollClaim),
        )  # fmt: skip

    def _said(self, claims: Iterable[Claim], kind: type[ClaimT_co]) -> tuple[Said[ClaimT_co], ...]:
        shown: Callable[[Claim], Claim] = self._veil.claim if self._veil else lambda claim: claim
        return in_order(Said(one, self.heads.get(one.report_id)) for one in map(shown, claims) if isinstance(one, kind))

    def _event_claims(self, one: Incident) -> list[EventClaim]:
        found = (self.view.claim(key) for key in one.claims)
        return [claim for claim in found if isinstance(claim, EventClaim)]

    def tolls(self) -> Iterator[TollRow]:
        """Yield the tolls asked for, by id."""
        tolls = self.view.tolls_by_id() if self.policy == POLICY else iter(sorted(self._reckoned, key=lambda t: t.id))
        for toll in tolls:
            incident = self.view.incident(toll.incident) if toll.incident else None
            told = toll.figures and (incident is None or self.options.until)
            claim = self.view.claim(toll.figures[0].claim) if told else None
            when, place = _where(incident, claim)
            named = (*(incident.actors if incident else ()), *(incident.targets if incident else ()), toll.side or "")
            reports = (claim.report_id,) if claim else ()
            if self._asked(when, place, named, "tolls") and self._old_enough(when, *reports):
                yield TollRow(self._toll(toll), when, self._shown_place(place))

    def figures(self) -> Iterator[Toll]:
        """Yield the tolls asked for, by id, without day and place: nothing is looked up where nothing is chosen."""
        if self.options.asked or self.options.until or self.policy != POLICY:
            return (one.toll for one in self.tolls())
        return map(self._toll, self.view.tolls_by_id())

    def _shown_place(self, place: PlaceEntry | None) -> PlaceEntry | None:
        return self._veil.place(place) if self._veil and place else place

    def _toll(self, toll: Toll) -> Toll:
        if self._veil is None:
            return toll
        claims = (self.view.claim(figure.claim) for figure in toll.figures)
        return self._veil.toll(toll, {claim.report_id for claim in claims if claim})

    @cached_property
    def _reckoned(self) -> tuple[Toll, ...]:
        return tuple(tolls_under(self.view, self.policy))

    @cached_property
    def _by_incident(self) -> Mapping[str, list[Toll]]:
        found: dict[str, list[Toll]] = {}
        for toll in self._reckoned:
            if toll.incident:
                found.setdefault(toll.incident, []).append(toll)
        return found

    def _tolls_of(self, incident: str) -> Iterable[Toll]:
        if self.policy == POLICY:  # on record: nothing has to be held in memory
            return self.view.tolls_of(incident)
        return self._by_incident.get(incident, ())

    def spells(self) -> Iterator[Spell]:
        """Yield who held which place over which days, by place and day."""
        for one in sorted(self.view.spells(), key=_by_place):
            last = max(filter(None, (one.last, one.ended_on)), default=None) if one.ended_by else None
            days = self.options.choice.days(one.first, last)
            if not (days and self.options.choice.at(one.place) and self.options.choice.by((one.holder,))):
                self.leave_out("spells of control that were not asked for")
                continue
            claims = [found for key in one.claims if (found := self.view.claim(key))]
            reports = {claim.report_id for claim in claims}
            when = claims[0].when if claims else None
            if self._old_enough(when, *reports):
                yield self._veil.spell(one, reports) if self._veil else one

    def _asked(self, when: When | None, place: PlaceEntry | None, named: Iterable[str], what: str) -> bool:
        choice = self.options.choice
        first, last = (when.first, when.last) if when else (None, None)
        asked = choice.days(first, last, known=when is not None) and choice.at(place) and choice.by(named)
        if not asked:
            self.leave_out(f"{what} that were not asked for")
        return asked

    def _old_enough(self, when: When | None, *reports: str) -> bool:
        """Whether a delay lets a day through: the last that it can be, the publication where no day is known."""
        until = self.options.until
        if until is None:
            return True
        published = [head.published.day for one in reports if (head := self.heads.get(one)) and head.published]
        last = (when.last or when.first if when else None) or max(published, default=None)
        if last is not None and last <= until:
            return True
        self.leave_out("within the delay, or of no day that shows it is older")
        return False


def _where(incident: Incident | None, claim: Claim | None) -> tuple[When | None, PlaceEntry | None]:
    if incident:
        return incident.when, incident.place
    if claim is None:
        return None, None
    return claim.when, claim.place.entry if claim.place else None


def _by_place(one: Spell) -> tuple[str, str, bool, dt.date, str]:
    return one.place.name, one.place.id, one.first is None, one.first or dt.date.min, one.id
