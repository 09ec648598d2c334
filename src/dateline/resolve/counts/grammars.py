"""The two grammars of numbers: one of counts, one of the numbers that count nobody."""

from functools import lru_cache
from typing import Final

from dateline.reference.numerals import COUNTS
from dateline.resolve.phrases.alphabet import Classes
from dateline.resolve.phrases.grammar import Grammar
from dateline.resolve.phrases.lexicon import load_yaml
from dateline.resolve.phrases.words import Word

_KINDS: Final[dict[str, Classes]] = {"number": frozenset({"number"}), "figure": frozenset({"figure"})}


@lru_cache(maxsize=1)
def count_grammar() -> Grammar:
    """Return the grammar of counts.

    Raises:
        ResourceError: the resource file is missing or broken.
    """
    return Grammar(COUNTS, _KINDS, _kind_of)


@lru_cache(maxsize=1)
def other_grammar() -> Grammar:
    """Return the grammar of numbers that count nobody: ages, money, measures, names.

    Raises:
        ResourceError: the resource file is missing or broken.
    """
    return Grammar(COUNTS, _KINDS, _kind_of, part="others")


@lru_cache(maxsize=8)
def values(name: str) -> dict[str, int]:
    """Return the words of a class that has values, with the value of each."""
    content: dict[str, int] = load_yaml(COUNTS, {"classes": dict})["classes"][name]
    return content


@lru_cache(maxsize=8)
def words_of(name: str) -> frozenset[str]:
    """Return the words of a class."""
    return frozenset(load_yaml(COUNTS, {"classes": dict})["classes"][name])


def _kind_of(word: Word) -> str:
    """Return "number" for a number that can count something, "figure" for other figures, "" for any other word."""
    if word.kind in {"word", "mark"}:
        return ""
    whole = word.value is not None and word.value == int(word.value)
    return "number" if word.kind == "number" and whole else "figure"
