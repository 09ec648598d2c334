"""The parties of claims: phrases linked to actors, those that face one another kept apart."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from dateline.model.actor import ARMED, HOLD_NOTHING, ActorKind, ActorLink
from dateline.model.reading import EventReading, Phrase
from dateline.reference.actors import entry_of
from dateline.reference.sub_events import (
    AGREEMENT,
    GROUP_CHANGE,
    MOB_VIOLENCE,
    PEACEFUL_PROTEST,
    PROTEST_WITH_INTERVENTION,
    TERRITORY_TAKEN,
    VIOLENT_DEMONSTRATION,
)
from dateline.resolve.actors.resolver import ActorResolver
from dateline.resolve.draft import Draft
from dateline.resolve.draft_words import distinct, inner
from dateline.resolve.event_types import settle_type

# Types that a government rather than its forces takes part in.
_UNARMED: Final = frozenset(
    {
        AGREEMENT,
        PEACEFUL_PROTEST,
        GROUP_CHANGE,
        VIOLENT_DEMONSTRATION,
        MOB_VIOLENCE,
        PROTEST_WITH_INTERVENTION,
    }
)
_CROWDED: Final = frozenset({MOB_VIOLENCE, VIOLENT_DEMONSTRATION})  # crowds are civilians till they riot
# Who speaks of a place in these words speaks of what their own side took.
_FREES: Final = ("liberat", "freed", "cleared", "cleans", "purged", "secured")
# An execution is an attack whoever is executed; in clashes two sides fight whoever dies in them.
_AS_READ: Final = ("attack.execute", "clash.exchange", "clash.it_out", "clash.noun")


class Parties:
    """The parties of one report's claims.

    Args:
        actors: the report's actors.
    """

    def __init__(self, actors: ActorResolver) -> None:
        self._actors = actors

    def settle(self, draft: Draft) -> None:
        """Link an event's parties, and settle what its type depends on."""
        reading = draft.reading
        if not isinstance(reading, EventReading):
            return
        if reading.type == TERRITORY_TAKEN:
            draft.actors = self.holders(draft, reading.actors, reading.targets)
        else:
            draft.actors = self.opposed(draft, reading.actors, reading.targets, armed=reading.type not in _UNARMED)
        taken = set() if reading.type in _CROWDED else {link.name for link in draft.actors}
        draft.targets = tuple(link for link in self.of(draft, reading.targets) if link.name not in taken)
        if not reading.found_by.startswith(_AS_READ):
            draft.type = settle_type(reading.type, draft.actors, draft.targets, draft.place)

    def settle_again(self, draft: Draft) -> None:
        """Settle who took a place, where its words name nobody, by the parties taken over or by who says it was freed.

        "The city had been liberated, a colonel said" tells of the colonel's side; in an army's or a group's own text
        or a state's press "the town was liberated" tells of theirs.
        """
        reading = draft.reading
        if not isinstance(reading, EventReading) or reading.type != TERRITORY_TAKEN:
            return
        nobody = not (reading.actors or reading.targets or draft.actors)
        if nobody and reading.trigger.text.casefold().startswith(_FREES):
            writer = self._actors.writer(reading.trigger) if not draft.said_by else None
            freed_by = [*draft.said_by, *([writer] if writer else [])]
            draft.actors = tuple(link for link in freed_by if link.kind in ARMED)
        draft.type = settle_type(reading.type, draft.actors, draft.targets, draft.place)

    def holders(self, draft: Draft, phrases: Iterable[Phrase], others: Iterable[Phrase]) -> tuple[ActorLink, ...]:
        """Link those who take or hold a place, each kept apart from those who face them; civilians are none."""
        return tuple(link for link in self.opposed(draft, phrases, others) if link.kind not in HOLD_NOTHING)

    def opposed(
        self, draft: Draft, phrases: Iterable[Phrase], others: Iterable[Phrase], *, armed: bool = True
    ) -> tuple[ActorLink, ...]:
        """Link parties that face others: "rebels expelled the Front" does not point to the Front by "rebels"."""
        facing = {link.id for link in self.of(draft, others) if link.id}
        links = self.of(draft, phrases, armed=armed)
        both = frozenset(link.id for link in links if link.id in facing and link.id)
        return self.of(draft, phrases, armed=armed, apart=both) if both else links

    def of(
        self, draft: Draft, phrases: Iterable[Phrase], *, armed: bool = True, apart: frozenset[str] = frozenset()
    ) -> tuple[ActorLink, ...]:
        """Link the parties that phrases name.

        Args:
            draft: what they are parties of.
            phrases: the words for them.
            armed: whether a government's forces are meant rather than itself.
            apart: the ids of those whom no common noun may point to.
        """
        speaker = draft.said_by[0] if draft.said_by else None
        year = draft.when.first.year if draft.when and draft.when.first else self._actors.scene.year
        return distinct(
            _as_of(link, year, self._actors.country)
            for phrase in phrases
            for link in self._actors.link(phrase, speaker=speaker, armed=armed, apart=apart)
            or self._actors.link(inner(phrase), speaker=speaker, armed=armed, apart=apart)
        )


def _as_of(link: ActorLink, year: int | None, country: str | None) -> ActorLink:
    """Return a movement that was the state of the report's country in a year as that: the Sandinistas in 1984."""
    entry = entry_of(link.id) if link.id else None
    if entry is None or year is None or entry.country != country:
        return link
    ruled = any(first <= year <= (last or year) for first, last in entry.rules)
    return replace(link, kind=ActorKind.STATE_FORCES) if ruled else link
