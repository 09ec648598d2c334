"""Actors of the reference: look-up by name, parties of a country, and who stands in for whom."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple

from dateline.model.actor import ActorEntry, ActorKind
from dateline.reference.actors_entries import curated, side_in
from dateline.reference.actors_keys import key, keys
from dateline.reference.actors_words import PartyClass, is_actor_noun, lexicon
from dateline.reference.countries import Country, countries

__all__ = ["ActorBook", "Sense", "actor_book", "actors_named", "entry_of", "is_actor_noun", "party_of"]

Role = Literal["actor", "adjective", "name", "capital", "leader", "surname", "town"]
_NO_PLURAL: Final = ("s", "sh", "ch", "ese", "men")


class Sense(NamedTuple):
    """What a name may stand for: `ref` is an actor's id for the role "actor", else a country's code."""

    role: Role
    ref: str


class Spelling(NamedTuple):
    """The rest of a key after its first piece, and the senses of the whole."""

    rest: tuple[str, ...]
    senses: tuple[Sense, ...]


@dataclass(frozen=True, slots=True)
class ActorBook:
    """All names of actors and countries, by the first piece of their key and then the second, the longest first.

    Names of one piece stand under the second piece "".

    `unions` gives for an actor's id the coalitions and classes that list it among their members.
    """

    entries: dict[str, ActorEntry]
    spellings: dict[str, dict[str, tuple[Spelling, ...]]]
    unions: dict[str, tuple[ActorEntry, ...]]

    def longest(self, pieces: list[tuple[str, int]], at: int) -> tuple[int, tuple[Sense, ...]] | None:
        """Return how many pieces from `at` on make the longest known name, and its senses; None if there is none."""
        known = self.spellings.get(pieces[at][0])
        if known is None:
            return None
        longer = known.get(pieces[at + 1][0], ()) if at + 1 < len(pieces) else ()
        for rest, senses in longer:
            end = at + 1 + len(rest)
            if end <= len(pieces) and all(pieces[at + 1 + n][0] == piece for n, piece in enumerate(rest)):
                return end - at, senses
        return (1, known[""][0].senses) if "" in known else None


def _country_names(country: Country) -> list[tuple[Role, tuple[str, ...]]]:
    plurals = tuple(f"{word}s" for word in country.adjectives if not word.endswith(_NO_PLURAL))
    leaders = country.leaders
    return [
        ("adjective", (*country.adjectives, *plurals)),
        ("name", (country.name,)),
        ("capital", (*((country.capital,) if country.capital else ()), *country.also)),
        ("leader", tuple(leader.name for leader in leaders)),
        ("surname", tuple(leader.short for leader in leaders if leader.short)),
        ("town", country.towns),
    ]


def _senses() -> dict[tuple[str, ...], list[Sense]]:
    found: dict[tuple[str, ...], list[Sense]] = {}
    for entry in curated().values():
        for spelled in keys((entry.name, *entry.aliases)):
            found.setdefault(spelled, []).append(Sense("actor", entry.id))
    for country in countries().values():
        for role, names in _country_names(country):
            for spelled in keys(names):
                senses = found.setdefault(spelled, [])
                if not any(sense.ref == country.iso for sense in senses):
                    senses.append(Sense(role, country.iso))
    return found


@cache
def actor_book() -> ActorBook:
    """Return the book of all names, made once.

    Raises:
        ResourceError: a resource is missing or broken.
    """
    spellings: dict[str, dict[str, tuple[Spelling, ...]]] = {}
    for spelled, senses in sorted(_senses().items(), key=lambda item: -len(item[0])):
        second = spellings.setdefault(spelled[0], {})
        key_of = spelled[1] if len(spelled) > 1 else ""
        second[key_of] = (*second.get(key_of, ()), Spelling(spelled[1:], tuple(senses)))
    unions: dict[str, list[ActorEntry]] = {}
    for entry in curated().values():
        for member in entry.members:
            unions.setdefault(member, []).append(entry)
    return ActorBook(
        entries=curated(),
        spellings=spellings,
        unions={member: tuple(found) for member, found in unions.items()},
    )


def _party_name(party: PartyClass, country: Country | None) -> str:
    if country is None:
        return party.name.replace(" of {country}", "").replace(" ({country})", "").replace("{adjective} ", "").strip()
    if "{" in party.name:
        return party.name.format(country=country.name, adjective=country.adjective)
    return party.name if party.id in _NOWHERE else f"{party.name} ({country.name})"


_NOWHERE: Final = frozenset({"witnesses", "residents"})


@lru_cache(maxsize=4096)
def party_of(party: str, iso: str | None) -> ActorEntry:
    """Return the entry of a class of party in a country: "military" in "SY" is the Military Forces of Syria.

    Args:
        party: an id of `classes.yml`, `state.yml` or `speakers.yml`.
        iso: a country's code, None where it is not known.
    """
    found = lexicon().classes[party]
    country = countries().get(iso or "")
    actor_id = f"{(iso or 'xx').lower()}.{party}"
    return curated().get(actor_id) or ActorEntry(
        id=actor_id,
        name=_party_name(found, country),
        kind=found.kind,
        country=iso,
        side=side_in(found.side or ("government" if found.kind is ActorKind.STATE_FORCES else None), iso),
        generic=True,
    )


def entry_of(actor_id: str) -> ActorEntry | None:
    """Return the entry of an id, curated or of a country ("sy.military"); None for an id that nothing has."""
    found = actor_book().entries.get(actor_id)
    if found is not None or "." not in actor_id:
        return found
    iso, party = actor_id.split(".", 1)
    if party not in lexicon().classes:
        return None
    return party_of(party, None if iso == "xx" else iso.upper())


def actors_named(name: str) -> tuple[ActorEntry, ...]:
    """Return the curated actors that a name or alias stands for, in any spelling."""
    spelled = key(name)
    known = actor_book().spellings.get(spelled[0] if spelled else "", {})
    for rest, senses in known.get(spelled[1] if len(spelled) > 1 else "", ()):
        if rest == spelled[1:]:
            return tuple(actor_book().entries[sense.ref] for sense in senses if sense.role == "actor")
    return ()
