"""Words that name parties without naming a group: the lexicons of `resources/actors/words`."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from dateline.errors import ResourceError
from dateline.model.actor import ActorKind
from dateline.reference.knowledge import read_yaml, words_of
from dateline.settings import RESOURCES

FOLDER: Final = RESOURCES / "actors" / "words"


@dataclass(frozen=True, slots=True)
class PartyClass:
    """A class of party: its `name` is a template for `{country}`; `rank` its place in the list, first wins."""

    id: str
    name: str
    kind: ActorKind
    side: str | None
    rank: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words of a kind, by lemma; words of two lemmas are joined by a space.

    `heads` count only as the head of their phrase; `words` wherever they stand; `state` are the organs of a state;
    `speakers` who vouches for something; `forms` end the names of groups; `particles` are named sets of
    words that stand around names.
    """

    heads: dict[str, PartyClass]
    words: dict[str, PartyClass]
    state: dict[str, PartyClass]
    speakers: dict[str, PartyClass]
    forms: dict[str, ActorKind]
    particles: dict[str, frozenset[str]]
    classes: dict[str, PartyClass]


def strings(value: object, where: str) -> tuple[str, ...]:
    """Return a list of strings as a tuple.

    Raises:
        ResourceError: `value` is something else; `where` names file and entry.
    """
    return tuple(words_of(value, where, least=0))


def kind_of(value: object, where: str) -> ActorKind:
    """Return the kind that a resource names.

    Raises:
        ResourceError: there is no such kind.
    """
    try:
        return ActorKind(str(value))
    except ValueError as why:
        raise ResourceError(f"{where}: {value!r} is no kind of actor") from why


def _party_class(raw: dict[str, Any], rank: int, where: str) -> PartyClass:
    unknown = raw.keys() - {"id", "name", "kind", "side", "heads", "words"}
    if unknown or not {"id", "name", "kind"} <= raw.keys():
        raise ResourceError(f"{where}: needs id, name and kind, and knows no {sorted(unknown)}")
    return PartyClass(raw["id"], raw["name"], kind_of(raw["kind"], where), raw.get("side"), rank)


def _classes(name: str) -> list[tuple[PartyClass, tuple[str, ...], tuple[str, ...]]]:
    out = []
    for rank, raw in enumerate(read_yaml(FOLDER / name)):
        where = f"{name}, entry {raw.get('id', rank)}"
        party = _party_class(raw, rank, where)
        out.append((party, strings(raw.get("heads", []), where), strings(raw.get("words", []), where)))
    return out


@cache
def lexicon() -> Lexicon:
    """Return the lexicons, read once.

    Raises:
        ResourceError: a file is missing or an entry is not of the form, with the names of both.
    """
    classes, state, speakers = map(_classes, ("classes.yml", "state.yml", "speakers.yml"))
    forms = {
        word: kind_of(kind, f"forms.yml, {kind}")
        for kind, words in read_yaml(FOLDER / "forms.yml").items()
        for word in strings(words, f"forms.yml, {kind}")
    }
    particles = {
        name: frozenset(strings(words, f"particles.yml, {name}"))
        for name, words in read_yaml(FOLDER / "particles.yml").items()
    }
    return Lexicon(
        heads={word: party for party, heads, _ in reversed(classes) for word in heads},
        words={word: party for party, _, words in reversed(classes) for word in words},
        state={word: party for party, _, words in reversed(state) for word in words},
        speakers={word: party for party, _, words in reversed(speakers) for word in words},
        forms=forms,
        particles=particles,
        classes={party.id: party for party, *_ in [*classes, *state, *speakers]},
    )


@lru_cache(maxsize=16_384)
def is_actor_noun(lemma: str) -> ActorKind | None:
    """Return the kind of party that a noun names ("soldier": state forces), None for a noun that names none.

    `lemma` is a lemma in lower case, or two joined by a space ("border guard"). Words for people under arms of whatever
    side ("fighter") and words of abuse ("terrorist") are `ActorKind.UNIDENTIFIED`.
    """
    words = lexicon()
    for table in (words.heads, words.state, words.words):
        if lemma in table:
            return table[lemma].kind
    armed = any(lemma in words.particles[name] for name in ("combatants", "partisan", "own", "groups", "unions"))
    return ActorKind.UNIDENTIFIED if armed else None
