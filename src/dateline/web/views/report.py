"""Report: its text with what was read from it marked, its copies and its hash; the list of reports."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dateline.model.claim import Claim
from dateline.model.judgement import Judgement
from dateline.model.report import Block, BlockKind, Report
from dateline.reference import wording
from dateline.store import RecordView
from dateline.store.browse.filters import UNDATED, words_query
from dateline.store.browse.listing import Lister, ReportRow
from dateline.web.links import Links
from dateline.web.views.changes import counting
from dateline.web.views.quotes import QuoteView, quotes

PAGE: Final = 100
LONGEST: Final = 400_000  # characters of a text that a page shows; the rest is told of


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that a value was read from: whom or what they mean, how that was found, and its page."""

    start: int
    end: int
    kind: str
    title: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the same claims and the same mention throughout; `anchors` are claims that begin here."""

    text: str
    claims: tuple[str, ...]
    title: str
    url: str | None
    kind: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BlockView:
    """A headline, paragraph or caption."""

    kind: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report."""

    report: Report
    title: str
    published: str
    evidence: str
    blocks: tuple[BlockView, ...]
    cut: int
    quotes: tuple[QuoteView, ...]
    incident_of: dict[str, str]
    copies: tuple[str, ...]
    original: ReportRow | None
    row: ReportRow | None
    judgements: tuple[Judgement, ...]
    standing: frozenset[int]
    seen: int


@dataclass(frozen=True, slots=True)
class ReportsView:
    """The list of reports."""

    rows: tuple[ReportRow, ...]
    count: int
    q: str
    after: tuple[str, str] | None


def reports(view: RecordView, q: str, after: tuple[str, str] | None, limit: int = PAGE) -> ReportsView:
    """Return reports by day, those with these words if any are typed; `after` leads on where there are more."""
    lister, words = view.lister(), words_query(q)
    if q and not words:
        return ReportsView((), 0, q, None)
    found = lister.reports(words, after=after, limit=limit + 1)
    more, found = len(found) > limit, found[:limit]
    last = (found[-1].published or UNDATED, found[-1].id) if more else None
    return ReportsView(tuple(found), lister.count_reports(words), q, last)


def report(view: RecordView, report_id: str, links: Links) -> ReportView | None:
    """Return what the page of a report shows; None where the record has none of that id."""
    one = view.report(report_id)
    if one is None:
        return None
    lister = view.lister()
    found = view.claims_of_ids(lister.claims_of(report_id))
    claims = sorted(found.values(), key=lambda claim: (claim.quote.start, claim.id))
    incident_of = view.finder().incident_of(found)
    rows = lister.rows_of_reports({report_id, *((one.copy_of,) if one.copy_of else ())})
    published = one.published
    return ReportView(
        report=one,
        title=one.title or " ".join(one.text[:200].split())[:120] or one.file,
        published=wording.published(published),
        evidence=f"{published.basis}: {published.evidence}" if published else "",
        blocks=tuple(_blocks(one, claims, list(_mentions(lister, claims, links)), incident_of, links)),
        cut=max(len(one.text) - LONGEST, 0),
        quotes=tuple(quotes(view, claims, links)),
        incident_of=incident_of,
        copies=view.copies(report_id),
        original=rows.get(one.copy_of or ""),
        row=rows.get(report_id),
        judgements=(judged := tuple(view.judged.about(report_id, *found))),
        standing=counting(view, judged),
        seen=view.judged.latest(),
    )


def _blocks(
    one: Report, claims: list[Claim], mentions: list[Mention], incident_of: dict[str, str], links: Links
) -> Iterator[BlockView]:
    """Yield the blocks of a text, what lies between them too, each cut where a claim or mention begins or ends."""
    text = one.text[:LONGEST]
    marks = _Marks(claims, mentions, incident_of, links)
    at = 0
    for block in (*one.blocks, Block(len(text), len(text), BlockKind.BODY)):
        start, end = min(block.start, len(text)), min(block.end, len(text))
        if text[at:start].strip():
            yield BlockView("between", tuple(marks.pieces(text, at, start)))
        if text[start:end].strip():
            yield BlockView(block.kind.value, tuple(marks.pieces(text, start, end)))
        at = max(at, end)


def _mentions(lister: Lister, claims: list[Claim], links: Links) -> Iterator[Mention]:
    """Yield the words that values were read from; only what the record has a page of leads to one."""
    parties = lister.known(link.name for claim in claims for link in (*claim.said_by, *claim.parties))
    spots = lister.known_spots(claim.place.entry.id for claim in claims if claim.place and claim.place.entry)
    for claim in claims:
        for link in (*claim.said_by, *claim.parties):
            title = f"{link.name}, {link.kind}: {link.how}"
            url = links.actor(link.name) if link.name in parties else None
            yield Mention(link.start, link.end, "actor", title, url)
        if claim.place:
            entry = claim.place.entry
            url = links.place(entry.id) if entry and entry.id in spots else None
            title = f"{wording.place(entry)}: {claim.place.how}"
            yield Mention(claim.place.start, claim.place.end, "place", title, url)


class _Marks:
    def __init__(self, claims: list[Claim], mentions: list[Mention], incident_of: dict[str, str], links: Links) -> None:
        self._spans = [
            (quote.start, quote.end, claim) for claim in claims for quote in (claim.quote, *claim.also_quoted)
        ]
        # the narrowest mention of some words is what they mean
        self._mentions = sorted(mentions, key=lambda one: (one.end - one.start, one.start))
        self._incident_of = incident_of
        self._links = links
        self._anchored: set[str] = set()

    def pieces(self, text: str, start: int, end: int) -> Iterator[Piece]:
        """Yield a part of the text in stretches."""
        spans = [span for span in self._spans if span[0] < end and start < span[1]]
        near = [one for one in self._mentions if one.start < end and start < one.end and one.start < one.end]
        edges = {start, end}
        for first, last in (*((s, e) for s, e, _ in spans), *((one.start, one.end) for one in near)):
            edges |= {min(max(first, start), end), min(max(last, start), end)}
        for first, last in pairwise(sorted(edges)):
            inside = [claim for s, e, claim in spans if s <= first and last <= e]
            mention = next((one for one in near if one.start <= first and last <= one.end), None)
            yield self._piece(text[first:last], inside, mention)

    def _piece(self, text: str, claims: list[Claim], mention: Mention | None) -> Piece:
        ids = tuple(dict.fromkeys(claim.id for claim in claims))
        anchors = tuple(key for key in ids if key not in self._anchored)
        self._anchored.update(anchors)
        if not claims:
            return Piece(text, (), "", None, "", ())
        if mention:
            return Piece(text, ids, mention.title, mention.url, mention.kind, anchors)
        title = "\n".join(dict.fromkeys(map(wording.claim, claims)))
        incident = next((self._incident_of[key] for key in ids if key in self._incident_of), None)
        return Piece(text, ids, title, self._links.incident(incident) if incident else None, "claim", anchors)
