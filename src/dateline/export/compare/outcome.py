"""Outcome of a comparison: as rows for a table, as JSON, and as a page."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dateline.export.compare.entries import Entry
from dateline.export.compare.matching import Comparison, Pair
from dateline.templates import environment

COLUMNS: Final = ("in", "ours", "theirs", "day", "place", "what", "killed here#", "there#", "differs")
BOTH, OURS, THEIRS = "both", "only here", "only there"
_FOLDER: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class About:
    """What was held against what: the names of the files, and whose columns theirs has."""

    ours: str
    theirs: str
    kind: str


def rows_of(found: Comparison) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table, under `COLUMNS`: what both have, then what only one has."""
    for pair in found.both:
        yield (BOTH, pair.ours.id, pair.theirs.id, *_told(pair.ours), number(pair.ours), number(pair.theirs),
               "; ".join(pair.differences))  # fmt: skip
    for one in found.only_ours:
        yield (OURS, one.id, "", *_told(one), number(one), "", "")
    for one in found.only_theirs:
        yield (THEIRS, "", one.id, *_told(one), "", number(one), "")


def _told(one: Entry) -> tuple[str, str, str]:
    days = str(one.first or "") if one.first == one.last else f"{one.first} to {one.last}"
    return days, one.place, one.type


def number(one: Entry) -> str:
    """Return the killed of an entry: one number, from-to, or nothing."""
    if one.low is not None and one.high is not None and one.low != one.high:
        return f"{one.low}–{one.high}"
    if one.low is not None and one.high is None:
        return f"{one.low}+"
    return "" if one.dead is None else str(one.dead)


def as_json(found: Comparison, about: About) -> dict[str, Any]:
    """Return the outcome as JSON values; of theirs only the ids, days, places, types and figures."""
    return {
        "ours": about.ours,
        "theirs": about.theirs,
        "kind": about.kind,
        "counts": counts(found),
        "both": [_pair(pair) for pair in found.both],
        "only_ours": [_entry(one) for one in found.only_ours],
        "only_theirs": [_entry(one) for one in found.only_theirs],
    }


def counts(found: Comparison) -> dict[str, int]:
    """Return how many there are of each kind."""
    return {
        "both": len(found.both),
        "differing": sum(bool(pair.differences) for pair in found.both),
        "only_ours": len(found.only_ours),
        "only_theirs": len(found.only_theirs),
        "beyond_their_days_or_countries": found.beyond,
        "ours_without_bounded_days": found.undated,
        "ours_without_a_death_where_all_of_theirs_have_one": found.uncounted,
    }


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "ours": _entry(pair.ours),
        "theirs": _entry(pair.theirs),
        "score": round(pair.score, 3),
        "why": {one.name: [round(one.value, 2), one.reason] for one in pair.features},
        "differences": list(pair.differences),
    }


def _entry(one: Entry) -> dict[str, Any]:
    return {
        "id": one.id,
        "from": one.first.isoformat() if one.first else None,
        "to": one.last.isoformat() if one.last else None,
        "place": one.place or None,
        "type": one.type or None,
        "actors": list(one.actors),
        "low": one.low,
        "dead": one.dead,
        "high": one.high,
    }


def page(found: Comparison, about: About) -> str:
    """Return the outcome as one page that needs no other file; everything printed is escaped."""
    columns = [column.rstrip("#") for column in COLUMNS]
    template = environment(_FOLDER).get_template("compare.html")
    return template.render(about=about, counts=counts(found), columns=columns, rows=list(rows_of(found)))
