"""The event that a toll belongs to: of its own trigger, its cause, its clause, its sentence, else the last one told."""

from collections.abc import Mapping, Sequence

from dateline.extract.toll_found import Found
from dateline.extract.tree import Tree
from dateline.model.reading import EventReading


def event_of(tree: Tree, one: Found, by_sentence: Mapping[int, Sequence[EventReading]]) -> EventReading | None:
    """Return the event that a toll belongs to, None where no event is told in its sentence or the one before.

    Args:
        tree: the sentence.
        one: the toll.
        by_sentence: the report's events by sentence.
    """
    here = by_sentence.get(tree.index, ())
    if not here:
        last = by_sentence.get(tree.index - 1)
        return last[-1] if last else None
    token = one.token
    own = [event for event in here if event.trigger.head == token]
    if own:
        return own[0]
    pred = one.trigger.pred if one.trigger else None
    beside = {head for heads in pred.args.values() for head in heads} | set(tree.kids[pred.clause]) if pred else set()
    causes = [event for event in here if event.trigger.head in beside]
    if causes:
        return causes[0]
    above = [token, *tree.ancestors(token)]
    holding = [event for event in here if event.trigger.head in above]
    if holding:
        return min(holding, key=lambda event: above.index(event.trigger.head))
    return min(here, key=lambda event: abs(event.trigger.head - token))
