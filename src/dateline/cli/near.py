"""Near: what the record has that is spelled like a place or an actor that was asked for and is not in it."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Final

from dateline.cli.selection import Selection
from dateline.reference.wording import plain
from dateline.store import RecordView

MOST: Final = 3  # names to choose from
ALIKE: Final = 0.7


def nothing_found(view: RecordView, asked: Selection, text: str) -> str:
    """Return the text that nothing is on record, with what may have been meant where a name is in none of it.

    Args:
        view: the record.
        asked: what was asked for.
        text: what says that nothing was found.
    """
    return " ".join((text, *_unknown(view, asked)))


def _unknown(view: RecordView, asked: Selection) -> Iterator[str]:
    if asked.place:
        places = [view.place(spot.digest) for spot in view.lister().spots()]
        if not any(map(asked.at, places)):
            names = {name for place in places for name in (place.name, place.admin1)}
            yield _told("place or province", asked.place, names)
    if asked.actor:
        parties = view.lister().party_names()
        if not asked.by(parties):
            yield _told("actor", asked.actor, parties)


def _told(kind: str, asked: str, names: Iterable[str | None]) -> str:
    known = {plain(name): name for name in sorted(filter(None, names))}
    alike = [known[one] for one in get_close_matches(plain(asked), known, MOST, ALIKE)]
    meant = f"; perhaps you mean {' or '.join(alike)}" if alike else ""
    return f"No {kind} in it is called “{asked}”{meant}."
