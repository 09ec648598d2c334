"""Words that tell what part a named person plays, from `resources/profiles/roles.yml`."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from dateline.reference.knowledge import read_yaml
from dateline.settings import RESOURCES

FILE: Final = RESOURCES / "profiles" / "roles.yml"


@dataclass(frozen=True, slots=True)
class Roles:
    """The sets of words; the file says what each is."""

    public: frozenset[str]
    victim: frozenset[str]
    witness: frozenset[str]
    child: frozenset[str]
    relative: frozenset[str]
    person: frozenset[str]
    harm: frozenset[str]
    suffer: frozenset[str]
    remains: frozenset[str]
    naming: frozenset[str]
    particle: frozenset[str]
    place: frozenset[str]
    nobody: frozenset[str]

    @property
    def private(self) -> frozenset[str]:
        """Words for people whose names are their own."""
        return self.victim | self.witness | self.child | self.relative


@cache
def roles() -> Roles:
    """Return the words.

    Raises:
        ResourceError: the file is missing or broken.
    """
    return Roles(**{name: frozenset(map(str, words)) for name, words in read_yaml(FILE).items()})
