"""Prose: how events, parties and people are told in plain sentences, from resources/sitrep."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from dateline.errors import ResourceError
from dateline.reference.knowledge import read_yaml
from dateline.settings import RESOURCES

_EVENTS: Final = RESOURCES / "sitrep" / "events.yml"
_WORDS: Final = RESOURCES / "sitrep" / "words.yml"
_LISTS: Final = ("with_article", "with_article_before", "never_article", "always_capital", "common", "with_of")
FORMS: Final = ("both", "actor", "target", "none")


@dataclass(frozen=True, slots=True)
class Clause:
    """How an event of a type is told: `forms` by what is known, `one` and `many` as what it is counted.

    `sides` says that actors and targets are two sides of one thing and stand in one list.
    """

    one: str
    many: str
    forms: Mapping[str, str]
    sides: bool = False


@dataclass(frozen=True, slots=True)
class ProseWords:
    """Words that stand around names and numbers (the file tells what each is for)."""

    with_article: frozenset[str]
    with_article_before: frozenset[str]
    never_article: frozenset[str]
    always_capital: frozenset[str]
    common: frozenset[str]
    with_of: frozenset[str]
    classes: Mapping[str, str]
    people: Mapping[str, tuple[str, str]]
    harms: Mapping[str, tuple[str, str]]
    policies: Mapping[str, str]


@cache
def clauses() -> Mapping[str, Clause]:
    """Return how each type of event is told.

    Raises:
        ResourceError: the file is missing, or an entry is not of the form.
    """
    return dict(map(_clause, read_yaml(_EVENTS)))


def _clause(row: Any) -> tuple[str, Clause]:
    try:
        one, many = row["noun"]
        return row["type"], Clause(one, many, {form: row[form] for form in FORMS}, row.get("sides", False))
    except (KeyError, TypeError, ValueError) as error:
        raise ResourceError(f"{_EVENTS.name}: {row}: needs a type, a noun for one and for many, {FORMS}") from error


@cache
def prose_words() -> ProseWords:
    """Return the words around names and numbers.

    Raises:
        ResourceError: the file is missing, or lacks a table.
    """
    table = read_yaml(_WORDS)
    try:
        return ProseWords(
            **{key: frozenset(table[key]) for key in _LISTS},
            classes=table["classes"],
            people={key: (one, many) for key, (one, many) in table["people"].items()},
            harms={key: (one, many) for key, (one, many) in table["harms"].items()},
            policies=table["policies"],
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ResourceError(f"{_WORDS.name}: a table lacks or is not of the form: {error}") from error
