"""Options: what of a record an export takes, under which policy, and for whose eyes."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol

from dateline.model.place import PlaceEntry

QUOTE_LENGTH: Final = 200
"""Letters of a quote that a public export shows: a sentence of a wire report, seldom two."""


class Profile(StrEnum):
    """For whose eyes an export is."""

    PUBLIC = "public"  # without names of victims, witnesses and minors, without homes, quotes cut
    INTERNAL = "internal"  # all that the record holds


class Choice(Protocol):
    """Which days, places and actors are asked for (cli/selection.py)."""

    def days(self, first: dt.date | None, last: dt.date | None, *, known: bool = True) -> bool:
        """Say whether days from `first` to `last`, None where open, touch those asked for."""

    def at(self, place: PlaceEntry | None) -> bool:
        """Say whether a place is asked for."""

    def by(self, names: Iterable[str]) -> bool:
        """Say whether one of these actors is asked for."""


class Everything:
    """A choice that leaves nothing out."""

    def days(self, first: dt.date | None, last: dt.date | None, *, known: bool = True) -> bool:  # noqa: ARG002
        """Let all days through."""
        return True

    def at(self, place: PlaceEntry | None) -> bool:  # noqa: ARG002
        """Let all places through."""
        return True

    def by(self, names: Iterable[str]) -> bool:  # noqa: ARG002
        """Let all actors through."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How an export is made.

    `policy` is None for the format's own; `asked` the filters as the user gave them, for METHOD.md; `quote_length` None
    for quotes as they are; `delay` leaves out what happened fewer days before `today`; `generalise` gives places no
    closer than the province; `pcodes` is the user's table of P-codes, `hxl` asks for a row of HXL tags.
    """

    choice: Choice = field(default_factory=Everything)
    asked: tuple[tuple[str, str], ...] = ()
    policy: str | None = None
    profile: Profile = Profile.INTERNAL
    quote_length: int | None = None
    generalise: bool = False
    delay: int = 0
    today: dt.date | None = None
    pcodes: Path | None = None
    hxl: bool = False

    @property
    def longest_quote(self) -> int | None:
        """The most letters that a quote may have; None for any number."""
        if self.quote_length is None and self.profile is Profile.PUBLIC:
            return QUOTE_LENGTH
        return self.quote_length

    @property
    def until(self) -> dt.date | None:
        """The last day that a delay lets through; None without one."""
        return self.today - dt.timedelta(days=self.delay) if self.today and self.delay else None
