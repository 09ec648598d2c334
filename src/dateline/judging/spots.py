"""Spots: which place a person means by a name or an id of the gazetteer."""

from typing import Final

from dateline.errors import JudgementError
from dateline.model.place import PlaceEntry, PlaceLink
from dateline.reference.places import Closeness, shared_places
from dateline.store import RecordView

HOW: Final = "named by a person"
MOST_OFFERED: Final = 6


def spot(text: str, view: RecordView) -> PlaceLink:
    """Return the place that is meant: an id, or a name, with its province or country behind a comma where it needs one.

    Args:
        text: what the person writes: "geonames:169389", "Binnish", "Binnish, Idlib", "Binnish, SY".
        view: the record.

    Raises:
        JudgementError: no place is named so, or several are; the message lists them with their ids.
    """
    found = _by_id(text, view)
    if found is None:
        name, _, within = (part.strip() for part in text.partition(","))
        fitting = [entry for entry in _named(name) if _lies_in(entry, within)]
        if len(fitting) != 1:
            raise JudgementError(_unclear(text, fitting))
        (found,) = fitting
    return PlaceLink(found, text, 0, 0, HOW)


def _by_id(text: str, view: RecordView) -> PlaceEntry | None:
    if ":" not in text:
        return None
    return view.known.place(text) or shared_places().entry(text)


def _named(name: str) -> list[PlaceEntry]:
    """Return the places of a name; those spelt otherwise only where none is spelt so."""
    matches = shared_places().named(name)
    exact = [match.entry for match in matches if match.closeness <= Closeness.SPELLING]
    return exact or [match.entry for match in matches]


def _lies_in(entry: PlaceEntry, within: str) -> bool:
    return not within or within.casefold() in {(entry.admin1 or "").casefold(), (entry.country or "").casefold()}


def _unclear(text: str, fitting: list[PlaceEntry]) -> str:
    if not fitting:
        return f"no place is named {text!r}; write a name of the gazetteer, or an id such as geonames:169389"
    some = ", ".join(f"{one.id} ({_told(one)})" for one in fitting[:MOST_OFFERED])
    more = f" and {len(fitting) - MOST_OFFERED} more" if len(fitting) > MOST_OFFERED else ""
    return f"{text} may be {some}{more}; write the id"


def _told(entry: PlaceEntry) -> str:
    return ", ".join(filter(None, (f"{entry.feature} {entry.name}", entry.admin1, entry.country)))
