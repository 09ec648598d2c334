"""Outcomes: the dead of a fight and of the capture that it ended in, counted together however they are told."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.model.claim import TollClaim
from dateline.model.incident import Incident
from dateline.reckon.rows import Key, Row
from dateline.reference.codebook import codebook


def with_outcomes(rows: Sequence[Row], incidents: Mapping[str, Incident]) -> list[Row]:
    """Return the rows, those of a fight with what is told of the same people under the capture that is a part of it.

    "Took the town, killing 60" and "60 were killed in the battle" count the same men, so that a later figure under
    either replaces an earlier one, and the range of the fight holds that of the capture.

    Args:
        rows: rows of tolls.
        incidents: incidents by id, wholes among them.
    """
    told: defaultdict[Key, list[TollClaim]] = defaultdict(list)
    denied: defaultdict[Key, list[TollClaim]] = defaultdict(list)
    for row in rows:
        if fight := _fight_of(incidents.get(row.key.incident or ""), incidents):
            told[replace(row.key, incident=fight)] += (*row.claims, *row.sums)
            denied[replace(row.key, incident=fight)] += row.denials
    return [
        replace(row, claims=_joined(row.claims, told[row.key]), denials=_joined(row.denials, denied[row.key]))
        if row.key in told
        else row
        for row in rows
    ]


def _joined(own: Iterable[TollClaim], further: Iterable[TollClaim]) -> tuple[TollClaim, ...]:
    return tuple(sorted((*own, *further), key=lambda claim: claim.id))


def _fight_of(capture: Incident | None, incidents: Mapping[str, Incident]) -> str | None:
    """Return the id of the fight that a capture is the end of, None for any other incident."""
    whole = incidents.get(capture.part_of or "") if capture else None
    if capture is None or whole is None or codebook()[capture.type].family != "territory":
        return None
    return whole.id if codebook()[whole.type].family == "ground" else None
