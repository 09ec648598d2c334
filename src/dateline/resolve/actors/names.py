"""Names of actors and countries in a report, found once for all its sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.model.annotated import Annotated, Sentence, Token
from dateline.reference.actors import ActorBook, Sense, actor_book
from dateline.reference.actors_keys import keyed
from dateline.reference.actors_words import lexicon

_LITTLE: Final = 0.05  # share of words with a capital under which a text counts as lower-cased
_MUCH: Final = 0.6  # share of words all in capitals over which it counts as upper-cased


@dataclass(frozen=True, slots=True)
class NameHit:
    """A known name: tokens `first` to `last`, both within, of a sentence, and what it may stand for."""

    sentence: int
    first: int
    last: int
    start: int
    end: int
    senses: tuple[Sense, ...]

    def refs(self, *roles: str) -> list[str]:
        """Return what the name stands for in any of the roles: ids of actors or codes of countries."""
        return [sense.ref for sense in self.senses if sense.role in roles]


def is_cased(annotated: Annotated) -> bool:
    """Say whether capitals tell names from words in a report: not where it is lower-cased or upper-cased throughout."""
    words = list(filter(str.isalpha, (token.text for sentence in annotated.sentences for token in sentence.tokens)))
    if not words:
        return True
    capital = [word for word in words if word[0].isupper()]
    upper = [word for word in capital if word.isupper() and len(word) > 1]
    return len(capital) >= _LITTLE * len(words) and len(upper) <= _MUCH * len(words)


def find_names(annotated: Annotated, *, cased: bool) -> list[list[NameHit]]:
    """Return the known names of each sentence, the longest at each place, none over another.

    Args:
        annotated: the report.
        cased: whether capitals tell names from words in it; see `is_cased`.
    """
    book = actor_book()
    return [list(_in_sentence(book, sentence, number, cased)) for number, sentence in enumerate(annotated.sentences)]


def _in_sentence(book: ActorBook, sentence: Sentence, number: int, cased: bool) -> Iterator[NameHit]:
    tokens = sentence.tokens
    pieces = keyed([token.text for token in tokens])
    at, spellings = 0, book.spellings
    while at < len(pieces):
        found = book.longest(pieces, at) if pieces[at][0] in spellings else None
        if found is None:
            at += 1
            continue
        length, senses = found
        first, last = pieces[at][1], pieces[at + length - 1][1]
        kept = _believable(senses, tokens[first], pieces[at][0], cased) if length == 1 else senses
        if kept:
            first = _with_article(tokens, first)
            yield NameHit(number, first, last, tokens[first].start, tokens[last].end, kept)
        at += length if kept else 1


def _believable(senses: tuple[Sense, ...], token: Token, piece: str, cased: bool) -> tuple[Sense, ...]:
    """Keep the senses that a single word may have: common words and surnames only where they look like names."""
    named = token.text[:1].isupper() if cased else token.upos == "PROPN"
    if piece in lexicon().particles["careful"]:
        capitals = token.text.isupper() and len(token.text) > 1
        if not ((capitals and cased) or (token.upos == "PROPN" and named)):
            return ()
    if named or token.upos in {"PROPN", "ADJ"}:
        return senses
    return tuple(sense for sense in senses if sense.role not in {"surname", "town"})


def _with_article(tokens: tuple[Token, ...], first: int) -> int:
    """Return where a name begins with its Arabic article, which its key leaves out ("al - Nusra")."""
    for width in (2, 1):
        at = first - width
        if at >= 0 and tokens[at].text.lower() in {"al", "el"} and (width == 1 or tokens[at + 1].text == "-"):
            return at
    return first
