"""Phrases cut into the parts that each name one party: "Syrian and Russian jets" has two, "X, an ally of Y" one."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest
from typing import Final

from dateline.model.annotated import Annotated, Token
from dateline.model.reading import Phrase
from dateline.reference.actors_keys import fold
from dateline.reference.actors_words import lexicon
from dateline.resolve.actors.country import guess_country, guess_year
from dateline.resolve.actors.names import NameHit, find_names, is_cased
from dateline.resolve.actors.writers import army_writing, state_writing

_OPENS: Final = {"(": ")", "[": "]", "-lrb-": "-rrb-"}
_CONTENT: Final = frozenset({"NOUN", "PROPN", "PRON"})
_ARTICLES: Final = frozenset({"a", "an", "one"})


class Scene:
    """A report as its actors are resolved: its known names, and the country and year that it tells of.

    Args:
        annotated: the report.
        country: the country's code where the caller knows better than the words.

    `cased` tells whether capitals tell names from words.
    """

    def __init__(self, annotated: Annotated, country: str | None = None) -> None:
        self.annotated = annotated
        self.cased = is_cased(annotated)
        self.names = find_names(annotated, cased=self.cased)
        self._country = country

    @cached_property
    def country(self) -> str | None:
        """The code of the country that the report tells of."""
        return self._country or guess_country(self.annotated, self.names)

    @cached_property
    def army_writing(self) -> str | None:
        """The code of the country whose army or ministry of defence puts the report out."""
        return army_writing(self.annotated)

    @cached_property
    def state_writing(self) -> str | None:
        """The code of the country whose army, ministry or state press puts the report out."""
        return state_writing(self.annotated)

    @cached_property
    def year(self) -> int | None:
        """The year that the report tells of."""
        return guess_year(self.annotated)

    @cached_property
    def led(self) -> frozenset[str]:
        """The codes of the countries whose leaders the report names in full."""
        return frozenset(iso for hits in self.names for hit in hits for iso in hit.refs("leader"))

    def tokens(self, sentence: int) -> tuple[Token, ...]:
        """Return the tokens of a sentence."""
        return self.annotated.sentences[sentence].tokens

    def hits(self, sentence: int, words: tuple[int, ...]) -> list[NameHit]:
        """Return the known names that lie within some tokens of a sentence."""
        inside = set(words)
        return [
            hit for hit in self.names[sentence] if hit.last in inside and (hit.first in inside or _short(hit, inside))
        ]


def _short(hit: NameHit, inside: set[int]) -> bool:
    """Say whether a phrase that begins within a name still holds its larger half."""
    return sum(index in inside for index in range(hit.first, hit.last + 1)) * 2 > hit.last - hit.first + 1


@dataclass(frozen=True, slots=True)
class Part:
    """The tokens of a phrase that name one party; `place` are those that say where it is ("rebels in Darfur").

    `lent` are tokens of the next part that finish this one ("Syrian" of "Syrian and Russian jets").
    """

    sentence: int
    words: tuple[int, ...]
    place: tuple[int, ...] = ()
    lent: tuple[int, ...] = ()
    join: str = ""


def token_range(scene: Scene, phrase: Phrase) -> tuple[int, ...]:
    """Return the indices of the tokens of a phrase."""
    tokens = scene.tokens(phrase.sentence)
    first = bisect_left(tokens, phrase.start, key=lambda token: token.start)
    if first and tokens[first - 1].end > phrase.start:
        first -= 1
    return tuple(range(first, bisect_left(tokens, phrase.end, key=lambda token: token.start)))


def split_phrase(scene: Scene, phrase: Phrase) -> list[Part]:
    """Return the parts of a phrase, each naming one party, in order."""
    words = _without_brackets(scene, phrase.sentence, token_range(scene, phrase))
    parts = _at_joins(scene, phrase.sentence, words)
    return _lend_heads(scene, _drop_appositions(scene, parts))


def _without_brackets(scene: Scene, sentence: int, words: tuple[int, ...]) -> tuple[int, ...]:
    """Drop what stands in brackets, unless the only known names stand there."""
    tokens = scene.tokens(sentence)
    outside: list[int] = []
    closing = None
    for index in words:
        text = tokens[index].text.lower()
        if closing is None and text in _OPENS:
            closing = _OPENS[text]
        elif closing is not None and text == closing:
            closing = None
        elif closing is None:
            outside.append(index)
    named = any(hit.refs("actor") for hit in scene.hits(sentence, words))
    kept = tuple(outside)
    return kept if kept and (not named or any(h.refs("actor") for h in scene.hits(sentence, kept))) else words


def _at_joins(scene: Scene, sentence: int, words: tuple[int, ...]) -> list[Part]:
    tokens, particles = scene.tokens(sentence), lexicon().particles
    covered = {index for hit in scene.hits(sentence, words) for index in range(hit.first, hit.last + 1)}
    known = lexicon()
    parts: list[Part] = []
    current: list[int] = []
    place: list[int] = []
    join, content, elsewhere = "", False, False
    for index in words:
        token = tokens[index]
        text = fold(token.text)
        free = index not in covered
        joined = _joined(tokens, index, text) if free and content else ""
        if joined:
            parts.append(Part(sentence, tuple(current), tuple(place), (), join))
            current, place, join, content, elsewhere = [], [], joined, False, False
            continue
        if free and content and text in particles["cuts"] and not _in_number(tokens, index):
            break
        if free and content and text == "in":
            elsewhere = True
        (place if elsewhere else current).append(index)
        content = content or not free or token.upos in _CONTENT or text in known.words or text in known.state
    if content:
        parts.append(Part(sentence, tuple(current), tuple(place), (), join))
    return parts


def _in_number(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether a word that would end a phrase is part of a number or stands before its noun ("at least 60")."""
    before = fold(tokens[index - 1].text) if index else ""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if tokens[index].deprel in {"amod", "compound"} or before in {"more", "less", "fewer"}:
        return True
    return after is not None and (after.upos == "NUM" or fold(after.text) in {"least", "most"})


def _joined(tokens: tuple[Token, ...], index: int, text: str) -> str:
    particles = lexicon().particles
    if text in particles["joins"]:
        return text
    pair = f"{text} {fold(tokens[index + 1].text)}" if index + 1 < len(tokens) else ""
    triple = f"{pair} {fold(tokens[index + 2].text)}" if index + 2 < len(tokens) else ""
    return text if pair in particles["joins_two"] or triple in particles["joins_two"] else ""


def _drop_appositions(scene: Scene, parts: list[Part]) -> list[Part]:
    """Keep one of two parts that stand for the same party side by side: the one that has a known name."""
    kept: list[Part] = []
    for number, part in enumerate(parts):
        listed = any(later.join in {"and", "or", "&"} for later in parts[number + 1 :])
        if not (kept and part.join == "," and not listed and _is_apposition(scene, part)):
            kept.append(part)
        elif _has_actor(scene, part) and not _has_actor(scene, kept[-1]):
            kept[-1] = replace(part, join=kept[-1].join)
    return kept


def _has_actor(scene: Scene, part: Part) -> bool:
    return any(hit.refs("actor") for hit in scene.hits(part.sentence, part.words))


def _is_apposition(scene: Scene, part: Part) -> bool:
    tokens = scene.tokens(part.sentence)
    if fold(tokens[part.words[0]].text) in _ARTICLES:
        return True
    return any(tokens[index].deprel == "appos" for index in part.words)


def _lend_heads(scene: Scene, parts: list[Part]) -> list[Part]:
    """Give a part that is only an adjective of nationality the words that it shares with the next."""
    out: list[Part] = []
    for part, after in zip_longest(parts, parts[1:]):
        if after is not None and after.join in {"and", "or", ",", "&"} and _only_adjective(scene, part):
            covered = {i for hit in scene.hits(part.sentence, after.words) for i in range(hit.first, hit.last + 1)}
            lent = tuple(index for index in after.words if index not in covered)
            out.append(replace(part, lent=lent, place=part.place or after.place))
        else:
            out.append(part)
    return out


def _only_adjective(scene: Scene, part: Part) -> bool:
    tokens = scene.tokens(part.sentence)
    hits = scene.hits(part.sentence, part.words)
    if not hits or not all(hit.refs("adjective") for hit in hits):
        return False
    covered = {index for hit in hits for index in range(hit.first, hit.last + 1)}
    rest = [tokens[index] for index in part.words if index not in covered]
    return tokens[part.words[-1]].upos == "ADJ" and all(token.upos in {"DET", "PUNCT", "NUM", "ADV"} for token in rest)
