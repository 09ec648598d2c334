"""The tolls of one sentence, found but not yet numbered: groups with their harm, numbers told of numbers, single victims."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.patterns import PatternBook
from dateline.extract.toll_causes import is_accident
from dateline.extract.toll_figures import find_figures, is_running
from dateline.extract.toll_groups import Group, find_groups, is_someone
from dateline.extract.toll_numbers import is_number, text, words
from dateline.extract.toll_parts import Part, find_parts, named_harm, names_the_harmed
from dateline.extract.toll_ties import beside, tie
from dateline.extract.toll_triggers import Trigger, find_triggers, harmed
from dateline.extract.tree import Tree
from dateline.model.reading import Phrase
from dateline.reference.lexicon import lexicon

_ATTRIBUTES: Final = frozenset({"amod", "acl", "advmod"})


@dataclass(frozen=True, slots=True)
class Found:
    """One toll of a sentence.

    `at` is the word it is told at, `victims` the head of the harmed; `trigger` is None where only a toll told before says
    what they suffered; `whole` is the number of its whole among those found, `back` that its whole was told before.
    """

    at: int
    victims: int
    count: Phrase | None
    trigger: Trigger | None
    harm: str
    single: bool = False
    whole: int | None = None
    back: bool = False
    running: bool = False
    nobody: bool = False

    @property
    def token(self) -> int:
        """The word that the toll hangs on: its trigger, else its number ("without casualties" denies no toll of nobody)."""
        return self.trigger.token if self.trigger and not self.nobody else self.at


def find_tolls(tree: Tree, classes: Classes, book: PatternBook, *, after_toll: bool) -> list[Found]:
    """Return the tolls of a sentence in text order.

    Args:
        tree: the sentence.
        classes: the report's classes.
        book: the toll patterns.
        after_toll: whether a toll was told in the sentences right before, to which "eight of them" may point back.
    """
    triggers = find_triggers(tree, classes, book)
    if not triggers and not after_toll and not names_the_harmed(tree):
        return []
    groups = find_groups(tree, classes)
    parts = find_parts(tree, classes, triggers, groups)
    if not triggers and not parts:
        return []
    listed = [i for i, part in parts.items() if part.listed or part.named is not None]
    tied = tie(tree, classes, triggers, groups, listed)
    tied = {i: trigger for i, trigger in tied.items() if not is_accident(tree, trigger.pred)}
    for i in listed:
        if not parts[i].listed:
            continue
        whole, own = (
            tied.get(parts[i].whole) if parts[i].whole is not None else None,
            beside(tree, classes, triggers, groups[i]),
        )
        if own is not None and whole is not None and own.pattern.harm != whole.pattern.harm:
            tied[i] = own  # "including a woman, and three others injured"
            del parts[i]
    found = {i: _of_group(tree, triggers, groups[i], trigger) for i, trigger in tied.items()}
    for figure in find_figures(tree, triggers, groups, {*tied, *parts}):
        found[figure.group] = _of_figure(tree, groups[figure.group], triggers[figure.noun], figure.harm, figure.victims)
    _add_parts(tree, triggers, groups, parts, found)
    rest = [*_singles(tree, classes, triggers, groups), *_without(tree, triggers, groups)]
    return _in_order(found, rest)


def _of_group(tree: Tree, triggers: Mapping[int, Trigger], group: Group, trigger: Trigger) -> Found:
    return Found(group.first, group.head, group.count, trigger, _harm(tree, triggers, trigger))


def _of_figure(tree: Tree, group: Group, noun: Trigger, harm: Trigger | None, victims: int | None) -> Found:
    running = is_running(tree, noun.token)
    told = group.head if victims is None else victims
    if harm is None:
        return Found(group.first, told, group.count, noun, "", back=True, running=running)
    return Found(group.first, told, group.count, noun, harm.pattern.harm, running=running)


def _harm(tree: Tree, triggers: Mapping[int, Trigger], trigger: Trigger) -> str:
    """Return the harm of a trigger, "" where one number covers two: "killed or wounded 30"; of "abducted and killed" the graver."""
    harm = trigger.pattern.harm
    for joint, beyond in ((trigger.token - 1, trigger.token - 2), (trigger.token + 1, trigger.token + 2)):
        other = triggers.get(beyond)
        if (
            other is None
            or other.is_figure
            or other.pattern.harm == harm
            or text(tree, joint) not in ("or", "and", "/")
        ):
            continue
        if beyond > joint and beyond + 1 < len(tree) and is_number(tree, beyond + 1):
            continue  # "were killed and wounded 12"
        both = {harm, other.pattern.harm}
        return "killed" if text(tree, joint) == "and" and "killed" in both and "wounded" not in both else ""
    return harm


def _add_parts(
    tree: Tree,
    triggers: Mapping[int, Trigger],
    groups: Sequence[Group],
    parts: Mapping[int, Part],
    found: dict[int, Found],
) -> None:
    """Give each part the harm of its whole, in text order."""
    for i, part in sorted(parts.items()):
        group = groups[i]
        whole = found.get(part.whole) if part.whole is not None else None
        if part.named is not None:
            trigger = triggers.get(part.named)
            harm = trigger.pattern.harm if trigger else named_harm(tree, part.named)
            one = Found(group.first, group.head, group.count, trigger, harm, whole=part.whole if whole else None)
            found[i] = replace(one, back=whole is None)
        elif i in found and _is_vague(tree, group):
            del found[i]
        elif i in found:
            same = whole is not None and whole.harm == found[i].harm
            found[i] = replace(found[i], whole=part.whole if same else None, back=part.whole is None)
        elif whole is not None and (part.listed or not _is_vague(tree, group)):
            found[i] = replace(
                whole, at=group.first, victims=group.head, count=group.count, whole=part.whole, single=False
            )
        elif part.listed:
            nearest = _nearest(triggers, group.first)
            if nearest is not None:
                found[i] = _of_group(tree, triggers, group, nearest)
        elif part.whole is None and not _is_vague(tree, group):
            found[i] = Found(group.first, group.head, group.count, None, "", back=True)
        if part.described is not None and i in found:
            found[i] = replace(found[i], victims=part.described)


def _is_vague(tree: Tree, group: Group) -> bool:
    """Whether a part is told by no number at all: "many of them seriously", "some of them children"."""
    return text(tree, group.first) in ("many", "most", "some", "several", "few", "a")


def _nearest(triggers: Mapping[int, Trigger], before: int) -> Trigger | None:
    """Return the last trigger before a word, else the first behind it."""
    told = [trigger for trigger in triggers.values() if not trigger.is_figure]
    earlier = [trigger for trigger in told if trigger.token < before]
    return earlier[-1] if earlier else next(iter(told), None)


def _singles(tree: Tree, classes: Classes, triggers: Mapping[int, Trigger], groups: Sequence[Group]) -> Iterator[Found]:
    """Yield the single victims told without a number: "killed commander X", "the mayor was shot dead"."""
    taken: set[int] = set()
    for trigger in triggers.values():
        if is_accident(tree, trigger.pred) or trigger.describes and tree.tokens[trigger.token].deprel in _ATTRIBUTES:
            continue
        for head in harmed(tree, trigger):
            inside = any(group.first <= head <= group.last for group in groups)
            if (
                inside
                or _is_told_again(tree, groups, head)
                or head in taken
                or head == trigger.token
                or tree.children(head, "nummod")
            ):
                continue
            if _is_same_person(tree, head):
                continue
            if is_someone(tree, classes, head) and _is_of(tree, classes, head, trigger.pattern.harmed):
                taken.add(head)
                yield Found(head, head, None, trigger, _harm(tree, triggers, trigger), single=True)


def _is_told_again(tree: Tree, groups: Sequence[Group], head: int) -> bool:
    """Whether a name stands in apposition to a group: "Abu Nasr, a commander"."""
    beside = [*tree.children(head, "appos"), *([tree.head(head)] if tree.rel(head) == "appos" else [])]
    return any(group.head in beside for group in groups)


def _is_same_person(tree: Tree, head: int) -> bool:
    """Whether a noun only says more of the person before it: "the politician, lawyer and former ambassador"."""
    token = tree.tokens[head]
    return token.upos == "NOUN" and token.deprel in ("conj", "appos") and not tree.children(head, "det", "nmod:poss")


def _is_of(tree: Tree, classes: Classes, head: int, want: frozenset[str]) -> bool:
    return not want or bool(classes.of(tree, head) & (want | {"person"}))


def _without(tree: Tree, triggers: Mapping[int, Trigger], groups: Sequence[Group]) -> Iterator[Found]:
    """Yield the tolls of nobody: "without causing casualties"."""
    for trigger in triggers.values():
        token = trigger.token
        start = next((k for k in range(token - 1, max(token - 4, -1), -1) if text(tree, k) == "without"), None)
        if start is not None and tree.lemma(token) in lexicon()["casualty"]:
            if not any(start < group.first <= token for group in groups):
                yield Found(start, token, words(tree, start, token, token), trigger, trigger.pattern.harm, nobody=True)


def _in_order(found: Mapping[int, Found], rest: Sequence[Found]) -> list[Found]:
    """Return all tolls in text order, each part's whole renumbered."""
    keyed = sorted([*found.items(), *((None, one) for one in rest)], key=lambda pair: pair[1].at)
    place = {key: n for n, (key, _) in enumerate(keyed) if key is not None}
    return [replace(one, whole=place.get(one.whole)) if one.whole is not None else one for _, one in keyed]
