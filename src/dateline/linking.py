"""Linking: reports that are new, or were read again, are linked among all others, a few at a time."""

from collections.abc import Iterable
from typing import Final

from dateline.pipeline import ENGINE, Stages
from dateline.store import Record

AT_ONCE: Final = 1500  # reports in one transaction: seconds of work, and what it holds in memory


def link_pending(record: Record, stages: Stages, until: int, also: Iterable[str] = ()) -> int:
    """Link the reports of a record that are not linked as they stand; return how many were.

    The incidents are the same for any order in which reports came, and however many were linked at once. Ended at any
    moment, the next call goes on where it was.

    Args:
        record: the record.
        stages: the stages.
        until: the number of the latest reading that counts: what another process adds meanwhile is not dated yet.
        also: reports that count whatever the numbers of their readings.

    Raises:
        RecordError: the record cannot be written to.
    """
    linking = record.linking()
    with record.transaction():
        linking.start_over(ENGINE)
    pending = linking.pending(until, also)
    if not pending:
        return 0
    link = stages.link(linking)
    for at in range(0, len(pending), AT_ONCE):
        some = pending[at : at + AT_ONCE]
        with record.transaction():
            link(some)
            linking.done(some)
    return len(pending)
