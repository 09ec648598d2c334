"""Address: what a page's or the API's query string asks for, so that a view can be sent to a colleague."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import urlencode

from dateline.errors import DatelineError
from dateline.model.incident import Grade
from dateline.reference.codebook import codebook
from dateline.reference.wording import plain
from dateline.store.browse.filters import Filters, words_query

LONGEST: Final = 200  # letters of a filter
ORDERS: Final = ("day", "latest")


class AddressError(DatelineError):
    """An address asks for something that cannot be; its text says what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked for, as it was typed; `after` is the row after which a list goes on: its day and id."""

    since: dt.date | None = None
    until: dt.date | None = None
    types: tuple[str, ...] = ()
    actor: str = ""
    side: str = ""
    place: str = ""
    speaker: str = ""
    grades: tuple[str, ...] = ()
    contested: bool = False
    q: str = ""
    order: str = "day"
    after: tuple[str, str] | None = None

    @property
    def filters(self) -> Filters:
        """What to look for; words without letters are looked for as they stand, and not found."""
        return Filters(
            since=self.since, until=self.until, types=_sub_types(self.types), actor=plain(self.actor) or None,
            side=self.side or None, place=plain(self.place) or None, speaker=plain(self.speaker) or None,
            grades=self.grades, contested=self.contested, words=words_query(self.q),
        )  # fmt: skip

    @property
    def narrowed(self) -> bool:
        """Whether anything is asked for but an order."""
        return replace(self, order="day", after=None) != Asked()

    def query(self, **changes: Any) -> str:
        """Return the query string, with other values for some of the fields; a change begins at the first page."""
        one = replace(self, **{"after": None, **changes})
        pairs: list[tuple[str, str]] = [
            ("from", str(one.since or "")), ("to", str(one.until or "")), *(("type", name) for name in one.types),
            ("actor", one.actor), ("side", one.side), ("place", one.place), ("speaker", one.speaker),
            *(("grade", name) for name in one.grades), ("contested", "1" if one.contested else ""), ("q", one.q),
            ("order", one.order if one.order != "day" else ""), ("after", "~".join(one.after or ())),
        ]  # fmt: skip
        return urlencode([pair for pair in pairs if pair[1]])


def _sub_types(names: Sequence[str]) -> tuple[str, ...]:
    """Return sub-event types; the name of an event type stands for all of its own."""
    found = [one.type for name in names for one in codebook().public() if name in (one.type, one.event_type)]
    return tuple(dict.fromkeys(found))


def asked(query: Mapping[str, Sequence[str]]) -> Asked:
    """Return what a query string asks for.

    Args:
        query: the values of each parameter.

    Raises:
        AddressError: a parameter's value is none that it can have.
    """
    one = _Values(query)
    return Asked(
        since=one.day("from"), until=one.day("to"), types=one.some("type", _types()), actor=one.text("actor"),
        side=one.text("side"), place=one.text("place"), speaker=one.text("speaker"),
        grades=one.some("grade", [grade.value for grade in Grade]),
        contested=one.choice("contested", ("1", "0")) == "1",
        q=one.text("q"), order=one.choice("order", ORDERS) or "day", after=one.row("after"),
    )  # fmt: skip


def _types() -> list[str]:
    return [name for one in codebook().public() for name in (one.type, one.event_type)]


class _Values:
    def __init__(self, query: Mapping[str, Sequence[str]]) -> None:
        self._query = query

    def raw(self, name: str) -> str:
        text = (*self._query.get(name, ()), "")[0]
        if len(text) > LONGEST:
            raise AddressError(f"{name}: longer than {LONGEST} letters")
        return text

    def text(self, name: str) -> str:
        """Return words; what cannot be printed parts them as a blank does."""
        return " ".join("".join(letter if letter.isprintable() else " " for letter in self.raw(name)).split())

    def day(self, name: str) -> dt.date | None:
        text = self.raw(name)
        try:
            return dt.date.fromisoformat(text) if text else None
        except ValueError as error:
            raise AddressError(f"{name}: {text!r} is no day; write it like 2015-04-25") from error

    def choice(self, name: str, choices: Sequence[str]) -> str:
        text = self.raw(name)
        if text and text not in choices:
            raise AddressError(f"{name}: {text!r} is none of: {', '.join(choices)}")
        return text

    def some(self, name: str, choices: Sequence[str]) -> tuple[str, ...]:
        values = [value for value in self._query.get(name, ()) if value]
        for value in values:
            if value not in choices:
                raise AddressError(f"{name}: {value[:LONGEST]!r} is none of: {', '.join(dict.fromkeys(choices))}")
        return tuple(dict.fromkeys(values))

    def row(self, name: str) -> tuple[str, str] | None:
        text = self.raw(name)
        if not text:
            return None
        first, mark, second = text.partition("~")
        if not mark:
            raise AddressError(f"{name}: {text!r} names no row; take it from the answer before")
        return first, second
