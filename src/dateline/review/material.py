"""Material: what of a record is looked through for things that need eyes."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.model.claim import Claim
from dateline.model.incident import Incident, Link
from dateline.model.judgement import Judgement, ends_of_link, report_of_day
from dateline.model.reckoned import Spell, Toll
from dateline.model.report import Report
from dateline.model.values import in_words
from dateline.pipeline import killed_of
from dateline.review.thresholds import LIMITS
from dateline.store import RecordView


@dataclass(frozen=True)
class Material:
    """A record's incidents, claims by id, links, tolls, spells, reports and the judgements that count.

    `orphans` are those of the judgements whose claims the latest readings no longer have; `outlets` are the outlets of
    reports, by the reports' ids.
    """

    incidents: Sequence[Incident]
    claims: Mapping[str, Claim]
    links: Sequence[Link] = ()
    tolls: Sequence[Toll] = ()
    spells: Sequence[Spell] = ()
    reports: Sequence[Report] = ()
    judgements: Sequence[Judgement] = ()
    orphans: Sequence[Judgement] = ()
    outlets: Mapping[str, str] = field(default_factory=dict)
    dead: Mapping[str, int] = field(init=False)
    """How many people at least are told to have been killed in each incident."""
    incident_of: Mapping[str, str] = field(init=False)
    """The incident of each event claim, by ids."""
    _whats: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        tolls: defaultdict[str, list[Toll]] = defaultdict(list)
        for toll in self.tolls:
            tolls[toll.incident or ""].append(toll)
        dead = {one.id: killed_of(tolls[one.id])[0] or 0 for one in self.incidents}
        object.__setattr__(self, "dead", dead)
        object.__setattr__(self, "_whats", {one.id: _what(one) for one in self.incidents})
        of = {claim: one.id for one in self.incidents for claim in one.claims}
        object.__setattr__(self, "incident_of", of)

    @classmethod
    def of(cls, view: RecordView) -> "Material":
        """Return all that a record has to look through."""
        reports = tuple(view.report_heads())
        return cls(
            incidents=tuple(view.incidents()),
            claims={claim.id: claim for claim in view.claims()},
            links=tuple(view.links()),
            tolls=tuple(view.tolls()),
            spells=tuple(view.spells()),
            reports=reports,
            judgements=tuple(view.standing()),
            orphans=tuple(view.judged.orphans()),
            outlets=_outlets(reports),
        )

    @classmethod
    def about(cls, view: RecordView, subjects: Collection[str], incidents: Collection[str] = ()) -> "Material":
        """Return what a record has of some subjects of items, and of incidents with all that hangs on them."""
        pairs = [pair for one in subjects if (pair := ends_of_link(one))]
        tolls = list(view.tolls_of_ids(one for one in subjects if one.startswith("t")))
        wanted = {one for one in subjects if one.startswith("i")} | {one.incident for one in tolls if one.incident}
        wanted |= set(incidents) | view.eyes(LIMITS).incidents_of(end for pair in pairs for end in pair)
        found = list(view.incidents_of_ids(wanted))
        ends = {claim for one in found if one.id in incidents for claim in one.claims}
        near = (link for claim in (*ends, *(pair[0] for pair in pairs)) for link in view.links_of(claim))
        links = {
            (one.left, one.right): one for one in near if (one.left, one.right) in pairs or {one.left, one.right} & ends
        }
        found += view.incidents_of_ids(_others(view, links.values()) - {one.id for one in found})
        every = {toll.id: toll for toll in (*tolls, *view.tolls_of_any(wanted))}
        cited = {key for one in found for key in (*one.claims, *one.tolls, *one.contested_by)}
        claims = view.claims_of_ids(cited)
        reports = [report for one in subjects if (report := report_of_day(one))]
        named = (claims.get(key) for one in found for key in (*one.claims[:1], *one.contested_by))
        naming = {claim.report_id for claim in named if claim}
        return cls(
            incidents=found, claims=claims, links=tuple(links.values()), tolls=tuple(every.values()),
            reports=tuple(view.heads_of(reports).values()), outlets=_outlets(view.heads_of(naming).values()),
        )  # fmt: skip

    def what(self, incident: str | None) -> str:
        """Return what an incident was in a few words: its type, place and day, as far as known."""
        return self._whats.get(incident or "", "belongs to no incident")

    def told(self, claim_id: str) -> str:
        """Return who tells a claim: its speakers, else the outlet, else the report's file."""
        claim = self.claims.get(claim_id)
        if claim is None:
            return "a claim"
        speakers = " and ".join(speaker.name for speaker in claim.said_by)
        return speakers or self.outlets.get(claim.report_id, claim.report)


def _outlets(reports: Iterable[Report]) -> dict[str, str]:
    return {one.id: one.outlet for one in reports if one.outlet}


def _what(one: Incident) -> str:
    when = in_words(one.when) if one.when else ""
    return ", ".join(filter(None, (one.type, one.place.name if one.place else "", when)))


def _others(view: RecordView, links: Iterable[Link]) -> set[str]:
    """Return the ids of the incidents in which links end."""
    return view.eyes(LIMITS).incidents_of(end for one in links for end in (one.left, one.right))
