"""The letters that stand for a grammar's words: one for each set of classes that a word can belong to."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from dateline.resolve.phrases.words import Word, split_words

Classes = frozenset[str]
_FIRST_LETTER: Final = 0x4E00  # far from every letter that means something in a regular expression
_OTHER: Final = "x"


class Alphabet:
    """Letters for words.

    Args:
        words: the words of each class.
        literals: words that patterns name by themselves; each is a class of its own.
        kinds: the classes of each kind of numeric word.
        kind_of: the kind of a word by its form and value, "" for an ordinary word.
    """

    def __init__(
        self,
        words: Mapping[str, Iterable[str]],
        literals: Iterable[str],
        kinds: Mapping[str, Classes],
        kind_of: Callable[[Word], str],
    ) -> None:
        self._kinds, self._kind_of = kinds, kind_of
        self._classes: dict[str, Classes] = {}
        for name, members in [*words.items(), *((f"={literal}", [literal]) for literal in literals)]:
            for word in members:
                self._classes[word] = self._classes.get(word, frozenset()) | {name}
        self._letters: dict[Classes, str] = {}
        for classes in [*kinds.values(), *map(self._written, self._classes)]:
            self._letters.setdefault(classes, chr(_FIRST_LETTER + len(self._letters)))
        self._of_class: dict[str, str] = {}
        for classes, letter in self._letters.items():
            for name in classes:
                self._of_class[name] = self._of_class.get(name, "") + letter
        self._by_word = {word: self._letters[self._written(word)] for word in self._classes}

    def letter(self, word: Word) -> str:
        """Return the word's letter."""
        kind = self._kind_of(word)
        if not kind:
            return self._by_word.get(word.text, _OTHER)
        return self._letters.get(self._signature(word)) or self._letters[self._kinds[kind]]

    def of_class(self, name: str) -> str:
        """Return the letters of a class, of a literal where the name begins with "=", or "" where there are none."""
        return self._of_class.get(name, "")

    def is_a(self, word: Word, name: str) -> bool:
        """Tell whether the word belongs to a class."""
        return name in self._signature(word)

    def _written(self, text: str) -> Classes:
        """Return the classes of a word as the resource file writes it."""
        return self._kinds.get(self._kind_of(split_words(text)[0]), frozenset()) | self._classes[text]

    def _signature(self, word: Word) -> Classes:
        return self._kinds.get(self._kind_of(word), frozenset()) | self._classes.get(word.text, frozenset())
