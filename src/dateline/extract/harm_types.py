"""What tells the type of an event of which only the harm was read: resources/patterns/harm.yml, read and checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from dateline.errors import ResourceError
from dateline.reference.codebook import codebook
from dateline.reference.knowledge import read_table, words_of
from dateline.settings import RESOURCES

_FILE: Final = RESOURCES / "patterns/harm.yml"
_LISTS: Final = ("words", "beside", "harmed")
_KEYS: Final = frozenset({"type", "example", *_LISTS})


@dataclass(frozen=True, slots=True)
class HarmType:
    """One entry: the type, lemmas of which a sentence must hold one (of `beside` too), classes of the harmed."""

    type: str
    words: frozenset[str]
    beside: frozenset[str]
    harmed: frozenset[str]
    example: str

    def fits(self, vocabulary: frozenset[str], harmed: frozenset[str]) -> bool:
        """Tell whether a sentence with a toll is of this type.

        Args:
            vocabulary: the sentence's lemmas.
            harmed: the classes of those harmed.
        """
        if not self.words & vocabulary or (self.beside and not self.beside & vocabulary):
            return False
        return not self.harmed or bool(self.harmed & harmed)


@dataclass(frozen=True, slots=True)
class HarmTypes:
    """The entries in order of precedence, and the lemmas with which no event is made."""

    entries: tuple[HarmType, ...]
    never: frozenset[str]


@cache
def harm_types() -> HarmTypes:
    """Return the entries, read once.

    Raises:
        ResourceError: the file is missing, or an entry is not what it should be.
    """
    return read_harm_types(_FILE)


def read_harm_types(file: Path) -> HarmTypes:
    """Read and check a table of harm.

    Args:
        file: a YAML table as resources/patterns/harm.yml.

    Raises:
        ResourceError: naming the file and the entry at fault.
    """
    table = read_table(file)
    if set(table) != {"never", "entries"} or not isinstance(table["entries"], list):
        raise ResourceError(f"{file}: expected a table of never and entries")
    entries = tuple(_entry(file, row) for row in table["entries"])
    return HarmTypes(entries, frozenset(words_of(table["never"], f"{file}: never", least=0)))


def _entry(file: Path, row: Any) -> HarmType:
    if not isinstance(row, Mapping) or set(row) - _KEYS or row.get("type") not in codebook().types:
        raise ResourceError(
            f"{file}: entry {row}: needs a type of the codebook, words and an example, and no other keys"
        )
    name = row["type"]
    where = f"{file}: {name}"
    lists = {key: frozenset(words_of(row.get(key, []), f"{where}: {key}", least=0)) for key in _LISTS}
    if not lists["words"] or not row.get("example"):
        raise ResourceError(f"{file}: entry {name}: needs words and an example")
    return HarmType(type=name, example=row["example"], **lists)
