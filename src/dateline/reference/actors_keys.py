"""Keys of names: one form for the many spellings of a name, whatever its case, marks, hyphens and Arabic articles."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

_ARTICLES: Final = frozenset({"al", "el", "ul"})
_ASSIMILATED: Final = frozenset({"ad", "an", "ar", "as", "ash", "at", "ath", "az", "es", "et", "ed", "en", "er", "ez"})
_LEFT_OUT: Final = _ARTICLES | _ASSIMILATED
_HYPHENS: Final = frozenset("-–‑")
_SILENT: Final = frozenset("-–‑'’‘`\"“”.") | {"''", "``", "'s", "’s"}
_QUOTES: Final = str.maketrans("", "", "'’‘`´ʿʾ.")
_CLITIC: Final = re.compile(r"['’`]s$")
_PIECES: Final = re.compile(r"[^\W\d_]+|\d+")
_TOKENS: Final = re.compile(r"[^\W_]+(?:[.'’‘`][^\W_]+)*|\S")


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return `text` in lower case, without accents."""
    plain = text.lower()
    if plain.isascii():
        return plain
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


@lru_cache(maxsize=65_536)
def pieces(token: str) -> tuple[str, ...]:
    """Return the pieces of a key that a token gives: none for hyphens and quotes, other marks as they are."""
    if token in _SILENT:
        return ()
    plain = _CLITIC.sub("", fold(token)).translate(_QUOTES)
    return tuple(_PIECES.findall(plain)) or (token,)


def keyed(tokens: Sequence[str]) -> list[tuple[str, int]]:
    """Return the pieces of a key over `tokens`, each with the index of its token; Arabic articles are left out.

    "al" is always an article, "ash" and its like only before a hyphen ("Ahrar ash-Sham").
    """
    out: list[tuple[str, int]] = []
    last = len(tokens) - 1
    for index, token in enumerate(tokens):
        for piece in pieces(token):
            if piece in _LEFT_OUT and index < last and (piece in _ARTICLES or _is_joined(token, tokens[index + 1])):
                continue
            out.append((piece, index))
    return out


def _is_joined(token: str, after: str) -> bool:
    return after in _HYPHENS or not token.isalpha()


def key(name: str) -> tuple[str, ...]:
    """Return the key of a name: equal for all spellings of it that differ in case, marks, hyphens or article."""
    return tuple(piece for piece, _ in keyed(_TOKENS.findall(name)))


def keys(names: Iterable[str]) -> list[tuple[str, ...]]:
    """Return the keys of `names` in order, each once, empty ones left out."""
    return list(dict.fromkeys(made for made in map(key, names) if made))
