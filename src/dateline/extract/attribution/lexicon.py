"""Words that report speech, from resources/patterns/attribution.yml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from dateline.errors import ResourceError
from dateline.reference.knowledge import lists_of, read_table, words_of
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
    table = read_table(file, ("verbs", "not_said", "only_said", *_LISTS))
    ways = lists_of(table.get("verbs"), f"{file}: verbs")
    if unknown := ways.keys() - WAYS:
        raise ResourceError(f"{file}: verbs: unknown way {min(unknown)!r}; known are {', '.join(sorted(WAYS))}")
    lists = {name: words_of(table.get(name), f"{file}: {name}") for name in _LISTS}
    phrases = tuple(tuple(phrase.split()) for phrase in lists.pop("prepositions"))
    return SpeechLexicon(
        verbs=_turned(ways),
        not_said=_sets(table.get("not_said"), f"{file}: not_said"),
        only_said=_sets(table.get("only_said"), f"{file}: only_said"),
        prepositions=phrases,
        openings=frozenset(phrase[0] for phrase in phrases),
        **{name: frozenset(words) for name, words in lists.items()},
    )


def _turned(ways: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    lemmas = {lemma for words in ways.values() for lemma in words}
    return {lemma: frozenset(way for way, words in ways.items() if lemma in words) for lemma in lemmas}


def _sets(value: object, where: str) -> dict[str, frozenset[str]]:
    return {verb: frozenset(words) for verb, words in lists_of(value, where).items()}
