"""Events as read: each trigger that fits a pattern, with its parties, place and time."""

import sys
from collections.abc import Container, Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.attempts import attempted
from dateline.extract.chemicals import with_chemicals
from dateline.extract.classes import Classes
from dateline.extract.duds import undone
from dateline.extract.gapped import ungapped
from dateline.extract.learned import is_unlikely, told
from dateline.extract.likely import likely_matches
from dateline.extract.matching import Match, matches
from dateline.extract.non_events.figures import is_figure, told_of_violence
from dateline.extract.non_events.listed import is_listed
from dateline.extract.parties import companions, other_side, owners, parties, setters
from dateline.extract.patterns import PatternBook
from dateline.extract.places import places
from dateline.extract.predicates import Predicate
from dateline.extract.same_event.echoes import echoed
from dateline.extract.same_event.one_an_event import one_an_event
from dateline.extract.same_event.outcomes import ON_HOMES
from dateline.extract.same_event.points_back import only_points_back
from dateline.extract.same_event.retold import only_ranks
from dateline.extract.times import times
from dateline.extract.tree import Tree
from dateline.model.reading import EventReading, Phrase
from dateline.reference.codebook import codebook
from dateline.reference.sub_events import (
    ABDUCTION,
    AGREEMENT,
    AIR_STRIKE,
    ARRESTS,
    CLASH,
    EXCESSIVE_FORCE,
    GROUP_CHANGE,
    HANDOVER,
    PEACEFUL_PROTEST,
    TERRITORY_TAKEN,
    VIOLENT_DEMONSTRATION,
)

_LEAD: Final = 2  # sentences that a headline sums up
_CAPTURES: Final = frozenset({"capture", "take", "seize"})
_OF_SHIPS: Final = "abduct.crew"  # sailors whom pirates take are no prisoners of a fight
_UNARMED: Final = frozenset({"civilian", "person"})
_SPELLS: Final = frozenset({"hour", "day", "week", "month", "year", "decade"})
_ENDS_FIGHTS: Final = frozenset({AGREEMENT, HANDOVER})
_ENDS: Final = frozenset(
    {"stop", "halt", "cease", "end", "suspend", "pause", "quit", "renounce", "discontinue", "freeze"}
)
_BACKDROP: Final = frozenset({"since", "after", "before", "despite", "until"})
_CAMPAIGNS: Final = frozenset({"offensive", "campaign", "operation", "war", "invasion", "uprising", "insurgency"})
_BEGUN: Final = frozenset({"launch", "begin", "start", "mount", "open"})
_VIOLENT: Final = frozenset({"explosion", "violence", "ground"})  # families of the codebook
_FEARS: Final = frozenset(
    {"fear", "rumour", "rumor", "threat", "risk", "danger", "prospect", "warning", "anticipation"}
)
# A protest or an arrest in whose course something else happened is not done by the doer of that.
_BY_ITSELF: Final = frozenset({PEACEFUL_PROTEST, VIOLENT_DEMONSTRATION, ARRESTS, AGREEMENT, GROUP_CHANGE})


def read_events(
    all_trees: Sequence[Tree], classes: Classes, book: PatternBook, entries: Container[int] = ()
) -> list[EventReading]:
    """Return the events of a report as read, in text order.

    Args:
        all_trees: the report's sentences.
        classes: the report's classes.
        book: the event patterns.
        entries: the numbers of sentences that stand in labelled entries.
    """
    out: list[EventReading] = []
    by_sentence = _main([_matches(tree, classes, book) for tree in all_trees])
    bombed = _first_from_the_air(by_sentence)
    raid = next(pattern for pattern in book.patterns if pattern.id == "airstrike.echo")
    for tree_matches in by_sentence:
        echo = raid if tree_matches and bombed <= tree_matches[0].tree.index else None
        found = one_an_event([with_chemicals(echoed(match, classes, echo), classes) for match in tree_matches])
        for match in (attempted(one, classes) for one in found):
            reading = _reading(match, classes, "")
            back = only_points_back(match, reading, labelled=match.tree.index in entries)
            back = back or only_ranks(match.tree, match.pred.token)
            reading = replace(reading, points_back=back)
            told = ungapped(match.tree, match.pred.token, reading)
            out += [replace(one, key=f"e{len(out) + number}") for number, one in enumerate(told, 1)]
    return out if any(not reading.points_back for reading in out) else []


def _first_from_the_air(by_sentence: Sequence[Sequence[Match]]) -> int:
    """Return the first sentence that tells of a strike from the air, or has the lead behind it tell of one.

    A headline's "raid" is told closer by the lead; what stands behind both is told of no strike to come.
    """
    strikes = (match for found in by_sentence for match in found if match.pattern.type == AIR_STRIKE)
    first = next((match.tree.index for match in strikes if not match.pattern.weak), sys.maxsize)
    return 0 if first <= _LEAD else first


def _main(by_sentence: list[list[Match]]) -> list[list[Match]]:
    """Leave out what only follows from other events, or leads to them, where the report tells of these.

    What only names the cause of such ("displaced by the fighting") is no other event.
    """
    by_sentence = [[match for match in found if not _is_cause(match, found)] for found in by_sentence]
    if any(codebook()[match.pattern.type].family in _VIOLENT for found in by_sentence for match in found):
        by_sentence = [[match for match in found if not _is_backdrop(match)] for found in by_sentence]
    if sum(map(len, by_sentence)) > 1:
        by_sentence = [[match for match in found if not _is_campaign(match)] for found in by_sentence]
    if all(match.pattern.alone for found in by_sentence for match in found):
        return by_sentence
    return [[match for match in found if not match.pattern.alone] for found in by_sentence]


def _is_cause(match: Match, found: Sequence[Match]) -> bool:
    """Return whether a noun only tells from what another match followed: "fled the clashes", "fear of an attack"."""
    effects = [other for other in found if other.pattern.alone and other is not match]
    if effects and _is_feared(match):
        return True
    if (_is_behind(match) or _is_ended(match)) and any(o.pattern.type in _ENDS_FIGHTS for o in found):
        return True
    return match.pattern.weak and any(match.pred.token in heads for one in effects for heads in one.pred.args.values())


def _is_backdrop(match: Match) -> bool:
    """Return whether a truce is told only to say since when, or in spite of what: "since they signed it in 2002"."""
    tree, token = match.tree, match.pred.token
    if match.pattern.type != AGREEMENT:
        return False
    for one in (token, *tree.ancestors(token)):
        marks = {tree.words[k] for k in tree.children(one, "mark", "case")}
        if marks & _BACKDROP and tree.rel(one) not in ("root", "conj", "parataxis"):
            return True
    return False


def _is_campaign(match: Match) -> bool:
    """Whether a campaign is told only to say since when: "600 dead since the army launched its offensive".

    One that has a day of its own is told as well.
    """
    tree, noun = match.tree, match.pred.token
    if tree.lemma(noun) not in _CAMPAIGNS or tree.tokens[noun].upos != "NOUN" or times(tree, match.pred):
        return False
    verb = tree.head(noun)
    if tree.case(noun) == "since":
        return True
    begun = verb >= 0 and tree.rel(noun) in ("obj", "nsubj", "nsubj:pass") and tree.lemma(verb) in _BEGUN
    return begun and any(tree.words[k] == "since" for k in tree.children(verb, "mark", "case"))


def _is_behind(match: Match) -> bool:
    """Return whether a noun only tells what had gone on before: "agreed to a truce after weeks of fighting"."""
    tree, noun = match.tree, match.pred.token
    above = tree.head(noun)
    if above < 0 or tree.rel(noun) != "nmod" or tree.case(noun) != "of":
        return False
    return tree.lemma(above) in _SPELLS and tree.case(above) in ("after", "following")


def _is_ended(match: Match) -> bool:
    """Return whether fighting is told only as what is to end: "agreed to stop fighting", "to halt the shelling"."""
    tree, token = match.tree, match.pred.token
    above = tree.head(token)
    return above >= 0 and tree.rel(token) in ("obj", "xcomp") and tree.lemma(above) in _ENDS


def _is_feared(match: Match) -> bool:
    """Return whether an event is only what people feared would come: "fled as rumours of an assault spread"."""
    tree, noun = match.tree, match.pred.token
    above = tree.head(noun)
    return above >= 0 and tree.rel(noun) == "nmod" and tree.lemma(above) in _FEARS


def _matches(tree: Tree, classes: Classes, book: PatternBook) -> list[Match]:
    """Return the triggers of a sentence that fit a pattern and are meant as they are written."""
    found = matches(tree, classes, book) or likely_matches(tree, classes, book)
    found = [m for m in found if not (is_figure(m) or is_listed(m))]
    found = [m for m in found if not (is_unlikely(m, classes) or _takes_prisoners(m, classes))]
    found = [undone(match) for match in found]
    return found if found and told_of_violence(tree) else []


def _takes_prisoners(match: Match, classes: Classes) -> bool:
    """Whether fighters were captured, which is a toll of a fight and no abduction of civilians."""
    tree, verb = match.tree, match.pred.token
    if match.pattern.type != ABDUCTION or tree.lemma(verb) not in _CAPTURES:
        return False
    if match.pattern.id == _OF_SHIPS:
        return False
    prisoners = tree.lemma(verb) == "take" and any(tree.lemma(k) == "prisoner" for k in tree.kids[verb])
    return prisoners or any("combatant" in classes.of(tree, head) for head in match.pred.get("patient"))


def _reading(match: Match, classes: Classes, key: str) -> EventReading:
    tree, pred, pattern = match.tree, match.pred, match.pattern
    actors = _protesters(match, classes, "actors") or parties(tree, classes, pred, pattern.actors)
    lent = () if pattern.type in _BY_ITSELF else ("clause_agent", "clause_patient")
    if not actors:
        actors = parties(tree, classes, pred, lent[:1])
    if not actors and pattern.type == CLASH and pred.get("clause_patient"):
        # "soldiers died in clashes with rebels": they are the other side
        foes = [n for n in pred.get("clause_patient") if "combatant" in classes.of(tree, n)]
        actors = (
            parties(tree, classes, pred, ("clause_patient",))
            if foes and (pred.get("with") or pred.get("against"))
            else ()
        )
    actors = actors or setters(tree, classes, pred.token)
    if pattern.change == "lost":  # "abandoned the town to it": to the other side, which the word alone does not name
        actors = tuple(a for a in actors if tree.tokens[a.head].upos != "PRON")
    if actors:
        actors += tuple(p for p in companions(tree, classes, pred, pattern) if p.head not in {a.head for a in actors})
    targets: tuple[Phrase, ...] = ()
    taken = {phrase.head for phrase in actors}
    if pred.get("between") and len(actors) > 1:
        actors, targets = actors[:1], actors[1:]
    else:
        found = _protesters(match, classes, "targets") or parties(tree, classes, pred, (*pattern.targets, *lent[1:]))
        targets = tuple(p for p in found if p.head not in taken)
        targets = targets or tuple(p for p in other_side(tree, classes, pred, pattern) if p.head not in taken)
    spots = _spots(match, classes)
    if not targets and pattern.targets and pattern.id != ON_HOMES:  # of a school run by the army pupils are struck
        things = [head for name in ("patient", "struck", "on", "against") for head in pred.get(name)[:1]]
        struck = [*things, *(spot.head for spot in spots[:1] if spot.via is None)]
        owned = [o for head in struck for o in owners(tree, classes, head) if o.head not in taken]
        if pattern.type == TERRITORY_TAKEN:  # "took the governor's compound" from those who guard it
            owned = [o for o in owned if not _UNARMED & classes.of(tree, o.head)]
        targets = tuple({o.head: o for o in owned}.values())
    return EventReading(
        key=key,
        sentence=tree.index,
        trigger=tree.span([pred.token], pred.token),
        quote=(tree.sentence.start, tree.sentence.end),
        found_by=pattern.found_by,
        path=_paths(tree, pred),
        type=pattern.type,
        actors=actors,
        targets=targets,
        places=spots,
        times=times(tree, pred),
    )


def _protesters(match: Match, classes: Classes, side: str) -> tuple[Phrase, ...]:
    """Return who protested, from the protest of which a match tells the outcome, where its own words name nobody.

    "Teachers marched; police dispersed them", "tear gas was fired as students marched".
    """
    if side != ("targets" if match.pattern.type == EXCESSIVE_FORCE else "actors"):
        return ()
    own = parties(match.tree, classes, match.pred, getattr(match.pattern, side))
    if any(match.tree.tokens[phrase.head].upos != "PRON" for phrase in own):
        return ()
    told = (parties(match.tree, classes, one.pred, one.pattern.actors) for one in match.over)
    return next((phrases for phrases in told if phrases), ())


def _spots(match: Match, classes: Classes) -> tuple[Phrase, ...]:
    """Return where it took place; an outcome took place where that was of which it is one."""
    spots = places(match.tree, classes, match.pred, match.pattern.place)
    for earlier in () if spots else match.over:
        spots = spots or places(match.tree, classes, earlier.pred, earlier.pattern.place)
    return spots


def _paths(tree: Tree, pred: Predicate) -> tuple[str, ...]:
    """Return how each argument was reached, and what the event head says of the trigger, for `explain`."""
    learned = told(tree, pred.token)
    arcs = tuple(
        f"{name}: {_path(tree, head, pred.token)}"
        for name, heads in pred.args.items()
        for head in heads
        if not name.startswith("clause:")
    )
    return (*arcs, learned) if learned else arcs


def _path(tree: Tree, head: int, trigger: int) -> str:
    return tree.path(head, trigger) if tree.is_below(head, trigger) else f"{tree.tokens[head].text} (clause above)"
