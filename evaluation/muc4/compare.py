"""How an incident that was read compares with a MUC-4 template: pairs, and what is right by slot."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from dateline.model.incident import Incident
from dateline.model.place import PlaceEntry
from dateline.model.when import When
from dateline.reference.countries import countries
from evaluation.muc4.keys import Template
from evaluation.names import plain
from evaluation.tally import Tally

SLOTS: Final = ("type", "date", "place", "dead")
MEANT: Final[Mapping[str, tuple[str, ...]]] = {
    "Attack": ("ATTACK",),
    "Armed clash": ("ATTACK",),
    "Excessive force against protesters": ("ATTACK",),
    "Mob violence": ("ATTACK",),
    "Sexual violence": ("ATTACK",),
    "Shelling/artillery/missile attack": ("ATTACK", "BOMBING"),
    "Grenade": ("BOMBING", "ATTACK"),
    "Air/drone strike": ("BOMBING", "ATTACK"),
    "Suicide bomb": ("BOMBING",),
    "Remote explosive/landmine/IED": ("BOMBING",),
    "Abduction/forced disappearance": ("KIDNAPPING",),
    "Looting/property destruction": ("ARSON", "ROBBERY", "ATTACK", "BOMBING"),
}
"""The incident types that a sub-event type may stand for; the first is what it says."""
_NEAR_BEFORE: Final = 31  # "on or before 26 April" is met by a day of the month before it
_ALIKE: Final = frozenset({"ATTACK", "BOMBING"})


@dataclass(frozen=True, slots=True)
class Response:
    """An incident that was read, with the number of dead that the text gives it."""

    incident: Incident
    dead: tuple[int, int] | None

    @property
    def types(self) -> tuple[str, ...]:
        """The task's types that it may stand for."""
        return MEANT[self.incident.type]


@dataclass(slots=True)
class Muc4Tally:
    """Tallies by slot, and how many templates there are, how many incidents, how many of them pair."""

    slots: dict[str, Tally] = field(default_factory=lambda: {slot: Tally() for slot in SLOTS})
    templates: int = 0
    incidents: int = 0
    pairs: int = 0

    def add(self, responses: list[Response], keys: list[Template]) -> None:
        """Hold a text's incidents against its templates."""
        pairs = pair(responses, keys)
        self.pairs += len(pairs)
        for i, j in pairs:
            self._add_pair(responses[i], keys[j])
        hit, taken = {j for _, j in pairs}, {i for i, _ in pairs}
        for j, key in enumerate(keys):
            if j not in hit and not key.optional:
                self._add_missed(key)
        for i, response in enumerate(responses):
            if i not in taken and response.incident.type != "Armed clash":
                self._add_spurious(response)

    def _add_pair(self, response: Response, key: Template) -> None:
        self.templates += not key.optional
        self.incidents += 1
        incident = response.incident
        self._count("type", key.type in response.types, possible=True, actual=True)
        right = bool(key.dates) and date_right(incident.when, key)
        self._count("date", right, bool(key.dates), bool(key.dates) and incident.when is not None)
        self._count("place", place_right(incident.place, key), bool(key.places), incident.place is not None)
        self._count("dead", dead_right(response, key), key.dead is not None, response.dead is not None)

    def _count(self, slot: str, right: float, possible: bool, actual: bool) -> None:
        """Count a slot of a pair, a missed template or a spurious incident."""
        self.slots[slot].count(right, possible, actual)

    def _add_missed(self, key: Template) -> None:
        self.templates += 1
        filled = {"type": True, "date": bool(key.dates), "place": bool(key.places), "dead": key.dead is not None}
        for slot, possible in filled.items():
            self._count(slot, 0.0, possible, actual=False)

    def _add_spurious(self, response: Response) -> None:
        self.incidents += 1
        one = response.incident
        given = {"type": True, "date": bool(one.when), "place": bool(one.place), "dead": bool(response.dead)}
        for slot, actual in given.items():
            self._count(slot, 0.0, possible=False, actual=actual)

    @property
    def overall(self) -> Tally:
        """All slots together."""
        parts = self.slots.values()
        return Tally.of(sum(p.right for p in parts), sum(p.wanted for p in parts), sum(p.given for p in parts))

    def figures(self) -> dict[str, float]:
        """Return F1 by slot and over all, and recall and precision over all."""
        return {f"{slot}_f1": tally.f1 for slot, tally in self.slots.items()} | self.overall.figures()


def pair(responses: list[Response], keys: list[Template]) -> list[tuple[int, int]]:
    """Pair incidents with templates one to one, those first that agree most: in the type, and something besides."""
    likeness = {(i, j): _likeness(r, k) for i, r in enumerate(responses) for j, k in enumerate(keys)}
    out: list[tuple[int, int]] = []
    for i, j in sorted(likeness, key=lambda at: (-likeness[at], keys[at[1]].optional, at)):
        if likeness[i, j] > 0 and all(i != a and j != b for a, b in out):
            out.append((i, j))
    return out


def _likeness(response: Response, key: Template) -> float:
    same = key.type in response.types
    if not same and not {key.type, response.types[0]} <= _ALIKE:
        return 0.0
    place, dead = place_right(response.incident.place, key), dead_right(response, key)
    date = date_right(response.incident.when, key)
    others = place + date + dead
    bare = not response.incident.place and not response.incident.when  # it says nothing that could be wrong
    return 2 * same + others if others or bare else 0.0


def date_right(when: When | None, key: Template) -> bool:
    """Tell whether the days that were read lie within one of the key's spans, give or take a few for long ones."""
    if when is None or when.last is None:
        return False
    first = when.first or when.last
    for begin, end in key.dates:
        if begin is None:
            right = end - dt.timedelta(days=_NEAR_BEFORE) <= when.last <= end
        else:
            right = first <= end and when.last >= begin and (when.last - first).days <= (end - begin).days + 3
        if right:
            return True
    return False


def place_right(place: PlaceEntry | None, key: Template) -> float:
    """Return 1 where the closest of the key's names is right, a half where a wider one is, else 0."""
    if place is None:
        return 0.0
    said = {plain(name) for name in (place.name, *place.also, *([place.near] if place.near else []))}
    country = countries().get(place.country or "")
    wider = said | {plain(name) for name in (place.admin1, country and country.name) if name}
    closest = any(_known(names[-1], said) for names in key.places)
    return 1.0 if closest else 0.5 if any(_known(name, wider) for names in key.places for name in names) else 0.0


def _known(name: str, said: set[str]) -> bool:
    words = set(plain(name).split())
    return any(words <= set(one.split()) or set(one.split()) <= words for one in said if one)


def dead_right(response: Response, key: Template) -> bool:
    """Tell whether the key's number of dead is one of the ends of what was read."""
    return key.dead is not None and response.dead is not None and key.dead in response.dead
