"""Events that only the harm they did tells of: "Five terrorists killed in IBO" has a toll and no wording that is known.

Asked last, and only where a report tells of no event that could have harmed people: elsewhere a toll without an event
points back to one.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.harm_types import harm_types
from dateline.extract.non_events.figures import told_of_violence
from dateline.extract.tree import Tree
from dateline.model.reading import EventReading, Harm, Scope, TollReading

_BODILY: Final = frozenset({Harm.KILLED, Harm.WOUNDED})
_FOUND_BY: Final = "harm.words@1"
_ITS_OWN: Final = (0,)  # the sentences asked, counted from the toll's
_AROUND: Final = (0, -1, 1)
_NONE: Final = frozenset({"no", "none", "nobody", "zero", "0"})


def told_by_harm(
    all_trees: Sequence[Tree], classes: Classes, tolls: Sequence[TollReading], *, mild: bool
) -> tuple[list[EventReading], list[TollReading]]:
    """Return the event that the first toll of a report tells of, if one, and the tolls with their tie to it.

    Args:
        all_trees: the report's sentences.
        classes: the report's classes.
        tolls: the report's tolls, none of which has an event that could have harmed people.
        mild: whether the report tells of other events; what they leave unsaid is told by the dead alone.
    """
    asked = [toll for toll in tolls if not mild or toll.harm is Harm.KILLED]
    for reach in (_ITS_OWN, _AROUND):
        for toll in asked:
            kind = _type(all_trees, classes, toll, reach)
            if kind is not None:
                event = _event(toll, kind)
                tied = [replace(one, event=event.key) if one.sentence == toll.sentence else one for one in tolls]
                return [event], tied
    return [], list(tolls)


def _type(all_trees: Sequence[Tree], classes: Classes, toll: TollReading, reach: tuple[int, ...]) -> str | None:
    """Return the type that the words beside a toll tell, None where they tell of none, or of a misfortune.

    What its own sentence leaves open those around it tell: "Two missiles tore apart a mall. At least 18 were killed."
    """
    if toll.harm not in _BODILY or toll.scope is not Scope.INCIDENT or toll.part_of is not None or not toll.victims:
        return None
    if toll.victims.sentence != toll.sentence:
        return None  # counts again those told before
    if toll.count is not None and toll.count.text.lower() in _NONE:
        return None
    tree, words = all_trees[toll.sentence], harm_types()
    if not told_of_violence(tree):
        return None
    harmed, have = classes.of(tree, toll.victims.head), frozenset[str]()
    for number in (toll.sentence + step for step in reach):
        if 0 <= number < len(all_trees):
            have |= frozenset(all_trees[number].vocabulary)
            if words.never & have:
                return None
            if found := next((entry.type for entry in words.entries if entry.fits(have, harmed)), None):
                return found
    return None


def _event(toll: TollReading, kind: str) -> EventReading:
    return EventReading(
        key="h1",
        sentence=toll.sentence,
        trigger=toll.trigger,
        quote=toll.quote,
        found_by=_FOUND_BY,
        path=toll.path,
        type=kind,
        actors=toll.by,
        targets=(toll.victims,) if toll.victims else (),
        places=toll.places,
        times=toll.times,
    )
