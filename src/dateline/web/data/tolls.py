"""Tolls as plain values: each speaker's figure beside what the policy makes of them."""

from collections.abc import Mapping
from typing import Any

from dateline.model.claim import Claim
from dateline.model.reckoned import Figure, Toll
from dateline.reference import wording
from dateline.web.links import Links


def toll(one: Toll, claims: Mapping[str, Claim], links: Links) -> dict[str, Any]:
    """Return a toll; each figure leads to its words in the report.

    Args:
        one: the toll.
        claims: the claims of its figures, by id.
        links: makes the addresses.
    """
    return {
        "id": one.id,
        "harm": one.harm,
        "unit": "people",
        "whom": whom(one),
        "incident": one.incident,
        "scope": one.scope,
        "contested": one.contested,
        "doubts": list(one.doubts),
        "within": list(one.within),
        "policy": {"name": one.policy, "low": one.low, "best": one.best, "high": one.high},
        "figures": [_figure(figure, claims, links) for figure in one.figures],
    }


def _figure(one: Figure, claims: Mapping[str, Claim], links: Links) -> dict[str, Any]:
    claim = claims.get(one.claim)
    return {
        "speaker": one.speaker or "the report itself",
        "low": one.low,
        "high": one.high,
        "words": one.words,
        "approximate": one.approximate,
        "published": str(one.day) if one.day else None,
        "partisan": one.partisan,
        "superseded": one.superseded,
        "claim": one.claim,
        "url": links.report(claim.report_id, one.claim) if claim else None,
    }


def whom(one: Toll) -> str:
    """Return who was harmed: "civilians", "combatants of Military Forces of Syria"; a running total says so."""
    people = one.demographic or one.status
    return (f"{people} of {one.side}" if one.side else people) + (f" ({one.scope})" if one.scope != "incident" else "")


def title(one: Toll) -> str:
    """Return a toll in words: "killed, civilians: 9–12"."""
    return f"{one.harm}, {whom(one)}: {wording.interval(one.low, one.high)}"
