"""Words that names of groups and leaders take up: no place is meant there."""

from collections.abc import Sequence
from typing import Final

from dateline.reference.actors import actor_book, actors_named
from dateline.reference.actors_keys import keyed
from dateline.reference.places_words import STEMS
from dateline.resolve.places.units import Unit


def actor_units(units: Sequence[Unit]) -> set[int]:
    """Return the units inside names of groups, outlets and leaders."""
    pieces = keyed([unit.text for unit in units])
    book, taken, at = actor_book(), set[int](), 0
    while at < len(pieces):
        hit = book.longest(pieces, at) if pieces[at][0] in book.spellings else None
        if hit is None:
            at += 1
            continue
        length, senses = hit
        if length == 1 and begins_a_name(units, pieces[at][1]):
            at += 1
            continue
        if any(sense.role in ("actor", "leader") for sense in senses):
            taken.update(pieces[n][1] for n in range(at, at + length))
        at += length
    return taken


def begins_a_name(units: Sequence[Unit], at: int) -> bool:
    """Return whether a unit begins the name of a place, though a group's initials read like it: "Bir Hassan".

    Args:
        units: the sentence's units.
        at: the unit's number.
    """
    behind = units[at + 1] if at + 1 < len(units) else None
    return units[at].lemma in STEMS and units[at].text.istitle() and behind is not None and behind.name


_IDEOLOGIES: Final = ("ist", "ists", "ite", "ites")
_SHORTEST: Final = 6  # letters of "Maoist"; "Bist" may be a village


def is_party(name: str) -> bool:
    """Return whether a name that no place bears is that of a party, or of what its people hold: "Maoist", "Tiger".

    Args:
        name: as the report writes it.
    """
    ideology = name.lower().endswith(_IDEOLOGIES) and len(name) >= _SHORTEST and " " not in name
    return ideology or bool(actors_named(name) or actors_named(f"{name}s"))
