"""Values: what a person writes for a value of a claim, made into what the model holds."""

import difflib
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, Final

from dateline.errors import JudgementError
from dateline.judging.days import days
from dateline.judging.parties import party
from dateline.judging.spots import spot
from dateline.judging.subjects import claim_of
from dateline.model.actor import ActorLink
from dateline.model.claim import Claim, EventClaim, TollClaim
from dateline.model.reading import Change, Harm, Scope, Stance
from dateline.model.values import FIELDS
from dateline.model.wholes import with_wholes
from dateline.reference import wording
from dateline.reference.codebook import codebook
from dateline.store import RecordView

UNKNOWN: Final = frozenset({"", "none", "not told", "unknown", "-", "–"})
STATUSES: Final = ("civilians", "combatants", "people")
DEMOGRAPHICS: Final = ("children", "women")
ALIASES: Final = {
    "actor": "actors", "by": "actors", "target": "targets", "against": "targets", "holder": "holders", "day": "when",
    "date": "when", "speaker": "said_by",
}  # fmt: skip
"""Other names that a person may give to values."""

Parser = Callable[[str, Claim, RecordView], Any]


def field_named(claim: type[Claim], name: str) -> str:
    """Return the value of a kind of claim that a name means.

    Raises:
        JudgementError: the kind has no such value; the message lists those it has.
    """
    field = ALIASES.get(name.casefold(), name.casefold().replace("-", "_"))
    if field not in FIELDS[claim]:
        raise JudgementError(f"a claim of {_kind(claim)} has no {name}; it has {', '.join(FIELDS[claim])}")
    return field


def parse(field: str, text: str, claim: Claim, view: RecordView) -> Any:
    """Return what a person writes for a value as the model holds it; None or nothing for "none" and "not told".

    Args:
        field: the value, one of those that the claim's kind has.
        text: what the person writes.
        claim: the claim.
        view: the record.

    Raises:
        JudgementError: it cannot be understood, or may mean several things; the message says what would do.
    """
    given = " ".join(text.split())
    if given.casefold() in UNKNOWN:
        return _nothing(field)
    return _PARSERS[field](given, claim, view)


def _nothing(field: str) -> Any:
    if field in _NEEDED:
        raise JudgementError(f"{field} must be told: {', '.join(_NEEDED[field])}")
    return () if field in _LISTS else None


def _parties(text: str, _: Claim, view: RecordView) -> tuple[ActorLink, ...]:
    return tuple(dict.fromkeys(party(name.strip(), view) for name in text.split(";") if name.strip()))


def _speakers(text: str, claim: Claim, view: RecordView) -> tuple[ActorLink, ...]:
    return () if text.casefold() in {"report", "the report itself"} else _parties(text, claim, view)


def _side(text: str, _: Claim, view: RecordView) -> ActorLink:
    return party(text, view)


def _type(text: str, *_: object) -> str:
    return _one_of(text, [one.type for one in codebook().public()])


def _number(text: str, *_: object) -> int:
    digits = text.replace(",", "").replace(" ", "")
    if not digits.isdecimal():
        raise JudgementError(f"{text!r} is no whole number")
    return int(digits)


def _whole(text: str, claim: Claim, view: RecordView) -> str:
    other = claim_of(view, text)
    if not isinstance(other, TollClaim) or other.report_id != claim.report_id:
        raise JudgementError(f"{text} is no toll of the same report, so this one can be no part of it")
    if any(one.id == claim.id for one in with_wholes(other, lambda key: _toll(view.claim(key)))):
        raise JudgementError(f"{text} is itself part of this toll")
    return other.id


def _toll(claim: Claim | None) -> TollClaim | None:
    return claim if isinstance(claim, TollClaim) else None


def _event(text: str, claim: Claim, view: RecordView) -> str:
    other = claim_of(view, text)
    if not isinstance(other, EventClaim) or other.report_id != claim.report_id:
        raise JudgementError(f"{text} is no event of the same report, so the toll cannot belong to it")
    return other.id


def _choice(names: Iterable[str]) -> Parser:
    known = list(names)
    return lambda text, *_: _one_of(text, known)


def _member(names: type[StrEnum]) -> Parser:
    return lambda text, *_: names(_one_of(text, list(names)))


def _one_of(text: str, names: Iterable[str]) -> str:
    known = {name.casefold(): str(name) for name in names}
    found = known.get(text.casefold())
    if found is None:
        near = difflib.get_close_matches(text.casefold(), known, n=3, cutoff=0.4)
        offered = [known[name] for name in near] if len(known) > len(near) > 0 else list(known.values())
        raise JudgementError(f"{text!r} is none of them; did you mean {' or '.join(map(repr, offered))}?")
    return found


def _kind(claim: type[Claim]) -> str:
    return claim.kind if claim.kind == "control" else wording.with_article(claim.kind)


_LISTS: Final = frozenset({"actors", "targets", "said_by", "holders"})
_NEEDED: Final = {
    "type": ("one of ACLED's sub-event types",), "status": STATUSES, "scope": tuple(Scope), "stance": tuple(Stance),
    "change": tuple(Change),
}  # fmt: skip
_PARSERS: Final[dict[str, Parser]] = {
    "type": _type,
    "actors": _parties,
    "targets": _parties,
    "said_by": _speakers,
    "holders": _parties,
    "side": _side,
    "place": lambda text, _, view: spot(text, view),
    "when": lambda text, *_: days(text),
    "stance": _member(Stance),
    "low": _number,
    "high": _number,
    "harm": _member(Harm),
    "status": _choice(STATUSES),
    "demographic": _choice(DEMOGRAPHICS),
    "scope": _member(Scope),
    "change": _member(Change),
    "part_of": _whole,
    "event": _event,
}
