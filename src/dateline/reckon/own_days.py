"""Numbers for a span of days that is no longer than what they are told of: they are its own."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from dateline.model.claim import TollClaim
from dateline.model.incident import Incident
from dateline.model.reading import Scope
from dateline.reference.codebook import codebook

_FIGHTS: Final = frozenset({"ground", "territory"})
_BATTLE: Final = dt.timedelta(days=10)  # of which a fight told by its last day may be the end
_LATER: Final = dt.timedelta(days=2)  # within which those who died "since Sunday" are still counted


def with_own_days(
    claims: Iterable[TollClaim], incident_of: Mapping[str, str], incidents: Mapping[str, Incident]
) -> Iterator[TollClaim]:
    """Yield toll claims, those over days that are no more than those of their incident as that incident's own.

    "126 rebels died between Tuesday and Saturday" is the toll of a battle of those days, and "20 since the assault on
    Tuesday" that of Tuesday's assault.

    Args:
        claims: toll claims.
        incident_of: the id of the incident of each toll claim that has one, by the claim's id.
        incidents: the incidents by id.
    """
    for claim in claims:
        incident = incidents.get(incident_of.get(claim.id, ""))
        own = claim.scope is Scope.PERIOD and incident is not None and _within(claim, incident)
        yield replace(claim, scope=Scope.INCIDENT) if own else claim


def _within(claim: TollClaim, incident: Incident) -> bool:
    counted, told = claim.when, incident.when
    if not counted or not told or not counted.first or not counted.after or not told.first or not told.after:
        return False
    if told.first <= counted.first and counted.after <= told.after + _LATER:
        return True
    fight = codebook()[incident.type].family in _FIGHTS and counted.after - counted.first <= _BATTLE
    return fight and told.first < counted.after <= told.after + _LATER
