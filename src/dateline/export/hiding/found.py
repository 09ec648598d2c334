"""Found: the names of people in a text, each with its words and where it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.export.hiding.roles import roles
from dateline.model.annotated import Annotated, Mention, Sentence, Token
from dateline.reference.actors import is_actor_noun

PERSON: Final = "person"
_JOINED: Final = re.compile(r"[\s\-‐’'ʿ]*")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands: its characters, its sentence, the first token and the one after its last.

    `told` is true where a mention calls it a person, `other` where one calls it something else.
    """

    start: int
    end: int
    text: str
    sentence: int
    first: int
    after: int
    told: bool
    other: bool


def names(annotated: Annotated) -> Iterator[Name]:
    """Yield the runs of proper nouns of a report, without titles at their head."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in annotated.mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    for number, sentence in enumerate(annotated.sentences):
        near = by_sentence.get(number, [])
        for first, after in _runs(annotated, sentence, near):
            name = _name(annotated, number, (first, after), near)
            if name:
                yield name


def _runs(annotated: Annotated, sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the runs of proper nouns that only spaces and hyphens part, as token numbers."""
    at, tokens = 0, sentence.tokens
    while at < len(tokens):
        if not (_is_proper(tokens[at]) or _small_name(tokens, at, mentions)):
            at += 1
            continue
        after = at + 1
        while after < len(tokens) and _goes_on(annotated, tokens, after):
            after += 1
        yield at, after
        at = after


def _is_proper(token: Token) -> bool:
    return token.upos == "PROPN" and token.text[0].isalpha() and not token.text[0].islower()


def _small_name(tokens: Sequence[Token], at: int, mentions: Sequence[Mention]) -> bool:
    """Whether a token begins a name written small ("abu hafs said"): in a mention of a person, not a description."""
    token = tokens[at]
    over = next((one for one in mentions if one.type == PERSON and one.start <= token.start < one.end), None)
    if over is None or token.upos != "PROPN":
        return False
    within = [one for one in tokens if over.start <= one.start < over.end]
    return all(one.upos == "PROPN" and not is_title(one) for one in within)


def _goes_on(annotated: Annotated, tokens: Sequence[Token], at: int) -> bool:
    between = annotated.report.text[tokens[at - 1].end : tokens[at].start]
    if not _JOINED.fullmatch(between):
        return False
    small = tokens[at].text.casefold() in roles().particle and _leads_on(tokens, at)
    return small or _is_proper(tokens[at]) or _goes_on_small(tokens, at)


def _goes_on_small(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name written small goes on: all of it is."""
    return tokens[at].upos == "PROPN" and tokens[at - 1].text.islower() and tokens[at].text.islower()


def _leads_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a particle leads on to more of the name: "Amina al-Haddad"."""
    for token in tokens[at + 1 : at + 4]:
        if _is_proper(token):
            return True
        if token.text.casefold() not in roles().particle:
            return False
    return False


def _name(annotated: Annotated, sentence: int, run: tuple[int, int], mentions: Sequence[Mention]) -> Name | None:
    tokens, (first, after) = annotated.sentences[sentence].tokens, run
    titles = [at for at in range(first, after) if is_title(tokens[at])]
    first = max((at + 1 for at in titles), default=first)
    if first == after or _is_nobody(tokens[first:after]):
        return None
    start, end = tokens[first].start, tokens[after - 1].end
    over = [mention for mention in mentions if mention.start < end and start < mention.end]
    told = any(mention.type == PERSON for mention in over)
    return Name(start, end, annotated.report.text[start:end], sentence, first, after, told, bool(over) and not told)


def _is_nobody(tokens: Sequence[Token]) -> bool:
    """Whether proper nouns name no person for sure: days and months, God, an address, what parties are called."""
    words = [token.text.casefold() for token in tokens]
    if any("@" in word for word in words):
        return True
    return all(word in roles().nobody or is_actor_noun(word) for word in words)


def is_title(token: Token) -> bool:
    """Say whether a token is an office, a rank or a form of address."""
    word = token.text.casefold()
    titles = roles().public | roles().person | roles().private
    return word in titles or f"{word}." in titles
