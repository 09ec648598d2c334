"""The patterns of strategic developments with less asked of a sentence, where the event head is sure.

The words that such patterns ask for can never all be listed. Where a report tells of no event by them, the head's word
will do for their hints; where that tells none either, and people under arms take part, for one list of nouns too
("pitched tents", "cleared dwellings"). Violence and protests are left to their patterns: those know them by what was
done to whom.
"""

from collections.abc import Container, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from dateline.extract.claimants import with_claimants
from dateline.extract.classes import Classes
from dateline.extract.events import read_events
from dateline.extract.patterns import Pattern, PatternBook, pattern_book
from dateline.extract.tree import Tree
from dateline.model.reading import EventReading
from dateline.reference.codebook import codebook

_SURE: Final = 0.5  # of notes and treebanks, what is read from here on is as often right as what the hints let in
_SURER: Final = 0.7  # for a noun that is not listed: below, as many were wrong as right
_MANY: Final = 6  # fewer hints than these are what the pattern is about: "took them alive"
_DISORDER: Final = "Strategic developments"


def read_eased(
    all_trees: Sequence[Tree], classes: Classes, entries: Container[int] = ()
) -> tuple[list[EventReading], PatternBook]:
    """Return the events of a report as read, and the patterns that told them: the last asked where none did.

    Args:
        all_trees: the report's sentences.
        classes: the report's classes.
        entries: the numbers of sentences that stand in labelled entries.

    Raises:
        ResourceError: a file of patterns is broken.
    """
    book = pattern_book("event")
    events = read_events(all_trees, classes, book, entries)
    for eased in () if events else eased_books():
        book, events = eased, read_events(all_trees, classes, eased, entries)
        if events:
            break
    return with_claimants(events, all_trees, classes), book


@cache
def eased_books() -> tuple[PatternBook, PatternBook]:
    """Return the event patterns twice: those of strategic developments without hints, then with a noun less too.

    Raises:
        ResourceError: a file of patterns is broken.
    """
    patterns = pattern_book("event").patterns
    return PatternBook([_eased(one) for one in patterns]), PatternBook([_eased(one, loose=True) for one in patterns])


def _eased(pattern: Pattern, *, loose: bool = False) -> Pattern:
    if codebook()[pattern.type].disorder_type != _DISORDER or len(pattern.hints) in range(1, _MANY):
        return pattern
    loose = loose and len(pattern.needs) > 1  # where one list is all that is asked, it is what the pattern is about
    return replace(pattern, sure=_SURER if loose else min(pattern.sure, _SURE), loose=loose)
