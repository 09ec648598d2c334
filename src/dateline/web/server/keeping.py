"""Keeping: the review queue, which looks through the whole record, made once for each state of it."""

from threading import Lock

from dateline.review import Item, Material, queue
from dateline.store import RecordView


class Queue:
    """The queue of the record's latest state."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._made: tuple[str, tuple[Item, ...]] | None = None

    def items(self, view: RecordView) -> tuple[Item, ...]:
        """Return all that needs eyes in a state of the record, the heaviest first."""
        mark = view.lister().mark()
        with self._lock:
            if self._made is None or self._made[0] != mark:
                self._made = mark, queue(Material.of(view))
            return self._made[1]
