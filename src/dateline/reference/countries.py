"""Countries of the world and the words that give them away: adjectives, demonyms, capitals, leaders, towns."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.errors import ResourceError
from dateline.reference.actors_words import strings
from dateline.reference.knowledge import read_yaml
from dateline.settings import RESOURCES


@dataclass(frozen=True, slots=True)
class Leader:
    """A head of state or government: `short` is the surname as news use it, `since` and `until` years in office."""

    name: str
    short: str | None
    since: int
    until: int | None


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its ISO 3166 alpha-2 code; `also` are other names and metonyms ("Kremlin").

    `abroad` are the countries in which its army has taken ground since the 1980s, where it has hardly any at home.
    """

    iso: str
    name: str
    adjectives: tuple[str, ...] = ()
    capital: str | None = None
    also: tuple[str, ...] = ()
    leaders: tuple[Leader, ...] = ()
    towns: tuple[str, ...] = ()
    abroad: tuple[str, ...] = ()

    @property
    def adjective(self) -> str:
        """The word for its people and things, or its name where the table has none."""
        return self.adjectives[0] if self.adjectives else self.name


def _leader(raw: dict[str, Any], where: str) -> Leader:
    leader = Leader(raw["name"], raw.get("short"), raw["since"], raw.get("until"))
    if leader.until is not None and leader.until < leader.since:
        raise ResourceError(f"{where}: {leader.name} leaves office before entering it")
    return leader


def _country(iso: object, raw: dict[str, Any]) -> Country:
    where = f"countries.yml, {iso}"
    if not isinstance(iso, str) or len(iso) != len("SY") or not raw.get("name"):
        raise ResourceError(f"{where}: needs a code of two letters (quote NO) and a name")
    return Country(
        iso=iso,
        name=raw["name"],
        adjectives=strings(raw.get("adjectives", []), where),
        capital=raw.get("capital"),
        also=strings(raw.get("also", []), where),
        leaders=tuple(_leader(leader, where) for leader in raw.get("leaders", [])),
        towns=strings(raw.get("towns", []), where),
        abroad=strings(raw.get("abroad", []), where),
    )


@cache
def countries() -> dict[str, Country]:
    """Return all countries by code, read once.

    Raises:
        ResourceError: the table is missing or an entry is not of the form.
    """
    return {iso: _country(iso, raw) for iso, raw in read_yaml(RESOURCES / "countries.yml").items()}


@cache
def by_adjective() -> dict[str, str]:
    """Return the code of each country by its adjectives, in small letters, the longest first."""
    found = {word.lower(): iso for iso, country in countries().items() for word in country.adjectives}
    return dict(sorted(found.items(), key=lambda one: -len(one[0])))


def country_name(iso: str | None) -> str | None:
    """Return the name of a country by its code, None where there is none."""
    found = countries().get(iso or "")
    return found.name if found else None
