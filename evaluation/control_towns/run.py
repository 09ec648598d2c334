"""Run: the measure of `evaluation.control_towns` and its table."""

import argparse
import datetime as dt
import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from dateline.model.claim import ControlClaim
from dateline.model.reckoned import Spell
from dateline.pipeline import Failure, read_all
from dateline.store import RawReport
from dateline.workers import in_order
from evaluation.annotations import STAGES
from evaluation.control_towns.answers import ARTICLES, Answers, answer, claimed_sides, figures, side_of, towns
from evaluation.control_towns.listing import LIST
from evaluation.corpora import CorpusError, held_out

_LEAST_NAMED: Final = 10  # times that an article on the war names the country
_WORST: Final = 10


def articles() -> Iterator[RawReport]:
    """Yield the articles on the war, without the list."""
    for path in sorted(ARTICLES.glob("*.md")):
        data = path.read_bytes()
        if path.name != LIST and data.count(b"Syria") >= _LEAST_NAMED:
            yield RawReport(f"sha256:{hashlib.sha256(data).hexdigest()}", path.name, data, None)


def read_claims(jobs: int = 2) -> list[ControlClaim]:
    """Return the control claims of the articles."""
    return [claim for claims in in_order(_read, articles(), jobs=jobs) for claim in claims]


def _read(raw: RawReport) -> list[ControlClaim]:
    (result,) = read_all([raw], STAGES)
    if isinstance(result, Failure):
        print(f"{result.file}: {result.reason}", file=sys.stderr)
        return []
    return [claim for claim in result.claims if isinstance(claim, ControlClaim)]


def measure() -> dict[str, float]:
    """Return the figures of the towns set aside and of the others.

    Raises:
        CorpusError: the articles are not there.
    """
    asked = towns()
    answer(asked, read_claims())
    return _by_part(asked)


def _by_part(asked: Sequence[Answers]) -> dict[str, float]:
    parts = {
        "set aside": [one for one in asked if one.aside],
        "developed": [one for one in asked if not one.aside],
        "all": list(asked),
    }
    return {f"{part}.{name}": value for part, some in parts.items() for name, value in figures(some).items()}


def _unparsed(asked: Sequence[Answers]) -> Iterator[str]:
    """Say what of the list could be used and what not."""
    dated = [one for one in asked if one.told.statements]
    known = [one for one in dated if one.known]
    days = sum(len(one.known) for one in known)
    left_out = sum(len(one.told.left_out) for one in asked)
    yield f"{len(asked)} towns; {len(dated)} with a dated statement, {len(known)} with a known holder on {days} days"
    yield f"{left_out} sentences on control name no date, no party or only a part of the town and were left out"


def _worst(asked: Sequence[Answers], claims: Sequence[ControlClaim], spells: Sequence[Spell]) -> Iterator[str]:
    """Tell of the towns that are not set aside and lost the most days: what is known, what was answered, from what."""
    sides = claimed_sides(claims)
    at: defaultdict[str, list[Spell]] = defaultdict(list)
    for spell in spells:
        at[spell.place.id].append(spell)
    of_place = Counter(claim.place.entry.id for claim in claims if claim.place and claim.place.entry)
    developed = [one for one in asked if one.known and not one.aside]
    for one in sorted(developed, key=lambda one: one.right - len(one.known))[:_WORST]:
        told = sum(of_place[place] for place in one.places)
        yield f"\n{one.town.name}: {one.right} of {len(one.known)} right, {one.answered} answered, {told} claims"
        yield f"  known     {_runs(one.known)}"
        for spell in (spell for place in one.places for spell in at[place]):
            told_until = f"{spell.first} to {spell.last}{'' if spell.ended_by else ' and on'}"
            yield f"  reckoned  {side_of(spell, sides)} {told_until} ({spell.holder}; {spell.status})"
        for claim in claims:
            if claim.place and claim.place.entry and claim.place.entry.id in one.places and not _is_aside(claim):
                when = f"{claim.when.first} to {claim.when.last}" if claim.when else "no day"
                yield f"  claim     {sides[claim.id]} {claim.change} {when} {claim.found_by} {claim.report}"


def _is_aside(claim: ControlClaim) -> bool:
    return f"wikipedia:syria/{claim.report}" in held_out("wikipedia")


def _runs(days: Mapping[dt.date, str]) -> str:
    runs = [(side, list(group)) for side, group in groupby(sorted(days), key=days.__getitem__)]
    return ", ".join(f"{side} {group[0]} to {group[-1]} ({len(group)})" for side, group in runs)


def main() -> None:
    """Print the figures, what the list leaves open, and with `--misses` the ten worst places."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--misses", action="store_true", help="the worst places that are not set aside, and why")
    asked = parser.parse_args()
    try:
        known = towns()
    except CorpusError as error:
        sys.exit(f"skipped: {error}")
    claims = read_claims()
    spells = answer(known, claims)
    print("\n".join(_unparsed(known)))
    print("\n".join(f"{name:22} {value:.3f}" for name, value in _by_part(known).items()))
    if asked.misses:
        print("\n".join(_worst(known, claims, spells)))
