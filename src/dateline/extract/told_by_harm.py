"""Events that only the harm they did tells of: "Five terrorists killed in IBO" has a toll and no wording that is known.

Asked last, and only where a report, or its entry, tells of no event that could have harmed people: elsewhere a toll
without an event points back to one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.harm_types import harm_types
from dateline.extract.non_events.figures import told_of_violence
from dateline.extract.tolls.events import may_kill
from dateline.extract.tree import Tree
from dateline.model.reading import EventReading, Harm, Scope, TollReading
from dateline.reference.calendar import MONTHS, WEEKDAYS
from dateline.reference.codebook import codebook

_BODILY: Final = frozenset({Harm.KILLED, Harm.WOUNDED})
_FOUND_BY: Final = "harm.words@1"
_NOTED_BY: Final = "harm.note@1"
_EXPLOSIONS: Final = "explosion"  # the family of what only a weapon does
_STORED: Final = frozenset({"cache", "depot", "stock", "find", "seizure", "haul", "shipment", "delivery", "test"})
_ITS_OWN: Final = (0,)  # the sentences asked, counted from the toll's
_AROUND: Final = (0, -1, 1)
_NONE: Final = frozenset({"no", "none", "nobody", "zero", "0"})


def told_by_harm(
    all_trees: Sequence[Tree],
    classes: Classes,
    events: Sequence[EventReading],
    tolls: Sequence[TollReading],
    entries: Mapping[int, range],
) -> tuple[list[EventReading], list[TollReading]]:
    """Return the events of a report with those that only tolls tell of, and the tolls with their tie to these.

    Args:
        all_trees: the report's sentences.
        classes: the report's classes.
        events: the report's events.
        tolls: the report's tolls.
        entries: the label of the entry in which a sentence stands; each entry is as a report of its own.
    """
    out, tied = list(events), list(tolls)
    labels = dict.fromkeys(entries.get(number) for number in range(len(all_trees)))
    for number, entry in enumerate(labels, 1):
        told = [event for event in events if entries.get(event.sentence) == entry]
        if any(may_kill(event) for event in told):
            continue
        asked = [toll for toll in tolls if entries.get(toll.sentence) == entry]
        asked = [toll for toll in asked if not told or toll.harm is Harm.KILLED]
        trees = {tree.index: tree for tree in all_trees if entries.get(tree.index) == entry}
        event = _first(trees, classes, asked, f"h{number}")
        if event is None and entry is not None and not told:
            event = _noted([tree for tree in trees.values() if tree.index not in entry], f"h{number}")
        if event is not None:
            out.append(event if entry is None else _of_entry(event, all_trees[entry.start : event.sentence]))
            tied = [replace(one, event=event.key) if one.sentence == event.sentence else one for one in tied]
    return sorted(out, key=lambda event: (event.sentence, event.trigger.start)), tied


def _first(trees: Mapping[int, Tree], classes: Classes, tolls: Sequence[TollReading], key: str) -> EventReading | None:
    """Return the event that a toll tells of, by its own sentence before those around it.

    Of several that tell one it is the first that says both where and when, else the first.
    """
    for reach in (_ITS_OWN, _AROUND):
        found = [(toll, kind) for toll in tolls if (kind := _type(trees, classes, toll, reach)) is not None]
        if found:
            return _event(*next((one for one in found if one[0].places and one[0].times), found[0]), key)
    return None


def _noted(trees: Sequence[Tree], key: str) -> EventReading | None:
    """Return the event of which an entry notes the weapon alone: "Kawlin, clinic | jet, one bomb | no casualties"."""
    for tree in trees:
        have = frozenset(tree.vocabulary)
        if any(token.upos in ("VERB", "AUX") for token in tree.tokens) or harm_types().never & have:
            continue
        kinds = (one for one in harm_types().entries if codebook()[one.type].family == _EXPLOSIONS)
        kind = next((one for one in kinds if one.fits(have, frozenset())), None)
        if kind is None or have & _STORED or not told_of_violence(tree):
            continue
        weapon = next(n for n in range(len(tree)) if tree.lemma(n) in kind.words)
        return EventReading(
            key=key,
            sentence=tree.index,
            trigger=tree.span([weapon], weapon),
            quote=(tree.sentence.start, tree.sentence.end),
            found_by=_NOTED_BY,
            path=(),
            type=kind.type,
        )
    return None


def _type(trees: Mapping[int, Tree], classes: Classes, toll: TollReading, reach: tuple[int, ...]) -> str | None:
    """Return the type that the words beside a toll tell, None where they tell of none, or of a misfortune.

    What its own sentence leaves open those around it tell: "Two missiles tore apart a mall. At least 18 were killed."
    """
    if toll.harm not in _BODILY or toll.scope is not Scope.INCIDENT or toll.part_of is not None or not toll.victims:
        return None
    if toll.victims.sentence != toll.sentence:
        return None  # counts again those told before
    if toll.count is not None and toll.count.text.lower() in _NONE:
        return None
    tree, words = trees[toll.sentence], harm_types()
    if not told_of_violence(tree):
        return None
    harmed, have = classes.of(tree, toll.victims.head), frozenset[str]()
    for number in (toll.sentence + step for step in reach):
        if number in trees:
            have |= frozenset(trees[number].vocabulary)
            if words.never & have:
                return None
            if found := next((entry.type for entry in words.entries if entry.fits(have, harmed)), None):
                return found
    return None


def _of_entry(event: EventReading, before: Sequence[Tree]) -> EventReading:
    """Return an event with the day of its entry's label, and its place where something is named before its dead.

    What stands beside these tells of them: "16 killed, one of whom died in hospital in B on August 20".
    """
    names = (token for tree in before for token in tree.tokens if token.upos == "PROPN")
    named = any(token.text.lower() not in MONTHS | WEEKDAYS for token in names)
    return replace(event, times=(), places=() if named else event.places)


def _event(toll: TollReading, kind: str, key: str) -> EventReading:
    return EventReading(
        key=key,
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
