"""PLOVER: JSON lines, an incident each, with both sides of a fight as actors."""

import json
from pathlib import Path
from typing import Any, Final

from dateline.export.facts import cut
from dateline.export.figures import ends
from dateline.export.formats.acled import PREFIX
from dateline.export.formats.base import Counts, Format
from dateline.export.jsonl import place_row
from dateline.export.options import Options
from dateline.export.plover_codes import Deed, Party, deeds
from dateline.export.taken import Taken


def write(taken: Taken, out: Path, options: Options) -> Counts:
    """Write a line for each incident that PLOVER can hold."""
    count = 0
    with out.open("w", encoding="utf-8", newline="") as file:
        for deed in deeds(taken):
            file.write(json.dumps(_line(deed, taken.policy, options), ensure_ascii=False) + "\n")
            count += 1
    return {"lines": count}


def _line(deed: Deed, policy: str, options: Options) -> dict[str, Any]:
    facts, killed = deed.facts, ends(deed.facts.tolls)
    return {
        "id": PREFIX + facts.incident.id,
        "date": deed.day.isoformat(),
        "actor": [_party(one) for one in deed.actors],
        "event": [{"type": deed.codes.plover, "mode": deed.codes.mode or None, "cameo": deed.codes.cameo or None,
                   "context": list(deed.contexts), "acled": facts.type.type}],
        "recipient": [_party(one) for one in deed.recipients],
        "location": place_row(facts.place) if facts.place else None,
        "killed": {"low": killed.low, "best": killed.best, "high": killed.high, "policy": policy},
        "source": list(facts.incident.outlets),
        "text": [cut(one.quote.text, options.longest_quote) for one in facts.quoted],
        "grade": facts.incident.grade,
    }  # fmt: skip


def _party(one: Party) -> dict[str, Any]:
    return {
        "name": one.name, "country": one.country or None, "sector": one.sector or None, "text": one.words or None,
    }  # fmt: skip


FORMAT: Final = Format(
    "plover", ".jsonl", "JSON lines with PLOVER's events, modes and sectors", write,
    limits=(
        "Only incidents known to the day and with a party; `actor` is empty where only who was hit is known.",
        "mode is null where the type does not tell one.",
    ),
)  # fmt: skip
