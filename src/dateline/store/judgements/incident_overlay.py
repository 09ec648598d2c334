"""Incident overlay: what persons said of incidents as a whole, laid over them as they are read.

An incident's id changes when claims join or leave it, so a judgement finds it by the claims that it had: the incident
that holds the first of them that still is in one.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from dateline.model.incident import Grade, Incident
from dateline.model.judgement import Judgement, Verdict
from dateline.model.wholes import with_wholes
from dateline.store.database import Database

_HOLDS: Final = (
    "SELECT incident.id FROM json_each(?) AS wanted JOIN node ON node.claim = wanted.value "
    "JOIN incident ON incident.tied = node.tied "
    "WHERE wanted.value IN (SELECT value FROM json_each(incident.body, '$.claims')) ORDER BY wanted.key LIMIT 1"
)
_WHOLE: Final = "SELECT json_extract(body, '$.part_of') FROM incident WHERE id = ?"


class IncidentOverlay:
    """The grades and wholes that persons gave to incidents, by the ids that these have now.

    Args:
        database: the record's file.
        given: the judgements that count, each with what it sets, from the first.
    """

    def __init__(self, database: Database, given: Iterable[tuple[Judgement, Any]]) -> None:
        self._database = database
        self._grades: dict[str, Grade] = {}
        self._wholes: dict[str, str | None] = {}
        for judgement, value in given:
            self._take(judgement, value)

    def __call__(self, one: Incident) -> Incident:
        """Return an incident with what a person said of it; most are returned as they are."""
        if not self._grades and not self._wholes:
            return one
        return replace(one, grade=self._grades.get(one.id, one.grade), part_of=self._whole(one))

    def of(self, claims: Sequence[str]) -> str | None:
        """Return the id of the incident that holds the first of these claims that is in one."""
        row = self._database.row(_HOLDS, (json.dumps(claims),))
        return str(row[0]) if row else None

    def _take(self, judgement: Judgement, value: Any) -> None:
        incident = self.of(judgement.claims)
        if incident is None:
            return
        if judgement.verdict == Verdict.GRADE:
            self._grades[incident] = Grade(value)
            return
        whole = self.of(value) if value else None
        if whole is None or not _is_within(incident, whole, self._judged):  # else it is void: the other holds this one
            self._wholes[incident] = whole

    def _whole(self, one: Incident) -> str | None:
        """Return what an incident is part of; what was linked gives way where persons put the two the other way."""
        if one.id in self._wholes:
            return self._wholes[one.id]
        if one.part_of is None or not self._wholes or not _is_within(one.id, one.part_of, self._placed):
            return one.part_of
        return None

    def _judged(self, incident: str) -> "_Placed":
        """Return an incident with what persons said that it is part of."""
        return _Placed(incident, self._wholes.get(incident))

    def _placed(self, incident: str) -> "_Placed":
        """Return an incident with what it is part of by persons, else as it was linked."""
        if incident in self._wholes:
            return self._judged(incident)
        (whole,) = self._database.row(_WHOLE, (incident,)) or (None,)
        return _Placed(incident, whole)


@dataclass(frozen=True, slots=True)
class _Placed:
    """The id of an incident and of the one that it is part of."""

    id: str
    part_of: str | None


def _is_within(incident: str, whole: str, placed: Callable[[str], _Placed]) -> bool:
    """Whether an incident is another, or one of those that the other is part of."""
    return any(one.id == incident for one in with_wholes(placed(whole), placed))
