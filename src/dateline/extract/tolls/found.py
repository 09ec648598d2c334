"""The tolls of one sentence, found but not yet numbered: groups with their harm, numbers of numbers, single victims."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.patterns import PatternBook
from dateline.extract.tolls.bereaved import are_left_behind, are_mourned
from dateline.extract.tolls.beside import beside
from dateline.extract.tolls.burials import are_buried
from dateline.extract.tolls.figures import Figure, find_figures, is_running
from dateline.extract.tolls.group import Group
from dateline.extract.tolls.groups import find_groups
from dateline.extract.tolls.labels import labelled, most_of, opens_with_letter
from dateline.extract.tolls.likewise import likewise
from dateline.extract.tolls.numbers import is_nth, is_number, words
from dateline.extract.tolls.parts import NAMES, Part, find_parts, listed_in, named_harm, names_the_harmed
from dateline.extract.tolls.recounts import find_recounts
from dateline.extract.tolls.sentence import TollSentence
from dateline.extract.tolls.singles import nobody_harmed, single_victims
from dateline.extract.tolls.ties import tie
from dateline.extract.tolls.triggers import Trigger, find_triggers, harmed
from dateline.extract.tree import Tree
from dateline.model.reading import Phrase
from dateline.reference.lexicon import lexicon

_TITLE: Final = 12  # words of a speaker's title and office, at most
_NAMING: Final = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "PART"})
_PRISONERS: Final = frozenset({"prisoner", "captive", "pow"})
_CAPTURED: Final = "captured"
_KILLED: Final = "killed"
_VAGUE: Final = frozenset({"many", "most", "some", "several", "few", "a"})


@dataclass(frozen=True, slots=True)
class Found:
    """One toll of a sentence.

    `at` is the word it is told at, `victims` the head of the harmed; `trigger` is None where only a toll told before
    says what they suffered; `whole` is the number of its whole among those found, `back` that its whole was told
    before; `again` that it counts again what was told before; `running` that it is a running total, `nobody` that its
    words say there was nobody; `too` that they suffered what those did of whom the sentence before told.
    """

    at: int
    victims: int
    count: Phrase | None
    trigger: Trigger | None
    harm: str
    single: bool = False
    whole: int | None = None
    back: bool = False
    again: bool = False
    running: bool = False
    nobody: bool = False
    too: bool = False

    @property
    def token(self) -> int:
        """The word that the toll hangs on: its trigger, else its own words ("without casualties" denies nothing)."""
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
    if not triggers and not after_toll and not names_the_harmed(tree) and not opens_with_letter(tree):
        return []
    groups = [
        group for group in find_groups(tree, classes) if not (_speaks(tree, group) or are_left_behind(tree, group))
    ]
    told = TollSentence(tree, classes, triggers, groups)
    heads = labelled(tree, groups)
    if after_toll and not triggers and (too := likewise(told)):
        return [Found(groups[i].first, groups[i].head, groups[i].count, None, "", too=True) for i in too]
    parts = find_parts(told)
    recounts = list(find_recounts(told, parts))
    if not triggers and not parts and not recounts and not heads:
        return []
    tied = tie(told, [i for i, part in parts.items() if part.listed or part.named is not None])
    _release(told, parts, tied)
    _hold_together(told, parts, tied)
    tied = {i: _gravest(told, trigger) for i, trigger in tied.items()}
    found = {i: _of_group(told, told.groups[i], trigger) for i, trigger in tied.items()}
    for figure in find_figures(told, {*tied, *parts}):
        found[figure.group] = _of_figure(told, figure)
    for i in recounts:
        found[i] = _recount(told, told.groups[i], found.get(i))
    for i, harm in heads.items():
        group = groups[i]
        count, most = group.count, most_of(tree, groups, i)
        if most is not None:  # "min 8, max 10"
            count = words(tree, group.first, most.last, group.count.head)
        found[i] = Found(group.first, group.head, count, None, harm)
        parts.pop(i, None)
    for i, part in sorted(parts.items()):
        one = _of_part(told, i, part, found)
        if one is not None:
            found[i] = one if part.described is None else replace(one, victims=part.described)
        else:
            found.pop(i, None)
    return _in_order(found, _without_number(told, parts, found))


def _speaks(tree: Tree, group: Group) -> bool:
    """Whether people are told as speakers behind what they say: "killed three people, a colonel of the army said"."""
    if _is_listed_speaker(tree, group) or _joins_a_speaker(tree, group):
        return True
    if tree.words[group.first - 1] not in (",", ";") or not group.first:
        return False
    after = _past_names(tree, group.last + 1)
    if after + 1 < len(tree) and tree.words[after] == "," and tree.tokens[after + 1].upos == "PROPN":
        after = _past_names(tree, after + 1) + 1  # "; a spokesman for them, Eduard Basurin, claims"
    elif tree.words[group.first - 1] == ";":
        return False  # "; 12 fighters reported dead"
    says = after < len(tree) and tree.lemma(after) in lexicon()["say_verb"]
    return says and tree.tokens[after].xpos in ("VBD", "VBZ", "VBP")


def _past_names(tree: Tree, start: int) -> int:
    """Return the first word that does not go on with a title, office or name."""
    after = start
    while after < len(tree) and after - start < _TITLE:
        of_them = tree.tokens[after].upos == "PRON" and tree.tokens[after - 1].upos == "ADP"
        if not of_them and tree.tokens[after].upos not in _NAMING:
            break
        after += 1
    return after


def _joins_a_speaker(tree: Tree, group: Group) -> bool:
    """Whether a person is one of the speakers behind what they say: ", residents and a member of it said"."""
    before = group.first - 1
    if tree.words[before] != "and" or tree.words[group.first] not in ("a", "an"):
        return False
    while before > 0 and (tree.tokens[before].upos in _NAMING or tree.words[before] == "and"):
        before -= 1
    after = _past_names(tree, group.last + 1)
    says = after < len(tree) and tree.lemma(after) in lexicon()["say_verb"] and tree.tokens[after].xpos == "VBD"
    return says and before > 0 and tree.words[before] == ","


def _is_listed_speaker(tree: Tree, group: Group) -> bool:
    """Whether people are one of several speakers: "…, a medic and two members of the council said"."""
    first = tree.head(group.head) if tree.rel(group.head) == "conj" else group.head
    verb = tree.head(first)
    opening = tree.subtree(first)[0]
    return (
        tree.tokens[first].deprel == "nsubj"  # "two men were reported killed": they say nothing
        and verb > max(first, group.last)
        and tree.lemma(verb) in lexicon()["say_verb"]
        and opening > 0
        and tree.words[opening - 1] == ","
    )


def _release(told: TollSentence, parts: dict[int, Part], tied: dict[int, Trigger]) -> None:
    """Take those out of a list of parts that suffered something else: "including a woman, and three others injured"."""
    for i, part in list(parts.items()):
        whole = tied.get(part.whole) if part.listed and part.whole is not None else None
        own = beside(told, told.groups[i]) if whole is not None else None
        if own is not None and whole is not None and own.pattern.harm != whole.pattern.harm:
            tied[i] = own
            del parts[i]


def _hold_together(told: TollSentence, parts: Mapping[int, Part], tied: dict[int, Trigger]) -> None:
    """Let "five of them women" suffer what their whole did, unless a word right beside them says otherwise."""
    for i, part in parts.items():
        whole = tied.get(part.whole) if part.whole is not None and not part.listed else None
        if whole is not None and i in tied and beside(told, told.groups[i]) is None:
            tied[i] = whole


def _gravest(told: TollSentence, trigger: Trigger) -> Trigger:
    """Return the killing where those who were taken were killed as well: "were captured, tortured and shot dead"."""
    if trigger.pattern.harm != _CAPTURED or not trigger.verb:
        return trigger
    taken = set(harmed(told.tree, trigger))
    joined = (told.triggers[n] for n in told.tree.conjuncts(trigger.token) if n in told.triggers)
    killed = (one for one in joined if one.verb and one.pattern.harm == _KILLED)
    return next((one for one in killed if not taken.isdisjoint(harmed(told.tree, one))), trigger)


def _of_group(told: TollSentence, group: Group, trigger: Trigger) -> Found:
    harm = _CAPTURED if _is_next_in_list(told, group, trigger) else _harm(told, trigger)
    count = group.count
    if harm != _KILLED and told.text(group.first) in ("a", "an") and is_nth(told.tree, group.count.head):
        count = words(told.tree, group.first, group.first, group.first)  # "a third bomber was seized" may be the first
    return Found(group.first, group.head, count, trigger, harm, back=are_mourned(told, group, trigger))


def _is_next_in_list(told: TollSentence, group: Group, trigger: Trigger) -> bool:
    """Whether prisoners stand in a list behind the dead: "60 killed, 11 prisoners", not "killed 11 prisoners"."""
    behind = told.text(group.first - 1) in (",", "and") and trigger.token < group.first
    counts_others = any(other.last in (trigger.token - 1, trigger.token) for other in told.groups)
    return behind and counts_others and told.tree.lemma(group.head) in _PRISONERS


def _of_figure(told: TollSentence, figure: Figure) -> Found:
    group, noun = told.groups[figure.group], told.triggers[figure.noun]
    victims = group.head if figure.victims is None or not group.bare else figure.victims
    running = is_running(told.tree, figure.noun, group.first)
    count = figure.count or group.count
    found = Found(group.first, victims, count, noun, figure.harm or "", running=running)
    return replace(found, back=figure.harm is None, again=figure.again)


def _recount(told: TollSentence, group: Group, one: Found | None) -> Found:
    """Return a number that counts again; "spoke of eight dead" tells its harm, and not whose dead they were."""
    if one is not None:
        return replace(one, again=True, back=True) if one.trigger is not None and one.trigger.describes else one
    dead = told.tree.lemma(group.head) == "victim" or are_buried(told, group)  # "early inquiries spoke of 40 victims"
    harm = _KILLED if dead else ""
    return Found(group.first, group.head, group.count, None, harm, back=not harm, again=True)


def _harm(told: TollSentence, trigger: Trigger) -> str:
    """Return the harm of a trigger, "" where one number covers two harms.

    "Killed or wounded 30" says neither; of "abducted and killed" the graver counts.
    """
    harm = trigger.pattern.harm
    for joint, beyond in ((trigger.token - 1, trigger.token - 2), (trigger.token + 1, trigger.token + 2)):
        other = told.triggers.get(beyond)
        if other is None or other.is_figure or other.pattern.harm == harm or told.text(joint) not in ("or", "and", "/"):
            continue
        if beyond > joint and beyond + 1 < len(told) and is_number(told.tree, beyond + 1):
            continue  # "were killed and wounded 12"
        both = {harm, other.pattern.harm}
        return _KILLED if told.text(joint) == "and" and _KILLED in both and "wounded" not in both else ""
    return harm


def _of_part(told: TollSentence, i: int, part: Part, found: Mapping[int, Found]) -> Found | None:
    """Return a part with the harm of its whole, None where nothing tells what they suffered."""
    group = told.groups[i]
    whole = found.get(part.whole) if part.whole is not None else None
    if part.named is not None:
        trigger = told.triggers.get(part.named)
        harm = trigger.pattern.harm if trigger else named_harm(told.text(part.named))
        kept = part.whole if whole is not None else None
        return Found(group.first, group.head, group.count, trigger, harm, whole=kept, back=whole is None)
    if not part.listed and told.text(group.first) in _VAGUE:
        return None  # "many of them seriously"
    if i in found:
        same = whole is not None and whole.harm == found[i].harm
        return replace(found[i], whole=part.whole if same else None, back=part.whole is None)
    if whole is not None:
        own = replace(whole, at=group.first, victims=group.head, count=group.count, whole=part.whole, single=False)
        return replace(own, again=False, back=False) if whole.harm and not group.bare else own
    if part.listed:
        nearest = _nearest(told, group.first)
        return _of_group(told, group, nearest) if nearest is not None else None
    if part.whole is not None and part.described is None:
        return None  # "of the 59, fourteen are children" points back past the 59
    return Found(group.first, group.head, group.count, None, _named(told, group), back=True)


def _named(told: TollSentence, group: Group) -> str:
    """Return the harm of "all 11 of the victims", "" where the words point back without one ("eleven of them")."""
    inside = (told.text(k) for k in range(group.first, group.last + 1))
    return next((named_harm(word) for word in inside if word in NAMES), "")


def _nearest(told: TollSentence, before: int) -> Trigger | None:
    """Return the last trigger before a word, else the first behind it."""
    triggers = [trigger for trigger in told.triggers.values() if not trigger.is_figure]
    earlier = [trigger for trigger in triggers if trigger.token < before]
    return earlier[-1] if earlier else next(iter(triggers), None)


def _without_number(told: TollSentence, parts: Mapping[int, Part], found: Mapping[int, Found]) -> list[Found]:
    singles = []
    for trigger, head in single_victims(told):
        one = Found(head, head, None, trigger, _harm(told, trigger), single=True)
        whole = listed_in(told, parts, head)
        held = whole is not None and whole in found and found[whole].harm == one.harm
        singles.append(replace(one, whole=whole) if held else one)
    nobody = [Found(p.head, t.token, p, t, t.pattern.harm, nobody=True) for t, p in nobody_harmed(told)]
    return singles + nobody


def _in_order(found: Mapping[int, Found], rest: Sequence[Found]) -> list[Found]:
    """Return all tolls in text order, each part's whole renumbered."""
    keyed = sorted([*found.items(), *((None, one) for one in rest)], key=lambda pair: pair[1].at)
    place = {key: n for n, (key, _) in enumerate(keyed) if key is not None}
    return [replace(one, whole=place.get(one.whole)) if one.whole is not None else one for _, one in keyed]
