"""Voices: whom a speaker or a report speaks for, so that what one source says through many mouths counts once.

A report in its own words speaks for its agency, or for its outlet; a copy of a text for the report that was first. What
it quotes of another outlet is that outlet's. A state's agency, its television and its ministers are one voice, and so
are a person and whom that person speaks for. Residents and unnamed sources are heard through the report alone.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from dateline.model.actor import ActorEntry, ActorKind, ActorLink
from dateline.model.claim import Claim
from dateline.model.report import Report
from dateline.reference.actors import actors_named, entry_of

_NO_PARTY: Final = frozenset({ActorKind.MONITOR, ActorKind.ORGANISATION})
_ANYONE: Final = frozenset({ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.RIOTERS, ActorKind.UNIDENTIFIED})
_ONE_OF_MANY: Final = frozenset({"activists", "aid-workers", "hospital", "monitor", "officials"})
"""Classes of speakers (actors/words/speakers.yml) that a word for any one of them stands for: "an official"."""


def voices(claim: Claim, reports: Mapping[str, Report]) -> tuple[str, ...]:
    """Return the voices that vouch for a claim, in the order of its speakers.

    Args:
        claim: the claim.
        reports: reports by id, the first of each group of copies among them.
    """
    heard = [speaker_voice(speaker) for speaker in claim.said_by] or [None]
    return tuple(dict.fromkeys(voice or report_voice(claim.report_id, claim.report, reports) for voice in heard))


def speaker_voice(speaker: ActorLink) -> str | None:
    """Return whom a speaker speaks for; None for one who is heard through the report alone."""
    if speaker.kind in _ANYONE:
        return None
    entry = entry_of(speaker.id) if speaker.id else None
    if entry and entry.speaks_for and (head := entry_of(entry.speaks_for)):
        return _of_party(head.name, speaker.side or head.side, head.kind)
    return _of_party(speaker.name, speaker.side, speaker.kind)


def is_anyone(speaker: ActorLink) -> bool:
    """Return whether a speaker is told by class alone ("a doctor"), and is maybe another one in another report."""
    of_class = speaker.id.rpartition(".")[2] if speaker.id else ""
    return speaker.kind in _ANYONE or of_class in _ONE_OF_MANY


def report_voice(report_id: str, file: str, reports: Mapping[str, Report]) -> str:
    """Return whom a report speaks for in its own words; by its file's name where it names neither agency nor outlet."""
    report = reports.get(report_id)
    if report is None:
        return file
    first = reports.get(report.copy_of or "", report)
    return _of_outlet(first.agency or first.outlet or first.file)


@lru_cache(maxsize=4096)
def _of_outlet(name: str) -> str:
    found = actors_named(name)
    return _of_entry(found[0]) if len(found) == 1 else _plain(name)


def _of_entry(entry: ActorEntry) -> str:
    return _of_party(entry.name, entry.side, entry.kind)


def _of_party(name: str, side: str | None, kind: ActorKind) -> str:
    return _plain(name) if side is None or kind in _NO_PARTY else side


def _plain(name: str) -> str:
    """Return a name without the article that a text may put before an outlet's."""
    return name.removeprefix("the ").removeprefix("The ")
