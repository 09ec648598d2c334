"""Whether two names mean the same party or place, as the gold record's scoring has it."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Final

from dateline.reference.actors import actors_named
from dateline.reference.countries import countries

_BRACKETS: Final = re.compile(r"\([^)]*\)")
_DROPPED: Final = re.compile("[`'’‘ʿʾ\".]")
_BLANK: Final = re.compile("[-–/,_]")
_ARTICLES: Final = frozenset({"the", "al", "el", "ad", "ar", "as", "ash", "at", "an", "of"})
_STATE_WORDS: Final = frozenset(
    {"military", "forces", "force", "army", "armed", "troops", "soldiers"}
    | {"government", "regime", "state", "authorities"}
)
_POLICE_WORDS: Final = frozenset({"police", "forces", "force", "national", "policemen", "officers"})

Families = Callable[[str], frozenset[str]]


def plain(name: str) -> str:
    """Return a name without case, marks, articles, hyphens or a bracketed country."""
    letters = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    text = _BRACKETS.sub(" ", "".join(letters).lower())
    words = _BLANK.sub(" ", _DROPPED.sub("", text)).split()
    return " ".join(word for word in words if word not in _ARTICLES)


def no_families(_: str) -> frozenset[str]:
    """Tell no party by anything but its names in the list of aliases."""
    return frozenset()


class Names:
    """Sameness of names: by the list of aliases, and by the families that a name belongs to.

    Args:
        aliases: the other names of a canonical name.
        families: gives the parties that a name can mean; names that share one are the same.
    """

    def __init__(self, aliases: Mapping[str, Iterable[str]], families: Families = no_families) -> None:
        self._of = {name: {plain(name), *map(plain, also)} for name, also in aliases.items()}
        self._families = families

    def same(self, said: str, gold: str) -> bool:
        """Tell whether a name that was said stands for the canonical one."""
        if plain(said) in self._of.get(gold, {plain(gold)}):
            return True
        return bool(self._families(said) & self._families(gold))

    def hits(self, said: Sequence[str], gold: Sequence[str]) -> tuple[int, int]:
        """Return how many of `gold` some name said stands for, and how many names said stand for one of `gold`."""
        told = list(dict.fromkeys(said))
        found = sum(any(self.same(one, wanted) for one in told) for wanted in gold)
        return found, sum(any(self.same(one, wanted) for wanted in gold) for one in told)


@cache
def families_of(name: str) -> frozenset[str]:
    """Return the parties of the reference that a name can mean: curated actors, a state or a country's police.

    A country, its government and its armed forces are one family, as in the gold of the seeds.
    """
    found = {f"actor {entry.id}" for entry in actors_named(_BRACKETS.sub("", name).strip() or name)}
    words = plain(name).split()
    for kind, dropped in (("state", _STATE_WORDS), ("police", _POLICE_WORDS)):
        if kind == "police" and "police" not in words and "policemen" not in words:
            continue
        country = _countries().get(" ".join(word for word in words if word not in dropped))
        if country:
            found.add(f"{kind} {country}")
    return frozenset(found)


@cache
def _countries() -> dict[str, str]:
    return {
        plain(word): country.iso for country in countries().values() for word in (country.name, *country.adjectives)
    }
