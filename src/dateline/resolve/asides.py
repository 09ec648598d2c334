"""Asides: clauses that tell of another time than their sentence does, and lend it neither day nor place."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from dateline.model.annotated import Annotated, Token
from dateline.model.reading import Phrase
from dateline.model.when import When

_LONG_AGO: Final = dt.timedelta(days=92)  # before publication: news tells of it as background only
_DESCRIBING: Final = frozenset({"acl", "acl:relcl"})
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


def tells_another_time(trigger: Phrase, start: int, annotated: Annotated) -> bool:
    """Return whether words of a trigger's sentence are told in an aside about its subject, or before or after it.

    Args:
        trigger: an event's trigger.
        start: where the words begin in the report's text.
        annotated: its report.
    """
    tokens = annotated.sentences[trigger.sentence].tokens
    at = next((n for n, token in enumerate(tokens) if token.end > start), 0)
    verb = _aside_at(tokens, at)
    if verb is None or verb == _aside_at(tokens, trigger.head):
        return False
    above = tokens[verb].head
    return tokens[verb].deprel == "advcl" or (above >= 0 and tokens[above].deprel.startswith("nsubj"))


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
        marks = {t.text.lower() for t in tokens if t.head == at and t.deprel == "mark"}
        if tokens[at].deprel == "acl:relcl" or (tokens[at].deprel == "advcl" and marks & _ELSEWHEN):
            return at
        at = tokens[at].head
    return None
