"""Memo: answers kept for as long as the record stays as it is."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Final, TypeVar

T = TypeVar("T")

MOST: Final = 400  # answers; each is at most a few hundred kilobytes


class Memo:
    """Keeps the latest answers, by a key that tells the state of the record; shared by threads."""

    def __init__(self, most: int = MOST) -> None:
        """Begin with nothing.

        Args:
            most: how many answers are kept.
        """
        self._most = most
        self._held: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what is kept under a key, made now if nothing is."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                kept: T = self._held[key]
                return kept
        made = make()
        with self._lock:
            self._held[key] = made
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return made
