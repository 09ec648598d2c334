"""Selection: which rows the options --on, --from, --to, --place and --actor let through."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import click

from dateline.model.incident import Incident
from dateline.model.place import PlaceEntry
from dateline.model.reckoned import Spell
from dateline.reference.wording import plain


@dataclass(frozen=True, slots=True)
class Selection:
    """What the user asked for; None asks for nothing. `since` and `until` are both within."""

    since: dt.date | None = None
    until: dt.date | None = None
    place: str | None = None
    actor: str | None = None

    @classmethod
    def of(
        cls, on: dt.date | None, since: dt.date | None, until: dt.date | None, place: str | None, actor: str | None
    ) -> "Selection":
        """Make a selection of what the options hold; `on` is one day from and to.

        Raises:
            UsageError: the first day is after the last.
        """
        if since and until and since > until:
            raise click.UsageError(f"--from {since} is after --to {until}")
        return cls(on or since, on or until, place, actor)

    def incident(self, one: Incident) -> bool:
        """Say whether an incident is asked for; one without a day is not on any day."""
        when = one.when
        return (
            self.days(when.first if when else None, when.last if when else None, known=when is not None)
            and self.at(one.place)
            and self.by((*one.actors, *one.targets))
        )

    def spell(self, one: Spell) -> bool:
        """Say whether a spell is asked for; one may go on after its last evidence, until it changed hands if it did."""
        last = max(filter(None, (one.last, one.ended_on)), default=None) if one.ended_by else None
        return self.days(one.first, last) and self.at(one.place) and self.by((one.holder,))

    def days(self, first: dt.date | None, last: dt.date | None, *, known: bool = True) -> bool:
        """Say whether days from `first` to `last`, None where open, touch those asked for."""
        if not known:
            return self.since is None and self.until is None
        begins_late = self.until is not None and first is not None and first > self.until
        ends_early = self.since is not None and last is not None and last < self.since
        return not (begins_late or ends_early)

    def at(self, place: PlaceEntry | None) -> bool:
        """Say whether a place is asked for, by one of its names or its province's."""
        return self.named((place.name, *place.also, place.admin1 or "") if place else ())

    def named(self, places: Iterable[str]) -> bool:
        """Say whether one of these names of places is asked for."""
        return self.place is None or _part_of_one(self.place, places)

    def by(self, names: Iterable[str]) -> bool:
        """Say whether one of these actors is asked for."""
        return self.actor is None or _part_of_one(self.actor, names)


def _part_of_one(asked: str, names: Iterable[str]) -> bool:
    wanted = plain(asked)
    return any(wanted in plain(name) for name in names)
