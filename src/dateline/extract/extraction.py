"""The extraction of one report: its readers in order, then attribution and stance for what they found."""

from dataclasses import replace

from dateline.extract.classes import Classes
from dateline.extract.control import read_control
from dateline.extract.events import read_events
from dateline.extract.patterns import pattern_book
from dateline.extract.tolls import read_tolls
from dateline.extract.tree import trees
from dateline.model.annotated import Annotated
from dateline.model.reading import Reading


def extract(annotated: Annotated) -> tuple[Reading, ...]:
    """Return the claims of a report as read: events, then tolls, then control, each in text order.

    Args:
        annotated: the report with its sentences, trees and mentions.
    """
    all_trees = trees(annotated.sentences, annotated.report.text)
    classes = Classes(annotated.mentions, all_trees)
    events = read_events(all_trees, classes, pattern_book("event"))
    tolls = read_tolls(all_trees, classes, pattern_book("toll"), events)
    control = read_control(all_trees, classes, pattern_book("control"), events)
    return tuple([*events, *tolls, *control])


__all__ = ["extract", "replace"]
