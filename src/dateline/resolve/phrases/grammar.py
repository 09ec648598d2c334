"""A grammar of word classes: patterns written as data, run as one automaton over a phrase's words.

Every word of a phrase is turned into one letter that stands for the set of classes it belongs to; a pattern is a
regular expression over those letters. A pattern is a sequence of items, separated by spaces:

- `on`, `on/in`: these words; `,` and `-` are words too
- `<unit>`, `<unit|season>`: a word of a class, kept in a slot of the first class's name; `<n:number>` names the slot
- `@about`: one of the macro's sequences of items
- `!x`: not followed by x; `&x`: followed by x; `~x`: not preceded by x; `^x`: preceded by x; x is words or a class
- a `?` at an item's end makes it optional
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path
from typing import Final

from dateline.errors import ResourceError
from dateline.resolve.phrases.alphabet import Alphabet, Classes
from dateline.resolve.phrases.lexicon import load_yaml
from dateline.resolve.phrases.patterns import Compiler, literals_in
from dateline.resolve.phrases.words import Word

_Matched = Callable[[str, int], re.Match[str] | None]
_GROUP: Final = re.compile(r"\(\?P<(\w+)>")


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found at `words[first:after]`: what it `makes`, and the words it keeps by slot."""

    pattern: str
    makes: str
    first: int
    after: int
    slots: Mapping[str, Word]


@dataclass(frozen=True, slots=True)
class _Pattern:
    id: str
    makes: str
    regex: str


class Grammar:
    """The patterns of a resource file, compiled.

    Args:
        path: a YAML file with `classes` (words by class), `macros` (sequences by name) and `patterns`, each with `id`,
            `makes`, `words` (one sequence or several) and `examples`.
        kinds: the classes of each kind of numeric word.
        kind_of: the kind of a word by its form and value, "" for an ordinary word.
        more: further classes of words, by class.
        part: the key of the file's patterns.

    Raises:
        ResourceError: the file is broken; the message names the file and the entry.
    """

    def __init__(
        self,
        path: Path,
        kinds: Mapping[str, Classes],
        kind_of: Callable[[Word], str],
        more: Mapping[str, Iterable[str]] | None = None,
        part: str = "patterns",
    ) -> None:
        content = load_yaml(path, {"classes": dict, "macros": dict, part: list})
        _check_classes(path, content["classes"])
        macros: dict[str, list[str]] = content["macros"]
        entries = [(entry, _sequences(path, entry)) for entry in content[part]]
        written = [text for _, texts in entries for text in texts] + [t for texts in macros.values() for t in texts]
        literals = {word for text in written for word in literals_in(text)}
        self._alphabet = Alphabet({**content["classes"], **(more or {})}, literals, kinds, kind_of)
        compiler = Compiler(self._alphabet, macros)
        self._by_start: dict[str, list[_Pattern]] = {}
        self._ready: dict[str, list[tuple[_Pattern, _Matched]]] = {}
        for entry, texts in entries:
            for text in texts:
                self._add(path, entry, text, compiler)
        self._starts = re.compile(f"[{''.join(self._by_start)}]")

    def is_a(self, word: Word, name: str) -> bool:
        """Tell whether the word belongs to a class."""
        return self._alphabet.is_a(word, name)

    def find(self, words: Sequence[Word]) -> Iterator[Match]:
        """Yield the patterns found in the words from left to right: the longest at each place, none overlapping."""
        letter = self._alphabet.letter
        letters = "".join([letter(w) for w in words])
        at = 0
        while start := self._starts.search(letters, at):
            at = start.start()
            found = self._longest(letters, at)
            if found is None:
                at += 1
                continue
            pattern, match = found
            kept = [name for name, letter in match.groupdict().items() if letter]
            slots = {name.partition("__")[0]: words[match.start(name)] for name in kept}
            yield Match(pattern.id, pattern.makes, at, match.end(), slots)
            at = match.end()

    def _longest(self, letters: str, at: int) -> tuple[_Pattern, re.Match[str]] | None:
        """Return the pattern that takes most words at a place, the first written among equals."""
        best: tuple[_Pattern, re.Match[str]] | None = None
        end = at
        for pattern, matched in self._beginning(letters[at]):
            match = matched(letters, at)
            if match and match.end() > end:
                best, end = (pattern, match), match.end()
        return best

    def _beginning(self, letter: str) -> list[tuple[_Pattern, _Matched]]:
        """Return the patterns that begin with a letter, their automata compiled when it is first met."""
        found = self._ready.get(letter)
        if found is None:
            patterns = self._by_start.get(letter, ())
            found = self._ready[letter] = [(pattern, _automaton(pattern.regex).match) for pattern in patterns]
        return found

    def _add(self, path: Path, entry: Mapping[str, object], text: str, compiler: Compiler) -> None:
        try:
            piece = compiler.sequence(text)
        except ResourceError as error:
            message = f"{path.name}: pattern {entry['id']}: '{text}': {error}"
            raise ResourceError(message) from error
        pattern = _Pattern(str(entry["id"]), str(entry["makes"]), piece.regex)
        for letter in piece.starts:
            self._by_start.setdefault(letter, []).append(pattern)


@cache
def _automaton(regex: str) -> re.Pattern[str]:
    """Return a pattern's automaton, compiled when it is first needed, as most of a grammar is not for a short text."""
    numbers = count()  # a slot may stand in several branches, a group's name may not
    return re.compile(_GROUP.sub(lambda group: f"(?P<{group[1]}__{next(numbers)}>", regex))


def _sequences(path: Path, entry: Mapping[str, object]) -> list[str]:
    """Return the sequences of a pattern's entry."""
    words = entry.get("words")
    sequences = [words] if isinstance(words, str) else words
    if not isinstance(sequences, list) or not {"id", "makes"} <= entry.keys():
        message = f"{path.name}: pattern {entry.get('id', entry)}: needs id, makes and words"
        raise ResourceError(message)
    return sequences


def _check_classes(path: Path, classes: Mapping[str, Iterable[object]]) -> None:
    """Raise a ResourceError for a class with an entry that is no word (a bare "on" is a truth value in YAML)."""
    for name, members in classes.items():
        if not isinstance(members, list | dict) or not all(isinstance(word, str) for word in members):
            message = f"{path.name}: class {name}: its members must be words; put 'on' and 'no' in quotes"
            raise ResourceError(message)
