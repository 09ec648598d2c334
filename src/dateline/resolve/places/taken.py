"""Words that names of groups and leaders take up: no place is meant there."""

from collections.abc import Sequence

from dateline.reference.actors import actor_book
from dateline.reference.actors_keys import keyed
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
        if any(sense.role in ("actor", "leader") for sense in senses):
            taken.update(pieces[n][1] for n in range(at, at + length))
        at += length
    return taken
