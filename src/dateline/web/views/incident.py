"""Incident: one sentence, the claims side by side by speaker, tolls, parts and whole, links, judgements."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from dateline.model.claim import Claim, EventClaim
from dateline.model.incident import Feature, Incident, Link
from dateline.model.judgement import Judgement
from dateline.reference import wording
from dateline.reference.codebook import codebook
from dateline.sitrep import one_sentence
from dateline.store import RecordView
from dateline.web.data.tolls import toll as plain_toll
from dateline.web.draw.tolls import TollChart, chart
from dateline.web.links import Links
from dateline.web.views.changes import counting
from dateline.web.views.quotes import QuoteView, Saying, quotes, sayings
from dateline.web.views.rows import RowView, rows

LINKS: Final = 40  # links shown of each kind; a much told incident has hundreds


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """What one speaker says."""

    name: str
    url: str | None
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class LinkView:
    """Why two claims were joined or kept apart; `other` is the incident of the claim that is not of this one."""

    left: QuoteView
    right: QuoteView
    score: float
    features: tuple[Feature, ...]
    other: str | None


@dataclass(frozen=True, slots=True)
class NameView:
    """A name with the address of its page."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident."""

    incident: Incident
    title: str
    sentence: str
    family: str
    about: str
    days: str
    day_words: tuple[tuple[str, str], ...]
    place: NameView | None
    place_about: str
    by: tuple[NameView, ...]
    against: tuple[NameView, ...]
    speakers: tuple[SpeakerView, ...]
    denials: tuple[Saying, ...]
    tolls: tuple[TollChart, ...]
    whole: RowView | None
    parts: tuple[RowView, ...]
    joined: tuple[LinkView, ...]
    apart: tuple[LinkView, ...]
    judgements: tuple[Judgement, ...]
    standing: frozenset[int]
    seen: int


def incident(view: RecordView, incident_id: str, links: Links) -> IncidentView | None:
    """Return what the page of an incident shows; None where the record has none of that id."""
    one = view.incident(incident_id)
    if one is None:
        return None
    tolls = list(view.tolls_of(one.id))
    wanted = {*one.claims, *one.tolls, *one.contested_by, *(f.claim for toll in tolls for f in toll.figures)}
    claims = view.claims_of_ids(wanted)
    mine = [claims[key] for key in dict.fromkeys((*one.claims, *one.tolls)) if key in claims]
    finder = view.finder()
    whole = finder.of_ids([one.part_of]).values() if one.part_of else ()
    joined, apart = _links(view, one, links)
    return IncidentView(
        incident=one,
        title=f"{one.type}, {one.place.name if one.place else 'place not told'}",
        sentence=one_sentence(one, claims, view.heads_of({claim.report_id for claim in claims.values()})),
        family=codebook()[one.type].family,
        about=codebook()[one.type].about,
        days=wording.days(one.when),
        day_words=tuple(_day_words(mine)),
        place=NameView(wording.place(one.place), links.place(one.place.id)) if one.place else None,
        place_about=wording.precision(one.place),
        by=tuple(NameView(name, links.actor(name)) for name in one.actors),
        against=tuple(NameView(name, links.actor(name)) for name in one.targets if name not in one.actors),
        speakers=tuple(_speakers(view, mine, links)),
        denials=tuple(sayings(quotes(view, [claims[key] for key in one.contested_by if key in claims], links))),
        tolls=tuple(chart(plain_toll(toll, claims, links)) for toll in tolls),
        whole=next(iter(rows(view, whole, links)), None),
        parts=tuple(rows(view, finder.parts(one.id), links)),
        joined=joined,
        apart=apart,
        judgements=(judged := tuple(view.judged.about(one.id, *wanted))),
        standing=counting(view, judged),
        seen=view.judged.latest(),
    )


def _day_words(claims: Iterable[Claim]) -> Iterable[tuple[str, str]]:
    """Return the words that tell the day, each with what it was reckoned from, once."""
    told = ((one.when.words, one.when.basis) for one in claims if isinstance(one, EventClaim) and one.when)
    return dict.fromkeys(told)


def _speakers(view: RecordView, claims: Iterable[Claim], links: Links) -> Iterable[SpeakerView]:
    """Return the claims by speaker, in order of first appearance; a report's own words by its outlet."""
    grouped: dict[str, list[QuoteView]] = {}
    named: dict[str, bool] = {}
    every = list(claims)
    for claim, quote in zip(every, quotes(view, every, links), strict=True):
        name = quote.speaker if claim.said_by else f"{quote.outlet}, in its own words"
        named[name] = len(claim.said_by) == 1
        grouped.setdefault(name, []).append(quote)
    known = view.lister().known(name for name, alone in named.items() if alone)
    return [
        SpeakerView(name, links.actor(name) if name in known else None, tuple(sayings(some)))
        for name, some in grouped.items()
    ]


def _links(view: RecordView, one: Incident, links: Links) -> tuple[tuple[LinkView, ...], tuple[LinkView, ...]]:
    """Return why the claims of an incident were joined, and why look-alikes were not, the likest first."""
    found = {(link.left, link.right): link for key in one.claims for link in view.links_of(key)}
    every = sorted(found.values(), key=lambda link: (-link.score, link.left, link.right))
    joined = [link for link in every if link.joined][:LINKS]
    apart = [link for link in every if not link.joined][:LINKS]
    ends = view.claims_of_ids({end for link in (*joined, *apart) for end in (link.left, link.right)})
    shown = {quote.id: quote for quote in quotes(view, ends.values(), links)}
    of = view.finder().incident_of(ends)
    return tuple(
        tuple(_link(link, shown, of, one.id) for link in some if link.left in shown and link.right in shown)
        for some in (joined, apart)
    )  # type: ignore[return-value]


def _link(link: Link, shown: Mapping[str, QuoteView], of: Mapping[str, str], own: str) -> LinkView:
    others = (of.get(end) for end in (link.left, link.right))
    other = next((found for found in others if found and found != own), None)
    return LinkView(shown[link.left], shown[link.right], link.score, link.features, other)
