"""Compiles the patterns of a grammar's resource file to regular expressions over letters."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.errors import ResourceError
from dateline.resolve.phrase_alphabet import Alphabet

_SLOT: Final = re.compile(r"<(?:(\w+):)?([\w|]+)>")
_LOOKS: Final = {"!": "(?!", "&": "(?=", "~": "(?<!", "^": "(?<="}


@dataclass(frozen=True, slots=True)
class Piece:
    """A compiled item or sequence: its regular expression, the letters it can begin with, whether it can be empty."""

    regex: str
    starts: frozenset[str]
    empty: bool


def literals_in(sequence: str) -> Iterator[str]:
    """Yield the words that a sequence names by themselves."""
    for item in sequence.split():
        bare = item[1:] if item[0] in _LOOKS and len(item) > 1 else item
        if bare[0] not in "<@":
            yield from _words(bare.removesuffix("?") if len(bare) > 1 else bare)


def compile_sequence(sequence: str, alphabet: Alphabet, macros: Mapping[str, Sequence[str]]) -> Piece:
    """Compile a sequence of items (`phrase_grammar` tells their forms).

    Args:
        sequence: the items, separated by spaces.
        alphabet: the letters of the grammar's words.
        macros: sequences by the macro's name.

    Raises:
        ResourceError: an item names a class or macro that does not exist.
    """
    pieces = [_item(item, alphabet, macros) for item in sequence.split()]
    starts: frozenset[str] = frozenset()
    for piece in pieces:
        starts |= piece.starts
        if not piece.empty:
            break
    return Piece("".join(p.regex for p in pieces), starts, all(p.empty for p in pieces))


def _item(item: str, alphabet: Alphabet, macros: Mapping[str, Sequence[str]]) -> Piece:
    optional = item.endswith("?") and len(item) > 1
    item = item[:-1] if optional else item
    if item[0] in _LOOKS and len(item) > 1:
        return _look(item, alphabet)
    piece = _macro(item[1:], alphabet, macros) if item[0] == "@" else _words_or_slot(item, alphabet)
    return Piece(f"(?:{piece.regex})?", piece.starts, True) if optional else piece


def _look(item: str, alphabet: Alphabet) -> Piece:
    """Compile a look to either side, which takes no word."""
    open_group = _LOOKS[item[0]]
    return Piece(f"{open_group}[{_letters(item[1:], alphabet)}])", frozenset(), True)


def _macro(name: str, alphabet: Alphabet, macros: Mapping[str, Sequence[str]]) -> Piece:
    if name not in macros:
        message = f"no macro '{name}'"
        raise ResourceError(message)
    pieces = [compile_sequence(s, alphabet, macros) for s in macros[name]]
    starts = frozenset[str]().union(*(p.starts for p in pieces))
    return Piece(f"(?:{'|'.join(p.regex for p in pieces)})", starts, False)


def _words_or_slot(item: str, alphabet: Alphabet) -> Piece:
    letters = _letters(item, alphabet)
    slot = _SLOT.fullmatch(item)
    if not slot:
        return Piece(f"[{letters}]", frozenset(letters), False)
    name = slot[1] or slot[2].split("|")[0]
    return Piece(f"(?P<{name}>[{letters}])", frozenset(letters), False)


def _letters(item: str, alphabet: Alphabet) -> str:
    """Return the letters of a class in angle brackets or of words set apart by strokes."""
    slot = _SLOT.fullmatch(item)
    names = slot[2].split("|") if slot else [f"={word}" for word in _words(item)]
    letters = "".join(alphabet.of_class(name) for name in names)
    if not letters:
        message = f"nothing in the classes for '{item}'"
        raise ResourceError(message)
    return letters


def _words(item: str) -> list[str]:
    return [item] if item == "/" else item.split("/")
