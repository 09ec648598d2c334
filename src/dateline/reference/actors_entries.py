"""Curated actors: the entries of `resources/actors` (a file a theatre) and `resources/outlets`, checked on loading."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from dateline.errors import ResourceError
from dateline.model.actor import ActorEntry
from dateline.reference.actors_words import kind_of, strings
from dateline.reference.countries import country_name
from dateline.reference.knowledge import read_yaml
from dateline.settings import RESOURCES

_FIELDS: Final = frozenset(
    {"id", "name", "kind", "country", "aliases", "side", "since", "until", "rules", "members", "speaks_for", "generic"}
)
_SPAN: Final = re.compile(r"(\d{4})-(\d{4})?")
_STATE_AGENCIES: Final = "state_agencies.yml"


def side_in(side: str | None, country: str | None) -> str | None:
    """Return a side as it is known everywhere: "government" and "opposition" are those of their country."""
    name = country_name(country)
    if side == "government" and name:
        return f"government of {name}"
    if side == "opposition" and name:
        return f"opposition in {name}"
    return side


def _years(value: object, where: str) -> tuple[tuple[int, int | None], ...]:
    """Return spans of years as they are written: "1979-1990", or "2007-" for one that is not over.

    Raises:
        ResourceError: one is written otherwise.
    """
    found = [_SPAN.fullmatch(span) for span in strings(value, where)]
    if None in found:
        raise ResourceError(f"{where}: needs years such as 1979-1990 or 2007-, and not {value!r}")
    return tuple((int(span[1]), int(span[2]) if span[2] else None) for span in found if span)


def _entry(raw: dict[str, Any], defaults: dict[str, Any], where: str) -> ActorEntry:
    unknown = raw.keys() - _FIELDS
    if unknown or not {"id", "name"} <= raw.keys():
        raise ResourceError(f"{where}: needs id and name, and knows no {sorted(unknown)}")
    merged = {**defaults, **raw}
    country = merged.get("country")
    if country is not None and country_name(country) is None:
        raise ResourceError(f"{where}: {country!r} is no country's code")
    return ActorEntry(
        id=raw["id"],
        name=raw["name"],
        kind=kind_of(merged.get("kind"), where),
        country=country,
        aliases=strings(raw.get("aliases", []), f"{where}, aliases"),
        side=side_in(merged.get("side"), country),
        since=raw.get("since"),
        until=raw.get("until"),
        rules=_years(raw.get("rules", []), f"{where}, rules"),
        members=strings(raw.get("members", []), f"{where}, members"),
        speaks_for=raw.get("speaks_for"),
        generic=bool(raw.get("generic", False)),
    )


def read_entries(path: Path) -> list[ActorEntry]:
    """Return the entries of one file; `country`, `kind` and `side` at its head hold for entries that give none.

    Raises:
        ResourceError: the file is broken; names the file and the entry.
    """
    raw = read_yaml(path)
    if not isinstance(raw, dict) or not isinstance(raw.get("entries"), list):
        raise ResourceError(f"{path.name}: needs a list of entries")
    defaults = {name: raw[name] for name in ("country", "kind", "side") if name in raw}
    return [
        _entry(entry, defaults, f"{path.name}, entry {entry.get('id', number)}")
        for number, entry in enumerate(raw["entries"], 1)
    ]


def entry_files() -> Iterator[Path]:
    """Yield the files that hold entries, in order of their names."""
    for folder in ("actors", "outlets"):
        yield from sorted((RESOURCES / folder).glob("*.yml"))


def checked(entries: Iterable[ActorEntry]) -> dict[str, ActorEntry]:
    """Return entries by id.

    Raises:
        ResourceError: an id stands twice, or `members` or `speaks_for` name an id that no entry has.
    """
    listed = list(entries)
    twice = [name for name, times in Counter(entry.id for entry in listed).items() if times > 1]
    if twice:
        raise ResourceError(f"actors: {', '.join(sorted(twice))} stand twice")
    by_id = {entry.id: entry for entry in listed}
    for entry in listed:
        missing = [ref for ref in (*entry.members, entry.speaks_for) if ref and ref not in by_id and "." not in ref]
        if missing:
            raise ResourceError(f"actors, entry {entry.id}: names {', '.join(missing)}, which no entry has")
    return by_id


@cache
def curated() -> dict[str, ActorEntry]:
    """Return all curated entries by id, read once.

    Raises:
        ResourceError: a file is missing or broken, or no entry was found at all.
    """
    by_id = checked(entry for path in entry_files() for entry in read_entries(path))
    if not by_id:
        raise ResourceError("actors: no entries found; reinstall dateline")
    return by_id


@cache
def state_agencies() -> dict[str, ActorEntry]:
    """Return the news agency of each state that has one, by country code."""
    entries = read_entries(RESOURCES / "outlets" / _STATE_AGENCIES)
    return {entry.country: entry for entry in reversed(entries) if entry.country and entry.kind == "media"}
