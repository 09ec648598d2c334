"""What a toll comes to at most where another counts more of its own people: 20 dead, and 57 gendarmes among them."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace

from dateline.model.incident import Incident
from dateline.model.reckoned import Toll
from dateline.reckon.parties import camps_of
from dateline.reckon.rows import Row


def raised(
    tolls: Sequence[Toll], rows: Iterable[Row], incidents: Mapping[str, Incident], battles: Set[str]
) -> list[Toll]:
    """Return the tolls, the most of each no less than that of a toll of its incident that it includes.

    Women and children that are more than all the dead are a doubt, and raise nothing. Nor do subsets that a report
    tells of its own number, nor the dead of those who attacked, whom no one need have counted among the others. In a
    fight each side's dead are told apart from the people of the place, and raise their number only where they are said
    to be some of them.

    Args:
        tolls: the tolls, one a row, under the range of what is reported.
        rows: their rows.
        incidents: the incidents by id.
        battles: the ids of incidents that are fights.
    """
    out = {toll.id: toll for toll in tolls}
    attackers = {key: camps_of(one.actors) for key, one in incidents.items()}
    for toll, row in zip(tolls, rows, strict=True):
        if toll.camp and toll.camp in attackers.get(toll.incident or "", ()):
            continue
        if row.key.incident in battles and not any(claim.part_of for claim in row.claims):
            continue
        if toll.demographic is None and not row.key.subset and not all(claim.part_of for claim in row.claims):
            for whole in (out[one] for one in toll.within if one in out):
                out[whole.id] = _at_least(whole, toll) if whole.incident == toll.incident else whole
    return list(out.values())


def _at_least(whole: Toll, part: Toll) -> Toll:
    """Return a toll with its upper end raised to that of a part; open where an open part passes it."""
    if whole.high is None or whole.demographic is not None or max(part.low or 0, part.high or 0) <= whole.high:
        return whole
    return replace(whole, best=None, high=part.high)
