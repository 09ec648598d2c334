"""Touching: which linked claims hang together with new ones, so that these are linked anew and no others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Final

from dateline.link.again import same_words
from dateline.link.attach import denies, weighs
from dateline.link.facets import Facet
from dateline.link.keys import Key, asks_alone, kept, stable
from dateline.link.loading import Loader
from dateline.link.score import THRESHOLD, rate
from dateline.link.shelf import Shelf
from dateline.link.ties import Ties

FRESH_AT_ONCE: Final = 250  # new claims whose neighbourhoods are in memory
CLAIMS_AT_ONCE: Final = 4000  # claims that are linked anew together, unless more of them hang together


def tied_anew(
    fresh: Sequence[Facet], gone: Set[str], shelf: Shelf, loader: Loader
) -> Iterator[Mapping[str, Sequence[str]]]:
    """Yield the sets to link anew with the claims in them, a portion hanging together with no other.

    Args:
        fresh: facets of the new claims, each on the shelf in a set of its own.
        gone: sets that lost a claim, or may fall apart.
        shelf: the linked claims.
        loader: their facets.
    """
    ties, touched = _ties(fresh, shelf, loader)
    grouped: defaultdict[str, list[str]] = defaultdict(list)
    for one in sorted(gone | touched):
        grouped[ties.first(one)].append(one)
    members = shelf.members(gone | touched)
    portion: dict[str, Sequence[str]] = {}
    size = 0
    for group in grouped.values():
        more = {one: members.get(one, ()) for one in group}
        if portion and size + sum(map(len, more.values())) > CLAIMS_AT_ONCE:
            yield portion
            portion, size = {}, 0
        portion |= more
        size += sum(map(len, more.values()))
    if portion:
        yield portion


def _ties(fresh: Sequence[Facet], shelf: Shelf, loader: Loader) -> tuple[Ties, set[str]]:
    """Return how sets on the shelf hang together by new claims, and all sets that do."""
    ties = Ties()
    touched = {one.claim.id for one in fresh}
    near_one_another = sorted(fresh, key=lambda one: (one.place_key or "", one.first or 0, one.claim.id))
    for at in range(0, len(fresh), FRESH_AT_ONCE):
        some = near_one_another[at : at + FRESH_AT_ONCE]
        near = _near(some, shelf, loader)
        tied = shelf.sets_of({other.claim.id for others in near.values() for other in others})
        for one in some:
            for other in near[one.claim.id]:
                theirs = tied[other.claim.id]
                if ties.first(theirs) != ties.first(one.claim.id) and _bears_on(one, other):
                    ties.tie(one.claim.id, theirs)
                    touched.add(theirs)
        loader.rest()
    for claims in _judged_with({one.claim.id for one in fresh}, shelf):
        sets = set(shelf.sets_of(claims).values())
        touched |= sets
        for theirs in sets:
            ties.tie(min(sets), theirs)
    return ties, touched


def _near(fresh: Sequence[Facet], shelf: Shelf, loader: Loader) -> dict[str, list[Facet]]:
    """Return for each new claim those that it asks for, and those that ask for it."""
    asks = {one.claim.id: set(loader.asked(one)) for one in fresh}
    keeps = {one.claim.id: set(loader.kept(one)) for one in fresh}
    by_key: defaultdict[Key, list[Facet]] = defaultdict(list)
    asking: defaultdict[Key, list[Facet]] = defaultdict(list)
    for one in loader.load(shelf.found(_numbers(asks)) | shelf.asking(_numbers(keeps))):
        for key in kept(one):
            by_key[key].append(one)
        for key in loader.asked(one) if asks_alone(one) else ():
            asking[key].append(one)
    return {
        one.claim.id: list({
            other.claim.id: other
            for keys, found in ((asks, by_key), (keeps, asking))
            for key in keys[one.claim.id]
            for other in found.get(key, ())
        }.values())
        for one in fresh
    }  # fmt: skip


def _numbers(keys: Mapping[str, Set[Key]]) -> set[int]:
    """Return all keys as the shelf has them."""
    every: set[Key] = set().union(*keys.values())
    return set(map(stable, every))


def _judged_with(fresh: Set[str], shelf: Shelf) -> Iterable[Sequence[str]]:
    """Return the claims of each judgement on a new one."""
    return [one.claims for one in shelf.judged() if not fresh.isdisjoint(one.claims)]


def _bears_on(one: Facet, other: Facet) -> bool:
    """Whether two claims are tied, or one may tell two captures apart that the other is one of."""
    if same_words(one, other):
        return True
    if one.denies or other.denies:
        if one.denies and other.denies:
            return False
        return (denies(one, other) if one.denies else denies(other, one)) is not None
    if one.type.family == other.type.family == "territory" and one.place_key == other.place_key:
        return True
    if not (one.firm and one.narrow and other.firm and other.narrow):
        return weighs(one, other)
    score = rate(one, other)
    return score is not None and score >= THRESHOLD
