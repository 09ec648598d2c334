"""Compiles the patterns of a grammar's resource file to regular expressions over letters."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.errors import ResourceError
from dateline.resolve.phrases.alphabet import Alphabet

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


class Compiler:
    """Compiles sequences of items (`phrase_grammar` tells their forms).

    Args:
        alphabet: the letters of the grammar's words.
        macros: sequences by the macro's name.
    """

    def __init__(self, alphabet: Alphabet, macros: Mapping[str, Sequence[str]]) -> None:
        self._alphabet = alphabet
        self._macros = macros
        self._compiled: dict[str, Piece] = {}

    def sequence(self, sequence: str) -> Piece:
        """Compile items separated by spaces.

        Raises:
            ResourceError: an item names a class or macro that does not exist.
        """
        pieces = [self._item(item) for item in sequence.split()]
        starts: frozenset[str] = frozenset()
        for piece in pieces:
            starts |= piece.starts
            if not piece.empty:
                break
        return Piece("".join(p.regex for p in pieces), starts, all(p.empty for p in pieces))

    def _item(self, item: str) -> Piece:
        if item not in self._compiled:
            self._compiled[item] = self._read(item)
        return self._compiled[item]

    def _read(self, item: str) -> Piece:
        if item.endswith("?") and len(item) > 1:
            piece = self._item(item[:-1])
            return Piece(f"(?:{piece.regex})?", piece.starts, True)
        if item[0] in _LOOKS and len(item) > 1:  # takes no word
            return Piece(f"{_LOOKS[item[0]]}[{self._letters(item[1:])}])", frozenset(), True)
        return self._macro(item[1:]) if item[0] == "@" else self._words_or_slot(item)

    def _macro(self, name: str) -> Piece:
        if name not in self._macros:
            message = f"no macro '{name}'"
            raise ResourceError(message)
        pieces = [self.sequence(s) for s in self._macros[name]]
        starts = frozenset[str]().union(*(p.starts for p in pieces))
        return Piece(f"(?:{'|'.join(p.regex for p in pieces)})", starts, False)

    def _words_or_slot(self, item: str) -> Piece:
        letters = self._letters(item)
        slot = _SLOT.fullmatch(item)
        if not slot:
            return Piece(f"[{letters}]", frozenset(letters), False)
        name = slot[1] or slot[2].split("|")[0]
        return Piece(f"(?P<{name}>[{letters}])", frozenset(letters), False)

    def _letters(self, item: str) -> str:
        """Return the letters of a class in angle brackets or of words set apart by strokes."""
        slot = _SLOT.fullmatch(item)
        names = slot[2].split("|") if slot else [f"={word}" for word in _words(item)]
        letters = "".join(self._alphabet.of_class(name) for name in names)
        if not letters:
            message = f"nothing in the classes for '{item}'"
            raise ResourceError(message)
        return letters


def _words(item: str) -> list[str]:
    return [item] if item == "/" else item.split("/")
