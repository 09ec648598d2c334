"""Captures: who died in the fight that a capture ended, who are counted of the capture too.

Some reports tell of a battle and of the town that fell, others of the town alone, with one number for both. The tolls
of the capture are told by all of them; those of the fight include them, so that nobody is added twice.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dateline.model.claim import TollClaim
from dateline.model.incident import Incident
from dateline.reckon.rows import Row, rows
from dateline.reference.codebook import codebook

_ONE_SCENE: Final = 3  # days that a fight may last and be one event with the capture that it ends in


def with_fights_before(
    found: Sequence[Row], claims: Iterable[TollClaim], incidents: Mapping[str, Incident]
) -> list[Row]:
    """Return rows, those of captures with the figures of the fight that each of them ended.

    Args:
        found: the rows of all incidents.
        claims: the toll claims.
        incidents: the incidents by id, fights among them.
    """
    fights = {one.id: fight for one in incidents.values() if (fight := _fight_before(one, incidents))}
    if not fights:
        return list(found)
    told = {claim.id: claim for claim in claims}
    out = [row for row in found if row.key.incident not in fights]
    for capture, fight in sorted(fights.items()):
        counted = [key for key in (*incidents[capture].tolls, *fight.tolls) if key in told]
        out += rows((told[key] for key in counted), dict.fromkeys(counted, capture))
    return sorted(out, key=lambda row: row.key.order)


def _fight_before(capture: Incident, incidents: Mapping[str, Incident]) -> Incident | None:
    """Return the fight of a day or a few at the same place that a capture is the end of."""
    fight = incidents.get(capture.part_of or "")
    if fight is None or not fight.tolls or fight.place is None or capture.place is None:
        return None
    kind, ended = codebook()[capture.type], codebook()[fight.type]
    taken = kind.family == "territory" and kind.event_type == "Battles" and ended.family == "ground"
    short = fight.when is not None and fight.when.days is not None and fight.when.days <= _ONE_SCENE
    return fight if taken and short and fight.place.id == capture.place.id else None
