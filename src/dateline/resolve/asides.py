"""Asides: clauses that tell of another time than their sentence does, and lend it neither day nor place."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from dateline.model.annotated import Annotated, Token
from dateline.model.reading import Phrase
from dateline.model.when import When
from dateline.reference.trigger_words import POINTING

_LONG_AGO: Final = dt.timedelta(days=92)  # before publication: news tells of it as background only
_DESCRIBING: Final = frozenset({"acl", "acl:relcl"})
_QUALIFYING: Final = frozenset({"compound", "amod", "nmod:poss"})
_STATES: Final = frozenset({"remain", "be", "stay"})
_ELSEWHEN: Final = frozenset({"after", "before", "since", "until", "till", "unless"})


def is_long_ago(when: When | None, news: dt.date | None) -> bool:
    """Return whether a time lies so long before the news that a report tells of it as background.

    Args:
        when: the time.
        news: the day after the publication of a news report, None where it is not known.
    """
    return when is not None and when.after is not None and news is not None and news - when.after >= _LONG_AGO


def aside_of(trigger: Phrase, annotated: Annotated) -> int | None:
    """Return the verb of the innermost relative or temporal clause that a trigger stands in, None outside any.

    "The group, which took A in June, …" and "two weeks after rebels seized A" tell of June and of then alone.

    Args:
        trigger: an event's trigger.
        annotated: its report.
    """
    return _aside_at(annotated.sentences[trigger.sentence].tokens, trigger.head)


def aside_at(sentence: int, start: int, annotated: Annotated) -> int | None:
    """Return the verb of the innermost relative or temporal clause that words stand in, None outside any.

    Args:
        sentence: the words' sentence.
        start: where they begin in the report's text.
        annotated: its report.
    """
    tokens = annotated.sentences[sentence].tokens
    return _aside_at(tokens, _token_at(tokens, start))


def tells_before(trigger: Phrase, annotated: Annotated) -> bool:
    """Return whether a trigger stands in a clause with "since", "after" and the like, rather than a relative one.

    Args:
        trigger: an event's trigger.
        annotated: its report.
    """
    verb = aside_of(trigger, annotated)
    return verb is not None and annotated.sentences[trigger.sentence].tokens[verb].deprel == "advcl"


def tells_another_time(trigger: Phrase, start: int, annotated: Annotated) -> bool:
    """Return whether words of a trigger's sentence are told in an aside about its subject, or before or after it.

    Args:
        trigger: an event's trigger.
        start: where the words begin in the report's text.
        annotated: its report.
    """
    tokens = annotated.sentences[trigger.sentence].tokens
    at = _token_at(tokens, start)
    verb = _aside_at(tokens, at)
    if verb is None or verb == _aside_at(tokens, trigger.head):
        return False
    if tokens[verb].deprel == "advcl" and _lasts(tokens, tokens[verb].head):
        return False  # "his whereabouts remain unknown since men took him on 24 May"
    if tokens[verb].deprel == "advcl" or tokens[at].end <= trigger.start:
        return True  # "In A, where a bomb killed four in June, shops stayed shut"
    above = tokens[verb].head
    return above >= 0 and tokens[above].deprel.startswith("nsubj")


def stands_aside(phrase: Phrase, start: int, annotated: Annotated) -> bool:
    """Return whether words of a phrase's sentence stand in a relative clause that the phrase is not in.

    Args:
        phrase: the phrase.
        start: where the words begin in the report's text.
        annotated: its report.
    """
    tokens = annotated.sentences[phrase.sentence].tokens
    verb = _aside_at(tokens, _token_at(tokens, start))
    if verb is None or tokens[verb].deprel != "acl:relcl":
        return False
    return verb != _aside_at(tokens, phrase.head)


def _lasts(tokens: Sequence[Token], main: int) -> bool:
    """Whether a main clause tells a state, which has lasted since what its clause of time tells."""
    state = tokens[main].lemma.lower() in _STATES or tokens[main].upos == "ADJ"
    return state or any(t.head == main and t.deprel == "cop" for t in tokens)


def _token_at(tokens: Sequence[Token], start: int) -> int:
    return next((n for n, token in enumerate(tokens) if token.end > start), 0)


def describes_a_noun(trigger: Phrase, start: int, annotated: Annotated) -> bool:
    """Return whether words stand in a clause that describes a noun and does not hold the trigger.

    "The party, founded in 1970, …" and "the process begun in 1986" tell since when a thing is there.

    Args:
        trigger: an event's trigger.
        start: where the words begin in the report's text.
        annotated: its report.
    """
    tokens = annotated.sentences[trigger.sentence].tokens
    at = next((n for n, token in enumerate(tokens) if token.end > start), 0)
    above = set(_up(tokens, trigger.head))
    return any(tokens[n].deprel in _DESCRIBING and n not in above for n in _up(tokens, at))


def names_a_thing(trigger: Phrase, words: tuple[int, int], annotated: Annotated) -> bool:
    """Return whether a time beside a noun that points back tells which other thing is meant, and not when it happened.

    "The fighting shattered a truce signed in May", "the attacks will not prevent the November elections".

    Args:
        trigger: an event's trigger; what describes it, or what stands above it, is its own time.
        words: where the time begins and ends in the report's text.
        annotated: its report.
    """
    tokens = annotated.sentences[trigger.sentence].tokens
    if tokens[trigger.head].upos != "NOUN" or not is_pointing(tokens, trigger.head):
        return False
    own = [n for n, token in enumerate(tokens) if token.start < words[1] and token.end > words[0]]
    head = next((n for n in own if tokens[n].head not in own), None)
    if head is None or tokens[head].head < 0:
        return False
    noun = head
    if tokens[head].deprel not in _QUALIFYING:
        noun = tokens[head].head
        if tokens[noun].deprel != "acl" or tokens[noun].head < 0:
            return False
    noun = tokens[noun].head
    return tokens[noun].upos == "NOUN" and noun not in _up(tokens, trigger.head)


def is_pointing(tokens: Sequence[Token], noun: int) -> bool:
    """Return whether a noun points back to what was told: "the attack", "this blast".

    Args:
        tokens: a sentence's tokens.
        noun: the noun's number among them.
    """
    return any(t.head == noun and t.deprel == "det" and t.text.lower() in POINTING for t in tokens)


def _up(tokens: Sequence[Token], at: int) -> list[int]:
    """Return a token and those above it."""
    out: list[int] = []
    while at >= 0 and at not in out:
        out.append(at)
        at = tokens[at].head
    return out


def _aside_at(tokens: Sequence[Token], at: int) -> int | None:
    for _ in tokens:
        if at < 0:
            return None
        marks = {t.text.lower() for t in tokens if t.head == at and t.deprel == "mark"} | _before_subject(tokens, at)
        if tokens[at].deprel == "acl:relcl" or (tokens[at].deprel == "advcl" and marks & _ELSEWHEN):
            return at
        at = tokens[at].head
    return None


def _before_subject(tokens: Sequence[Token], verb: int) -> set[str]:
    """Return the prepositions that a tree hangs on a verb's subject instead of it: "since the war broke out"."""
    subjects = {n for n in range(verb) if tokens[n].head == verb and tokens[n].deprel.startswith("nsubj")}
    return {t.text.lower() for t in tokens if t.head in subjects and t.deprel == "case"}
