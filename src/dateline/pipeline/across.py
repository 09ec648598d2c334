"""What else is asked of linking and reckoning: copies, days from others, whom a toll counts, sums under a policy."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from dateline.model.claim import Claim, TollClaim
from dateline.model.incident import Incident, Related
from dateline.model.reckoned import Spell, Toll
from dateline.model.report import Publication, Report
from dateline.pipeline.stages import POLICY
from dateline.store import RecordView

if TYPE_CHECKING:
    from dateline.reckon import Total

_PLACES: Final = 20  # of which all that dated reports tell is in memory


def days_from_others(
    undated: Iterable[tuple[Report, tuple[Claim, ...]]],
    claims_at: Callable[[Iterable[str]], Iterable[Claim]],
) -> dict[str, Publication]:
    """Infer publication days from what reports share with dated ones; return those found, by the report's id.

    Args:
        undated: reports without a day of their own, each with its claims as read without one.
        claims_at: gives all claims of the record at places of these ids whose days rest on no such inference.
    """
    from dateline.link import Dated, SharedDays
    from dateline.sources import written_on

    shared = {report.id: SharedDays(report, claims, written_on(report)) for report, claims in undated}
    at: defaultdict[str, list[str]] = defaultdict(list)
    for report_id, one in shared.items():
        for place in one.places():
            at[place].append(report_id)
    places = sorted(at)
    for first in range(0, len(places), _PLACES):
        some = places[first : first + _PLACES]
        dated = Dated(claims_at(some))
        for report_id in {report_id for place in some for report_id in at[place]}:
            shared[report_id].add(dated)
    found = ((report_id, one.day()) for report_id, one in shared.items())
    return {report_id: day for report_id, day in found if day}


def runs_of(report: Report) -> frozenset[str]:
    """Return what a report's text is compared by with others: the runs of its words."""
    from dateline.link.copies import body_text, runs

    return runs(body_text(report))


def bands_of(runs: frozenset[str]) -> tuple[int, ...]:
    """Return numbers of which texts that share runs of words have some in common."""
    from dateline.link.copies import bands

    return bands(runs)


def numbered(runs: frozenset[str]) -> frozenset[int]:
    """Return runs of words as numbers, by which texts are compared."""
    from dateline.link.copies import numbered as stage

    return stage(runs)


def is_copy(one: frozenset[int], other: frozenset[int]) -> bool:
    """Return whether one of two texts, given by the numbers of their runs of words, is a copy of the other."""
    from dateline.link.copies import is_copy as stage

    return stage(one, other)


def people_of(claim: TollClaim, incident: str | None) -> str:
    """Return whom a toll claim counts, by which it meets others: those of its incident, else of a place and day."""
    from dateline.reckon.rows import people_of as stage

    return stage(claim, incident)


def killed_of(tolls: Iterable[Toll], incidents: Iterable[Related] = ()) -> tuple[int | None, int | None, int]:
    """Return the least and the most killed, no one counted twice, and on how many incidents that rests.

    All sums of killed are made here. The ends are None where no number is told.

    Args:
        tolls: tolls of one policy.
        incidents: the incidents, which say what is part of what.
    """
    from dateline.reckon import total

    found = total(tolls, incidents=incidents)
    return (found.low, found.high, len(found.incidents)) if found.rests_on else (None, None, 0)


def holders_on(spells: Iterable[Spell], day: dt.date) -> Sequence[Spell]:
    """Return the spells in which places may be held at the end of a day; all that show holders of a day ask here."""
    from dateline.reckon import holders_on as found

    return found(spells, day)


def tolls_under(view: RecordView, policy: str) -> Sequence[Toll]:
    """Reckon the tolls of a record under a policy; those of the policy "range" are on record already.

    Args:
        view: a record with everything reckoned.
        policy: one of `POLICY_NAMES`.
    """
    if policy == POLICY:
        return tuple(view.tolls())
    return reckoned_under(view, policy, view.incidents(), view.claims("toll"))


def reckoned_under(
    view: RecordView, policy: str, incidents: Iterable[Incident], claims: Iterable[Claim]
) -> Sequence[Toll]:
    """Reckon the tolls of some incidents and claims of a record under a policy."""
    from dateline.reckon import reckon_tolls as stage

    told = tuple(claims)
    return stage(incidents, told, policy, view.heads_of({claim.report_id for claim in told}))


def sums_of(tolls: Sequence[Toll], incidents: Iterable[Incident]) -> Sequence["Total"]:
    """Sum tolls of one policy, each harm by itself, without counting anyone twice."""
    from dateline.reckon import total

    known = tuple(incidents)
    harms = dict.fromkeys(sorted(toll.harm for toll in tolls))
    return tuple(total(tolls, harm, known) for harm in harms)
