"""A report's text with its sentences, tokens, dependency trees and mentions."""

from dataclasses import dataclass

from dateline.model.report import Report

Told = tuple[tuple[str, float], ...]
"""Types of event, each with its probability, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word: its span in the report's text, and its place in the Universal Dependencies tree of its sentence.

    `head` is the index of the head within the sentence's tokens, -1 for the root. `event` is how likely the word tells
    of an event of the conflict, by a head learned for that; None where it was not asked. `told` are the types of event
    that it tells of by a second head, learned from whole reports; those hardly likely are left out.
    """

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str
    event: float | None = None
    told: Told = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `text[start:end]` of the report and its tokens in order; `block` is the index of its block."""

    start: int
    end: int
    block: int
    tokens: tuple[Token, ...]

    def token_at(self, offset: int) -> int:
        """Return the number of the token that covers an offset of the report's text, -1 where none does."""
        return next((n for n, token in enumerate(self.tokens) if token.start <= offset < token.end), -1)


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the report's text with a type (person, organisation, location, nationality, quantity, time, …)."""

    start: int
    end: int
    type: str
    sentence: int
    score: float


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report with its annotation; sentences and mentions in order of their start."""

    report: Report
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
