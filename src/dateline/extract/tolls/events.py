"""The event that a toll belongs to: its trigger, its cause, its clause, else one that was told before it.

A toll without an event of its own points back ("in the same raid"), or fighters died in the fight that is reported.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.lags import lagging
from dateline.extract.patterns import pattern_book
from dateline.extract.tolls.found import Found
from dateline.extract.tolls.numbers import text
from dateline.extract.tolls.recalled import without_recalled
from dateline.extract.tree import Tree
from dateline.model.reading import EventReading
from dateline.reference.codebook import codebook
from dateline.reference.sub_events import ABDUCTION, DISRUPTED_WEAPONS, LOOTING, PEACEFUL_PROTEST, SEXUAL_VIOLENCE

_BODILY: Final = frozenset({"killed", "wounded", ""})
_FIGHTS: Final = ("ground", "territory")  # the families in which both sides lose people, the fight itself first
# What is no act of violence by its type may have been one by its words: "burnt the village and killed five".
_MAY_HARM: Final = frozenset({LOOTING, DISRUPTED_WEAPONS})
# Where nothing in their own sentence says so, nobody is taken to have died of these.
_MILD: Final = frozenset({PEACEFUL_PROTEST, SEXUAL_VIOLENCE, ABDUCTION})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
# What opens a clause of something else.
_OPENS: Final = frozenset({"after", "before", "since", "when", "where", "while", "as"})
_THEN: Final = frozenset({"then", "that", "those", "there"})  # what points to what was last told
_WITHIN: Final = frozenset({"in", "during"})
_NOUN_REACH: Final = 6  # words from "in" to the noun of an event, at most
_BETWEEN: Final = frozenset({"VERB", "AUX", "NUM", "PUNCT", "CCONJ", "SCONJ"})
_CLAUSES: Final = frozenset({"conj", "parataxis"})
_OF_FIGHTERS: Final = 12  # sentences back in which the fight may have been told that fighters died in
_OF_OTHERS: Final = 2  # and what harmed anyone else


class TollEvents:
    """The events of a report, to which its tolls are tied.

    Args:
        events: the report's events.
        classes: the report's classes.
        entries: the entry in which a sentence stands, in a report made up of such.
    """

    def __init__(self, events: Sequence[EventReading], classes: Classes, entries: Mapping[int, range]) -> None:
        self._events = events
        self._entries = entries
        self._classes = classes
        self._of: dict[int, list[EventReading]] = defaultdict(list)
        for event in events:
            self._of[event.sentence].append(event)

    def of(self, tree: Tree, one: Found, *, timed: bool) -> EventReading | None:
        """Return the event that a toll belongs to, None where none is told that could have harmed people.

        Args:
            tree: the toll's sentence.
            one: the toll.
            timed: whether its clause tells a day of its own; then no event of another sentence is taken for it.
        """
        if (behind := self.behind(tree, one)) is not None:
            return behind
        own = next((event for event in self._of.get(tree.index, ()) if event.trigger.head == one.token), None)
        if own is not None:
            return own
        able = [event for event in self._of.get(tree.index, ()) if _can_harm(event, one.harm)]
        apart = lagging(tree, one.token)
        able = [event for event in able if lagging(tree, event.trigger.head) == apart]
        found = _tied(tree, one, able) or _nearest(tree, one, able)
        return found if found is not None or timed or apart is not None else self._before(tree, one)

    def behind(self, tree: Tree, one: Found) -> EventReading | None:
        """Return the event that a number's own phrase tells: "27 deaths in the raid on A, and 11 in a raid on B".

        Only numbers behind another need it, which the tree hangs on the word of harm that both share.

        Args:
            tree: the toll's sentence.
            one: the toll.
        """
        at = max(one.at, one.victims) + 1
        if one.count is None or one.trigger is None or one.token > one.at or text(tree, at) not in _WITHIN:
            return None
        able = (event for event in self._of.get(tree.index, ()) if _can_harm(event, one.harm))
        nouns = [event for event in able if at < event.trigger.head <= at + _NOUN_REACH]
        near = min(nouns, key=lambda event: event.trigger.head, default=None)
        if near is None or any(tree.tokens[k].upos in _BETWEEN for k in range(at + 1, near.trigger.head)):
            return None
        return near if tree.tokens[near.trigger.head].upos in ("NOUN", "PROPN") else None

    def is_told_in(self, key: str | None, sentence: int) -> bool:
        """Return whether an event is one that a sentence tells itself."""
        return any(event.key == key for event in self._of.get(sentence, ()))

    def kills_in(self, sentence: int) -> bool:
        """Return whether a sentence tells an event in which people may have died."""
        return any(may_kill(event) for event in self._of.get(sentence, ()))

    def _before(self, tree: Tree, one: Found) -> EventReading | None:
        """Return the event of the sentences before that a toll without one in its own must belong to."""
        entry = self._entries.get(tree.index)
        before = [event for event in self._events if event.sentence < tree.index]
        before = [event for event in before if self._entries.get(event.sentence) == entry]
        # Of a report that tells of nothing worse people died as their village burnt.
        told = [event for event in before if _does_harm(event, one.harm)] or [e for e in before if e.type == LOOTING]
        if told and not _points_there(tree):
            told = without_recalled(told, tree.text)
        meant = _families_named(tree, one)
        if meant:
            same = [event for event in told if _family(event) in meant]
            return same[-1] if same else None
        beside = [event for event in told if event.sentence == tree.index - 1]
        if len(beside) == 1:
            return beside[0]
        if self._are_fighters(tree, one.victims):
            return _last_fight(told, tree.index) or (beside[-1] if beside else None)
        if beside:
            return beside[-1]
        near = [event for event in told if tree.index - event.sentence <= _OF_OTHERS and _family(event) not in _FIGHTS]
        return near[-1] if near else None

    def _are_fighters(self, tree: Tree, head: int) -> bool:
        """Whether people bear arms: soldiers, members of the guard."""
        heads = [head, *(k for k in tree.children(head, "nmod") if tree.case(k) == "of")]
        armed = {"combatant", "military"}
        return any(armed & self._classes.of(tree, one) or _are_someones_men(tree, one) for one in heads)


def _points_there(tree: Tree) -> bool:
    """Whether a sentence goes on with what was last told, however long ago: "that attack", "had died then"."""
    return not _THEN.isdisjoint(tree.words) or any(
        tree.words[k] == "had" and tree.tokens[k].upos == "AUX" for k in range(len(tree))
    )


def _are_someones_men(tree: Tree, head: int) -> bool:
    """Whether men are told by whom they follow: "eighteen of Haftar's men"."""
    return tree.lemma(head) == "man" and bool(tree.children(head, "nmod:poss"))


def may_kill(event: EventReading) -> bool:
    """Return whether people whose death is told elsewhere may be taken to have died in an event."""
    return _does_harm(event, "killed")


def _does_harm(event: EventReading, harm: str) -> bool:
    """Whether an event of another sentence may be taken for what harmed people."""
    return _can_harm(event, harm) and not (harm in _BODILY and event.type in _MAY_HARM | _MILD)


def _can_harm(event: EventReading, harm: str) -> bool:
    """Whether people may have suffered a harm in an event: no one is killed by a withdrawal or an agreement."""
    violent = codebook()[event.type].disorder_type != "Strategic developments"
    return violent or event.type in _MAY_HARM or harm not in _BODILY


def _family(event: EventReading) -> str:
    return codebook()[event.type].family


def _tied(tree: Tree, one: Found, here: Sequence[EventReading]) -> EventReading | None:
    """Return the event that the tree ties a toll to: one of its arguments, its clause, or a word above it."""
    within = _of_figure(tree, one, here) or _before_verb(tree, one, here)
    if within is not None:
        return within
    pred = one.trigger.pred if one.trigger else None
    beside = {head for heads in pred.args.values() for head in heads} | set(tree.kids[pred.clause]) if pred else set()
    causes = [
        event for event in here if event.trigger.head in beside and not _is_another(tree, event, one.token, one.victims)
    ]
    if causes:
        return causes[0]
    above = [one.token, *tree.ancestors(one.token)]
    holding = [event for event in here if event.trigger.head in above]
    return min(holding, key=lambda event: above.index(event.trigger.head)) if holding else None


def _of_figure(tree: Tree, one: Found, here: Sequence[EventReading]) -> EventReading | None:
    """Return the event that a figure is told of: "the number of dead from Sunday's raid on A rose to 60"."""
    if one.trigger is None or not one.trigger.is_figure:
        return None
    return next((event for event in here if tree.is_below(event.trigger.head, one.token)), None)


def _before_verb(tree: Tree, one: Found, here: Sequence[EventReading]) -> EventReading | None:
    """Return the event right before a verb that the tree gives no subject: "…, days after a bomb at A killed 59"."""
    verb = one.token
    if one.trigger is None or not one.trigger.verb or one.trigger.of_subject or one.trigger.pred.passive:
        return None
    if tree.tokens[verb].xpos not in _FINITE or tree.children(verb, "nsubj", "aux"):
        return None
    opens = next((k for k in range(verb - 1, -1, -1) if tree.tokens[k].upos == "VERB" or tree.words[k] in _OPENS), -1)
    nouns = [event for event in here if opens < event.trigger.head < verb and tree.words[opens] in _OPENS]
    return nouns[0] if nouns else None


def _nearest(tree: Tree, one: Found, here: Iterable[EventReading]) -> EventReading | None:
    fitting = [event for event in here if not _is_another(tree, event, one.token, one.victims)]
    return min(fitting, key=lambda event: abs(event.trigger.head - one.token)) if fitting else None


def _tells_who(tree: Tree, verb: int, victims: int) -> bool:
    """Whether an event only tells who the harmed were: "ten fighters, two of whom blew up their cars, were killed".

    "The number of those who died in the blast" tells how they died.
    """
    for one in (verb, *tree.ancestors(verb)):
        if tree.tokens[one].deprel == "acl:relcl":
            return tree.is_below(one, victims) and tree.lemma(one) not in pattern_book("toll").verbs
    return False


def _is_another(tree: Tree, event: EventReading, token: int, victims: int) -> bool:
    """Whether an event is told behind a toll as a thing of its own: "six died, and two bombers blew themselves up"."""
    verb = event.trigger.head
    if _tells_who(tree, verb, victims):
        return True
    if verb < token or tree.tokens[verb].deprel not in _CLAUSES or not tree.children(verb, "nsubj"):
        return False
    return not tree.is_below(token, verb)


def _families_named(tree: Tree, one: Found) -> frozenset[str]:
    """Return the families of the event nouns in a toll's clause that tell no event themselves: "in the same raid"."""
    pred = one.trigger.pred if one.trigger else None
    if pred is None:
        return frozenset()
    heads = {head for name in ("in", "during", "by", "from", "agent") for head in pred.get(name)}
    return frozenset().union(*(_noun_families().get(tree.lemma(head), frozenset()) for head in heads))


@cache
def _noun_families() -> Mapping[str, frozenset[str]]:
    """Return the families of the types that a noun by itself may tell."""
    found: dict[str, set[str]] = defaultdict(set)
    for noun, entries in pattern_book("event").nouns.items():
        found[noun] |= {codebook()[entry.pattern.type].family for entry in entries if not entry.extra}
    return {noun: frozenset(families) for noun, families in found.items() if families}


def _last_fight(told: Sequence[EventReading], now: int) -> EventReading | None:
    """Return the fight that was last told before a sentence, a battle before the capture that it ended in.

    Of several in one sentence the first is what the others came of: "took the town and the hills above it".
    """
    near = [event for event in told if now - event.sentence <= _OF_FIGHTERS]
    for family in _FIGHTS:
        fights = [event for event in near if _family(event) == family]
        if fights:
            return next(event for event in fights if event.sentence == fights[-1].sentence)
    return None
