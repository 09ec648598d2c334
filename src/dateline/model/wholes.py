"""Parts and wholes: what may be part of something wider of its kind, incidents as well as tolls."""

from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar


class Part(Protocol):
    """What may be part of a whole."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def part_of(self) -> str | None:
        """The id of its whole."""


PartT = TypeVar("PartT", bound=Part)


def with_wholes(one: PartT | None, known: Callable[[str], PartT | None]) -> Iterator[PartT]:
    """Yield something, the whole that it is part of, the whole of that, and so on; a circle is gone through once.

    Args:
        one: where to begin; None yields nothing.
        known: returns what has an id, None where nothing is known of it.
    """
    seen: set[str] = set()
    while one is not None and one.id not in seen:
        yield one
        seen.add(one.id)
        one = known(one.part_of) if one.part_of else None
