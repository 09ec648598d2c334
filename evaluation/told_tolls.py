"""The figures of the dead that reports give, each with whose dead and who says so, held against toll claims."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dateline.model.claim import TollClaim
from dateline.model.reading import Harm
from evaluation.incident_slots import Wrong
from evaluation.sides import is_side


def wrong_tolls(gold: Mapping[str, Any], claims: Iterable[TollClaim], texts: Mapping[str, str]) -> Iterator[Wrong]:
    """Yield what is wrong with the figures of the gold: not read, or another side, or another speaker.

    A claim gives a figure where its numbers are the same and its quote stands at the words. The gold's speakers are
    names that will do; an empty one is the report's own voice, and where it has none the speaker is not asked for. A
    figure without a side is one of people or civilians.
    """
    killed = [claim for claim in claims if claim.harm is Harm.KILLED]
    for one in gold["told"]:
        told = f"{one['file'][:2]} “{one['words']}”"
        found = [claim for claim in killed if claim.report == one["file"] and _gives(claim, one, texts[one["file"]])]
        if not found:
            yield "figure", f"{told} was not read"
            continue
        best = min(found, key=lambda claim: (_wrong_side(claim, one), _wrong_speaker(claim, one), claim.id))
        if _wrong_side(best, one):
            yield "side", f"{told}: {one['side'] or 'no side'}, read {best.side.name if best.side else 'no side'}"
        if _wrong_speaker(best, one):
            wanted = " or ".join(one["said_by"]) or "the report"
            yield "speaker", f"{told}: {wanted}, read {_speakers(best) or 'the report'}"


def _gives(claim: TollClaim, one: Mapping[str, Any], text: str) -> bool:
    start = text.find(one["words"])
    return (claim.count.low, claim.count.high) == (one["low"], one["high"]) and any(
        quote.start < start + len(one["words"]) and start < quote.end for quote in (claim.quote, *claim.also_quoted)
    )


def _wrong_side(claim: TollClaim, one: Mapping[str, Any]) -> bool:
    names = {claim.side.name, claim.side.side} if claim.side else set()
    return not is_side(one["side"], names) if one["side"] else claim.status == "combatants"


def _wrong_speaker(claim: TollClaim, one: Mapping[str, Any]) -> bool:
    told = {_speakers(claim), *(who.name for who in claim.said_by)}
    return one["said_by"] is not None and not told & set(one["said_by"])


def _speakers(claim: TollClaim) -> str:
    return ", ".join(who.name for who in claim.said_by)
