"""Control as read: who holds, gains or loses a place, by patterns and from events that change hands."""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.holding import is_over, routed_from, said_of
from dateline.extract.matching import Match, matches
from dateline.extract.parties import HELD, compound_holder, is_attribute, parties
from dateline.extract.patterns import PatternBook, pattern_book
from dateline.extract.places import places
from dateline.extract.predicates import Predicate, predicate, subject
from dateline.extract.spots import expand_places
from dateline.extract.times import times
from dateline.extract.tree import Tree
from dateline.model.reading import Change, ControlReading, EventReading, Phrase
from dateline.reference.lexicon import lexicon
from dateline.reference.trigger_words import takes_back

_GOVERNED: Final = frozenset({"obj", "nsubj", "nsubj:pass", "nmod", "obl"})


def read_control(
    all_trees: Sequence[Tree], classes: Classes, book: PatternBook, events: Sequence[EventReading]
) -> list[ControlReading]:
    """Return the control claims of a report as read.

    Args:
        all_trees: the report's sentences.
        classes: the report's classes.
        book: the control patterns.
        events: the report's events, of which those that change hands are control claims too.
    """
    out = list(_from_events(events))
    for tree in all_trees:
        for match in matches(tree, classes, book):
            out.extend(_from_pattern(match, classes))
        out.extend(_from_compounds(tree, classes))
    return [_numbered(reading, number) for number, reading in enumerate(out, 1)]


def _numbered(reading: ControlReading, number: int) -> ControlReading:
    return ControlReading(
        **{**{name: getattr(reading, name) for name in reading.__dataclass_fields__}, "key": f"c{number}"}
    )


def _from_events(events: Sequence[EventReading]) -> Iterator[ControlReading]:
    changes = {pattern.found_by: pattern for pattern in pattern_book("event").patterns if pattern.change}
    for event in events:
        pattern = changes.get(event.found_by)
        if pattern is None or not event.places:
            continue
        # What has no targets is a leaving: whoever does it is the loser.
        losers = event.targets if pattern.targets else event.actors
        if event.actors and (pattern.change == "gained" or event.actors != losers):
            yield _control(event, event.actors, Change.GAINED)
        elif not event.actors and takes_back(event.trigger.text):  # the rest of the report may tell by whom
            yield _control(event, (), Change.GAINED)
        if losers and (pattern.loses or not event.actors):  # "the capture of X from the rebels" does not tell by whom
            yield _control(event, losers, Change.LOST)


def _control(event: EventReading, holders: tuple[Phrase, ...], change: Change) -> ControlReading:
    return ControlReading(
        key="",
        sentence=event.sentence,
        trigger=event.trigger,
        quote=event.quote,
        found_by=event.found_by,
        path=event.path,
        places=event.places,
        times=event.times,
        holders=holders,
        change=change,
        event=event.key,
    )


def _from_pattern(match: Match, classes: Classes) -> Iterator[ControlReading]:
    tree, pred, pattern = match.tree, match.pred, match.pattern
    if is_attribute(tree, pred.token):
        return  # its holder stands before it and is no subject
    _add_place_arguments(tree, classes, pred)
    change = _change(tree, pred.token, Change(pattern.change))
    owner = routed_from(tree, classes, pred.token)
    holders = parties(tree, classes, pred, pattern.holder) if change and owner is None else ()
    if owner is not None:
        holders = (tree.phrase(owner),)
    if pattern.holder[0] == "mod" and not holders:
        return
    spots = (
        places(tree, classes, pred, pattern.place) if any(pred.get(n.partition(".")[0]) for n in pattern.place) else ()
    )
    if change and holders and spots:
        yield ControlReading(
            key="",
            sentence=tree.index,
            trigger=tree.span([pred.token], pred.token),
            quote=(tree.sentence.start, tree.sentence.end),
            found_by=pattern.found_by,
            places=spots,
            times=times(tree, pred),
            holders=holders,
            change=change,
        )


def _change(tree: Tree, noun: int, told: Change) -> Change | None:
    """Return what a noun of holding tells: of a place that "is under control" and of one that "came under control".

    Of control that is fought over, wanted or given up ("threatens the army's control of X") it tells nothing.
    """
    head = tree.head(noun)
    if told is Change.HOLDS and is_over(tree, noun):
        return Change.LOST
    if told is not Change.HOLDS or head < 0:
        return told
    if tree.tokens[noun].deprel in _GOVERNED and tree.lemma(head) in lexicon()["control_shaken"]:
        return None
    moved = tree.tokens[noun].deprel == "obl" and tree.lemma(head) in lexicon()["change_hands_verb"]
    return Change.GAINED if moved else told


def _add_place_arguments(tree: Tree, classes: Classes, pred: Predicate) -> None:
    """Add what a noun like "hands" or "stronghold" is said of: subject, described noun, apposition or `of` phrase.

    What is said to be the last town held is the town that it is said of.
    """
    noun = pred.token
    for held in pred.get("patient"):
        if named := said_of(tree, classes, held):
            pred.args["patient"] = named
            break
    rel, head = tree.tokens[noun].deprel, tree.head(noun)
    pred.add(
        "place_of",
        [h for h in pred.get("of") if "place" in classes.of(tree, h) and "combatant" not in classes.of(tree, h)],
    )
    pred.add("place_of", [k for k in tree.children(noun, "appos") if "place" in classes.of(tree, k)])
    if rel == "compound" and "place" in classes.of(tree, head):
        pred.add("place_of", [head])
    subjects = subject(tree, noun)
    if not subjects and rel in ("obl", "xcomp", "obj") and head >= 0:
        subjects = subject(tree, head)
        objects = [one for kid in tree.children(head, "obj") for one in tree.conjuncts(kid)]
        if rel == "obl" and any("place" in classes.of(tree, one) for one in objects):
            subjects = objects  # "put the valley under its control"
    if not subjects and rel in ("nmod", "appos") and head >= 0:
        subjects = said_of(tree, classes, head) or [head]
    pred.add("subject", subjects)


def _said_to_be_held(tree: Tree, held: int) -> list[int]:
    """Return what is said to be held: "the town is rebel-held"; trees hang it on either half of the compound."""
    halves = [held, held - 2] if tree.words[held - 1 : held] == ["-"] else [held]
    return [kid for half in halves for kid in tree.children(half, "nsubj", "nsubj:pass") if kid < half]


def _from_compounds(tree: Tree, classes: Classes) -> Iterator[ControlReading]:
    """Read "rebel-held towns" and "government-controlled Aleppo", split at the hyphen or not."""
    done: set[int] = set()
    held = tuple(HELD)
    for number, word in enumerate(tree.words):
        if not word.endswith(held):
            continue
        noun = next(
            (
                n
                for n in range(number + 1, min(number + 5, len(tree)))
                if "place" in classes.of(tree, n) and tree.tokens[n].deprel != "compound"
            ),
            None,
        )
        if noun is None and (said := _said_to_be_held(tree, number)):
            holder, noun = compound_holder(tree, number + 1), said[0]
        else:
            holder = compound_holder(tree, noun) if noun is not None else None
        if noun is None or holder is None or noun in done or tree.lemma(noun) in lexicon()["held_things"]:
            continue
        done.add(noun)
        yield ControlReading(
            key="",
            sentence=tree.index,
            trigger=tree.span([number], number),
            quote=(tree.sentence.start, tree.sentence.end),
            found_by="control.compound@1",
            places=tuple(expand_places(tree, classes, noun)),
            times=times(tree, predicate(tree, noun)),
            holders=(holder,),
            change=Change.LOST if is_over(tree, number) else Change.HOLDS,
        )
