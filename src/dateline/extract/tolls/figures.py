"""Numbers told of a number: "the death toll rose to 45", "put the number of those killed at 17"."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from dateline.extract.attribution.lexicon import speech_lexicon
from dateline.extract.tolls.numbers import SPEAKS, words
from dateline.extract.tolls.sentence import TollSentence
from dateline.extract.tolls.triggers import Trigger
from dateline.extract.tree import Tree
from dateline.model.reading import Phrase
from dateline.reference.calendar import WEEKDAYS
from dateline.reference.lexicon import lexicon

_BEFORE: Final = frozenset({"to", "at", "of", "past", "above", "over", "beyond", "is", "was", "as", ":"})
_VERBS: Final = frozenset({"reach", "hit", "exceed", "pass", "top", "surpass", "be", "number", "total", "cross"})
_BRINGS: Final = frozenset({"bring", "raise", "take", "push", "put", "lift"})
_TELLS: Final = frozenset(
    {"put", "place", "give", "revise", "set", "rise", "stand", "climb", "say", "report", "estimate", "remain"}
    | {*_BRINGS, *_VERBS}
)
_CORRECTS: Final = frozenset({"correct", "revise", "amend", "lower", "reduce", "cut"})
_PUTS: Final = frozenset({"put", "place", "estimate", "give", "set", "report"})
_ABOVE: Final = frozenset({"above", "over", "past", "beyond"})
_NEARER: Final = frozenset({"closer", "nearer"})  # "was closer to 150"
_EXCEEDS: Final = frozenset({"exceed", "pass", "top", "surpass", "cross"})
_GROWS: Final = frozenset(
    {"stand", "rise", "climb", "grow", "jump", "soar", "go", "mount", "increase", "come", "rocket", "remain"}
)
_KILLED: Final = "killed"
_LATE_DEATHS: Final = frozenset({"hospital", "wound", "injury", "rubble"})
_FOUND: Final = frozenset({"die", "succumb", "pull", "recover", "find", "dig"})
_NO_CASE: Final = frozenset({"", "at", "to", "for"})
_THE_DEAD: Final = frozenset({"victims", "deceased"})  # whom a number is of, which says that they died
_AT_PLACES: Final = frozenset({"at", "in", "near", "outside", "inside", "on"})
_RANGES: Final = frozenset({"range", "vary", "run", "differ", "fluctuate"})
_AS: Final = frozenset(
    {"give", "put", "cite", "report", "name", "record", "announce", "release", "quote", "mention"}
)  # "gave 14 as the number"
_DEAD: Final = frozenset({"dead", "martyrs", "deaths", "fatalities", "killed", "slain", "fallen", "losses"})
_COPULA: Final = frozenset({"is", "are", "were", "was"})
_REACH: Final = 36  # words between the noun and its number, at most
_OF_REACH: Final = 4  # words between "the number of" and the word of harm, at most


@dataclass(frozen=True, slots=True)
class Figure:
    """A number told of a number.

    `group` is the number of the group that holds it; `harm` what they suffered, None where the noun alone ("the
    figure") leaves it to what was told before; `victims` the head of the people that the noun names, if any;
    `count` the words of the number, where the group holds the old one too ("rose from 46 to 57"); `again` that it
    counts those told of before ("put the dead at eight").
    """

    noun: int
    group: int
    harm: str | None
    victims: int | None
    count: Phrase | None = None
    again: bool = False


def find_figures(told: TollSentence, taken: Collection[int]) -> Iterator[Figure]:
    """Yield the numbers told of a number in a sentence.

    Args:
        told: the sentence.
        taken: the groups that suffered a harm of their own, or are parts.
    """
    given: set[int] = set()
    for trigger in [t for t in told.triggers.values() if t.is_figure]:
        victims, named = _of_whom(told, trigger.token)
        plain = trigger.pattern.weak
        harm = (named.pattern.harm if named else _named(told, victims)) if plain else trigger.pattern.harm
        if plain and harm is None and not _is_told(told.tree, trigger.token):
            continue
        group = _number(told, trigger.token, taken)
        if group is not None:
            count = _latest(told, group) or _exceeded(told, group)
            given.add(group)
            whose = None if told.text(victims or 0) in _THE_DEAD else victims
            yield Figure(trigger.token, group, harm, whose, count)
            for other in _joined(told, group, taken):
                given.add(other)
                yield Figure(trigger.token, other, harm, whose)
    for trigger in told.triggers.values():
        put = None if trigger.is_figure else _put_at(told, trigger)
        grown = None if trigger.is_figure or put is not None else _grown_to(told, trigger)
        group = grown if put is None else put
        if group is not None and group not in taken and group not in given:
            again = told.text(trigger.token - 1) == "the" and put is not None
            yield Figure(trigger.token, group, trigger.pattern.harm, trigger.token, _exceeded(told, group), again)


def _joined(told: TollSentence, group: int, taken: Collection[int]) -> Iterator[int]:
    """Yield the numbers that go on with a figure for other places: "at 200 in the mosque and 21 at the hospital"."""
    for number in range(group + 1, len(told.groups)):
        one, before = told.groups[number], told.groups[number - 1]
        between = range(before.last + 1, one.first)
        words = [told.text(k) for k in between]
        placed = words[:1] and words[0] in _AT_PLACES and words[-1] in ("and", ",")
        if number in taken or not one.bare or not placed or told.text(one.last + 1) not in _AT_PLACES:
            return
        if any(told.upos(k) in ("VERB", "AUX", "NUM") for k in between):
            return
        yield number


def _grown_to(told: TollSentence, trigger: Trigger) -> int | None:
    """Return the number of "fatalities have climbed to 33", "deaths now number 48"."""
    tree, noun = told.tree, trigger.token
    if trigger.verb or (tree.tokens[noun].xpos not in ("NNS", "NNPS") and told.text(noun) != "dead"):
        return None
    behind = (i for i, group in enumerate(told.groups) if noun < group.first <= noun + _REACH and group.bare)
    group = next(behind, None)
    if group is None:
        return None
    before = told.before(told.groups[group].first)
    between = range(noun + 1, told.groups[group].first)
    if told.text(noun) == "dead" and between and all(told.text(k) == "now" for k in between):
        return group  # "station dead now 57", a headline
    if tree.lemma(before) in _VERBS - {"be", "hit"} or _is_said_to_be(told, noun, before):
        return group
    if told.text(before) == "at" and tree.lemma(before - 1) in _PUTS and tree.head(noun) == before - 1:
        return group  # "losses are put at more than 300"
    return group if told.text(before) in _BEFORE and tree.lemma(before - 1) in _GROWS | {"up"} else None


def _is_said_to_be(told: TollSentence, noun: int, before: int) -> bool:
    """Whether the dead are said to be a number: "the dead of that day are 17", "the martyrs were no fewer than 40"."""
    if told.text(noun) not in _DEAD or told.text(before) not in _COPULA:
        return False
    return not any(told.upos(k) in ("VERB", "AUX", "PUNCT", "NUM") for k in range(noun + 1, before))


def _put_at(told: TollSentence, trigger: Trigger) -> int | None:
    """Return the number of "put its own dead at seven", "estimates government losses at 25"."""
    tree, noun = told.tree, trigger.token
    verb = tree.head(noun)
    owned = bool(tree.children(noun, "nmod:poss", "det", "compound", "amod"))
    brings = tree.lemma(verb) in _BRINGS - {"put"} if verb >= 0 else False
    if verb < 0 or not (brings or tree.lemma(verb) in _PUTS) or trigger.verb:
        return None
    if tree.rel(noun) != "obj" and not (tree.rel(noun) == "xcomp" and (owned or told.text(noun) == "dead")):
        return None
    reach = _REACH if told.text(noun) in _DEAD else _OF_REACH
    behind = (i for i, group in enumerate(told.groups) if noun < group.first <= noun + reach and group.bare)
    before = ("to",) if brings else ("at", "as")  # "brings the dead to six"
    return next((i for i in behind if told.text(told.groups[i].first - 1) in before), None)


def _of_whom(told: TollSentence, noun: int) -> tuple[int | None, Trigger | None]:
    """Return the people of "the number of journalists killed", and the trigger that says what they suffered."""
    tree, triggers = told.tree, told.triggers
    kid = next((k for k in tree.children(noun, "nmod") if tree.case(k) == "of"), None)
    if kid is None:
        return None, _behind_of(told, noun)
    if kid in triggers:
        return None, triggers[kid]
    suffered = (triggers[k] for k in [*tree.subtree(kid), kid + 1] if k in triggers and not triggers[k].is_figure)
    return kid, next(suffered, None)


def _named(told: TollSentence, victims: int | None) -> str | None:
    """Return the harm of "the number of victims", None where the people that a noun names may be any."""
    return _KILLED if victims is not None and told.text(victims) in _THE_DEAD else None


def _behind_of(told: TollSentence, noun: int) -> Trigger | None:
    """Return the word of harm of "the number of injured" or of "number killed", taken for a participle."""
    right = told.triggers.get(noun + 1)
    if right is not None and (right.describes or told.tree.tokens[noun + 1].deprel == "acl"):
        return right
    if told.text(noun + 1) != "of":
        return None
    near = (told.triggers.get(k) for k in range(noun + 2, noun + 2 + _OF_REACH))
    return next((trigger for trigger in near if trigger is not None and not trigger.is_figure), None)


def _latest(told: TollSentence, group: int) -> Phrase | None:
    """Return the words of the second number of "rose from 46 to 57", which is what is told."""
    one = told.groups[group]
    if told.text(one.first - 1) != "from" or told.tree.lemma(one.first - 2) in _RANGES:
        return None  # "range from 14 to 23" tells both
    to = next((k for k in range(one.last - 1, one.first, -1) if told.text(k) == "to"), None)
    end = one.count.end
    last = next((k for k in range(one.last, one.first, -1) if told.tree.tokens[k].end <= end), None)
    return None if to is None or last is None or last <= to else words(told.tree, to + 1, last, last)


def _exceeded(told: TollSentence, group: int) -> Phrase | None:
    """Return the words of a number with what says that it is passed: "rose above 40", "has passed 50"."""
    one, tree = told.groups[group], told.tree
    before = one.first - 1
    if told.text(before) in _ABOVE or tree.lemma(before) in _EXCEEDS:
        last = next(k for k in range(one.last, before, -1) if tree.tokens[k].end <= one.count.end)
        return words(tree, _negated(told, before), last, one.count.head)
    return None


def _negated(told: TollSentence, exceeds: int) -> int:
    """Return where a bound begins, at the "not" of "has not so far exceeded 20" if it has one."""
    first = exceeds - 1
    while told.upos(first) in ("ADV", "ADP", "ADJ") and exceeds - first <= _OF_REACH:
        first -= 1
    denied = next((k for k in range(max(first, 0), exceeds) if told.text(k) in ("not", "n't", "never")), None)
    return exceeds if denied is None else denied


def _is_told(tree: Tree, noun: int) -> bool:
    """Whether a noun without a harm is told a number: "put the number at 17", "the figure was 30"."""
    head = tree.head(noun)
    of = [k for k in tree.children(noun, "nmod") if tree.tokens[k].upos != "NUM" and not _tells_whose(tree, k)]
    if head < 0 or any(tree.case(k) not in _NO_CASE for k in of):
        return False  # "the number of cases", but "the government's count", "the first count of 15"
    if tree.rel(noun) == "nsubj" and tree.tokens[head].upos == "NUM":
        return bool(tree.children(head, "cop"))  # "the number was 137"
    if tree.case(noun) == "of" and tree.lemma(head) in SPEAKS:
        return True  # "speaks of a lower figure: 150"
    return tree.rel(noun) in ("obj", "nsubj") and (tree.lemma(head) in _TELLS or tree.words[head] in _NEARER)


def _tells_whose(tree: Tree, of: int) -> bool:
    """Whether a count is told of who made it or when: "the count of the association", "his tally on Saturday"."""
    speakers = speech_lexicon().speakers
    return tree.lemma(of) in WEEKDAYS or (tree.case(of) == "of" and tree.lemma(of) in speakers)


def _number(told: TollSentence, noun: int, taken: Collection[int]) -> int | None:
    """Return the group that tells the number: the first behind the noun, or the one of "brings to 46 the number"."""
    for i, group in enumerate(told.groups):
        at, lemmas = told.before(group.first), told.tree.lemmas
        before = told.text(at)
        if noun < group.first <= noun + _REACH and i not in taken:
            changed = before == "from" and _latest(told, i) is not None
            ranges = lemmas[at] in _RANGES or (before == "from" and lemmas[at - 1] in _RANGES)
            if before in _BEFORE or lemmas[at] in _VERBS or changed or ranges or (at == noun and group.bare):
                return i  # "toll now 17"
        elif noun - 4 <= group.last < noun and (
            (before == "to" and lemmas[at - 1] in _BRINGS | _CORRECTS)
            or (before == "at" and lemmas[at - 1] in _PUTS)
            or (told.text(group.last + 1) == "as" and lemmas[at] in _AS)
        ):
            return i
    return None


def is_running(tree: Tree, noun: int, number: int) -> bool:
    """Return whether a toll is a running total: "brings the toll to", but not "brings the toll from the attack to".

    Args:
        tree: the sentence.
        noun: the noun that speaks of the number.
        number: the first word of the number.
    """
    verb = tree.head(noun)
    if verb < 0 or tree.rel(noun) != "obj" or tree.lemma(verb) not in _BRINGS - {"put"}:
        return False
    speakers = speech_lexicon().speakers | speech_lexicon().persons
    subjects = tree.children(verb, "nsubj")
    if any(tree.lemma(k) in speakers or tree.words[k] in ("that", "this") for k in subjects):
        return False  # "the ministry raised the figure to 31", "That brings the dead to six"
    if _tells_late_deaths(tree):
        return False
    return not any(tree.lemma(k) in lexicon()["violence"] - lexicon()["war"] for k in range(noun, number))


def _tells_late_deaths(tree: Tree) -> bool:
    """Whether some died or were found after the rest: "three more died in hospital, taking the toll to 29".

    Others who "were wounded" beside the dead are no such.
    """
    if _FOUND.isdisjoint(tree.lemmas):
        return False
    nouns = (lemma for lemma, token in zip(tree.lemmas, tree.tokens, strict=True) if token.upos == "NOUN")
    return "succumb" in tree.lemmas or not _LATE_DEATHS.isdisjoint(nouns)
