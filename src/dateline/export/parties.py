"""Parties in ACLED's words: names with the years of a rule, inter codes, interaction, civilian targeting."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.export.crosswalks import kind_codes, years_of
from dateline.export.facts import Facts
from dateline.model.actor import ActorKind, ActorLink
from dateline.reference.sub_events import CLASH, EXCESSIVE_FORCE

CIVILIANS: Final = "Civilians"
_STATE: Final = ("Military Forces of ", "Police Forces of ")
_UNARMED: Final = frozenset({"Civilians", "Protesters"})
_ONE_SIDED: Final = frozenset({"Protests", "Riots", "Explosions/Remote violence", "Strategic developments"})


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an event: the party that stands first, those beside it, and the first one's inter code.

    All "" where no party is known.
    """

    actor: str = ""
    beside: tuple[str, ...] = ()
    inter: str = ""


def sides(facts: Facts, day: dt.date | None) -> tuple[Side, Side]:
    """Return actor 1 and actor 2; the target of violence against civilians is always the second.

    A clash has no direction: where one party alone is known, it is actor 1.
    """
    first, second = facts.sides
    if not first and facts.type.type == CLASH:
        first, second = second, first
    parties = facts.parties
    return _side(first, parties, facts, day), _side(second, parties, facts, day)


def _side(names: Sequence[str], parties: Mapping[str, ActorLink], facts: Facts, day: dt.date | None) -> Side:
    if not names:
        return Side()
    told = sorted(names, key=lambda name: _inter(name, parties) in _UNARMED)  # who fights stands before who does not
    home = facts.place.country if facts.place else None
    written = [name_of(name, parties.get(name), day) for name in told]
    return Side(written[0], tuple(written[1:]), _inter(told[0], parties, home))


def name_of(name: str, party: ActorLink | None, day: dt.date | None) -> str:
    """Return a party's name after ACLED's conventions: a state's forces with the years of the rule, if known."""
    if party is None or day is None or not name.startswith(_STATE):
        return name
    years = years_of(party.country or _country_of(party), day)
    return f"{name} ({years})" if years else name


def lacks_years(written: str) -> bool:
    """Say whether a name is of a state's forces without the years of a rule."""
    return written.startswith(_STATE) and not written.endswith(")")


def _country_of(party: ActorLink) -> str | None:
    """Return the country in the id of a state's organ ("sy.military")."""
    iso, dot, _ = (party.id or "").partition(".")
    return iso.upper() if dot and len(iso) == len("sy") else None


def _inter(name: str, parties: Mapping[str, ActorLink], home: str | None = None) -> str:
    party = parties.get(name)
    if party is None:
        return ""
    country = party.country or _country_of(party)
    if party.kind is ActorKind.STATE_FORCES and home and country and country != home:
        return kind_codes()[ActorKind.EXTERNAL_FORCES].inter  # an army abroad is no state force there
    return kind_codes()[party.kind].inter


def interaction(facts: Facts, one: Side, other: Side) -> str:
    """Return the codes of both sides, the lower first; of the one that the event has; "" where one is not known."""
    known = [side.inter for side in (one, other) if side.inter]
    if len(known) == 2:
        return "-".join(sorted(known, key=_number))
    one_sided = facts.type.event_type in _ONE_SIDED and not (one.actor and other.actor)
    return f"{known[0]} only" if known and one_sided and one.inter else ""


def _number(inter: str) -> int:
    return next(codes.number for codes in kind_codes().values() if codes.inter == inter)


def targets_civilians(facts: Facts) -> bool:
    """Say whether an event targets civilians: by its type, or because those hit are civilians and no one else."""
    _, targets = facts.sides
    found = [_inter(name, facts.parties) for name in targets]
    if facts.type.event_type == "Violence against civilians" or facts.type.type == EXCESSIVE_FORCE:
        return not found or any(inter in _UNARMED for inter in found)  # soldiers who are taken away are no civilians
    hit = facts.type.event_type in {"Explosions/Remote violence", "Riots"}
    return hit and bool(found) and all(inter in _UNARMED for inter in found)
