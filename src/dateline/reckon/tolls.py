"""Tolls: how many were harmed in each incident, over all that speakers say, under a named policy."""

import hashlib
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from dateline.model.claim import Claim, TollClaim
from dateline.model.incident import Incident
from dateline.model.reckoned import Toll
from dateline.model.report import Report
from dateline.reckon.captures import with_fights_before
from dateline.reckon.doubts import with_doubts
from dateline.reckon.figures import contradict, figures, live
from dateline.reckon.lowered import lowered
from dateline.reckon.own_days import with_own_days
from dateline.reckon.parties import lone_camps, lone_groups, with_camps, with_groups
from dateline.reckon.policies import POLICIES, RANGE, Policy
from dateline.reckon.raised import raised
from dateline.reckon.rows import Key, Row, rows
from dateline.reckon.wholes import wholes
from dateline.reference.codebook import codebook

_NO_REPORTS: Final[Mapping[str, Report]] = MappingProxyType({})


def reckon_tolls(
    incidents: Iterable[Incident],
    claims: Iterable[Claim],
    policy: str = RANGE,
    reports: Mapping[str, Report] = _NO_REPORTS,
) -> tuple[Toll, ...]:
    """Return the tolls of incidents, and of the toll claims that belong to none, in a fixed order.

    Args:
        incidents: the incidents, each with the ids of its toll claims.
        claims: claims of every kind; only toll claims are looked at.
        policy: range, acled, ucdp or corroborated (docs/reckon.md).
        reports: reports by id, for outlets and publication days; without them no figure supersedes another.

    Raises:
        ValueError: there is no such policy.
    """
    if policy not in POLICIES:
        raise ValueError(f"no such policy: {policy}; there are {', '.join(POLICIES)}")
    by_id = {incident.id: incident for incident in incidents}
    incident_of = {claim: incident.id for incident in by_id.values() for claim in incident.tolls}
    told = with_own_days((one for one in claims if isinstance(one, TollClaim)), incident_of, by_id)
    named = with_groups(told, incident_of, lone_groups(by_id.values()))
    counted = list(with_camps(named, incident_of, lone_camps(by_id.values())))
    found = with_fights_before(rows(counted, incident_of), counted, by_id)
    within = wholes(found, by_id)
    battles = {key for key, incident in by_id.items() if codebook()[incident.type].event_type == "Battles"}
    reckoned = [_toll(row, within[row.key], (policy, POLICIES[policy]), battles, reports) for row in found]
    if policy == RANGE:
        reckoned = lowered(raised(reckoned, found, by_id, battles), found, battles)
    return with_doubts(reckoned)


def _toll(
    row: Row, within: Iterable[Key], policy: tuple[str, Policy], battles: set[str], reports: Mapping[str, Report]
) -> Toll:
    said = figures((*row.claims, *row.sums), reports)
    name, reckoned = policy
    low, best, high = reckoned(live(said), row.key.incident in battles)
    return Toll(
        id=_id(row.key),
        incident=row.key.incident,
        harm=row.key.harm,
        status=row.key.status,
        side=row.side,
        demographic=row.key.demographic,
        scope=row.key.scope,
        low=low,
        best=best,
        high=high,
        policy=name,
        contested=bool(row.denials) or contradict(said),
        figures=said,
        camp=row.camp,
        within=tuple(_id(key) for key in within),
    )


def _id(key: Key) -> str:
    return "t" + hashlib.sha256("\n".join(key.order).encode()).hexdigest()[:16]
