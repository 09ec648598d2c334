"""Words that make what is told denied, uncertain or planned, from resources/patterns/stance.yml."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

from dateline.errors import ResourceError
from dateline.reference.knowledge import lists_of, read_table, words_of
from dateline.settings import RESOURCES

_FILE: Final = RESOURCES / "patterns" / "stance.yml"


class Effect(StrEnum):
    """What a word does to the stance of what it governs."""

    DENY = "deny"
    PLAN = "plan"
    DOUBT = "doubt"
    FOIL = "foil"


@dataclass(frozen=True, slots=True)
class StanceLexicon:
    """The file's tables, a word → its effects, and its lists; all lemmas in lower case."""

    clauses: Mapping[str, tuple[Effect, ...]]
    nouns: Mapping[str, tuple[Effect, ...]]
    heads: Mapping[str, tuple[Effect, ...]]
    modals: Mapping[str, tuple[Effect, ...]]
    adverbs: Mapping[str, tuple[Effect, ...]]
    adjectives: Mapping[str, tuple[Effect, ...]]
    marks: Mapping[str, tuple[Effect, ...]]
    cases: Mapping[str, tuple[Effect, ...]]
    by_preposition: Mapping[str, frozenset[str]]
    charges: frozenset[str]
    evidence: frozenset[str]
    traces: frozenset[str]
    light: frozenset[str]
    carriers: frozenset[str]
    means: frozenset[str]
    shown: frozenset[str]
    ranks: frozenset[str]
    reporting: frozenset[str]
    none: frozenset[str]


_TABLES: Final = ("clauses", "nouns", "heads", "modals", "adverbs", "adjectives", "marks", "cases")
_LISTS: Final = ("charges", "evidence", "traces", "light", "carriers", "means", "shown", "ranks", "reporting", "none")


@cache
def stance_lexicon() -> StanceLexicon:
    """Return the lexicon, read once.

    Raises:
        ResourceError: the file is missing, or an entry is not what it should be.
    """
    return read_stance_lexicon(_FILE)


def read_stance_lexicon(file: Path) -> StanceLexicon:
    """Read and check a lexicon of stance.

    Args:
        file: a YAML table as in resources/patterns/stance.yml.

    Raises:
        ResourceError: naming the file and the entry at fault.
    """
    content = read_table(file, [field.name for field in fields(StanceLexicon)])
    tables: dict[str, Any] = {name: _by_word(content.get(name), f"{file}: {name}") for name in _TABLES}
    lists: dict[str, Any] = {name: frozenset(words_of(content.get(name), f"{file}: {name}")) for name in _LISTS}
    prepositions = lists_of(content.get("by_preposition"), f"{file}: by_preposition")
    by = {word: frozenset(of) for word, of in prepositions.items()}
    return StanceLexicon(by_preposition=by, **tables, **lists)


def _by_word(value: object, where: str) -> dict[str, tuple[Effect, ...]]:
    table = lists_of(value, where)
    if unknown := table.keys() - set(Effect):
        raise ResourceError(f"{where}: unknown effect {min(unknown)!r}; known are {', '.join(Effect)}")
    out: dict[str, tuple[Effect, ...]] = {}
    for effect, words in table.items():
        for word in words:
            out[word] = (*out.get(word, ()), Effect(effect))
    return out
