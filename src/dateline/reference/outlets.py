"""Outlets that are a party's own: the press office of a group, an army's command, a state's agency."""

import re
from functools import cache, lru_cache
from typing import Final

from dateline.model.actor import ARMED, ActorEntry
from dateline.reference.actors import actors_named, entry_of
from dateline.reference.countries import by_adjective, countries

_LONGEST: Final = 5  # words of a name, at most
_WORD: Final = re.compile(r"[\w'’.-]*\w")
_OFFICE: Final = r"(?:army|armed forces|general (?:staff|command)|ministry of defen[cs]e|defen[cs]e ministry)"
_OF_THE_STATE: Final = re.compile(rf"\b{_OFFICE}\b", re.IGNORECASE)
_STATE_MEDIA: Final = re.compile(r"\bstate(?:-run)? (?:news )?(?:agency|television|tv|media|radio)\b", re.IGNORECASE)


def armed_party(text: str) -> ActorEntry | None:
    """Return the first armed party that a text names, by the longest run of words that is a name."""
    words = _WORD.findall(text)
    for first in range(len(words)):
        for last in range(min(first + _LONGEST, len(words)), first, -1):
            armed = [entry for entry in actors_named(" ".join(words[first:last])) if entry.kind in ARMED]
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
    called = _of_a_country().search(text)
    own = _by_name()[(called["adjective"] or called["name"]).lower()] if called else country
    return entry_of(f"{own.lower()}.military") if own else None


@cache
def _by_name() -> dict[str, str]:
    """Return the codes of countries by their adjectives and names, in small letters."""
    return by_adjective() | {country.name.lower(): iso for iso, country in countries().items()}


@cache
def _of_a_country() -> re.Pattern[str]:
    adjectives, names = ("|".join(map(re.escape, words)) for words in (by_adjective(), _by_name()))
    before = rf"\b(?P<adjective>{adjectives})\s+(?:[\w-]+\s+){{0,2}}?{_OFFICE}\b"
    behind = rf"\b{_OFFICE}\s+of\s+(?:the\s+)?(?P<name>{names})\b"
    return re.compile(f"{before}|{behind}", re.IGNORECASE)


@lru_cache(maxsize=4096)
def side_of_outlet(outlet: str, country: str | None) -> str | None:
    """Return the side that an outlet speaks for, None for the press at large.

    Args:
        outlet: its name, like "General Command" or "Jaish al-Fatah media office".
        country: the code of the country that it tells of, whose army and state media are meant.
    """
    entry = armed_party(outlet) or army_named(outlet, country)
    if entry is None and country and _STATE_MEDIA.search(outlet):
        entry = entry_of(f"{country.lower()}.military")
    if entry is None:
        entry = next((one for one in actors_named(outlet) if one.side), None)
    return entry.side if entry else None
