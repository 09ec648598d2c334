"""Parties that an event's own type or its toll tells, where no phrase names them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.model.actor import ActorKind, ActorLink
from dateline.model.claim import EventClaim, TollClaim
from dateline.model.reading import Harm
from dateline.reference.actors import party_of
from dateline.reference.lexicon import lexicon
from dateline.reference.sub_events import (
    ABDUCTION,
    AIR_STRIKE,
    ATTACK,
    CHEMICAL_WEAPON,
    CLASH,
    EXCESSIVE_FORCE,
    GRENADE,
    LAID_BOMB,
    MOB_VIOLENCE,
    PEACEFUL_PROTEST,
    PROTEST_WITH_INTERVENTION,
    SEXUAL_VIOLENCE,
    SHELLING,
    SUICIDE_BOMB,
    VIOLENT_DEMONSTRATION,
)
from dateline.resolve.draft import Draft
from dateline.resolve.tolls.claims import CIVILIANS, COMBATANTS

_CROWDS: Final[Mapping[str, str]] = {
    PEACEFUL_PROTEST: "protesters",
    PROTEST_WITH_INTERVENTION: "protesters",
    VIOLENT_DEMONSTRATION: "rioters",
    MOB_VIOLENCE: "rioters",
}
_CALLED_SO: Final = frozenset({ActorKind.CIVILIANS, ActorKind.UNIDENTIFIED})  # who riots, by the words for it
_FOUGHT: Final = frozenset({CLASH, SHELLING})
_MUTUAL: Final = ("exchang", "trad", "swap")
_SIDES: Final = 2  # of a clash
# Types whose harm falls on whoever is there: their dead are those whom they struck.
_STRIKES: Final = frozenset({
    CHEMICAL_WEAPON, AIR_STRIKE, SUICIDE_BOMB, SHELLING,
    LAID_BOMB, GRENADE, ATTACK, SEXUAL_VIOLENCE, ABDUCTION,
})  # fmt: skip
# Words for a clash that one side alone may have made.
_ONE_SIDED: Final = re.compile(r"(?:raid|attack|storm|assault|ambush|invad|incursion|burst|broke)", re.IGNORECASE)
_FOUGHT_BACK: Final = re.compile(
    r"\b(?:clash|fight|fought|battle|repel|repuls|exchange|shoot-?out|gunfight|resist|army|soldier|troops)",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_]+")


def add_crowd(draft: Draft, country: str | None) -> None:
    """Let protesters or rioters be the doers of a protest or riot that names none, or names only civilians.

    Args:
        draft: an event; changed in place.
        country: the report's country.
    """
    party = _CROWDS.get(draft.type)
    if party == "rioters":  # a demonstration that turned violent is rioters', whatever they are called
        draft.actors = tuple(_as_rioters(link) for link in draft.actors)
    if party is None or any(link.kind not in _CALLED_SO for link in draft.actors):
        return
    trigger = draft.reading.trigger
    how = f"a {draft.type.lower()} is theirs"
    draft.actors = (_link(party, country, (trigger.text, trigger.start, trigger.end), how),)


def _as_rioters(link: ActorLink) -> ActorLink:
    if link.kind is not ActorKind.PROTESTERS or link.id is None:
        return link
    return _link("rioters", link.country, (link.words, link.start, link.end), f"{link.how}; in a riot")


def set_apart(draft: Draft) -> None:
    """Let the second of two doers of a clash that names no other side be that side: "A and B exchanged fire".

    Args:
        draft: an event; changed in place.
    """
    mutual = draft.type == CLASH or draft.reading.trigger.text.casefold().startswith(_MUTUAL)
    if not mutual or draft.type not in _FOUGHT or draft.targets or len(draft.actors) != _SIDES:
        return
    one, other = draft.actors
    if one.side is None or one.side != other.side:
        draft.actors, draft.targets = (one,), (other,)


def add_protesters(draft: Draft, country: str | None) -> None:
    """Let protesters be those whom force against protesters struck, where they are not named or called civilians.

    Args:
        draft: an event; changed in place.
        country: the report's country.
    """
    if draft.type == EXCESSIVE_FORCE and all(link.kind is ActorKind.CIVILIANS for link in draft.targets):
        trigger = draft.reading.trigger
        words = (trigger.text, trigger.start, trigger.end)
        draft.targets = (_link("protesters", country, words, "the force was against protesters"),)


def struck(claim: EventClaim, tolls: Iterable[TollClaim], country: str | None) -> tuple[ActorLink, ...]:
    """Return whom a strike or attack hit, by those whom it harmed; empty for other types and where no toll tells.

    Args:
        claim: the event.
        tolls: its tolls.
        country: the report's country.
    """
    if claim.type not in _STRIKES:
        return ()
    harmed = [toll for toll in tolls if toll.harm is not None and (toll.count.low or toll.count.high != 0)]
    sides = [toll.side for toll in harmed if toll.status == COMBATANTS and toll.side]
    if any(toll.status != COMBATANTS for toll in harmed):
        certain = any(toll.status == CIVILIANS for toll in harmed)
        how = "civilians were harmed" if certain else "people were harmed, not said to bear arms"
        sides.append(_link("civilians", country, (claim.trigger, claim.quote.start, claim.quote.end), how))
    return tuple({link.name: link for link in sides}.values())


def typed_by_harm(claim: EventClaim, tolls: Sequence[TollClaim], country: str | None) -> EventClaim:
    """Return an event with its type told by whom it harmed, where its own words leave that open.

    A raid read as a clash is an attack where nobody under arms was harmed ("raided A, killing two farmers"); an attack
    of which the words name no victim is a clash where most of those harmed bore arms ("53 people, 49 of them gendarmes,
    died in the assault"), its own doers' dead left out.

    Args:
        claim: the event.
        tolls: its tolls.
        country: the report's country.
    """
    harmed = [toll for toll in tolls if toll.harm is not None and (toll.count.low or toll.count.high != 0)]
    if not harmed or not _ONE_SIDED.match(claim.trigger):
        return claim
    if claim.type == CLASH and not _are_armed(claim.targets):
        unarmed = all(toll.status != COMBATANTS for toll in harmed)
        people = any(toll.harm is Harm.KILLED or toll.status == CIVILIANS for toll in harmed)
        if not unarmed or not people or _on_arms(claim):
            return claim
        attack = replace(claim, type=ATTACK, targets=())
        return replace(attack, targets=struck(attack, tolls, country))
    doers = {link.name for link in claim.actors}
    others = [toll for toll in harmed if toll.side is None or toll.side.name not in doers]
    if claim.type == ATTACK and not _are_armed(claim.targets) and _bore_arms(others):
        sides = {toll.side.name: toll.side for toll in others if toll.status == COMBATANTS and toll.side}
        return replace(claim, type=CLASH, targets=tuple(sides.values()))
    return claim


def _are_armed(targets: Iterable[ActorLink]) -> bool:
    return any(link.kind is not ActorKind.CIVILIANS for link in targets)


def _bore_arms(harmed: Sequence[TollClaim]) -> bool:
    """Whether most of those who were harmed bore arms."""
    whole = max((toll.count.low or 0 for toll in harmed if toll.part_of is None), default=0)
    armed = max((toll.count.low or 0 for toll in harmed if toll.status == COMBATANTS), default=0)
    return armed * 2 > whole > 0 and not any(toll.status == CIVILIANS for toll in harmed if toll.part_of is None)


def _on_arms(claim: EventClaim) -> bool:
    """Whether a sentence tells of a fight, or of a place of people under arms."""
    behind = claim.quote.text[claim.quote.text.find(claim.trigger) :]
    words = {word.casefold() for word in _WORD.findall(behind)}
    return bool(_FOUGHT_BACK.search(behind)) or bool(words & lexicon()["military"])


def _link(party: str, country: str | None, words: tuple[str, int, int], how: str) -> ActorLink:
    return ActorLink.to(party_of(party, country), *words, how)


def by_event(tolls: Sequence[TollClaim]) -> dict[str, list[TollClaim]]:
    """Return the tolls by the id of the event that they belong to."""
    out: dict[str, list[TollClaim]] = {}
    for toll in tolls:
        if toll.event is not None:
            out.setdefault(toll.event, []).append(toll)
    return out
