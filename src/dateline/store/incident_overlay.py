"""Incident overlay: what persons said of incidents as a whole, laid over them as they are read.

An incident's id changes when claims join or leave it, so a judgement finds it by the claims that it had: the incident
that holds the first of them that still is in one.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from dateline.model.incident import Grade, Incident
from dateline.model.judgement import Judgement, Verdict
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
        if whole is None or not self._holds(incident, whole):
            self._wholes[incident] = whole

    def _holds(self, incident: str, other: str) -> bool:
        """Whether persons said that an incident holds another, or that they are one: such a judgement is void."""
        return incident == other or incident in self._judged_above(other)

    def _judged_above(self, incident: str) -> Iterator[str]:
        here = self._wholes.get(incident)
        while here is not None:
            yield here
            here = self._wholes.get(here)

    def _whole(self, one: Incident) -> str | None:
        """Return what an incident is part of; what was linked gives way where persons put the two the other way."""
        if one.id in self._wholes:
            return self._wholes[one.id]
        if one.part_of is None or not self._wholes or one.id not in self._above(one.part_of):
            return one.part_of
        return None

    def _above(self, incident: str) -> set[str]:
        found: set[str] = set()
        here: str | None = incident
        while here is not None and here not in found:
            found.add(here)
            if here in self._wholes:
                here = self._wholes[here]
            else:
                (here,) = self._database.row(_WHOLE, (here,)) or (None,)
        return found
