"""Fights: the battle that fighters died in, where their toll was tied to a bomb, a strike or a seizure told in it."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from dateline.link.meeting import BODILY, FIGHTS, counted_later, days_differ, days_meet, entry_of, one_place
from dateline.model.claim import EventClaim, TollClaim
from dateline.reference.codebook import codebook
from dateline.reference.sub_events import AIR_STRIKE, DISRUPTED_WEAPONS, LAID_BOMB, SHELLING, SUICIDE_BOMB

_FIGHTERS: Final = "combatants"
_NEXT_DAY: Final = dt.timedelta(days=1)
_BLAST: Final = re.compile(r"\b(?:blasts?|explosions?|bomb(?:er|ing)?s?|detonations?)\b", re.IGNORECASE)
_WITHIN_FIGHTS: Final = frozenset({SUICIDE_BOMB, LAID_BOMB, DISRUPTED_WEAPONS})
"""What an assault may begin with or bring about: bombs at the gates, tanks destroyed."""
_MEANS: Final = _WITHIN_FIGHTS | {AIR_STRIKE, SHELLING}


class Fights:
    """Which fights the tolls of reports may belong to.

    Args:
        tolls: the tolls.
    """

    def __init__(self, tolls: Iterable[TollClaim]) -> None:
        self._camps: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
        for toll in tolls:
            if toll.status == _FIGHTERS and toll.harm in BODILY and toll.side and toll.side.side:
                self._camps[_sentence(toll)].add(toll.side.side)

    def instead_of(self, told: EventClaim, toll: TollClaim, near: Sequence[EventClaim]) -> EventClaim | None:
        """Return the fight told before that a toll of fighters belongs to, None where the event that it names stands.

        "The assault began with two car bombs. 15 soldiers died" counts those who died in the assault, unless the words
        say that they died in the blast. Where a sentence counts the dead of both sides, they died in the fight, and
        not in the air strikes under which a garrison left.

        Args:
            told: the event that the toll names.
            toll: the toll.
            near: the events of its report.
        """
        if toll.status != _FIGHTERS or toll.harm not in BODILY or told.quote == toll.quote:
            return None
        if told.type not in _MEANS or _BLAST.search(toll.quote.text):
            return None
        before = [event for event in near if _is_fight(event) and event.quote.start <= toll.quote.start]
        both = len(self._camps[_sentence(toll)]) > 1
        fitting = [event for event in before if _one_scene(event, told)] if told.type in _WITHIN_FIGHTS else []
        if both and not fitting:
            fitting = [event for event in before if not days_differ(event.when, told.when)]
        ground = [event for event in fitting if codebook()[event.type].family == "ground"]
        return max(ground or fitting, key=lambda event: (event.quote.start, event.id), default=None)


def _sentence(toll: TollClaim) -> tuple[str, int]:
    return toll.report_id, toll.quote.start


def _is_fight(event: EventClaim) -> bool:
    return codebook()[event.type].family in FIGHTS


def _one_scene(fight: EventClaim, bomb: EventClaim) -> bool:
    """Whether a bomb went off where a fight was and on its days, or the day before a place was taken."""
    if not one_place(entry_of(fight), entry_of(bomb)):
        return False
    taken = codebook()[fight.type].family == "territory"
    return days_meet(fight.when, bomb.when) or (taken and counted_later(fight.when, bomb.when, _NEXT_DAY))
