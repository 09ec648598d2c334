"""Why a gold entry was missed, as far as it can be told: what must be set right in some claim for the two to pair."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from evaluation.names import Names
from evaluation.record_scores import LIKENESS, Matched, Row

NOTHING: Final = "nothing like it was read"
SPURIOUS: Final = "spurious"
_MENDED: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "event": ((), ("type",), ("place",), ("date",), ("type", "date"), ("place", "date")),
    "toll": ((), ("low",), ("status",), ("demographic",), ("harm",), ("low", "status"), ("status", "demographic")),
    "control": ((), ("place",), ("holder",)),
}
"""What may be set right in a claim for it to pair, the least first; with more it would be about something else."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A missed gold entry or a spurious claim: its cause, the entry's id and the claim that comes closest.

    `start`, `end` and `words` are the claim's quote; `by` names the pattern that made it, `what` says what it is.
    """

    cause: str
    report: str
    kind: str
    entry: str
    what: str
    claim: str = ""
    by: str = ""
    start: int = 0
    end: int = 0
    words: str = ""


def misses(names: Names, report: str, rows: Sequence[Row], found: Iterable[Matched]) -> list[Miss]:
    """Return what was missed and what is spurious in a report, each with its likeliest cause.

    A claim that explains a miss explains no other and is not told of as spurious.
    """
    out: list[Miss] = []
    for one in found:
        every = [row for row in rows if row["kind"] == one.kind]
        free = [one.claims[i] for i in one.spurious]
        search, left = _Search(names, report, one.kind), list(free)
        for j in one.missed:
            out.append(search.missed(one.golds[j], left, every))
            left = [claim for claim in left if claim.get("id") != out[-1].claim]
        out += [_spurious(report, one.kind, claim) for claim in left]
    return out


@dataclass(frozen=True, slots=True)
class _Search:
    """The search for the cause of a miss among a report's claims of one kind."""

    names: Names
    report: str
    kind: str

    def missed(self, gold: Row, free: Sequence[Row], every: Sequence[Row]) -> Miss:
        """The fewest slots to be set right in a claim left over; else a claim with another stance, or one taken."""
        miss = Miss(NOTHING, self.report, self.kind, str(gold.get("id", "?")), _what(self.kind, gold))
        others = [row for row in every if row.get("stance", "asserted") != "asserted"]
        for claims, note in ((free, "wrong "), (others, "stance and wrong ")):
            for slots, claim in self._nearest(gold, claims):
                cause = note + " and ".join(slots) if slots else f"stance {claim['stance']}"
                what = f"{miss.what} <> {_what(self.kind, claim)}"
                return _with_claim(replace(miss, cause=cause, what=what), claim)
        for claim in every:
            if LIKENESS[self.kind](self.names, claim, gold) > 0:
                return _with_claim(replace(miss, cause="one claim for two entries"), claim)
        return miss

    def _nearest(self, gold: Row, claims: Sequence[Row]) -> Iterable[tuple[tuple[str, ...], Row]]:
        """Yield claims that pair once some slots are as in the gold, those with the fewest slots first."""
        for slots in _MENDED[self.kind]:
            for claim in claims:
                mended = {**claim, **{slot: _given(slot, gold) for slot in slots}}
                if LIKENESS[self.kind](self.names, mended, gold) > 0:
                    yield slots, claim


def _given(slot: str, gold: Row) -> Any:
    if slot == "place":
        return {"name": gold["place"]} if gold.get("place") else None
    return gold.get(slot)


def _spurious(report: str, kind: str, claim: Row) -> Miss:
    return _with_claim(Miss(SPURIOUS, report, kind, "-", _what(kind, claim)), claim)


def _with_claim(miss: Miss, claim: Row) -> Miss:
    quote = claim.get("quote") or {}
    start, end, words = quote.get("start", 0), quote.get("end", 0), quote.get("text", "")
    return replace(miss, claim=claim.get("id", ""), by=claim.get("found_by", ""), start=start, end=end, words=words)


def _what(kind: str, row: Row) -> str:
    """Say in few words what a claim or gold entry is."""
    place = row.get("place") or "-"
    place = place["name"] if isinstance(place, Mapping) else place
    if kind == "event":
        return f"{row['type']} @ {place} {_span(row)}"
    if kind == "toll":
        return f"{row['harm']} {row['low']}–{row['high']} {row['status']} {row.get('demographic') or ''}".strip()
    return f"{place} {row['change']} {row['holder']}"


def _span(row: Row) -> str:
    date = row.get("date") or ()
    sides = [date.get("from"), date.get("to")] if isinstance(date, Mapping) else date
    return "/".join(dict.fromkeys(str(side) for side in sides))
