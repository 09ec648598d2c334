"""Patterns: what a verb or noun with certain arguments says, read from resources/patterns."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from dateline.errors import ResourceError
from dateline.reference.knowledge import read_table
from dateline.settings import RESOURCES

_FOLDER: Final = RESOURCES / "patterns"
# In order of precedence: a crowd decides before the weapon, the weapon before the victim, the victim before the manner.
PATTERN_FILES: Final = (
    "excessive_force",
    "crackdowns",
    "riots",
    "demolitions",
    "mobs",
    "marches",
    "suicide_bombs",
    "air_strikes",
    "chemical_weapons",
    "devices",
    "shelling",
    "killings",
    "violence",
    "striking",
    "attack_nouns",
    "sexual_violence",
    "abductions",
    "disarming",
    "caches",
    "looting",
    "arrests",
    "custody",
    "agreements",
    "exchanges",
    "deals",
    "bases",
    "transfers",
    "handovers",
    "groups",
    "allegiance",
    "redeployments",
    "other",
    "restrictions",
    "captures",
    "battles",
    "surely",
    "demonstrations",
    "control",
    "deaths",
    "tolls",
)
_NEVER: Final = 2.0  # more than any probability
_KEYS: Final = frozenset(
    {
        "id",
        "version",
        "kind",
        "type",
        "change",
        "harm",
        "verbs",
        "nouns",
        "object",
        "needs",
        "lacks",
        "actors",
        "targets",
        "place",
        "why",
        "examples",
        "holder",
        "modifiers",
        "loses",
        "acts",
        "heads",
        "cases",
        "adjectives",
        "weak",
        "echoes",
        "bar",
        "harmed",
        "hints",
        "passive",
        "unless",
        "alone",
        "sure",
        "least",
        "plain",
    }
)


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """One pattern.

    `needs` and `lacks` map an argument to classes of which its head must have one, or none; `object` are lemmas of
    which the patient must be one; `actors`, `targets`, `place` and `holder` name the arguments that fill the slot, the
    first that fits first. `acts` asks that a noun that names a thing (a bomb) be said to do or cause something or
    head a note, `heads` that it head a note without a verb ("mortar shell on a market, 68 killed"), `cases` that it
    stand behind one of these prepositions; `weak` ones give way to any surer event that they are joined to.
    `modifiers` are lemmas of which the agent must be one; `echoes` are nouns that the pattern reads too once its type
    was told in the report; `harmed` are the classes of which the noun for the harmed must have one; `bar` are lemmas
    that the patient must not be ("take position", "take place"); `hints` are lemmas, or classes as "@irregular"
    (`hint_classes`), of which the sentence must hold one, `unless` lemmas of which it may hold none; `alone` ones are
    told only where the report tells of nothing else; `passive` asks for a verb in the passive. From the probability
    `sure` of the event head on the hints need not be there; below `least` the pattern is not read; what is `plain` says
    enough by its words, whatever the head holds of them. A `loose` one may
    then miss one of its lists of lemmas too (`eased.py`; no file says so). In `needs` and
    `lacks` an argument may be several ("on|against": one of them), and a class may be a lemma ("=street"). `verbs` and
    `nouns` are lemmas, of several words where a particle or modifier is needed ("take over", "air strike").
    """

    id: str
    version: int
    kind: str
    type: str
    change: str
    harm: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]
    object: frozenset[str]
    needs: Mapping[str, frozenset[str]]
    lacks: Mapping[str, frozenset[str]]
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: tuple[str, ...]
    holder: tuple[str, ...]
    modifiers: frozenset[str]
    echoes: frozenset[str]
    bar: frozenset[str]
    loses: tuple[str, ...]
    harmed: frozenset[str]
    hints: frozenset[str]
    hint_classes: frozenset[str]
    unless: frozenset[str]
    passive: bool
    acts: bool
    heads: bool
    weak: bool
    alone: bool
    sure: float
    least: float
    plain: bool
    cases: frozenset[str]
    why: str
    examples: tuple[Mapping[str, Any], ...]
    loose: bool = False

    @property
    def found_by(self) -> str:
        """What a claim says found it: the pattern's id and version."""
        return f"{self.id}@{self.version}"


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A pattern under one of its words; `extra` are the words that must stand before the noun or beside the verb."""

    pattern: Pattern
    extra: tuple[str, ...]


class PatternBook:
    """All patterns of a folder, by the lemma that can trigger them.

    Args:
        patterns: in order of precedence; the first that fits a trigger is taken.

    `triggers` are the lemmas of verbs and nouns: a word that is none of them need not be looked at.
    """

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.patterns = tuple(patterns)
        self.verbs: dict[str, list[Entry]] = defaultdict(list)
        self.nouns: dict[str, list[Entry]] = defaultdict(list)
        self.adjectives: dict[str, list[Entry]] = defaultdict(list)
        for pattern in patterns:
            for words in pattern.verbs:
                lemma, *particle = words.split()
                self.verbs[lemma].append(Entry(pattern, tuple(particle)))
            for words in pattern.nouns:
                *before, lemma = words.split()
                self.nouns[lemma].append(Entry(pattern, tuple(before)))
            for word in pattern.adjectives:
                self.adjectives[word].append(Entry(pattern, ()))
        for index in (self.verbs, self.nouns):
            for entries in index.values():
                # "take over" before "take": the more words a pattern asks for, the surer it is
                entries.sort(key=lambda entry: -len(entry.extra))
        self.triggers: frozenset[str] = frozenset((*self.verbs, *self.nouns))


@cache
def pattern_book(kind: str) -> PatternBook:
    """Return the patterns of a kind ("event", "toll" or "control"), read once.

    Raises:
        ResourceError: a file is broken; the message names the file, the pattern and the fault.
    """
    found = [pattern for name in PATTERN_FILES for pattern in _read(_FOLDER / f"{name}.yml") if pattern.kind == kind]
    if not found:
        raise ResourceError(f"{_FOLDER}: no pattern of kind {kind}; install Dateline again")
    return PatternBook(found)


def _read(path: Path) -> list[Pattern]:
    table = read_table(path)
    if "patterns" not in table:
        raise ResourceError(f"{path}: expected a table with a list of patterns")
    return [_pattern(entry, path) for entry in table["patterns"]]


def _pattern(entry: dict[str, Any], path: Path) -> Pattern:
    name = entry.get("id", "?")
    unknown = set(entry) - _KEYS
    if unknown:
        raise ResourceError(f"{path}: pattern {name}: unknown key {sorted(unknown)[0]}")
    if not entry.get("id") or not (entry.get("verbs") or entry.get("nouns") or entry.get("adjectives")):
        raise ResourceError(f"{path}: pattern {name}: needs an id and verbs, nouns or adjectives")

    def words(key: str) -> tuple[str, ...]:
        value = entry.get(key) or ()
        listed = (value,) if isinstance(value, str) else tuple(value)
        if not all(isinstance(word, str) for word in listed):
            raise ResourceError(f"{path}: pattern {name}: {key}: expected words (quote on, off, yes and no)")
        return listed

    def classes(key: str) -> dict[str, frozenset[str]]:
        table = entry.get(key) or {}
        if not all(isinstance(arg, str) for arg in table):
            raise ResourceError(f"{path}: pattern {name}: {key}: expected arguments (quote on, off, yes and no)")
        return {arg: frozenset([want] if isinstance(want, str) else want) for arg, want in table.items()}

    return Pattern(
        id=name,
        version=int(entry.get("version", 1)),
        kind=entry.get("kind", "event"),
        type=entry.get("type", ""),
        change=entry.get("change", ""),
        harm=entry.get("harm", ""),
        verbs=words("verbs"),
        nouns=words("nouns"),
        adjectives=words("adjectives"),
        object=frozenset(words("object")),
        needs=classes("needs"),
        lacks=classes("lacks"),
        actors=words("actors"),
        targets=words("targets"),
        place=words("place"),
        holder=words("holder"),
        modifiers=frozenset(words("modifiers")),
        echoes=frozenset(words("echoes")),
        bar=frozenset(words("bar")),
        loses=words("loses"),
        harmed=frozenset(words("harmed")),
        hints=frozenset(words("hints")),
        hint_classes=frozenset(hint[1:] for hint in words("hints") if hint.startswith("@")),
        unless=frozenset(words("unless")),
        passive=bool(entry.get("passive")),
        acts=bool(entry.get("acts")),
        heads=bool(entry.get("heads")),
        weak=bool(entry.get("weak")),
        alone=bool(entry.get("alone")),
        sure=float(entry.get("sure", _NEVER)),
        least=float(entry.get("least", 0)),
        plain=bool(entry.get("plain")),
        cases=frozenset(words("cases")),
        why=entry.get("why", ""),
        examples=tuple(entry.get("examples") or ()),
    )
