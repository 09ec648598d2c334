"""Rows: toll claims put together that count the same people: one incident, harm, status, side and demographic.

Sides are told apart by camp, so that "Nusra fighters" and "militants" of two accounts meet in one row, except where one
account counts several parties of a camp or says that one is part of the other.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.model.actor import ActorKind
from dateline.model.claim import TollClaim
from dateline.model.reading import Scope, Stance
from dateline.reckon.parties import unnamed
from dateline.reckon.sums import sums
from dateline.reckon.vague import is_vague


@dataclass(frozen=True, slots=True)
class Key:
    """What makes a row; `anchor` stands in for an incident where there is none, `subset` marks a part of a like row."""

    incident: str | None
    harm: str
    status: str
    scope: str
    side: str | None
    demographic: str | None
    anchor: str = ""
    subset: str = ""

    @property
    def order(self) -> tuple[str, ...]:
        """Return what rows are sorted by."""
        named = (self.incident, self.harm, self.status, self.scope, self.side, self.demographic)
        return *(part or "" for part in named), self.anchor, self.subset


@dataclass(frozen=True, slots=True)
class Row:
    """The claims of a row in order of their ids, those that deny it apart.

    `sums` are what one sentence told in several numbers, added up: "a woman and two of her children" are three.
    """

    key: Key
    claims: tuple[TollClaim, ...]
    denials: tuple[TollClaim, ...]
    sums: tuple[TollClaim, ...] = ()

    @property
    def side(self) -> str | None:
        """Return the name that most claims give the side, None where the row has none."""
        sides = [claim.side for claim in (*self.claims, *self.sums) if claim.side]
        names = Counter(side.name for side in ([side for side in sides if not unnamed(side)] or sides))
        return min(names, key=lambda name: (-names[name], name)) if self.key.side else None

    @property
    def camp(self) -> str | None:
        """Return the side that its party fights on."""
        told = (claim.side.side for claim in (*self.claims, *self.sums) if claim.side)
        return next(told, None) if self.key.side else None


def rows(claims: Iterable[TollClaim], incident_of: Mapping[str, str]) -> list[Row]:
    """Return the rows of toll claims, in order of their keys.

    Args:
        claims: toll claims; plans and claims that name no harm ("casualties") make no row.
        incident_of: the id of the incident of each toll claim that has one, by the claim's id.
    """
    counted = {claim.id: claim for claim in claims if claim.harm is not None and claim.stance is not Stance.PLANNED}
    coarse: defaultdict[Key, list[TollClaim]] = defaultdict(list)
    for claim in sorted(counted.values(), key=lambda claim: claim.id):
        coarse[_key(claim, incident_of.get(claim.id))].append(claim)
    _fold_civilians(coarse)
    _fold_vague(coarse)
    fine: defaultdict[Key, list[TollClaim]] = defaultdict(list)
    for key, group in coarse.items():
        for claim, exact in _finer(key, group):
            fine[exact].append(claim)
    added = sums(counted.values(), incident_of)
    summed: defaultdict[Key, list[TollClaim]] = defaultdict(list)
    for claim in added:
        summed[_key(claim, incident_of.get(claim.id))].append(claim)
    keys = sorted({*fine, *summed}, key=lambda key: key.order)
    found = (_row(key, fine.get(key, ()), summed.get(key, ())) for key in keys)
    return [row for row in found if row.claims or row.sums]


def people_of(claim: TollClaim, incident: str | None) -> str:
    """Return whom a toll claim counts: those of its incident, else of a place and day. Only these meet in rows.

    Args:
        claim: the claim.
        incident: the id of the incident that it belongs to, if any.
    """
    key = _key(claim, incident)
    return key.incident or key.anchor


def _fold_civilians(coarse: dict[Key, list[TollClaim]]) -> None:
    """Put "civilians" in with "people" where nobody tells of fighters: of a market both are all the dead.

    What one account counts beside a greater number of people, or as a part, stays a number of its own.
    """
    armed = {(key.incident, key.harm) for key in coarse if key.status == "combatants"}
    for key in [key for key in coarse if key.status == "civilians" and key.demographic is None and key.incident]:
        people = coarse.get(replace(key, status="people"))
        if people is None or (key.incident, key.harm) in armed:
            continue
        kept = [claim for claim in coarse[key] if _is_counted_beside(claim, people)]
        people += [claim for claim in coarse[key] if claim not in kept]
        people.sort(key=lambda claim: claim.id)
        coarse[key] = kept
        if not kept:
            del coarse[key]


def _fold_vague(coarse: Mapping[Key, list[TollClaim]]) -> None:
    """Put a report's own "dozens dead" in with the fighters whom it goes on to count, where it counts nobody else.

    Fewer than the vague word can mean are only some of them. Civilians stay apart: `_fold_civilians` says when they
    are all the dead.
    """
    for key in [key for key in coarse if key.status == "people" and key.demographic is None and key.incident]:
        for claim in [claim for claim in coarse[key] if is_vague(claim.count.words) and not claim.said_by]:
            homes = [other for other in coarse if other != key and _goes_on_in(claim, key, other, coarse[other])]
            told = [one for one in coarse[key] if one.report_id == claim.report_id and not is_vague(one.count.words)]
            if [home.status for home in homes] == ["combatants"] and not told:
                coarse[key].remove(claim)
                coarse[homes[0]].append(claim)
                coarse[homes[0]].sort(key=lambda claim: claim.id)


def _goes_on_in(claim: TollClaim, key: Key, other: Key, claims: Iterable[TollClaim]) -> bool:
    same = (key.incident, key.harm, key.scope, None) == (other.incident, other.harm, other.scope, other.demographic)
    told = (one for one in claims if one.report_id == claim.report_id and one.part_of is None)
    return same and any(_may_be(one, claim) for one in told)


def _may_be(counted: TollClaim, vague: TollClaim) -> bool:
    """Whether a number may be what a vague word stands for: no fewer than the least that it means."""
    return max(counted.count.low or 0, counted.count.high or 0) >= (vague.count.low or 0)


def _is_counted_beside(claim: TollClaim, people: Sequence[TollClaim]) -> bool:
    own = [other for other in people if other.report_id == claim.report_id and other.said_by == claim.said_by]
    return claim.part_of is not None or any((other.count.low or 0) > (claim.count.low or 0) for other in own)


def _key(claim: TollClaim, incident: str | None) -> Key:
    return Key(
        incident=None if claim.scope is Scope.CUMULATIVE else incident,
        harm=str(claim.harm),
        status=claim.status,
        scope=str(claim.scope),
        side=_camp(claim),
        demographic=claim.demographic,
        anchor=_anchor(claim) if incident is None or claim.scope is Scope.CUMULATIVE else "",
    )


def _camp(claim: TollClaim) -> str | None:
    if claim.side is None or claim.side.kind is ActorKind.CIVILIANS:
        return None
    return claim.side.side or _party(claim)


def _party(claim: TollClaim) -> str:
    return (claim.side.id or claim.side.name) if claim.side else ""


def _anchor(claim: TollClaim) -> str:
    """Return what else claims without an incident must share to be of one row: place and days, or nothing at all."""
    place = claim.place.entry if claim.place else None
    first = claim.when.first if claim.when else None
    if place is None or (first is None and claim.scope is not Scope.CUMULATIVE):
        return claim.id
    return f"{place.id} {first or ''}"


def _finer(key: Key, group: Sequence[TollClaim]) -> Iterable[tuple[TollClaim, Key]]:
    ids = {claim.id for claim in group}
    split = _told_apart(group)
    for claim in group:
        exact = replace(key, side=_party(claim)) if split and claim.side else key
        # A subset of a claim in the same group would look like a second, lower figure for the whole.
        yield claim, replace(exact, subset=_subset(claim)) if claim.part_of in ids else exact


def _told_apart(group: Sequence[TollClaim]) -> bool:
    """Whether one account counts two parties of a camp beside one another."""
    parties: defaultdict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
    for claim in group:
        if claim.part_of is None and claim.side:
            parties[claim.report_id, tuple(speaker.name for speaker in claim.said_by)].add(_party(claim))
    return any(len(found) > 1 for found in parties.values())


def _subset(claim: TollClaim) -> str:
    return _party(claim) or (claim.place.entry.id if claim.place and claim.place.entry else claim.id)


def _row(key: Key, claims: Sequence[TollClaim], added: Sequence[TollClaim]) -> Row:
    denied = tuple(claim for claim in claims if claim.stance is Stance.DENIED)
    return Row(key, tuple(claim for claim in claims if claim.stance is not Stance.DENIED), denied, tuple(added))
