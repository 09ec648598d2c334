"""Outlets that are a party's own: the press office of a group, an army's command, a state's agency."""

import re
from functools import cache, lru_cache
from typing import Final

from dateline.model.actor import ARMED, ActorEntry, ActorKind
from dateline.reference.actors import actors_named, entry_of
from dateline.reference.actors_entries import state_agencies
from dateline.reference.countries import by_adjective, countries

_LONGEST: Final = 8  # words of a name, at most
_WORD: Final = re.compile(r"[\w'’.-]*\w")
_OFFICE: Final = (
    r"(?:army|armed (?:defen[cs]e )?forces|general (?:staff|command)|ministry of (?:national )?defen[cs]e"
    r"|defen[cs]e (?:ministry|forces?))"
)
_OF_THE_STATE: Final = re.compile(rf"\b{_OFFICE}\b", re.IGNORECASE)
_STATE_PRESS: Final = r"state(?:-run)? (?:news )?(?:agency|television|tv|media|radio|paper|newspaper)"
_STATE_MEDIA: Final = re.compile(rf"\b{_STATE_PRESS}\b", re.IGNORECASE)


def armed_party(text: str) -> ActorEntry | None:
    """Return the first armed party that a text names, by the longest run of words that is a name."""
    words = [(found.start(), found.end()) for found in _WORD.finditer(text)]
    for number, (first, _) in enumerate(words):
        for _, last in reversed(words[number : number + _LONGEST]):
            name = text[first : last + 1] if text[last : last + 1] == ")" else text[first:last]  # "CPI (Maoist)"
            armed = [entry for entry in actors_named(name) if entry.kind in ARMED]
            if len(armed) == 1:
                return armed[0]
    return None


def army_named(text: str, country: str | None) -> ActorEntry | None:
    """Return a country's army where a text speaks of an army, a general command or a ministry of defence.

    It is that of the country that it is called after ("Turkish General Staff", "Ministry of Defence of the Russian
    Federation"), else of the one given.
    """
    if not _OF_THE_STATE.search(text):
        return None
    own = _called_after(text, _OFFICE) or country
    return entry_of(f"{own.lower()}.military") if own else None


@lru_cache(maxsize=4096)
def army_that_writes(outlet: str) -> str | None:
    """Return the code of the country whose army or ministry of defence an outlet is, by its own name.

    Args:
        outlet: its name, like "Kenya Defence Forces" or "Turkish General Staff".
    """
    entry = armed_party(outlet)
    if entry is not None:
        return entry.country if entry.kind is ActorKind.STATE_FORCES else None
    return _called_after(outlet, _OFFICE)


@lru_cache(maxsize=4096)
def state_that_writes(outlet: str) -> str | None:
    """Return the code of the country whose army, ministry of defence or state press an outlet is, by its own name.

    Args:
        outlet: its name, like "Kenya Defence Forces", "Azerbaijan State Agency" or that of a known agency.
    """
    known = {one.id for one in state_agencies().values()}
    agency = next((one for one in actors_named(outlet) if one.id in known), None)
    return army_that_writes(outlet) or _called_after(outlet, _STATE_PRESS) or (agency.country if agency else None)


def _called_after(text: str, office: str) -> str | None:
    """Return the code of the country that an office is named after: by an adjective or name before it, or "of X"."""
    called = _of_a_country(office).search(text)
    if called is None:
        return None
    return _by_name()[(called["before"] or called["name"]).lower()]


@cache
def _by_name() -> dict[str, str]:
    """Return the codes of countries by their adjectives and names, in small letters."""
    return by_adjective() | {country.name.lower(): iso for iso, country in countries().items()}


@cache
def _of_a_country(office: str) -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(_by_name(), key=len, reverse=True)))
    before = rf"\b(?P<before>{names})\s+(?:[\w-]+\s+){{0,2}}?{office}\b(?!\s+of\b)"
    behind = rf"\b{office}\s+of\s+(?:the\s+)?(?P<name>{names})\b"
    return re.compile(f"{before}|{behind}", re.IGNORECASE)


@lru_cache(maxsize=4096)
def side_of_outlet(outlet: str, country: str | None) -> str | None:
    """Return the side that an outlet speaks for, None for the press at large.

    Args:
        outlet: its name, like "General Command" or "Jaish al-Fatah media office".
        country: the code of the country that it tells of, whose army and state media are meant.
    """
    entry = armed_party(outlet) or army_named(outlet, country)
    own = state_that_writes(outlet) or country
    if entry is None and own and _STATE_MEDIA.search(outlet):
        entry = entry_of(f"{own.lower()}.military")
    if entry is None:
        entry = next((one for one in actors_named(outlet) if one.side), None)
    return entry.side if entry else None
