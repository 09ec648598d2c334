"""JSON lines: claims, incidents, tolls, control or judgements, one a line."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from dateline.export.formats.base import Counts, Format
from dateline.export.jsonl import Row, claim_row, incident_row, spell_row, toll_row
from dateline.export.judgements import judgement_rows
from dateline.export.options import Options, Profile
from dateline.export.taken import Taken

Rows = Callable[[Taken], Iterator[Row]]


def lines(what: str, taken: Taken) -> Iterator[str]:
    """Yield the lines of one of `ROWS`."""
    for row in ROWS[what](taken):
        yield json.dumps(row, ensure_ascii=False) + "\n"


def _claims(taken: Taken) -> Iterator[Row]:
    most = taken.options.longest_quote
    return (claim_row(claim, incident, most) for claim, incident in taken.claims())


def _incidents(taken: Taken) -> Iterator[Row]:
    return (incident_row(one) for one in taken.bare_incidents())


def _tolls(taken: Taken) -> Iterator[Row]:
    return (toll_row(one.toll) for one in taken.tolls())


def _control(taken: Taken) -> Iterator[Row]:
    return map(spell_row, taken.spells())


def _judgements(taken: Taken) -> Iterator[Row]:
    """Yield what persons decided; a public export names no one and shows no reasons, which may name others."""
    hidden = dict.fromkeys(_WORDS) if taken.options.profile is Profile.PUBLIC else {}
    return ({**row, **hidden} for row in judgement_rows(taken.view))


ROWS: Final[dict[str, Rows]] = {
    "claims": _claims,
    "incidents": _incidents,
    "tolls": _tolls,
    "control": _control,
    "judgements": _judgements,
}
_WORDS: Final = ("who", "reason", "was", "value")
"""What a reviewer wrote or signed."""


def _writer(what: str) -> Callable[[Taken, Path, Options], Counts]:
    def write(taken: Taken, out: Path, options: Options) -> Counts:  # noqa: ARG001 - every format takes the same
        count = 0
        with out.open("w", encoding="utf-8", newline="") as file:
            for line in lines(what, taken):
                file.write(line)
                count += 1
        return {what: count}

    return write


FORMATS: Final = tuple(
    Format(what, ".jsonl", about, _writer(what))
    for what, about in (
        ("claims", "JSON lines: each assertion with its quote and its values (docs/claims.md)"),
        ("incidents", "JSON lines: each happening over all reports"),
        ("tolls", "JSON lines: how many were harmed, with every speaker's figure"),
        ("control", "JSON lines: who held which place over which days"),
        ("judgements", "JSON lines: what persons decided, withdrawn decisions too"),
    )
)
