"""Material: what of a record lies in the scope of a situation report."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.model.claim import Claim
from dateline.model.incident import Grade, Incident
from dateline.model.reckoned import Spell, Toll
from dateline.model.report import Report
from dateline.pipeline import tolls_under
from dateline.reference.countries import country_name
from dateline.sitrep.scope import Asked, Fit
from dateline.store import RecordView

TOLD_AFTER: Final = 31  # days after the period in which reports still tell of it without saying so


@dataclass(frozen=True, slots=True)
class Material:
    """Incidents by how they stand to the period, in order of days, with all that they rest on.

    `discounted` are those of them that a person discounted; they are told of apart and in no figure. `running` are
    tolls that no incident has. `country` is where most of it happened.
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

    def tolls(self, incidents: Sequence[Incident]) -> list[Toll]:
        """Return the tolls of incidents."""
        return [toll for one in incidents for toll in self.tolls_of.get(one.id, ())]

    def all_claims(self, one: Incident) -> list[str]:
        """Return the ids of all claims that an incident rests on, in the order in which it is told."""
        figures = [figure.claim for toll in self.tolls_of.get(one.id, ()) for figure in toll.figures]
        return [claim for claim in (*one.claims, *figures, *one.contested_by) if claim in self.claims]


def gather(view: RecordView, asked: Asked) -> Material:
    """Return what of a record lies in the scope.

    Args:
        view: a record with everything reckoned.
        asked: the period, area and policy.
    """
    found: defaultdict[Fit, list[Incident]] = defaultdict(list)
    discounted: list[Incident] = []
    claims = {claim.id: claim for claim in view.claims()}
    reports = {report.id: report for report in view.report_heads()}
    for one in sorted(view.incidents(), key=_order):
        fit = asked.fit(one.when)
        if fit is Fit.OUTSIDE or not asked.covers(one.place):
            continue
        if fit is Fit.UNKNOWN and not _told_in_time(one, asked, claims, reports):
            continue
        (discounted if one.grade is Grade.DISCOUNTED else found[fit]).append(one)
    tolls_of: defaultdict[str, list[Toll]] = defaultdict(list)
    running = []
    for toll in tolls_under(view, asked.policy):
        if toll.incident:
            tolls_of[toll.incident].append(toll)
        else:
            running.append(toll)
    spells = [spell for spell in view.spells() if asked.covers(spell.place)]
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
    )


def _told_in_time(one: Incident, asked: Asked, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> bool:
    """Whether an incident without a day may belong to the period by the reports that tell of it.

    What was published before the period happened before it; long after it, nothing ties it to the period.
    """
    found = (claims[claim].report_id for claim in one.claims if claim in claims)
    days = [published.day for key in found if key in reports and (published := reports[key].published)]
    return not days or any(asked.since <= day <= asked.until + dt.timedelta(days=TOLD_AFTER) for day in days)


def _order(one: Incident) -> tuple[str, str, str, str]:
    first = one.when.first or one.when.last if one.when else None
    last = one.when.last if one.when else None
    return str(first or "9999"), str(last or "9999"), one.place.name if one.place else "~", one.id


def _country(incidents: Sequence[Incident]) -> str | None:
    codes = Counter(one.place.country for one in incidents if one.place and one.place.country)
    code = min(codes, key=lambda key: (-codes[key], key), default=None)
    return country_name(code)
