"""Civilian harm, after Airwars: least and most killed and injured, who is suspected, how it is graded."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from dateline.export.cells import write_rows
from dateline.export.crosswalks import country_codes
from dateline.export.facts import Facts, names, quotes
from dateline.export.figures import Ends, ends
from dateline.export.formats.base import Counts, Format
from dateline.export.options import Options
from dateline.export.parties import targets_civilians
from dateline.export.taken import Taken
from dateline.model.reckoned import Toll

_WHOM: Final = ("civilians", "children", "women")
COLUMNS: Final = (
    "id", "date_from", "date_to", "place", "place_precision", "admin1", "country", "latitude", "longitude", "type",
    *(f"{whom}_{harm}_{end}" for harm in ("killed", "injured") for whom in _WHOM for end in ("min", "max")),
    "suspected_belligerents", "suspected_targets", "grade", "voices", "denied_by_claims", "sources", "accounts",
    "policy",
)  # fmt: skip


def write(taken: Taken, out: Path, options: Options) -> Counts:
    """Write a row for each incident in which civilians were harmed or hit."""
    with out.open("w", encoding="utf-8", newline="") as file:
        return {"rows": write_rows(file, COLUMNS, _rows(taken, options))}


def _rows(taken: Taken, options: Options) -> Iterator[list[Any]]:
    for facts in taken.incidents():
        if not (targets_civilians(facts) or any(_civilian(toll) for toll in facts.tolls)):
            taken.leave_out("no row: no harm to civilians is told")
            continue
        yield _row(facts, taken.policy, options)


def _row(facts: Facts, policy: str, options: Options) -> list[Any]:
    one, place, point = facts.incident, facts.place, facts.point
    first, last = (one.when.first, one.when.last) if one.when else (None, None)
    harmed = (_harmed(facts, harm, whom) for harm in ("killed", "wounded") for whom in _WHOM)
    actors, targets = facts.sides
    return [
        one.id, first, last, place.name if place else "", place.precision if place else "",
        place.admin1 if place else "", country_codes(place.country).name if place else "", *(point or ("", "")),
        facts.type.type, *(end for found in harmed for end in (found.low, found.high)), names(actors), names(targets),
        one.grade, len(one.voices), len(one.contested_by), names(one.outlets),
        " / ".join(quotes(facts, options.longest_quote)), policy,
    ]  # fmt: skip


def _harmed(facts: Facts, harm: str, whom: str) -> Ends:
    tolls = [toll for toll in facts.harmed(harm) if _counts(toll, facts, whom)]
    return ends(tolls, harm)


def _counts(toll: Toll, facts: Facts, whom: str) -> bool:
    """Whether a toll counts these people; people hit in an attack on civilians are civilians."""
    if whom != "civilians":
        return toll.demographic == whom
    return _civilian(toll) or (toll.status == "people" and toll.side is None and targets_civilians(facts))


def _civilian(toll: Toll) -> bool:
    return toll.harm in {"killed", "wounded"} and (toll.status == "civilians" or toll.demographic is not None)


FORMAT: Final = Format(
    "airwars", ".csv", "a CSV of harm to civilians: least and most, suspected belligerents, grade", write,
    limits=(
        "Grades are weak (one voice), fair-candidate (two or more independent voices) or contested; confirmed and "
        "discounted are for a person to say.",
        "Women and children are counted among the civilians. Men are not counted: the record does not tell them apart.",
        "A maximum is blank where nobody bounds it.",
    ),
)  # fmt: skip
