"""Small functions that build the model's types for tests: say what matters, the rest is filled in."""

import datetime as dt
import hashlib
from typing import Any

from dateline.model.actor import ActorKind, ActorLink
from dateline.model.claim import ControlClaim, EventClaim, Quote, TollClaim
from dateline.model.count import Count
from dateline.model.place import PlaceEntry, PlaceLink, PlacePrecision
from dateline.model.reading import Change, Harm, Scope, Stance
from dateline.model.report import Basis, Block, BlockKind, Publication, Report
from dateline.model.when import Precision, When

OVERTAKES = "Non-state actor overtakes territory"
REGAINS = "Government regains territory"
STRIKE = "Air/drone strike"
SHELLING = "Shelling/artillery/missile attack"
CLASH = "Armed clash"


def day(text: str) -> dt.date:
    """A date from "2015-04-25"."""
    return dt.date.fromisoformat(text)


def when(first: str | None, last: str | None = None, *, precision: Precision | None = None, words: str = "") -> When:
    """Days from `first` to `last`, both within; one day if only `first` is given."""
    start = day(first) if first else None
    until = last or first
    after = day(until) + dt.timedelta(days=1) if until else None
    kind = precision or (_precision(start, after) if start and after else Precision.OPEN)
    return When(start, after, kind, words or f"{first}", "told in full")


def _precision(first: dt.date, after: dt.date) -> Precision:
    span = (after - first).days
    steps = ((1, Precision.DAY), (6, Precision.DAYS), (7, Precision.WEEK), (31, Precision.MONTH))
    return next((precision for most, precision in steps if span <= most), Precision.YEAR)


def place(
    name: str,
    lat: float | None = None,
    lon: float | None = None,
    *,
    precision: PlacePrecision = PlacePrecision.TOWN,
    admin1: str | None = None,
    country: str | None = "SY",
    near: str | None = None,
    population: int = 5_000,
    id: str | None = None,  # noqa: A002 - the field's name
) -> PlaceEntry:
    """A place of the gazetteer; without coordinates given, some that no other name has."""
    if lat is None and precision in {PlacePrecision.SITE, PlacePrecision.TOWN}:
        number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:4])
        lat, lon = number % 1000 / 10 - 50, number // 1000 % 1000 / 10
    feature = str(precision)
    return PlaceEntry(id or f"test:{name}", name, feature, precision, lat, lon, country, admin1, population, (), near)


def place_link(entry: PlaceEntry | None) -> PlaceLink | None:
    """A place as a claim holds it."""
    return PlaceLink(entry, entry.name, 0, 0, "test") if entry else None


def actor(
    name: str,
    side: str | None = None,
    *,
    kind: ActorKind = ActorKind.REBEL_GROUP,
    id: str | None = None,  # noqa: A002
) -> ActorLink:
    """An actor as a claim holds it."""
    return ActorLink(name, id or name.lower().replace(" ", "-"), kind, side, name, 0, 0, "test")


def monitor(name: str = "Observatory") -> ActorLink:
    """A speaker who is no party."""
    return actor(name, kind=ActorKind.MONITOR)


def report(name: str, published: str | None = None, *, outlet: str | None = None, text: str = "Text.") -> Report:
    """A report of that file name; its id is `report_id(name)`."""
    publication = Publication(day(published), Basis.METADATA, "published") if published else None
    blocks = (Block(0, len(text), BlockKind.BODY),)
    outlet = outlet or f"Outlet {name}"
    return Report(id=report_id(name), file=name, text=text, blocks=blocks, published=publication, outlet=outlet)


def report_id(name: str) -> str:
    """The id that every builder here gives to the report of that file name."""
    return f"sha256:{hashlib.sha256(name.encode()).hexdigest()}"


def reports(*items: Report) -> dict[str, Report]:
    """Reports by id."""
    return {item.id: item for item in items}


def event(
    type: str = STRIKE,  # noqa: A002 - the field's name
    at: PlaceEntry | None = None,
    on: When | None = None,
    *,
    by: tuple[ActorLink, ...] = (),
    against: tuple[ActorLink, ...] = (),
    **other: Any,
) -> EventClaim:
    """An event claim; `other` are the fields that every claim has (`_common`)."""
    common = _common("e", at, on, f"{type} {[a.name for a in (*by, *against)]}", other)
    return EventClaim(type=type, actors=by, targets=against, **common)


def toll(
    low: int | None,
    high: int | str | None = "same",
    *,
    of: EventClaim | None = None,
    harm: Harm | None = Harm.KILLED,
    status: str = "people",
    side: ActorLink | None = None,
    demographic: str | None = None,
    scope: Scope = Scope.INCIDENT,
    part_of: TollClaim | None = None,
    by: tuple[ActorLink, ...] = (),
    words: str | None = None,
    approximate: bool = False,
    at: PlaceEntry | None = None,
    on: When | None = None,
    **other: Any,
) -> TollClaim:
    """A toll claim: exact unless `high` is given; with `of` it takes report, place, day and speakers from the event."""
    top = low if high == "same" else high
    assert not isinstance(top, str)
    count = Count(low, top, words or f"{low}", approximate)
    if of:
        other = {"report": of.report, "said_by": of.said_by, **other}
        at, on = at or (of.place.entry if of.place else None), on or of.when
    common = _common("t", at, on, f"{low} {top} {status} {side and side.name} {demographic} {harm} {scope}", other)
    return TollClaim(
        harm=harm, count=count, status=status, side=side, demographic=demographic, scope=scope,
        part_of=part_of.id if part_of else None, event=of.id if of else None, by=by, **common,
    )  # fmt: skip


def control(
    at: PlaceEntry | None,
    on: When | None,
    change: Change,
    *holders: ActorLink,
    **other: Any,
) -> ControlClaim:
    """A control claim."""
    common = _common("k", at, on, f"{change} {[h.name for h in holders]}", other)
    return ControlClaim(holders=holders, change=change, event=None, **common)


def _common(kind: str, at: PlaceEntry | None, on: When | None, rest: str, other: dict[str, Any]) -> dict[str, Any]:
    """The fields of every claim; `report` is given as a file name, `quote` as words, `start` as where they stand."""
    file, words, start = other.pop("report", "a.txt"), other.pop("quote", "words"), other.pop("start", 0)
    stance, said_by = other.pop("stance", Stance.ASSERTED), other.pop("said_by", ())
    key = f"{kind} {file} {start} {words} {at and at.id} {on} {rest} {stance} {[a.name for a in said_by]}"
    fields = {
        "id": "c" + hashlib.sha256(key.encode()).hexdigest()[:16],
        "report": file,
        "report_id": report_id(file),
        "quote": Quote(start, start + len(words), words),
        "trigger": "trigger",
        "said_by": said_by,
        "stance": stance,
        "when": on,
        "place": place_link(at),
        "found_by": "test@1",
        "path": (),
    }
    return fields | other
