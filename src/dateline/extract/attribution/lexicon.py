"""Words that report speech, from resources/patterns/attribution.yml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from dateline.errors import ResourceError
from dateline.settings import RESOURCES

_FILE: Final = RESOURCES / "patterns" / "attribution.yml"
WAYS: Final = frozenset({"clause", "tail", "object", "blame", "caption", "cite", "of"})
_LISTS: Final = (
    "prepositions",
    "nouns",
    "messages",
    "platforms",
    "hearsay",
    "mute",
    "speakers",
    "anonymous",
    "reasons",
    "persons",
)


@dataclass(frozen=True, slots=True)
class SpeechLexicon:
    """The file's lists, by lemma in lower case.

    `verbs` maps a lemma to its ways of reporting (those of `WAYS`), `not_said` to objects with which it reports none,
    `only_said` to the only objects with which it reports;
    `prepositions` are split into words, `openings` their first words.
    """

    verbs: Mapping[str, frozenset[str]]
    not_said: Mapping[str, frozenset[str]]
    only_said: Mapping[str, frozenset[str]]
    prepositions: tuple[tuple[str, ...], ...]
    openings: frozenset[str]
    nouns: frozenset[str]
    messages: frozenset[str]
    platforms: frozenset[str]
    hearsay: frozenset[str]
    mute: frozenset[str]
    speakers: frozenset[str]
    anonymous: frozenset[str]
    reasons: frozenset[str]
    persons: frozenset[str]


@cache
def speech_lexicon() -> SpeechLexicon:
    """Return the lexicon, read once.

    Raises:
        ResourceError: the file is missing, or an entry is not what it should be.
    """
    return read_speech_lexicon(_FILE)


def read_speech_lexicon(file: Path) -> SpeechLexicon:
    """Read and check a lexicon of reporting words.

    Args:
        file: a YAML table as in resources/patterns/attribution.yml.

    Raises:
        ResourceError: naming the file and the entry at fault.
    """
    table = _table(file)
    if unknown := table.keys() - {"verbs", "not_said", "only_said", *_LISTS}:
        raise ResourceError(f"{file}: unknown entry {min(unknown)!r}")
    ways = _lists(file, table, "verbs")
    if unknown := ways.keys() - WAYS:
        raise ResourceError(f"{file}: verbs: unknown way {min(unknown)!r}; known are {', '.join(sorted(WAYS))}")
    lists = {name: _words(file, name, table.get(name)) for name in _LISTS}
    phrases = tuple(tuple(phrase.split()) for phrase in lists.pop("prepositions"))
    return SpeechLexicon(
        verbs=_turned(ways),
        not_said={verb: frozenset(words) for verb, words in _lists(file, table, "not_said").items()},
        only_said={verb: frozenset(words) for verb, words in _lists(file, table, "only_said").items()},
        prepositions=phrases,
        openings=frozenset(phrase[0] for phrase in phrases),
        **{name: frozenset(words) for name, words in lists.items()},
    )


def _turned(ways: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    lemmas = {lemma for words in ways.values() for lemma in words}
    return {lemma: frozenset(way for way, words in ways.items() if lemma in words) for lemma in lemmas}


def _table(file: Path) -> dict[str, object]:
    try:
        table = yaml.load(file.read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, yaml.YAMLError) as why:
        raise ResourceError(f"{file}: cannot be read ({why}); install Dateline again") from why
    if not isinstance(table, dict):
        raise ResourceError(f"{file}: expected a table")
    return table


def _lists(file: Path, table: dict[str, object], name: str) -> dict[str, list[str]]:
    lists = table.get(name)
    if not isinstance(lists, dict):
        raise ResourceError(f"{file}: {name}: expected a table of lists")
    return {str(key): _words(file, f"{name}: {key}", words) for key, words in lists.items()}


def _words(file: Path, name: str, words: object) -> list[str]:
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
        raise ResourceError(f"{file}: {name}: expected a list of words (quote yes, no, on and off)")
    return words
