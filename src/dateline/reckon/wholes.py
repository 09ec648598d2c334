"""Wholes: which row of a toll already includes which, so that no one is counted twice."""

from collections.abc import Iterable, Mapping, Sequence

from dateline.model.incident import Incident
from dateline.model.wholes import with_wholes
from dateline.reckon.rows import Key, Row


def wholes(rows: Sequence[Row], incidents: Mapping[str, Incident]) -> dict[Key, tuple[Key, ...]]:
    """Return for each row the rows that include it, the narrowest first.

    In this order: the row of the claim that a claim says it is part of; the narrowest wider row of the same incident
    ("people" holds soldiers, all holds children); a row of the incident that its incident is part of, where the two
    could count the same people.
    """
    row_of: dict[str, list[Key]] = {}  # of a fight's claims, its own rows and those of the capture that it ended in
    for row in rows:
        for claim in row.claims:
            row_of.setdefault(claim.id, []).append(row.key)
    of_incident: dict[str, list[Key]] = {}
    for row in rows:
        of_incident.setdefault(row.key.incident or row.key.anchor, []).append(row.key)
    above: dict[Key, Key] = {}
    for row in rows:  # what a report says goes before what is guessed from the kinds of people
        if (told := _told(row, row_of)) and row.key not in _chain(told, above):
            above[row.key] = told
    for row in rows:
        guesses = (_wider(row.key, of_incident), _of_whole(row.key, of_incident, incidents))
        fitting = (key for key in guesses if key and row.key not in _chain(key, above))
        if row.key not in above and (found := next(fitting, None)):
            above[row.key] = found
    return {row.key: _chain(above.get(row.key), above) for row in rows}


def covers(wide: Key, narrow: Key) -> bool:
    """Return whether everyone counted in one row of an incident should be counted in another."""
    return (
        wide != narrow
        and wide.harm == narrow.harm
        and wide.anchor == narrow.anchor
        and wide.demographic in {None, narrow.demographic}
        and wide.status in {"people", narrow.status}
        and wide.side in {None, narrow.side}
        and (wide.scope == narrow.scope or (wide.scope, narrow.scope) == ("period", "incident"))
        and wide.subset in {"", narrow.subset}
    )


def _told(row: Row, row_of: Mapping[str, Sequence[Key]]) -> Key | None:
    """Return the row of which a row's claims say that they are a part, one of their own incident before another's."""
    told = (key for claim in row.claims if claim.part_of for key in row_of.get(claim.part_of, ()))
    found = (key for key in told if key != row.key)
    return min(found, key=lambda key: (key.incident != row.key.incident, key.order), default=None)


def _wider(key: Key, of_incident: Mapping[str, Sequence[Key]]) -> Key | None:
    found = (other for other in of_incident[key.incident or key.anchor] if covers(other, key))
    return min(found, key=lambda other: (_steps(other, key), other.order), default=None)


def _of_whole(key: Key, of_incident: Mapping[str, Sequence[Key]], incidents: Mapping[str, Incident]) -> Key | None:
    for part in with_wholes(incidents.get(key.incident or ""), incidents.get):
        above = of_incident.get(part.part_of, ()) if part.part_of else ()
        found = [other for other in above if _may_hold(other, key)]
        if found:
            return min(found, key=lambda other: (_steps(other, key), other.order))
    return None


def _may_hold(wide: Key, narrow: Key) -> bool:
    """Whether a row of the whole incident may count those of a part: nothing that both name differs."""
    return (
        wide.harm == narrow.harm
        and wide.demographic in {None, narrow.demographic}
        and (wide.status == narrow.status or "people" in {wide.status, narrow.status})
        and (wide.side is None or narrow.side is None or wide.side == narrow.side)
        and not wide.subset
    )


def _steps(wide: Key, narrow: Key) -> int:
    pairs: Iterable[tuple[str | None, str | None]] = (
        (wide.demographic, narrow.demographic),
        (wide.status, narrow.status),
        (wide.side, narrow.side),
        (wide.scope, narrow.scope),
        (wide.subset, narrow.subset),
    )
    return sum(left != right for left, right in pairs)


def _chain(key: Key | None, above: Mapping[Key, Key]) -> tuple[Key, ...]:
    found: list[Key] = []
    while key is not None and key not in found:
        found.append(key)
        key = above.get(key)
    return tuple(found)
