"""Material: what of a record is looked through for things that need eyes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.model.claim import Claim
from dateline.model.incident import Incident, Link
from dateline.model.judgement import Judgement
from dateline.model.reading import Harm
from dateline.model.reckoned import Spell, Toll
from dateline.model.report import Report
from dateline.model.values import in_words
from dateline.store import RecordView


@dataclass(frozen=True)
class Material:
    """A record's incidents, claims by id, links, tolls, spells, reports and the judgements that count.

    `orphans` are those of the judgements whose claims the latest readings no longer have.
    """

    incidents: Sequence[Incident]
    claims: Mapping[str, Claim]
    links: Sequence[Link] = ()
    tolls: Sequence[Toll] = ()
    spells: Sequence[Spell] = ()
    reports: Sequence[Report] = ()
    judgements: Sequence[Judgement] = ()
    orphans: Sequence[Judgement] = ()
    dead: Mapping[str, int] = field(init=False)
    """How many people at least are told to have been killed in each incident, by the highest of its tolls."""
    incident_of: Mapping[str, str] = field(init=False)
    """The incident of each event claim, by ids."""
    _whats: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        dead: dict[str, int] = {}
        for toll in self.tolls:
            if toll.incident and toll.harm == Harm.KILLED:
                dead[toll.incident] = max(dead.get(toll.incident, 0), toll.low or 0)
        object.__setattr__(self, "dead", dead)
        object.__setattr__(self, "_whats", {one.id: _what(one) for one in self.incidents})
        of = {claim: one.id for one in self.incidents for claim in one.claims}
        object.__setattr__(self, "incident_of", of)

    @classmethod
    def of(cls, view: RecordView) -> "Material":
        """Return all that a record has to look through."""
        return cls(
            incidents=tuple(view.incidents()),
            claims={claim.id: claim for claim in view.claims()},
            links=tuple(view.links()),
            tolls=tuple(view.tolls()),
            spells=tuple(view.spells()),
            reports=tuple(view.report_heads()),
            judgements=tuple(view.standing()),
            orphans=tuple(view.judged.orphans()),
        )

    def what(self, incident: str | None) -> str:
        """Return what an incident was in a few words: its type, place and day, as far as known."""
        return self._whats.get(incident or "", "belongs to no incident")

    def told(self, claim_id: str) -> str:
        """Return who tells a claim: its speakers, else the report."""
        claim = self.claims.get(claim_id)
        if claim is None:
            return "a claim"
        return " and ".join(speaker.name for speaker in claim.said_by) or claim.report


def _what(one: Incident) -> str:
    when = in_words(one.when) if one.when else ""
    return ", ".join(filter(None, (one.type, one.place.name if one.place else "", when)))
