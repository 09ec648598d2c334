"""Codec: the model's frozen dataclasses to canonical JSON and back, exactly.

A field that holds its default, None or an empty tuple is left out. A `PlaceEntry` is written as the hash of its own
JSON: it is long, it stands in many claims, and the record keeps it once.
"""

import dataclasses
import datetime as dt
import hashlib
import json
import sys
from collections.abc import Callable
from enum import StrEnum
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

from dateline.model.claim import CLAIM_KINDS, Claim
from dateline.model.count import Count
from dateline.model.place import PlaceEntry
from dateline.model.report import Report

T = TypeVar("T")

_WHOLE: Final = {*CLAIM_KINDS.values(), Report}  # never twice, and costly to compare
_CANONICAL: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
MAX_SHARED: Final = 10_000  # objects remembered so that claims of one report share what is equal; a report has fewer
MAX_CLAIMS: Final = 2_000  # claims remembered: dating, linking and reckoning ask for those of a batch one after another
_PLAIN: Final = (str, int, float, NoneType)


def canonical(plain: object) -> str:
    """Return the one JSON text of plain values: keys sorted, no spaces, letters as they are."""
    return _CANONICAL.encode(plain)


@dataclasses.dataclass(frozen=True, slots=True)
class _Field:
    name: str
    empty: Any
    type: Any


@cache
def _fields(cls: type) -> tuple[_Field, ...]:
    """Return a dataclass's fields, each with the value that stands for it when it is left out."""
    hints = get_type_hints(cls)
    return tuple(_Field(f.name, _empty(f, hints[f.name]), hints[f.name]) for f in dataclasses.fields(cls))


@cache
def _empties(cls: type) -> tuple[tuple[str, Any], ...]:
    """Return the names of a dataclass's fields with what stands for each when it is left out."""
    return tuple((field.name, field.empty) for field in _fields(cls))


def _empty(field: "dataclasses.Field[Any]", hint: Any) -> Any:
    if field.default is not dataclasses.MISSING:
        return field.default
    if get_origin(hint) is tuple:
        return ()
    return None


class Encoder:
    """Writes objects of the model as plain values, and gathers the places that they name."""

    def __init__(self) -> None:
        self.places: dict[str, str] = {}
        """JSON of each place met, by its digest."""

    def text(self, value: object) -> str:
        """Return the canonical JSON of a dataclass of the model."""
        return canonical(self._filled(value))

    def place(self, entry: PlaceEntry) -> str:
        """Return the digest that stands for a place, and remember its JSON."""
        digest, body = _digested(entry)
        self.places[digest] = body
        return digest

    def plain(self, value: Any) -> Any:
        """Return a value of the model as plain values."""
        if isinstance(value, _PLAIN):
            return value
        if isinstance(value, tuple):
            return [self.plain(item) for item in value]
        if isinstance(value, dt.date):
            return value.isoformat()
        if isinstance(value, PlaceEntry):
            return self.place(value)
        return self._filled(value)

    def _filled(self, value: Any) -> dict[str, Any]:
        plain = {}
        cls: type = type(value)
        for name, empty in _empties(cls):
            held = getattr(value, name)
            if held is not empty and held != empty:
                plain[name] = held if type(held) in _PLAIN else self.plain(held)
        return plain


@lru_cache(maxsize=4096)
def _digested(entry: PlaceEntry) -> tuple[str, str]:
    body = canonical(dataclasses.asdict(entry))
    return hashlib.sha256(body.encode()).hexdigest()[:16], body


class Decoder:
    """Makes objects of the model from JSON; `places` gives the JSON of the place that a digest stands for."""

    def __init__(self, places: Callable[[str], str]) -> None:
        self._places = places
        self._entries: dict[str, PlaceEntry] = {}
        self._shared: dict[Any, Any] = {}
        self._claims: dict[tuple[str, str], Claim] = {}
        self._readers: dict[Any, Callable[[Any], Any]] = {
            str: sys.intern,
            int: _same,
            float: float,
            bool: _same,
            dt.date: dt.date.fromisoformat,
            PlaceEntry: self.place,
        }

    def read(self, cls: type[T], text: str) -> T:
        """Return the object of `cls` that was written as `text`."""
        made: T = self._reader(cls)(json.loads(text))
        return made

    def claim(self, kind: str, text: str) -> Claim:
        """Return the claim of a kind (event, toll, control)."""
        found = self._claims.get((kind, text))
        if found is None:
            if len(self._claims) >= MAX_CLAIMS:
                self._claims.clear()
            found = self._claims[kind, text] = self.read(CLAIM_KINDS[kind], text)
        return found

    def field(self, cls: type, name: str, plain: Any) -> Any:
        """Return the value of a field of a dataclass of the model, or of a claim's count, from its plain values."""
        hints = {one.name: one.type for one in (*_fields(Count), *_fields(cls))}
        return self._reader(hints[name])(plain)

    def _reader(self, hint: Any) -> Callable[[Any], Any]:
        found = self._readers.get(hint)
        if found is None:
            found = self._readers[hint] = self._made(hint)
        return found

    def _made(self, hint: Any) -> Callable[[Any], Any]:
        if get_origin(hint) in {Union, UnionType}:
            return self._optional(hint)
        if get_origin(hint) is tuple:
            item = self._reader(get_args(hint)[0])
            return lambda plain: tuple(map(item, plain))
        if issubclass(hint, StrEnum):
            enum: type[StrEnum] = hint
            return enum
        return self._dataclass(hint)

    def _optional(self, hint: Any) -> Callable[[Any], Any]:
        (one,) = (arm for arm in get_args(hint) if arm is not NoneType)
        inner = self._reader(one)
        return lambda plain: None if plain is None else inner(plain)

    def _dataclass(self, cls: type) -> Callable[[Any], Any]:
        empty = dict(_empties(cls))
        readers = {field.name: self._reader(field.type) for field in _fields(cls)}
        whole = cls in _WHOLE

        def make(plain: dict[str, Any]) -> Any:
            told = {name: readers[name](value) for name, value in plain.items() if name in readers}
            made = cls(**{**empty, **told})
            return made if whole else self._share(made)

        return make

    def _share(self, made: Any) -> Any:
        """Return an equal object made before, if any: speakers, days and quotes stand in many claims of a report."""
        if len(self._shared) > MAX_SHARED:
            self._shared.clear()
        return self._shared.setdefault(made, made)

    def place(self, digest: str) -> PlaceEntry:
        """Return the place that a digest stands for, the same object each time."""
        found = self._entries.get(digest)
        if found is None:
            plain = json.loads(self._places(digest))
            found = self._entries[digest] = self._dataclass(PlaceEntry)(plain)
        return found


def _same(plain: Any) -> Any:
    return plain
