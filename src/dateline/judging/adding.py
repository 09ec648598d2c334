"""Adding: a claim that the program did not find, made of the words that a person marks and the values given."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from dateline.errors import JudgementError
from dateline.judging.corrections import check_ends
from dateline.judging.subjects import report_of
from dateline.judging.values import field_named, parse
from dateline.model.claim import CLAIM_KINDS, Claim, ControlClaim, EventClaim, Quote, TollClaim
from dateline.model.count import Count
from dateline.model.judgement import Decision, Verdict, added_subject
from dateline.model.reading import Change, Scope, Stance
from dateline.model.report import Report
from dateline.model.values import in_words, with_value
from dateline.resolve.identity import claim_id
from dateline.store import RecordView

NEEDED: Final = {"event": ("type",), "toll": ("harm",), "control": ("holders", "change")}


@dataclass(frozen=True, slots=True)
class Marked:
    """Words that a person marks: from `start` to `end` of the cleaned text of a report, by its id or file's name."""

    report: str
    start: int
    end: int


def add(view: RecordView, marked: Marked, kind: str, values: Mapping[str, str], *, who: str) -> tuple[Decision, ...]:
    """Say that a report makes a claim with the words that are marked.

    Args:
        view: the record.
        marked: the words.
        kind: event, toll or control.
        values: what a person writes, by the names of the values.
        who: who marks it; the claim is found by "person@" and this name.

    Raises:
        JudgementError: there is no such report or text, or a value lacks or cannot be understood.
    """
    whole = report_of(view, marked.report)
    if kind not in CLAIM_KINDS:
        raise JudgementError(f"{kind!r} is no kind of claim: {', '.join(CLAIM_KINDS)}")
    cls = CLAIM_KINDS[kind]
    told = {field_named(cls, name): text for name, text in values.items()}
    if missing := [field for field in NEEDED[kind] if not told.get(field)]:
        raise JudgementError(f"a claim of this kind needs {' and '.join(missing)}")
    claim = _blank(whole, _quote(whole, marked.start, marked.end), kind, who)
    for field, text in told.items():
        claim = with_value(claim, field, parse(field, text, claim, view))
    check_ends(claim)
    words = ("person", who, claim.quote.text, *(f"{field}={text}" for field, text in sorted(told.items())))
    made = with_value(claim, "id", claim_id(whole.id, claim.quote.start, claim.quote.end, kind, words))
    if view.claim_as_read(made.id):
        raise JudgementError(f"you added this already, as {made.id}")
    return (_decision(made, kind, told),)


def mark(view: RecordView, report: str, words: str) -> Marked:
    """Return words of a report as marked; blanks and ends of lines need not be as they stand there.

    Raises:
        JudgementError: they do not stand in the report, or more than once.
    """
    whole = report_of(view, report)
    found = list(re.finditer(r"\s+".join(map(re.escape, words.split())), whole.text)) if words.split() else []
    if len(found) != 1:
        raise JudgementError(f"these words stand {len(found) or 'no'} times in {whole.file}; give --start and --end")
    return Marked(whole.id, found[0].start(), found[0].end())


def _decision(made: Claim, kind: str, told: Mapping[str, str]) -> Decision:
    values = "; ".join(f"{field} {text}" for field, text in told.items())
    return Decision(
        verdict=Verdict.ADD,
        subject=added_subject(made.id),
        claims=(made.id,),
        field=kind,
        was=in_words(None),
        value=values,
        added=made,
    )


def _quote(report: Report, start: int, end: int) -> Quote:
    """Return the words marked, without blanks around them."""
    if not 0 <= start < end <= len(report.text):
        raise JudgementError(f"{report.file} has characters 0 to {len(report.text)}, not {start} to {end}")
    text = report.text[start:end]
    kept = text.strip()
    if not kept:
        raise JudgementError("nothing is marked but blanks")
    begin = start + text.index(kept)
    return Quote(begin, begin + len(kept), kept)


def _blank(report: Report, quote: Quote, kind: str, who: str) -> Claim:
    """Return a claim of a kind that tells nothing yet but where it stands."""
    common: dict[str, Any] = {
        "id": "", "report": report.file, "report_id": report.id, "quote": quote, "trigger": quote.text, "said_by": (),
        "stance": Stance.ASSERTED, "when": None, "place": None, "found_by": f"person@{who}", "path": (),
    }  # fmt: skip
    match kind:
        case "event":
            return EventClaim(type="", actors=(), targets=(), **common)
        case "toll":
            count = Count(None, None, quote.text)
            return TollClaim(
                harm=None, count=count, status="people", side=None, demographic=None, scope=Scope.INCIDENT,
                part_of=None, event=None, **common,
            )  # fmt: skip
        case _:
            return ControlClaim(holders=(), change=Change.HOLDS, event=None, **common)
