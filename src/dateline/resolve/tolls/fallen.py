"""Whose dead those are whom a report calls its doers' own, or counts on from those told before.

"The men of the Front took the town. Nine of the brothers were killed", "100 militants died. Another 23 were killed".
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from dateline.model.actor import ARMED, ActorKind, ActorLink
from dateline.model.claim import EventClaim, TollClaim
from dateline.model.reading import Harm
from dateline.reference.actors import entry_of
from dateline.resolve.tolls.claims import COMBATANTS, PEOPLE

_PRAISED: Final = r"(?:brothers|comrades|heroes|mujahid(?:ee|i)n|lions|knights)"
_GOES_ON: Final = r"(?:have|had|has|were|was|are|died|fell|perished|killed)"
_REACH: Final = 400  # characters from those told before to "another 23"


def of_the_doers(toll: TollClaim, event: EventClaim | None) -> TollClaim:
    """Give "nine of the brothers", whose side the report does not name, to the one armed party that did it.

    Args:
        toll: the toll.
        event: the event that it belongs to.
    """
    if (
        event is None
        or not _is_nobodys(toll)
        or not _tells(toll, rf"(?: of)?(?: the| our| these)? (?:(?!are |were |is |was )\w+ )?{_PRAISED}(?! aged)")
    ):
        return toll
    armed = [party for party in event.actors if party.kind in ARMED]
    if len(armed) != 1 or len(event.actors) > 1 or armed[0].name in {party.name for party in toll.by}:
        return toll
    side = replace(armed[0], how=f"praised as the doers' own: {armed[0].how}")
    return replace(toll, side=side, status=COMBATANTS)


def counted_on(tolls: Sequence[TollClaim]) -> list[TollClaim]:
    """Return the tolls of a report, those of "another 23 were killed" of the side of those counted before them.

    So are the three of "captured two soldiers and killed three others".

    Args:
        tolls: the tolls.
    """
    out: list[TollClaim] = []
    for toll in tolls:
        before = _before(toll, out) if toll.side is None and toll.status == PEOPLE else None
        out.append(replace(toll, side=before.side, status=before.status) if before else toll)
    return out


def _before(toll: TollClaim, told: Iterable[TollClaim]) -> TollClaim | None:
    near = [one for one in told if 0 <= toll.quote.start - one.quote.start <= _REACH and one.status == COMBATANTS]
    if _tells(toll, rf" {_GOES_ON}\b", before=r"(?:a further|another|further) "):
        return next((one for one in reversed(near) if one.harm is toll.harm and one.side), None)
    if toll.harm is Harm.KILLED and _tells(toll, r" (?:others|more)\b"):
        here = (one for one in near if one.quote == toll.quote and one.harm is Harm.CAPTURED and one.side)
        return next(here, None)
    return None


def _is_nobodys(toll: TollClaim) -> bool:
    """Whether a toll names no party, or only a class of armed people."""
    side = toll.side
    return side is None or side.kind is ActorKind.UNIDENTIFIED or _is_a_class(side)


def _is_a_class(side: ActorLink) -> bool:
    entry = entry_of(side.id) if side.id else None
    return entry is not None and entry.generic and side.kind is ActorKind.REBEL_GROUP


def _tells(toll: TollClaim, behind: str, before: str = "") -> bool:
    """Whether the words around a toll's number are of some form."""
    words = re.sub(r"^(?:a further|another|further) ", "", toll.count.words, flags=re.IGNORECASE)
    return re.search(rf"\b{before}{re.escape(words)}{behind}", toll.quote.text, re.IGNORECASE) is not None
