"""Material: what of a record lies in the scope of a situation report."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.model.claim import Claim
from dateline.model.incident import Grade, Incident
from dateline.model.reckoned import Spell, Toll
from dateline.model.report import Report
from dateline.pipeline import POLICY, reckoned_under
from dateline.reference.countries import country_name
from dateline.sitrep.scope import Asked, Fit
from dateline.store import RecordView
from dateline.store.browse.period import Period

TOLD_AFTER: Final = dt.timedelta(days=31)  # after the period, in which reports still tell of it without saying so
MOST_SILENT: Final = 40  # places told of before the period only that are named: those told of most lately


@dataclass(frozen=True, slots=True)
class Material:
    """Incidents by how they stand to the period, in order of days, with all that they rest on.

    `discounted` are those of them that a person discounted; they are told of apart and in no figure. `running` are
    tolls that no incident has. `country` is where most of it happened. `unheard` is of how many places, told of before
    the period only, no more is said; `known` whether the record has a place of the name that is asked for.
    """

    asked: Asked
    within: Sequence[Incident]
    maybe: Sequence[Incident]
    undated: Sequence[Incident]
    discounted: Sequence[Incident]
    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    tolls_of: Mapping[str, Sequence[Toll]]
    running: Sequence[Toll]
    spells: Sequence[Spell]
    country: str | None
    unheard: int
    known: bool

    def tolls(self, incidents: Sequence[Incident]) -> list[Toll]:
        """Return the tolls of incidents."""
        return [toll for one in incidents for toll in self.tolls_of.get(one.id, ())]

    def all_claims(self, one: Incident) -> list[str]:
        """Return the ids of all claims that an incident rests on, in the order in which it is told."""
        figures = [figure.claim for toll in self.tolls_of.get(one.id, ()) for figure in toll.figures]
        return [claim for claim in (*one.claims, *figures, *one.contested_by) if claim in self.claims]


def gather(view: RecordView, asked: Asked) -> Material:
    """Return what of a record lies in the scope; what lies outside is not looked at.

    Args:
        view: a record with everything reckoned.
        asked: the period, area and policy.
    """
    finder = view.period()
    places, spots = finder.places(asked.covers) if asked.place else (None, None)
    period = Period(asked.since, asked.until, places, spots)
    silent, unheard = finder.silent(period, MOST_SILENT)
    spells = view.spells_of_ids({*finder.spells(period), *silent})
    maybe = list(view.incidents_of_ids(finder.incidents(period, asked.until + TOLD_AFTER)))
    tolls = _tolls(view, asked.policy, maybe)
    running = _running(view, asked.policy)
    claims = view.claims_of_ids(_cited(maybe, (*tolls, *running), spells))
    reports = view.heads_of({claim.report_id for claim in claims.values()})
    found: defaultdict[Fit, list[Incident]] = defaultdict(list)
    discounted: list[Incident] = []
    for one in sorted(maybe, key=_order):
        fit = asked.fit(one.when)
        if fit is Fit.UNKNOWN and not _told_in_time(one, asked, claims, reports):
            continue
        (discounted if one.grade is Grade.DISCOUNTED else found[fit]).append(one)
    tolls_of: defaultdict[str, list[Toll]] = defaultdict(list)
    for toll in tolls:
        tolls_of[toll.incident or ""].append(toll)
    return Material(
        asked=asked,
        within=found[Fit.WITHIN],
        maybe=found[Fit.MAYBE],
        undated=found[Fit.UNKNOWN],
        discounted=discounted,
        claims=claims,
        reports=reports,
        tolls_of=tolls_of,
        running=running,
        spells=spells,
        country=_country([*found[Fit.WITHIN], *found[Fit.MAYBE], *found[Fit.UNKNOWN]]),
        unheard=max(unheard - len(silent), 0),
        known=places is None or bool(places),
    )


def _tolls(view: RecordView, policy: str, incidents: Sequence[Incident]) -> Sequence[Toll]:
    ids = {one.id for one in incidents}
    if policy == POLICY:
        return list(view.tolls_of_any(ids))
    claims = view.claims_of_ids({claim for one in incidents for claim in one.tolls})
    return [toll for toll in reckoned_under(view, policy, incidents, claims.values()) if toll.incident in ids]


def _running(view: RecordView, policy: str) -> Sequence[Toll]:
    """Return the running totals of the record, which belong to no incident."""
    tolls = list(view.tolls_of_ids(view.period().running()))
    if policy == POLICY:
        return tolls
    claims = view.claims_of_ids({figure.claim for toll in tolls for figure in toll.figures})
    return [toll for toll in reckoned_under(view, policy, (), claims.values()) if toll.incident is None]


def _cited(incidents: Iterable[Incident], tolls: Iterable[Toll], spells: Iterable[Spell]) -> set[str]:
    """Return the ids of all claims that may be cited."""
    of_incidents = {key for one in incidents for key in (*one.claims, *one.tolls, *one.contested_by)}
    of_tolls = {figure.claim for toll in tolls for figure in toll.figures}
    return of_incidents | of_tolls | {key for one in spells for key in (*one.claims, one.ended_by) if key}


def _told_in_time(one: Incident, asked: Asked, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> bool:
    """Whether an incident without a day may belong to the period by the reports that tell of it.

    What was published before the period happened before it; long after it, nothing ties it to the period.
    """
    found = (claims[claim].report_id for claim in one.claims if claim in claims)
    days = [published.day for key in found if key in reports and (published := reports[key].published)]
    return not days or any(asked.since <= day <= asked.until + TOLD_AFTER for day in days)


def _order(one: Incident) -> tuple[str, str, str, str]:
    first = one.when.first or one.when.last if one.when else None
    last = one.when.last if one.when else None
    return str(first or "9999"), str(last or "9999"), one.place.name if one.place else "~", one.id


def _country(incidents: Sequence[Incident]) -> str | None:
    codes = Counter(one.place.country for one in incidents if one.place and one.place.country)
    code = min(codes, key=lambda key: (-codes[key], key), default=None)
    return country_name(code)
