"""Reckoning: tolls and spells of what changed are reckoned anew, a few at a time; the rest of the record stays.

A toll follows from the claims that count the same people and from the tolls that include it; a spell from the claims at
its place. Claims are sorted by whom they count and where, and what a change touches waits on lists in the record. Each
portion is one transaction: killed at any moment, the next call goes on with what still waits.
"""

from collections.abc import Sequence
from typing import Final

from dateline.model.claim import ControlClaim, TollClaim
from dateline.pipeline import ENGINE, Stages, people_of
from dateline.store import Reckoning, Record

REPORTS: Final = 500  # of which all toll and control claims are in memory
PEOPLE: Final = 500  # incidents, or places and days, whose tolls are
PLACES: Final = 100  # whose spells are


def reckon_pending(record: Record, stages: Stages) -> None:
    """Reckon the tolls and spells of a record that may have changed since they were reckoned.

    They are the same for any order in which reports and judgements came, and however many were reckoned at once.

    Args:
        record: the record; what is not linked yet waits.
        stages: the stages.

    Raises:
        RecordError: the record cannot be written to.
    """
    reckoning = record.reckoning()
    with record.transaction():
        reckoning.start_over(ENGINE)
        reckoning.touch()
    while reports := reckoning.reports(REPORTS):
        with record.transaction():
            _sort(reckoning, reports)
    with record.transaction():
        reckoning.spread()
    while people := reckoning.people(PEOPLE):
        with record.transaction():
            _count(reckoning, people, stages)
    while places := reckoning.places(PLACES):
        with record.transaction():
            reckoning.put_spells(places, stages.reckon_control(reckoning.claims_at(places).values()))


def _sort(reckoning: Reckoning, reports: Sequence[str]) -> None:
    """Sort the toll and control claims of reports by whom they count and where."""
    reckoning.forget(reports)
    claims = list(reckoning.live(reports))
    incident_of = reckoning.incident_of(claim.id for claim in claims)
    counted, held = [], []
    for claim in claims:
        if isinstance(claim, TollClaim):
            counted.append((claim.id, claim.report_id, people_of(claim, incident_of.get(claim.id)), claim.part_of))
        elif isinstance(claim, ControlClaim) and claim.place and claim.place.entry:
            held.append((claim.id, claim.report_id, claim.place.entry.id))
    reckoning.put_counted(counted)
    reckoning.put_held(held)


def _count(reckoning: Reckoning, people: Sequence[str], stages: Stages) -> None:
    """Reckon the tolls of people, among all that may include them."""
    needed, incidents = reckoning.with_wholes(people)
    claims, whose = reckoning.claims_of(needed)
    tolls = stages.reckon_tolls(incidents, claims.values(), reckoning.heads(claims.values()))
    wanted = set(people)
    told = ((one.incident or whose[one.figures[0].claim], one) for one in tolls)
    reckoning.put_tolls(people, [(by, one) for by, one in told if by in wanted])
