"""Asides: clauses that tell of another time than their sentence does, and lend it neither day nor place."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.model.annotated import Annotated, Token
from dateline.model.reading import EventReading, Phrase, Reading
from dateline.model.when import When
from dateline.reference.lexicon import lexicon
from dateline.reference.trigger_words import POINTING
from dateline.resolve.heads import covered, top_of, up

_OF_OLD: Final = re.compile(
    r"\b(?:(?:last|previous) (?:year|spring|summer|autumn|fall|winter|month)"
    r"|(?:years|months|decades|a (?:year|decade)) (?:ago|earlier|before|back))\b",
    re.IGNORECASE,
)
_LONG_AGO: Final = dt.timedelta(days=92)  # before publication: news tells of it as background only
_QUALIFYING: Final = frozenset({"compound", "amod", "nmod:poss"})
_STATES: Final = frozenset({"remain", "be", "stay"})
_BESIDE: Final = 2  # words between a verb of saying and the day of saying ("said late on Thursday")
_TELLING: Final = frozenset({"tell", "inform", "brief"})
_RELATIVE: Final = frozenset({"which", "who", "where", "whose"})
_ELSEWHEN: Final = frozenset({"after", "before", "since", "until", "till", "unless"})


def is_long_ago(when: When | None, news: dt.date | None) -> bool:
    """Return whether a time lies so long before the news that a report tells of it as background.

    Args:
        when: the time.
        news: the day after the publication of a news report, None where it is not known.
    """
    return when is not None and when.after is not None and news is not None and news - when.after >= _LONG_AGO


def is_told_of_old(words: str) -> bool:
    """Return whether words for a time say by themselves that it lies months or years back: "last summer".

    Args:
        words: as a report writes them.
    """
    return _OF_OLD.search(words) is not None


def aside_of(trigger: Phrase, annotated: Annotated) -> int | None:
    """Return the verb of the innermost relative or temporal clause that a trigger stands in, None outside any.

    "The group, which took A in June, …" and "two weeks after rebels seized A" tell of June and of then alone.

    Args:
        trigger: an event's trigger.
        annotated: its report.
    """
    return _aside_at(annotated.sentences[trigger.sentence].tokens, trigger.head)


def tells_before(trigger: Phrase, annotated: Annotated) -> bool:
    """Return whether a trigger stands in a clause with "since", "after" and the like, rather than a relative one.

    Args:
        trigger: an event's trigger.
        annotated: its report.
    """
    verb = aside_of(trigger, annotated)
    return verb is not None and annotated.sentences[trigger.sentence].tokens[verb].deprel == "advcl"


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whether words whose head is `at` are those of a phrase; `telling` are the verbs of others' asides."""

    phrase: Phrase
    at: int
    telling: Container[int]
    old: bool


def _sets_apart(tokens: Sequence[Token], one: int, asked: _Asked) -> bool:
    """Whether a word on the way up from the words is set apart from the phrase, which does not hang on it."""
    above = tokens[one].head
    if above < 0:
        return False
    relation = tokens[one].deprel
    if relation == "acl:relcl":
        ahead, of_subject = tokens[asked.at].end <= asked.phrase.start, tokens[above].deprel.startswith("nsubj")
        cut_off = _cut_off(tokens, one, tokens[asked.at].start)
        told = (one in asked.telling or _is_remark(tokens, one)) and not cut_off
        return asked.old or ahead or of_subject or told
    if relation == "acl":
        return asked.old or (tokens[asked.at].head == one and _points_back(tokens, asked.phrase.head))
    if relation in _QUALIFYING:
        return one == asked.at and tokens[above].upos == "NOUN" and _points_back(tokens, asked.phrase.head)
    return _is_elsewhen(tokens, one) and not _lasts(tokens, above)


def _modifier(tokens: Sequence[Token], own: Sequence[int], telling: Container[int]) -> int:
    """Return the head of words, or the verb of an aside right behind which they stand, where the tree passes over it.

    "Used tanks that it captured last month" tells when they were captured.
    """
    before = own[0] - 1
    if before >= 0 and before in telling:
        return before
    top = top_of(tokens, own)
    return own[0] if top is None else top


def is_beside_saying(sentence: int, words: tuple[int, int], annotated: Annotated) -> bool:
    """Return whether a time stands right behind a verb of saying, or before one: "today reiterated that".

    Args:
        sentence: the words' sentence.
        words: where they begin and end in the report's text.
        annotated: its report.
    """
    tokens = annotated.sentences[sentence].tokens
    before = [t for t in tokens if t.end <= words[0]][-_BESIDE:]
    after = [t for t in tokens if t.start >= words[1]][:1]
    said = [*before, *(t for t in after if t.upos == "VERB")]
    return any(t.lemma.lower() in lexicon()["say_verb"] for t in said) or _hangs_on_saying(tokens, words)


def _hangs_on_saying(tokens: Sequence[Token], words: tuple[int, int]) -> bool:
    """Whether the tree hangs a time on a verb of telling with nothing but whom it tells between: "told A on Monday"."""
    at = next((n for n, t in enumerate(tokens) if words[0] <= t.start < words[1] and t.deprel.startswith("obl")), -1)
    verb = tokens[at].head if at >= 0 else -1
    if not 0 <= verb < at or tokens[verb].lemma.lower() not in _TELLING:
        return False  # "condemned the attack on A on Monday" may tell the attack's day
    return all(t.upos not in ("VERB", "SCONJ", "PUNCT") for t in tokens[verb + 1 : at])


def _points_back(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].upos == "NOUN" and is_pointing(tokens, at)


def _cut_off(tokens: Sequence[Token], verb: int, start: int) -> bool:
    """Whether a comma closes a clause before words that the tree hangs on it: "in A, where six died, on Monday"."""
    return any(t.text == "," for t in tokens[verb:] if t.end <= start)


def _is_remark(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a relative clause behind a comma only adds something: "according to A, who went there on Monday"."""
    first = next((n for n in range(len(tokens)) if tokens[n].text.lower() in _RELATIVE and tokens[n].head == verb), 0)
    return first > 0 and tokens[first - 1].text == ","


def _lasts(tokens: Sequence[Token], main: int) -> bool:
    """Whether a main clause tells a state, which has lasted since what its clause of time tells."""
    state = tokens[main].lemma.lower() in _STATES or tokens[main].upos == "ADJ"
    return state or any(t.head == main and t.deprel == "cop" for t in tokens)


def is_pointing(tokens: Sequence[Token], noun: int) -> bool:
    """Return whether a noun points back to what was told: "the attack", "this blast".

    Args:
        tokens: a sentence's tokens.
        noun: the noun's number among them.
    """
    return any(t.head == noun and t.deprel == "det" and t.text.lower() in POINTING for t in tokens)


def _aside_at(tokens: Sequence[Token], at: int) -> int | None:
    return next((n for n in up(tokens, at) if _opens_aside(tokens, n)), None)


def _opens_aside(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].deprel == "acl:relcl" or _is_elsewhen(tokens, at) or _counts_from(tokens, at)


def _counts_from(tokens: Sequence[Token], noun: int) -> bool:
    """Whether the time of something else is only counted from a noun: "a bomb went off an hour after the raid"."""
    if tokens[noun].upos != "NOUN" or tokens[noun].deprel not in ("obl", "nmod"):
        return False
    kids = [token for token in tokens if token.head == noun]
    after = any(kid.deprel == "case" and kid.text.lower() in _ELSEWHEN for kid in kids)
    return after and any(kid.deprel.endswith(":unmarked") for kid in kids)


def _is_elsewhen(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb's clause tells what was before or after."""
    if tokens[verb].deprel != "advcl":
        return False
    marks = {t.text.lower() for t in tokens if t.head == verb and t.deprel == "mark"} | _before_subject(tokens, verb)
    return not marks.isdisjoint(_ELSEWHEN)


def _before_subject(tokens: Sequence[Token], verb: int) -> set[str]:
    """Return the prepositions that a tree hangs on a verb's subject instead of it: "since the war broke out"."""
    subjects = {n for n in range(verb) if tokens[n].head == verb and tokens[n].deprel.startswith("nsubj")}
    return {t.text.lower() for t in tokens if t.head in subjects and t.deprel == "case"}


class Asides:
    """The clauses of a report that tell events aside, and whose a time or place of their sentences is.

    Args:
        annotated: the report.
        readings: its claims as read.
    """

    def __init__(self, annotated: Annotated, readings: Sequence[Reading]) -> None:
        self._annotated = annotated
        self._telling: dict[int, set[int]] = defaultdict(set)
        for reading in readings:
            if isinstance(reading, EventReading) and (verb := aside_of(reading.trigger, annotated)) is not None:
                self._telling[reading.sentence].add(verb)

    def is_told_of(self, phrase: Phrase, words: tuple[int, int], *, old: bool = False) -> bool:
        """Return whether a time or place named in a phrase's sentence is the phrase's own, by what its words modify.

        They hold for all that the tree ties to the word that they modify, as far as the first word that is set apart:
        the verb of a clause that tells an event of its own, what was before or after, or who the subject is, or a noun
        that they only tell from others of its kind.

        Args:
            phrase: an event's trigger, or the words of its spot.
            words: where the time or place begins and ends in the report's text.
            old: whether the words tell of long ago, since when a thing is there that they describe.
        """
        tokens = self._annotated.sentences[phrase.sentence].tokens
        own = covered(tokens, *words)
        if not own:
            return False
        telling = self._telling[phrase.sentence] - {_aside_at(tokens, phrase.head)}
        at = _modifier(tokens, own, telling)
        above, asked = up(tokens, phrase.head), _Asked(phrase, at, telling, old)
        for one in up(tokens, at):
            if one in above or tokens[one].head == phrase.head:
                return True
            if _sets_apart(tokens, one, asked):
                return False
        return True
