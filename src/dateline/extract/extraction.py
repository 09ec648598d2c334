"""The extraction of one report: its readers in order, then attribution and stance for what they found."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from dateline.extract.attribution.attributor import Attribution, attribute
from dateline.extract.classes import Classes
from dateline.extract.control import read_control
from dateline.extract.eased import read_eased
from dateline.extract.patterns import pattern_book
from dateline.extract.stance.reader import stance_at
from dateline.extract.told_by_harm import told_by_harm
from dateline.extract.tolls.finder import read_tolls
from dateline.extract.tolls.totals import without_totals
from dateline.extract.tree import Tree, trees
from dateline.model.annotated import Annotated
from dateline.model.entries import entries
from dateline.model.reading import EventReading, Reading, TollReading
from dateline.reference.trigger_words import POINTING

_R = TypeVar("_R", bound=Reading)


def extract(annotated: Annotated) -> tuple[Reading, ...]:
    """Return the claims of a report as read: events, then tolls, then control, each in text order.

    Args:
        annotated: the report with its sentences, trees and mentions.

    Raises:
        ResourceError: a pattern or lexicon is missing or broken.
    """
    all_trees = trees(annotated.sentences, annotated.report.text)
    classes = Classes(annotated.mentions, all_trees)
    apart = entries(annotated)
    events, _ = read_eased(all_trees, classes, apart)
    telling = [event for event in events if not event.points_back or _is_pointed_at(all_trees, event)]
    tolls = read_tolls(all_trees, classes, pattern_book("toll"), telling, apart)
    events, tolls = told_by_harm(all_trees, classes, events, tolls, apart)
    events = without_totals(events, tolls)
    control = read_control(all_trees, classes, pattern_book("control"), events)
    if not (events or tolls or control):
        return ()
    attribution = attribute(annotated, all_trees)
    return tuple(_vouched(reading, all_trees, attribution) for reading in [*events, *tolls, *control])


def _is_pointed_at(all_trees: Sequence[Tree], event: EventReading) -> bool:
    """Whether a noun that only takes up an event says that it is one told before: "the dead of that attack"."""
    tree, noun = all_trees[event.sentence], event.trigger.head
    return any(tree.words[k] in POINTING for k in tree.children(noun, "det"))


def _vouched(reading: _R, all_trees: Sequence[Tree], attribution: Attribution) -> _R:
    """Add who vouches for a reading, and how sure they are."""
    count = reading.count if isinstance(reading, TollReading) else None
    own = attribution.of_number(reading.sentence, count.head) if count is not None else ()
    said_by = own or attribution.at(reading.sentence, reading.trigger.head)
    counted = isinstance(reading, TollReading)
    stance = stance_at(all_trees[reading.sentence], reading.trigger.head, counted=counted)
    return replace(reading, said_by=said_by, stance=stance)
