"""Telling: clauses with who tells them, turned in different ways so that no two neighbours are alike."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dateline.model.claim import Claim
from dateline.model.incident import Incident
from dateline.model.reading import Stance
from dateline.model.report import Report
from dateline.reference.prose import clauses
from dateline.sitrep.english import listed, on
from dateline.sitrep.names import Names, taken, where

MOST_TELLERS: Final = 3


class Telling:
    """How what claims say is told.

    Args:
        claims: the claims that may be told of, by id.
        reports: the reports that they stand in, and those whose copies these are.
        country: the country that goes without saying.
    """

    def __init__(self, claims: Mapping[str, Claim], reports: Mapping[str, Report], country: str | None) -> None:
        self._claims = claims
        self._reports = reports
        self.names = Names(country)
        self._turn = 0
        self._before = ""

    def begin(self) -> None:
        """Begin a paragraph: nobody has spoken in it yet."""
        self._before = ""

    def tellers(self, claims: Iterable[str]) -> str:
        """Return who tells claims: their speakers, and the outlets of those that tell in their own words."""
        return listed(self._names_of(claims), most=MOST_TELLERS)

    def attributed(self, clause: str, claims: Sequence[str]) -> str:
        """Return a clause with who tells it, in front of it or behind, in turn.

        Whoever told the sentence before is not named again; a party that tells of itself is named once.
        """
        names = self._names_of(claims)
        who = listed(names, most=MOST_TELLERS)
        again, self._before = who == self._before, who
        if self._uncertain(claims):
            return f"according to {who}, not told as certain, {clause}"
        if again:
            source = "the same source" if len(names) == 1 else "the same sources"
            return self._in_turn((f"{source} added that {clause}", f"{clause}, {source} said"), clause)
        if len(names) == 1 and who in clause:
            return f"by its own account, {clause}"
        return self._in_turn(
            (f"according to {who}, {clause}", f"{who} reported that {clause}", f"{clause}, {who} said"), clause
        )

    def _in_turn(self, forms: Sequence[str], clause: str) -> str:
        """Return the next of some forms; the last begins with the clause, which must not begin with figures."""
        self._turn += 1
        return forms[self._turn % (len(forms) - clause[0].isdigit())]

    def clause(self, one: Incident, *, dated: bool) -> str:
        """Return what happened in an incident as a clause.

        Args:
            one: the incident.
            dated: whether to tell the day.
        """
        form = clauses()[one.type]
        actors, targets = list(one.actors), [name for name in one.targets if form.sides or name not in one.actors]
        if form.sides and actors and targets:
            actors = list(dict.fromkeys((*actors, *targets)))
        key = {(True, True): "both", (True, False): "actor", (False, True): "target"}.get(
            (bool(actors), bool(targets)), "none"
        )
        if form.sides and len(actors) == 1 and key == "both":
            key = "actor"
        told = form.forms[key].format(
            actors=self.names.parties(actors),
            targets=self.names.parties(targets),
            at=where(one.place),
            place=taken(one.place),
        )
        day = on(one.when) if dated else ""
        return f"{told} {day}".strip()

    def _names_of(self, claims: Iterable[str]) -> list[str]:
        known = (self._claims[claim] for claim in claims if claim in self._claims)
        return list(dict.fromkeys(name for claim in known for name in self._tellers(claim)))

    def _tellers(self, claim: Claim) -> list[str]:
        if claim.said_by:
            return [self.names.party(speaker.name) for speaker in claim.said_by]
        report = self._reports.get(claim.report_id)
        if report and report.copy_of:  # what a copy says in its own words is the first one's
            report = self._reports.get(report.copy_of, report)
        return [self.names.party(report.outlet) if report and report.outlet else f"a report ({claim.report})"]

    def _uncertain(self, claims: Iterable[str]) -> bool:
        stances = {self._claims[claim].stance for claim in claims if claim in self._claims}
        return stances == {Stance.UNCERTAIN}
