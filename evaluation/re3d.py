"""Who fights whom: FightingAgainst pairs of re3d, without BBC Online: `python -m evaluation.re3d [--misses]`.

A pair of the corpus joins two mentions; it is found if some event of the text has a party on either side that was read
from one of these mentions, or means the same. Pronouns count for whom they stand, as far as the program tells. Pairs
that two sentences of a text give count once. Reported, no aim: the corpus marks standing enmity too ("the war against
Daesh"), which is no event.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from dateline.model.actor import ActorLink
from dateline.model.claim import EventClaim
from evaluation.corpora import DATA, documents, is_held_out
from evaluation.event_location import share_words
from evaluation.names import Names, families_of
from evaluation.reading import Read, read_all
from evaluation.tally import Tally

_LEAST_CONFIDENCE: Final = 0.5
_FIGHTS: Final = frozenset(
    {"Armed clash", "Government regains territory", "Non-state actor overtakes territory", "Air/drone strike", "Attack"}
    | {"Shelling/artillery/missile attack", "Suicide bomb", "Remote explosive/landmine/IED", "Arrests", "Grenade"}
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions that fight each other: their spans and words."""

    source: tuple[int, int, str]
    target: tuple[int, int, str]


def marked_pairs() -> dict[str, list[Pair]]:
    """Return the pairs marked in each text, by id."""
    out: dict[str, list[Pair]] = {name: [] for name in documents("re3d")}
    for path in sorted((DATA / "entities/re3d").glob("*/relations.json")):
        for line in path.read_text("utf-8-sig").splitlines():
            row = json.loads(line)
            name = f"re3d:{row['documentId']}"
            if row["type"] == "FightingAgainst" and float(row["confidence"]) >= _LEAST_CONFIDENCE and name in out:
                sides = [(row[f"{side}Begin"], row[f"{side}End"], row[side]) for side in ("source", "target")]
                out[name].append(Pair(*sides))
    return {name: list(_distinct(pairs)) for name, pairs in out.items()}


def _distinct(pairs: Iterable[Pair]) -> Iterator[Pair]:
    seen: set[frozenset[str]] = set()
    for pair in pairs:
        words = frozenset({pair.source[2].lower(), pair.target[2].lower()})
        if words not in seen:
            seen.add(words)
            yield pair


def read_pairs(one: Read) -> list[tuple[ActorLink, ActorLink]]:
    """Return the parties that stand against each other in a text's fights, each pair of names once."""
    out: dict[frozenset[str], tuple[ActorLink, ActorLink]] = {}
    for claim in one.claims:
        if isinstance(claim, EventClaim) and claim.type in _FIGHTS:
            for actor in claim.actors:
                for target in claim.targets:
                    out.setdefault(frozenset({actor.name, target.name}), (actor, target))
    return list(out.values())


def same_pair(names: Names, read: tuple[ActorLink, ActorLink], pair: Pair) -> bool:
    """Tell whether two parties are those of a marked pair, in either order."""
    return any(
        _is(names, one, pair.source) and _is(names, other, pair.target) for one, other in (read, (read[1], read[0]))
    )


def _is(names: Names, link: ActorLink, mention: tuple[int, int, str]) -> bool:
    start, end, words = mention
    return (link.start < end and start < link.end) or names.same(link.name, words) or share_words(link.words, words)


def score(reads: Iterable[Read]) -> dict[str, Tally]:
    """Return tallies of the part set aside and of the rest."""
    out, pairs, names = {"set aside": Tally(), "developed": Tally()}, marked_pairs(), Names({}, families_of)
    for one in reads:
        tally = out["set aside" if is_held_out(one.document.id) else "developed"]
        marked, given = pairs[one.document.id], read_pairs(one)
        found = sum(any(same_pair(names, read, pair) for read in given) for pair in marked)
        right = sum(any(same_pair(names, read, pair) for pair in marked) for read in given)
        tally.add(found, len(marked), right, len(given))
    return out


def measure() -> dict[str, float]:
    """Return the figures by part.

    Raises:
        CorpusError: the corpus is absent.
    """
    tallies = score(read_all(documents("re3d").values()))
    return {f"{part}.{name}": figure for part, tally in tallies.items() for name, figure in tally.figures().items()}


def main() -> None:
    """Print the figures; with `--misses` the pairs not found in the texts not set aside, by id and span."""
    reads = list(read_all(documents("re3d").values()))
    for part, tally in score(reads).items():
        print(part, int(tally.wanted), *(f"{name} {figure:.3f}" for name, figure in tally.figures().items()), sep="  ")
    if "--misses" in sys.argv[1:]:
        pairs, names = marked_pairs(), Names({}, families_of)
        for one in reads:
            for pair in pairs[one.document.id] if not is_held_out(one.document.id) else ():
                if not any(same_pair(names, read, pair) for read in read_pairs(one)):
                    print(one.document.id, "missed", *pair.source[:2], *pair.target[:2])


if __name__ == "__main__":
    main()
