"""Quotes: claims as a reader sees them, each with who says it, where it stands and how it was found."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.model.claim import Claim, ControlClaim, EventClaim, TollClaim
from dateline.model.reading import Stance
from dateline.model.report import Report
from dateline.reference import wording
from dateline.store import RecordView
from dateline.web.links import Links

OWN_VOICE = "the report's own words"


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A claim as a reader sees it; `url` leads to its words in the report."""

    id: str
    kind: str
    says: str
    quote: str
    speaker: str
    outlet: str
    published: str
    stance: str
    found_by: str
    report_url: str
    url: str
    corrected: tuple[str, ...]
    """Who put a value right."""
    values: tuple[tuple[str, str, str], ...]
    """Each value with the words that it was read from and how."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One quote with all claims that it makes, the first of which leads to its words."""

    first: QuoteView
    claims: tuple[QuoteView, ...]


def sayings(told: Iterable[QuoteView]) -> list[Saying]:
    """Return claims by the quotes that make them, in their order."""
    grouped: dict[tuple[str, str], list[QuoteView]] = {}
    for one in told:
        grouped.setdefault((one.report_url, one.quote), []).append(one)
    return [Saying(some[0], tuple(some)) for some in grouped.values()]


def quotes(view: RecordView, claims: Iterable[Claim], links: Links) -> list[QuoteView]:
    """Return claims as a reader sees them, in their order."""
    every = list(claims)
    heads = view.heads_of({one.report_id for one in every})
    return [quote(one, heads, links) for one in every]


def quote(one: Claim, heads: Mapping[str, Report], links: Links) -> QuoteView:
    """Return a claim as a reader sees it.

    Args:
        one: the claim.
        heads: reports by id, its own among them.
        links: makes the addresses.
    """
    head = heads.get(one.report_id)
    return QuoteView(
        id=one.id,
        kind=one.kind,
        says=wording.claim(one),
        quote=one.quote.text,
        speaker=wording.names(link.name for link in one.said_by) or OWN_VOICE,
        outlet=(head.outlet if head else None) or one.report,
        published=wording.published(head.published if head else None),
        stance=one.stance.value if one.stance is not Stance.ASSERTED else "",
        found_by=one.found_by,
        report_url=links.report(one.report_id),
        url=links.report(one.report_id, one.id),
        corrected=tuple(dict.fromkeys(put.who for put in one.corrected)),
        values=tuple(_values(one)),
    )


def _values(claim: Claim) -> Iterable[tuple[str, str, str]]:
    links = [("said by", link) for link in claim.said_by]
    if isinstance(claim, EventClaim):
        links += [("by", link) for link in claim.actors] + [("against", link) for link in claim.targets]
    elif isinstance(claim, TollClaim):
        links += [("side", claim.side)] if claim.side else []
        about = " (about)" if claim.count.approximate else ""
        yield "count", f"{wording.interval(claim.count.low, claim.count.high)}{about}", f"“{claim.count.words}”"
    elif isinstance(claim, ControlClaim):
        links += [("holder", link) for link in claim.holders]
    for name, link in links:
        yield name, link.name, f"“{link.words}” ({link.how})"
    if claim.when:
        yield "day", wording.days(claim.when), f"“{claim.when.words}” ({claim.when.basis})"
    if claim.place:
        yield "place", wording.place(claim.place.entry), f"“{claim.place.words}” ({claim.place.how})"
    for put in claim.corrected:
        yield f"{put.field}, put right", f"{put.was} → {put.now}", f"{put.who}: {put.reason}"
    yield "found by", claim.found_by, f"at “{claim.trigger}”"
