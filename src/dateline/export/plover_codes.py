"""An incident in PLOVER's terms: who does what to whom, for PLOVER's own files and POLECAT's."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.export.crosswalks import EventCodes, country_codes, event_codes, kind_codes
from dateline.export.facts import Facts
from dateline.export.taken import Taken
from dateline.model.actor import ActorLink
from dateline.reference.sub_events import AGREEMENT, CLASH

MILITARY: Final = "military"
TWO_SIDED: Final = frozenset({CLASH, AGREEMENT})
"""Types that both sides do: neither is who it is done to."""


@dataclass(frozen=True, slots=True)
class Party:
    """A party: name, alpha-3 country, sector and the words it was read from; "" where not known."""

    name: str
    country: str
    sector: str
    words: str


@dataclass(frozen=True, slots=True)
class Deed:
    """An incident on a known day: the codes of what was done, by whom and to whom."""

    facts: Facts
    day: dt.date
    codes: EventCodes
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    contexts: tuple[str, ...]


def deeds(taken: Taken) -> Iterator[Deed]:
    """Yield the incidents that PLOVER can hold: it needs a day and an event."""
    for facts in taken.incidents():
        codes, day = event_codes()[facts.type.type], facts.day
        if day is None:
            taken.leave_out("no row: not known to the day, which PLOVER needs")
        elif not codes.plover:
            taken.leave_out("no row: a type that no event of PLOVER says")
        elif not any(facts.sides):
            taken.leave_out("no row: no party is known, and PLOVER needs an actor")
        else:
            yield _deed(facts, day, codes)


def _deed(facts: Facts, day: dt.date, codes: EventCodes) -> Deed:
    first, second = facts.sides
    actors, recipients = _parties(facts, first), _parties(facts, second)
    if facts.type.type in TWO_SIDED:
        actors, recipients = (*actors, *recipients), ()
    contexts = (MILITARY,) if any(one.sector in {"MIL", "REB", "PRM", "UAF"} for one in actors) else ()
    return Deed(facts, day, codes, actors, recipients, contexts)


def _parties(facts: Facts, names: tuple[str, ...]) -> tuple[Party, ...]:
    known = facts.parties
    return tuple(_party(name, known.get(name)) for name in names)


def _party(name: str, link: ActorLink | None) -> Party:
    if link is None:
        return Party(name, "", "", "")
    iso, dot, _ = (link.id or "").partition(".")
    country = country_codes(link.country or (iso.upper() if dot else None)).iso3
    return Party(name, country, kind_codes()[link.kind].plover, link.words)
