"""Tolls as read: who was harmed how, with the words of the number, subsets tied to their whole."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.non_events.long_past import is_long_since
from dateline.extract.parties import parties
from dateline.extract.patterns import PatternBook
from dateline.extract.places import places
from dateline.extract.predicates import Predicate, predicate
from dateline.extract.times import times
from dateline.extract.tolls.causes import is_accident, is_misfortune
from dateline.extract.tolls.events import TollEvents
from dateline.extract.tolls.found import Found, find_tolls
from dateline.extract.tolls.numbers import is_nth
from dateline.extract.tolls.people import admitting, demographic, side
from dateline.extract.tolls.scope import scopes
from dateline.extract.tolls.speakers import is_speakers
from dateline.extract.tolls.triggers import Trigger
from dateline.extract.tree import Tree
from dateline.model.reading import EventReading, Harm, Phrase, Scope, TollReading
from dateline.reference.calendar import MONTHS, WEEKDAYS

_YEAR: Final = re.compile(r"\b(?:in|since|of) (?:\w+ )?(?:19|20)\d\d\b", re.IGNORECASE)
_POINTING_BACK: Final = "toll.pointing_back@1"
_REACH: Final = 2  # sentences back to which "eight of them" may point
_FAR: Final = 5  # and to which "spoke of 60 dead" may
_ATTACKERS: Final = frozenset({"assailants", "attackers", "bombers", "raiders", "assaulters", "gunmen"})
_COUNTS: Final = frozenset({"count", "tally"})
_NAME: Final = "name"
_LISTED: Final = frozenset(
    {"names", "bury", "buried", "rest", "interred", "grave", "graves", "ground", "earth"}
)  # whose number counts the dead
_DAYS: Final = frozenset((*WEEKDAYS, *MONTHS, "yesterday", "today"))
_PLACED: Final = frozenset({"in", "at", "near", "outside"})
_NEAR: Final = 6  # words from a number to "in all", at most
_IN_ALL: Final = (["in", "all"], ["in", "total"])
_OVERALL: Final = frozenset({"altogether", "overall"})
_NOT_OF_THE_HARMED: Final = frozenset({"by", "in", "at", "on", "during", "including", "after", "among", "near", "with"})


def read_tolls(
    all_trees: Sequence[Tree],
    classes: Classes,
    book: PatternBook,
    events: Sequence[EventReading],
    entries: Mapping[int, range],
) -> list[TollReading]:
    """Return the tolls of a report as read, in text order.

    Args:
        all_trees: the report's sentences.
        classes: the report's classes.
        book: the toll patterns.
        events: the report's events, to which tolls are tied.
        entries: the entry in which a sentence stands, in a report made up of such: its tolls are of events in it.
    """
    happened = TollEvents(events, classes, entries)
    out: list[TollReading] = []
    misfortune = False
    for tree in all_trees:
        recent = bool(out) and tree.index - out[-1].sentence <= _REACH
        recent = recent or (not _LISTED.isdisjoint(tree.words) and _after_violence(tree, happened))
        found = _likewise(find_tolls(tree, classes, book, after_toll=recent), out, tree.index)
        cause = is_misfortune(tree)
        if found and cause is not None:
            misfortune = cause
        misfortune = misfortune and cause is not False
        if found and not misfortune:
            out += _readings(tree, found, classes, happened, out)
    return out


def _likewise(found: Sequence[Found], before: Sequence[TollReading], sentence: int) -> list[Found]:
    """Return the tolls of a sentence, those of "So did two guards" with the harm that the sentence before told."""
    harm = next((toll.harm for toll in reversed(before) if toll.sentence == sentence - 1 and toll.harm), None)
    return [replace(one, harm=str(harm)) if one.too else one for one in found if harm or not one.too]


def _readings(
    tree: Tree,
    found: Sequence[Found],
    classes: Classes,
    happened: TollEvents,
    before: Sequence[TollReading],
) -> list[TollReading]:
    """Return the tolls of one sentence, numbered on from those before."""
    out: list[TollReading] = []
    keys: dict[int, str] = {}
    spans = scopes(tree, [one.token for one in found])
    for number, (one, scope) in enumerate(zip(found, spans, strict=True)):
        if one.trigger is not None and is_accident(tree, one.trigger.pred):
            continue
        earlier = _told_before(one, [*before, *out], tree.text) if one.back or one.again else None
        if one.again and earlier is not None:
            earlier = _first_beside(earlier, [*before, *out], one.harm)
        if earlier is None and one.back and not one.harm:
            listed = tree.lemma(one.victims) == _NAME and _after_violence(tree, happened)
            if not (listed or _of_the_dead(tree, one) or (_tallies(tree, one) and happened.kills_in(tree.index - 1))):
                continue  # "eight of them" of people told as something else
            one = replace(one, harm=Harm.KILLED, back=False)  # noqa: PLW2901 - the same toll, its harm known
        if one.again and earlier is not None and tree.index - earlier.sentence > (_FAR if one.harm else _REACH):
            if not one.harm:
                continue  # a number that long after may count anything
            earlier = None
        part_of = keys.get(one.whole) if one.whole is not None else None
        if earlier is not None and not _tells_another(one):
            part_of = earlier.key
        keys[number] = f"t{len(before) + len(out) + 1}"
        harm = one.harm or (earlier.harm if earlier is not None else None)
        others = {p.head for other in found if other is not one for p in _place_behind(tree, classes, other)}
        reading = _reading(tree, one, classes, happened, others)
        if one.again and earlier is not None and not (one.harm and happened.is_told_in(reading.event, tree.index)):
            reading = replace(reading, event=earlier.event)
            if not _counts_everyone(tree, one):
                reading = replace(reading, victims=earlier.victims, side=reading.side or earlier.side)
            own = admitting(tree, tree.head(one.at)) if not one.harm else ()
            reading = replace(reading, victims=_victims(tree, one), side=own) if own else reading
        elif earlier is not None and _tells_another(one) and tree.tokens[one.victims].upos == "NUM":
            reading = replace(reading, victims=earlier.victims, side=reading.side or earlier.side)
        points_back = part_of is not None or not one.harm
        if points_back and earlier is not None and not happened.is_told_in(reading.event, tree.index):
            reading = replace(reading, event=earlier.event)  # those, or some of them, whatever was told since
        bygone = reading.event is None and is_long_since(tree, one.token)  # "17 years since bombs killed 224"
        out.append(
            replace(
                reading,
                key=keys[number],
                harm=Harm(harm) if harm else None,
                scope=Scope.CUMULATIVE if one.running or _goes_on(one, found, spans) or bygone else scope,
                part_of=part_of,
            )
        )
    return [_below_whole(one, found, keys) for one in out]


def _goes_on(one: Found, found: Sequence[Found], spans: Sequence[Scope]) -> bool:
    """Whether a number of a number goes on with a war's: "62 have been killed since May; on their side it is 310"."""
    figure = one.trigger is not None and one.trigger.is_figure
    return figure and any(s is Scope.CUMULATIVE and o.at < one.at for o, s in zip(found, spans, strict=True))


def _below_whole(one: TollReading, found: Sequence[Found], keys: Mapping[int, str]) -> TollReading:
    """Return a toll as a part of its whole where that stands behind it: "two nurses were among the 14 killed"."""
    number = next(number for number, key in keys.items() if key == one.key)
    whole = found[number].whole
    return replace(one, part_of=keys.get(whole)) if one.part_of is None and whole is not None else one


def _tells_another(one: Found) -> bool:
    """Whether a toll that takes its harm from one before is another account of it ("put the number at 17"), no part."""
    return one.again or (one.trigger is not None and one.trigger.is_figure)


def _told_before(one: Found, before: Sequence[TollReading], text: str) -> TollReading | None:
    """Return the toll that "among the dead" and "of them" point back to.

    One that tells a year of its own comes last, and for who counts again the attackers: "A raid killed 54. In 1996 more
    than 100 died there. The minister spoke of 60 dead" goes on with the raid.
    """
    last = [toll for toll in before if _YEAR.search(text, *toll.quote) or (one.again and _are_attackers(toll))]
    told = [toll for toll in before if toll not in last]
    if not one.harm and _tells_another(one):  # "More than 100 were wounded. The ministry raised the figure to 31"
        last = [*last, *(toll for toll in told if toll.harm is not Harm.KILLED)]
        told = [toll for toll in told if toll.harm is Harm.KILLED]
    found = next((toll for toll in (*reversed(told), *reversed(last)) if _may_be_meant(toll, one)), None)
    if found is None or one.again:
        return found
    # What else its sentence tells may be long past: "killed 33, a week after bombs killed 80. Fourteen of the dead …"
    beside = (toll for toll in before if toll.sentence == found.sentence and toll.harm == found.harm)
    return next((toll for toll in beside if _may_be_meant(toll, one) and toll.event != found.event), found)


def _may_be_meant(toll: TollReading, one: Found) -> bool:
    """Whether a toll may be the one that words point back to: a whole of the same harm, no one alone and no war's."""
    fits = not one.harm or toll.harm is None or toll.harm == one.harm
    whole = toll.demographic is None and toll.part_of is None and not toll.single
    return fits and whole and toll.scope is not Scope.CUMULATIVE


def _after_violence(tree: Tree, happened: TollEvents) -> bool:
    """Whether the sentence before, or the one before it, tells an event in which people may have died."""
    return any(happened.kills_in(tree.index - back) for back in (1, 2))


def _tallies(tree: Tree, one: Found) -> bool:
    """Whether a number is told of a count, which after violence counts the dead: "puts the final count at 22"."""
    return one.trigger is not None and tree.lemma(one.trigger.token) in _COUNTS


def _of_the_dead(tree: Tree, one: Found) -> bool:
    """Whether its sentence speaks of the dead before a number: "no one knows the number of dead; some say 31"."""
    return one.again and any(tree.words[k : k + 2] == ["of", "dead"] for k in range(one.at))


def _counts_everyone(tree: Tree, one: Found) -> bool:
    """Whether a number that counts again takes in others too: "27 dead rebels; residents say 40 dead in all"."""
    behind = tree.words[one.at : one.at + _NEAR]
    return any(behind[k : k + 2] in _IN_ALL for k in range(len(behind))) or not _OVERALL.isdisjoint(behind)


def _are_attackers(toll: TollReading) -> bool:
    """Whether those counted are who attacked: what others count is whom they harmed."""
    return toll.victims is not None and not _ATTACKERS.isdisjoint(toll.victims.text.lower().split())


def _first_beside(told: TollReading, before: Sequence[TollReading], harm: str) -> TollReading:
    """Return the first toll in a toll's sentence that a number may count again, one of the dead where any is.

    "14 soldiers and nine rebels died. The hospital counted 16", "killed 11 and wounded 32. A resident put it at 15".
    """
    same = [t for t in before if t.sentence == told.sentence and t.scope == told.scope]
    wholes = [t for t in same if t.part_of is None and t.demographic is None and not t.single]
    wanted = [told.harm] if harm else [Harm.KILLED, told.harm]
    return next((t for kind in wanted for t in wholes if t.harm == kind), told)


def _reading(tree: Tree, one: Found, classes: Classes, happened: TollEvents, others: Collection[int]) -> TollReading:
    """Return one toll as read; `others` are the heads of places that other tolls of the sentence have for their own."""
    pred = one.trigger.pred if one.trigger else Predicate(one.at, one.at)
    clause = pred if pred.args.keys() - {"described", "self"} else predicate(tree, pred.clause)
    behind, days = _place_behind(tree, classes, one), times(tree, clause)
    behind = behind or _topic(tree, classes)
    told = (spot for spot in places(tree, classes, clause) if spot.head not in others)
    spots = behind or tuple(spot for spot in told if not is_speakers(tree, spot.head))
    event = happened.of(tree, one, timed=any(map(_tells_a_day, days)))
    if event is not None and happened.behind(tree, one) is event:
        spots, days = event.places or spots, event.times or days  # "27 in the raid on A, 11 in a raid on B"
    elif event is not None and event.sentence == tree.index:
        if not behind and not any(tree.is_below(spot.head, one.token) for spot in spots):
            spots = event.places or spots  # "hit a market in A, across the river from B, killing 24"
        days = days or event.times
    if event is not None and one.count is not None and is_nth(tree, one.count.head):
        days = event.times or days  # "we add a twelfth, who died on Monday": the eleven died before
    trigger = one.trigger
    return TollReading(
        key="",
        sentence=tree.index,
        trigger=tree.span([one.token], one.token),
        quote=(tree.sentence.start, tree.sentence.end),
        found_by=trigger.pattern.found_by if trigger else _POINTING_BACK,
        path=(f"harmed: {tree.path(one.victims, one.token)}",) if tree.is_below(one.victims, one.token) else (),
        places=spots,
        times=days,
        harm=None,
        count=one.count,
        victims=_victims(tree, one),
        demographic=demographic(tree, one.victims),
        event=event.key if event else None,
        single=one.single,
        by=_doers(tree, classes, trigger),
        side=side(tree, classes, one),
    )


def _victims(tree: Tree, one: Found) -> Phrase:
    """Return the words for the harmed, from their number on where others are joined before it.

    "Five of its own and three militants": the tree may hang the first on the second.
    """
    whole = tree.phrase(one.victims, without=_NOT_OF_THE_HARMED)
    before = [k for k in range(one.at) if tree.tokens[k].start >= whole.start]
    if one.at > one.victims or not any(tree.tokens[k].deprel == "cc" for k in before):
        return whole
    return tree.span((k for k in range(one.at, len(tree)) if tree.tokens[k].end <= whole.end), one.victims)


def _place_behind(tree: Tree, classes: Classes, one: Found) -> tuple[Phrase, ...]:
    """Return the place right behind a number: each of "four were killed in Adra, three in Douma" has its own."""
    at = max(one.at, one.victims) + 1
    if tree.words[at : at + 1] == ["of"] and tree.words[at + 1 : at + 2] in (["them"], ["whom"], ["those"]):
        at += 2
    if one.count is None or at >= len(tree) or tree.words[at] not in _PLACED:
        return ()
    head = next((k for k in range(at + 1, len(tree)) if at in tree.kids[k]), None)
    return (tree.phrase(head),) if head is not None and "place" in classes.of(tree, head) else ()


def _topic(tree: Tree, classes: Classes) -> tuple[Phrase, ...]:
    """Return the place that a sentence opens with as what it is about: "As for Khan Bani Saad, …"."""
    if tree.words[:2] != ["as", "for"]:
        return ()
    head = next((k for k in range(2, len(tree)) if tree.tokens[k].deprel == "obl"), None)
    return (tree.phrase(head),) if head is not None and "place" in classes.of(tree, head) else ()


def _tells_a_day(phrase: Phrase) -> bool:
    """Whether a time is told to the day, rather than as an hour of a day told before: "on Friday", not "at dawn"."""
    words = {word.strip(".,").lower() for word in phrase.text.split()}
    return bool(words & _DAYS) or any(word[0].isdigit() for word in words if word)


def _doers(tree: Tree, classes: Classes, trigger: Trigger | None) -> tuple[Phrase, ...]:
    """Return who is said to have harmed them: the agent, unless those harmed are it."""
    if trigger is None or trigger.of_subject or trigger.pattern.loses:
        return ()
    return parties(tree, classes, trigger.pred, ("agent",))
