"""Claim: one claim with its values as they are and as they were read, and what can be decided of it."""

from dataclasses import dataclass

from dateline.model.claim import Claim
from dateline.model.judgement import Judgement
from dateline.model.values import FIELDS, in_words, value_of
from dateline.reference.codebook import codebook
from dateline.store import RecordView
from dateline.web.links import Links
from dateline.web.views.changes import counting
from dateline.web.views.quotes import QuoteView, quotes


@dataclass(frozen=True, slots=True)
class ValueView:
    """A value as it stands; `was` is what was read, where a person put it right."""

    field: str
    text: str
    was: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim. `counts` is False where a person rejected it; `event` says that it can be linked."""

    claim: Claim
    quote: QuoteView
    values: tuple[ValueView, ...]
    counts: bool
    event: bool
    incident: str | None
    judgements: tuple[Judgement, ...]
    standing: frozenset[int]
    types: tuple[str, ...]
    seen: int


def claim(view: RecordView, claim_id: str, links: Links) -> ClaimView | None:
    """Return what the page of a claim shows; None where the record has none of that id."""
    live = view.claim(claim_id)
    one = live or view.claim_as_read(claim_id)
    if one is None:
        return None
    was = {put.field: put.was for put in one.corrected}
    fields = FIELDS[type(one)]
    judged = tuple(view.judged.about(claim_id))
    return ClaimView(
        claim=one,
        quote=quotes(view, [one], links)[0],
        values=tuple(ValueView(field, in_words(value_of(one, field)), was.get(field, "")) for field in fields),
        counts=live is not None,
        event="type" in fields,
        incident=view.finder().incident_of([claim_id]).get(claim_id),
        judgements=judged,
        standing=counting(view, judged),
        types=tuple(entry.type for entry in codebook().public()),
        seen=view.judged.latest(),
    )
