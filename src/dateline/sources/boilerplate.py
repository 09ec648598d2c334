"""Boilerplate: what pages and wires print around a report, as resources/boilerplate.yml describes it."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from dateline.errors import ResourceError
from dateline.reference.knowledge import read_yaml
from dateline.settings import RESOURCES
from dateline.sources.agencies import agency_pattern

FILE: Final = RESOURCES / "boilerplate.yml"
LISTS: Final = ("lines", "tails", "inline", "credits")
_LONGEST: Final = 30  # words; a line of furniture is rarely longer, a sentence of a report often is
_AS_WRITTEN: Final = {"inline", "credits"}
_STOPS: Final = (".", "!", "?", "…", '."', ".”")


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of boilerplate: what it looks like, and what else follows from it."""

    id: str
    match: re.Pattern[str]
    reason: str
    examples: tuple[str, ...]
    keeps: tuple[str, ...] = ()
    at_most: int = _LONGEST
    no_stop: bool = False
    takes: str | None = None
    ends: bool = False
    has: str = ""

    def found(self, text: str) -> re.Match[str] | None:
        """Return the match anywhere in the text; one that lacks the characters that it must have is not searched."""
        if self.has and not any(mark in text for mark in self.has):
            return None
        return self.match.search(text)

    def taken(self, text: str) -> re.Match[str] | None:
        """Return the match if the whole line is boilerplate of this kind."""
        if text.count(" ") >= self.at_most or (self.no_stop and text.endswith(_STOPS)):
            return None
        return self.match.fullmatch(text)


@dataclass(frozen=True, slots=True)
class CaptionWords:
    """How captions speak: see the end of resources/boilerplate.yml."""

    openers: re.Pattern[str]
    photo: re.Pattern[str]
    file: re.Pattern[str]
    past: frozenset[str]
    verbs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """All rules, by what they apply to."""

    lines: tuple[Rule, ...]
    tails: tuple[Rule, ...]
    inline: tuple[Rule, ...]
    credits: tuple[Rule, ...]
    captions: CaptionWords


@cache
def boilerplate() -> Boilerplate:
    """Return the rules of resources/boilerplate.yml, read once."""
    return load_boilerplate(FILE)


def load_boilerplate(path: Path) -> Boilerplate:
    """Read and check a file of boilerplate rules.

    Args:
        path: the YAML file.

    Returns:
        Its rules, compiled.

    Raises:
        ResourceError: if it is missing or no YAML, or an entry lacks a field or does not compile; the entry is named.

    """
    table = read_yaml(path)
    rules = {name: tuple(_rule(path, name, entry) for entry in table[name]) for name in LISTS}
    return Boilerplate(**rules, captions=_captions(path, table["captions"]))


def _rule(path: Path, name: str, entry: dict[str, Any]) -> Rule:
    """Return one entry of one list as a rule."""
    try:
        fields = dict(entry)
        match = fields.pop("match").replace("{AGENCY}", agency_pattern())
        flags = re.NOFLAG if name in _AS_WRITTEN else re.IGNORECASE
        examples, keeps = tuple(fields.pop("examples")), tuple(fields.pop("keeps", ()))
        return Rule(match=re.compile(match, flags), examples=examples, keeps=keeps, **fields)
    except (KeyError, TypeError, re.error) as error:
        raise ResourceError(f"{path.name}: {name}, entry {entry.get('id', entry)}: {error!r}") from error


def _captions(path: Path, entry: dict[str, Any]) -> CaptionWords:
    """Return the words of captions."""
    try:
        patterns = {name: re.compile(entry[name], re.IGNORECASE) for name in ("openers", "photo", "file")}
        return CaptionWords(**patterns, past=frozenset(entry["past"]), verbs=frozenset(entry["verbs"]))
    except (KeyError, TypeError, re.error) as error:
        raise ResourceError(f"{path.name}: captions: {error!r}") from error
