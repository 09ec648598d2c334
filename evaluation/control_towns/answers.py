"""What the program answers about the towns of the encyclopaedia's list, held against what the list knows."""

import datetime as dt
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from dateline.model.claim import ControlClaim
from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.model.reckoned import Spell
from dateline.reckon import holder_on, reckon_control
from dateline.reference.places import shared_places
from dateline.reference.places_names import name_key
from evaluation.control_towns.history import History, history
from evaluation.control_towns.known import firsts, known
from evaluation.control_towns.listing import LIST, Town, read_list
from evaluation.corpora import DATA, CorpusError
from evaluation.names import plain

ARTICLES: Final = DATA / "control/wikipedia/syria"
COUNTRY: Final = "SY"
_FOREVER: Final = 40_000  # days: what nothing ended is taken to go on, as the command takes it
_ASIDE: Final = 4
_BACKED: Final = {
    "government of syria": "government",
    "government of russia": "government",
    "government of iran": "government",
    "hezbollah": "government",
    "opposition in syria": "opposition",
    "al-qaeda": "opposition",
    "government of turkey": "opposition",
    "islamic state": "isil",
    "us-led coalition": "kurdish",
    "government of united states": "kurdish",
}


@dataclass(slots=True)
class Answers:
    """What came of one town: its history, the days on which its holder is known, and what was answered for them.

    `places` are the ids that spells of the town can have. An answer of None is none.
    """

    town: Town
    places: frozenset[str]
    told: History
    known: dict[dt.date, str] = field(default_factory=dict)
    given: dict[dt.date, str | None] = field(default_factory=dict)

    @property
    def right(self) -> int:
        """The number of days answered rightly."""
        return sum(self.given.get(day) == side for day, side in self.known.items())

    @property
    def answered(self) -> int:
        """The number of known days with an answer."""
        return sum(self.given.get(day) is not None for day in self.known)

    @property
    def aside(self) -> bool:
        """Whether the town is one of those that are looked at only to measure."""
        name = f"{self.town.province}/{self.town.name}"
        return int(hashlib.sha256(name.encode()).hexdigest(), 16) % _ASIDE == 0


@cache
def towns() -> tuple[Answers, ...]:
    """Return the towns of the list with the days on which their holder is known.

    Raises:
        CorpusError: the list is not there.
    """
    path = ARTICLES / LIST
    if not path.exists():
        raise CorpusError(f"{path} is not there")
    rows, written = read_list(path)
    return tuple(_asked(town, written) for town in rows)


def _asked(town: Town, written: dt.date) -> Answers:
    told = history(town)
    days = firsts(told.statements[0].first, written) if told.statements else ()
    sides = {day: known(told.statements, town.holds_now, day) for day in days}
    return Answers(town, _ids(town), told, {day: side for day, side in sides.items() if side})


def _ids(town: Town) -> frozenset[str]:
    """Return the id of the gazetteer's entry of a town, or those that its spellings have without an entry."""
    entry = place_of(town)
    return frozenset({entry.id} if entry else (f"name:{name_key(name)}" for name in town.spellings))


def place_of(town: Town) -> PlaceEntry | None:
    """Return the gazetteer's entry of a town: the closest of its country and province, else of its country."""
    found = []
    for name in town.spellings:
        for match in shared_places().named(name, loose=True):
            entry = match.entry
            if entry.country == COUNTRY and entry.precision in {PlacePrecision.TOWN, PlacePrecision.SITE}:
                elsewhere = plain(entry.admin1 or "") not in plain(town.province)
                found.append((elsewhere, match.closeness, entry))
    return min(found, key=lambda one: one[:2])[2] if found else None


def answer(asked: Iterable[Answers], claims: Sequence[ControlClaim]) -> tuple[Spell, ...]:
    """Reckon control from claims and answer the known days of towns from it; return all spells."""
    spells = reckon_control(claims)
    sides = claimed_sides(claims)
    at: defaultdict[str, list[Spell]] = defaultdict(list)
    for spell in spells:
        at[spell.place.id].append(spell)
    for one in asked:
        own = [(place, spell) for place in one.places for spell in at.get(place, ())]
        one.given = {day: _answer(own, sides, day) for day in one.known}
    return spells


def _answer(own: Sequence[tuple[str, Spell]], sides: Mapping[str, str | None], day: dt.date) -> str | None:
    """Return the side that holds a place on a day, None where no spell tells of it, or those of several sides."""
    spells = [spell for _, spell in own]
    found = [spell for place in {place for place, _ in own} for spell in holder_on(spells, place, day, reach=_FOREVER)]
    held = {side_of(spell, sides) for spell in found}
    return held.pop() if len(held) == 1 else None


def claimed_sides(claims: Iterable[ControlClaim]) -> dict[str, str | None]:
    """Return by claim the side of its first holder that has one; its backers count as the side they back."""
    return {c.id: next((_BACKED.get(h.side.lower(), h.side) for h in c.holders if h.side), None) for c in claims}


def side_of(spell: Spell, sides: Mapping[str, str | None]) -> str | None:
    """Return the side of a spell's holder: that which most of its claims name."""
    counted = Counter(side for claim in spell.claims if (side := sides.get(claim)))
    return counted.most_common(1)[0][0] if counted else None


def figures(some: Iterable[Answers]) -> dict[str, float]:
    """Return the figures of some towns, as shares; nothing where the holder of none is known."""
    dated = [one for one in some if one.known]
    if not dated:
        return {}
    days, answered, right = (sum(len(o.known) for o in dated), sum(o.answered for o in dated),
                             sum(o.right for o in dated))  # fmt: skip
    return {
        "answered": answered / days,
        "accuracy": right / max(answered, 1),
        "right": right / days,
        "towns": sum(one.right / len(one.known) for one in dated) / len(dated),
    }
