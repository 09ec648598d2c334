"""Keys: under which an event claim is kept so that others find it, and which it asks for to find others.

They are coarser than the blocks that pairs are compared in: whatever two claims could ever have to do with one another,
one asks for a key that the other keeps. A record keeps them, so that what a new report tells meets what was told of its
places, days and numbers without going through the rest.
"""

import hashlib
import math
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.link.facets import MANY, NEAR, Facet, Told

TELLING_COUNT: Final = 5  # the least number that makes a key of its own; smaller ones are told every day
MONTH: Final = 30  # any fixed cut of the calendar serves, so long as both sides use it
NEWS_DAYS: Final = range(3)  # what a report tells without a day is mostly news of the day of publication or two before
NEWS_MONTHS: Final = range(-2, 2)  # of what a report without a day may tell, from the month in which it was published

Key = tuple[str | int | None, ...]


def kept(facet: Facet) -> Iterator[Key]:
    """Yield the keys that a facet is found by."""
    yield "report", facet.claim.report_id, facet.published
    yield said_again(facet)
    if facet.narrow:
        yield from (("number", *number, day) for number in telling(facet.tolls) for day in _days(facet))
        yield from (("about", sure, size, day) for sure, size in sizes(facet) for day in _days(facet))
        yield from (("struck", *mark, day) for mark in marks(facet) for day in _days(facet))
    if facet.place_key:
        yield from _kept_there(facet, facet.place_key)


def kept_beside(facet: Facet, near: Iterable[str]) -> Iterator[Key]:
    """Yield the keys that a facet would be found by at other places.

    What was told of a place asked for what lay near it then: a place that came later is not among that.
    """
    for place in near if facet.place_key else ():
        yield from _kept_there(facet, place)


def asked(facet: Facet, near: Iterable[str]) -> Iterator[Key]:
    """Yield the keys under which what a facet may belong with is kept.

    Args:
        facet: the facet.
        near: ids of the places that may be one with its own, that one among them.
    """
    yield said_again(facet)
    if asks_alone(facet):
        yield "report", facet.claim.report_id, facet.published
    if facet.narrow:
        yield from (("number", *number, day) for number in telling(facet.tolls) for day in _days(facet, 1))
        yield from (("about", sure, size, day) for sure, size in sizes_asked(facet) for day in _days(facet, 1))
        yield from (("struck", *mark, day) for mark in marks_asked(facet) for day in _days(facet, 1))
    for place in near if facet.place_key else ():
        yield from _asked_there(facet, place)


def said_again(facet: Facet) -> Key:
    """Return the key that the same words of copies of one text have in common, and of nothing else."""
    return "story", facet.story, facet.trigger, facet.claim.quote.text.casefold()


def asks_alone(facet: Facet) -> bool:
    """Return whether a facet looks for others by keys of its own, since it lacks a place or a day or denies."""
    return not facet.firm or facet.denies


def stable(key: Key) -> int:
    """Return a key as a number below 2⁶³ that is the same in every process.

    Keys of one day or month lie beside one another: reports of a day find and change few pages of a record's file.
    """
    day = key[-1]
    mixed = int.from_bytes(hashlib.blake2b(repr(key).encode(), digest_size=5).digest(), "little")
    return (day << 40 | mixed) if isinstance(day, int) else mixed


def telling(tolls: Iterable[Told]) -> Iterator[tuple[str, int]]:
    """Yield harm and number of the exact tolls that are large enough to tell one happening from another."""
    for told in tolls:
        if told.exact and (told.low or 0) >= TELLING_COUNT:
            yield told.harm, told.low or 0


def counted_there(facet: Facet, place: str) -> Iterator[tuple[str, str, int]]:
    """Yield what tells a happening from others of its place and month: a place, harm and the number."""
    yield from ((place, *number) for number in telling(facet.tolls))


def sizes(facet: Facet) -> Iterator[tuple[bool, int]]:
    """Yield whether the place is sure, and in which step of a scale each large number of dead lies.

    Numbers that are near by the feature of tolls lie in one step or in two that touch.
    """
    for told in facet.tolls:
        if told.harm == "killed" and (number := told.low or told.high or 0) >= MANY:
            yield not facet.unsure, int(math.log(number, NEAR))


def sizes_asked(facet: Facet) -> Iterator[tuple[bool, int]]:
    """Yield what `sizes` yields of all that may have a facet's numbers of dead: two sure places meet by place alone."""
    for _, step in sizes(facet):
        for near in range(step - 1, step + 2):
            yield False, near
            if facet.unsure:
                yield True, near


def marks(facet: Facet) -> Iterator[tuple[bool, str, str]]:
    """Yield whether the place is sure, what was hit that is seldom hit, and in which country."""
    country = (facet.place.country if facet.place else None) or ""
    yield from ((not facet.unsure, mark, country) for mark in facet.landmarks)


def marks_asked(facet: Facet) -> Iterator[tuple[bool, str, str]]:
    """Yield what `marks` yields of all that may have hit the same: two sure places meet by place alone."""
    for _, mark, country in marks(facet):
        yield False, mark, country
        if facet.unsure:
            yield True, mark, country


def _kept_there(facet: Facet, place: str) -> Iterator[Key]:
    if facet.narrow:
        yield from (("day", place, day) for day in _days(facet))
    if facet.first is not None and (facet.seldom or not facet.narrow):
        yield from (("month", facet.narrow, place, month) for month in _months(facet))
        yield from (("as many", *number, month) for number in counted_there(facet, place) for month in _months(facet))
    said = [facet.first, facet.until, facet.published]
    month = next((day // MONTH for day in said if day is not None), None)
    for what in _told_by(facet):
        yield "told", place, *what
        yield "told", place, *what, month
    if (facet.type.rare or facet.deadly) and not facet.busy:
        yield "rare", place
        yield "rare", place, month


def _asked_there(facet: Facet, place: str) -> Iterator[Key]:
    if facet.narrow:
        yield from (("day", place, day) for day in _days(facet, 1))
    if facet.first is not None:
        wanted = (False,) if facet.narrow else (False, True)
        yield from (("month", narrow, place, month) for narrow in wanted for month in _months(facet))
        yield from (("as many", *number, month) for number in counted_there(facet, place) for month in _months(facet))
    if facet.until is not None:
        yield from (("day", place, facet.until + lag) for lag in (-1, 0, 1))
    if facet.first is None and facet.until is None and facet.published is not None:
        yield from (("day", place, facet.published - lag) for lag in NEWS_DAYS)
    if facet.first is None:
        for what in (*_told_by(facet), *_ends_of_fights(facet)):
            if facet.published is None:
                yield "told", place, *what
            else:
                month = facet.published // MONTH
                yield from (("told", place, *what, month + lag) for lag in NEWS_MONTHS)
                yield "told", place, *what, None
        if (facet.type.rare or facet.deadly) and not facet.busy:
            if facet.published is None:
                yield "rare", place
            else:
                yield from (("rare", place, facet.published // MONTH + lag) for lag in NEWS_MONTHS)


def _told_by(facet: Facet) -> Iterator[Key]:
    """Yield what tells a happening from others of its place even without a day: that it is a capture, its toll, a mark.

    A mark is what was hit and seldom is: a school, a market.
    """
    if facet.type.once:
        yield ("once",)
    yield from telling(facet.tolls)
    yield from (("hit", mark) for mark in sorted(facet.landmarks))


def _ends_of_fights(facet: Facet) -> Iterator[Key]:
    """Yield what a fight without a day may have ended in: the capture of its place."""
    if facet.type.family == "ground":
        yield ("once",)


def _days(facet: Facet, beside: int = 0) -> range:
    return range((facet.first or 0) - beside, (facet.last or 0) + 1 + beside)


def _months(facet: Facet) -> range:
    return range((facet.first or 0) // MONTH, (facet.last or 0) // MONTH + 1)
