"""Evidence: claims, incidents, tolls and spells as lines to read, each value beside the words it was read from."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.cli import judged, wording
from dateline.judging import ids_of
from dateline.model.actor import ActorLink
from dateline.model.claim import Claim, ControlClaim, EventClaim, TollClaim
from dateline.model.incident import Feature, Incident, Link
from dateline.model.place import PlaceLink
from dateline.model.reckoned import Figure, Spell, Toll
from dateline.model.when import When
from dateline.store import RecordView

NAMES: Final = 12  # letters that the names of values have room for

Line = Text | Padding | Table
Value = tuple[str, str]


def explain(view: RecordView, kind: str, identifier: str) -> Iterator[Line]:
    """Yield the lines that tell on what something rests.

    Args:
        view: the record.
        kind: claim, incident, toll or spell.
        identifier: its whole id, which the record has.
    """
    thing = getattr(view, kind)(identifier)
    if thing is None:  # a claim that a person rejected
        thing = view.claim_as_read(identifier)
    yield from _EXPLAINED[kind](view, thing)
    yield from _judgements(view, kind, identifier)


def _judgements(view: RecordView, kind: str, identifier: str) -> Iterator[Line]:
    """Yield what persons decided about a claim or incident, from the first, withdrawn or not."""
    if kind not in {"claim", "incident"}:
        return
    found = list(view.judged.about(*ids_of(view, identifier)))
    if found:
        yield _title("what persons decided")
    counting = {one.number for one in view.standing()}
    for one in found:
        yield Text(f"  {one.at[:10]}  {judged.line(one)}{judged.fate(one, counting)}")


def _incident(view: RecordView, one: Incident) -> Iterator[Line]:
    yield _title(f"incident {one.id}", one.type)
    yield from _values(
        ("day", wording.days(one.when)),
        ("place", wording.place(one.place)),
        ("by", wording.names(one.actors)),
        ("against", wording.names(one.targets)),
        ("told by", wording.names(one.speakers)),
        ("outlets", wording.names(one.outlets)),
        ("voices", f"{len(one.voices)} independent: {wording.names(one.voices)}"),
        ("grade", one.grade),
        ("copies", _copies(view, one)),
        ("tolls", wording.names(toll.id for toll in view.tolls_of(one.id))),
        ("part of", one.part_of or wording.UNKNOWN),
    )
    if one.part_why:
        yield _title("why it is part of that one")
        yield from _values(*map(_feature, one.part_why))
    yield from _claims(view, one.claims)
    if one.contested_by:
        yield _title("denied by")
        yield from _claims(view, one.contested_by)
    joined = {link for claim in one.claims for link in view.links_of(claim) if link.joined}
    if joined:
        yield _title("why these claims tell of one happening")
    for link in sorted(joined, key=lambda link: (link.left, link.right)):
        yield from _link(link)


def _copies(view: RecordView, one: Incident) -> str:
    """Tell which of an incident's reports are copies of one text: they count as one voice."""
    found = (claim.report_id for key in one.claims if (claim := view.claim(key)))
    groups = {tuple(sorted((report.file, *others))) for key in sorted(set(found))
              if (others := view.copies(key)) and (report := view.report(key))}  # fmt: skip
    return "; ".join(" = ".join(group) for group in sorted(groups)) or wording.UNKNOWN


def _toll(view: RecordView, toll: Toll) -> Iterator[Line]:
    yield _title(f"toll {toll.id}", f"{toll.harm}: {wording.interval(toll.low, toll.high)}")
    contested = "yes, two speakers' figures exclude one another" if toll.contested else "no"
    yield from _values(
        ("whom", wording.names(part for part in (toll.demographic, toll.status, toll.side) if part)),
        ("scope", toll.scope),
        ("incident", toll.incident or wording.UNKNOWN),
        ("policy", toll.policy),
        ("contested", contested),
        ("within", wording.names(toll.within)),
    )
    for figure in toll.figures:
        yield from _figure(figure)
    yield from _claims(view, [figure.claim for figure in toll.figures])


def _figure(figure: Figure) -> Iterator[Line]:
    notes = [note for note, holds in (("replaced by a later one", figure.superseded),
                                      ("a party on its enemy's losses", figure.partisan)) if holds]  # fmt: skip
    count = f"{wording.interval(figure.low, figure.high)} (“{figure.words}”)"
    yield from _values((figure.speaker or "the report itself", "; ".join((count, *notes))))


def _spell(view: RecordView, spell: Spell) -> Iterator[Line]:
    yield _title(f"spell {spell.id}", f"{spell.holder} at {wording.place(spell.place)}")
    yield from _values(
        ("first told", str(spell.first or wording.UNKNOWN)),
        ("last told", str(spell.last or wording.UNKNOWN)),
        ("status", spell.status),
        ("contested", wording.names(str(day) for day in spell.contested_days)),
    )
    yield from _claims(view, spell.claims)
    if spell.ended_by:
        yield _title("ended by")
        yield from _claims(view, [spell.ended_by])


def _claims(view: RecordView, identifiers: Iterable[str]) -> Iterator[Line]:
    for identifier in identifiers:
        claim = view.claim(identifier)
        if claim is not None:
            yield Text()
            yield from _claim(view, claim)


def _claim_with_links(view: RecordView, claim: Claim) -> Iterator[Line]:
    yield from _claim(view, claim)
    links = list(view.links_of(claim.id))
    if links:
        yield _title("compared with")
    for link in links:
        yield from _link(link)


def _claim(view: RecordView, claim: Claim) -> Iterator[Line]:
    yield _title(f"claim {claim.id}", _says(claim))
    for quote in (claim.quote, *claim.also_quoted):
        yield Padding(Text(f"“{' '.join(quote.text.split())}”", style="italic"), (0, 0, 0, 4), expand=False)
    yield from _values(
        ("said by", wording.names(map(_actor, claim.said_by)) if claim.said_by else "the report itself"),
        ("stance", claim.stance),
        ("file", f"{claim.report}, characters {claim.quote.start} to {claim.quote.end}{_origin(view, claim)}"),
        *_own(claim),
        ("day", _when(claim.when)),
        ("place", _place(claim.place)),
        ("found by", f"{claim.found_by} at “{claim.trigger}”"),
        ("path", " → ".join(claim.path) or wording.UNKNOWN),
        *(("corrected", f"{one.field}: {one.was} → {one.now} ({one.who}: {one.reason})") for one in claim.corrected),
    )


def _says(claim: Claim) -> str:
    if isinstance(claim, EventClaim):
        return claim.type
    if isinstance(claim, TollClaim):
        return f"{claim.harm or 'harmed'}: {wording.interval(claim.count.low, claim.count.high)}"
    if isinstance(claim, ControlClaim):
        return f"{wording.names(holder.name for holder in claim.holders)} {claim.change}"
    raise TypeError(claim)


def _own(claim: Claim) -> Iterator[Value]:
    """Yield the values that only this kind of claim has."""
    if isinstance(claim, EventClaim):
        yield "by", wording.names(map(_actor, claim.actors))
        yield "against", wording.names(map(_actor, claim.targets))
    elif isinstance(claim, TollClaim):
        about = " (about)" if claim.count.approximate else ""
        yield "count", f"{wording.interval(claim.count.low, claim.count.high)}{about} ← “{claim.count.words}”"
        yield "whom", wording.names(part for part in (claim.demographic, claim.status) if part)
        yield "side", _actor(claim.side) if claim.side else wording.UNKNOWN
        yield "scope", claim.scope + (f", part of {claim.part_of}" if claim.part_of else "")
        yield "event", claim.event or wording.UNKNOWN
    elif isinstance(claim, ControlClaim):
        yield "holder", wording.names(map(_actor, claim.holders))
        yield "event", claim.event or wording.UNKNOWN


def _origin(view: RecordView, claim: Claim) -> str:
    report = view.report(claim.report_id)
    if report is None:
        return ""
    published = f", published {report.published.day} ({report.published.basis})" if report.published else ""
    return (f", {report.outlet}" if report.outlet else "") + published


def _actor(actor: ActorLink) -> str:
    return f"{actor.name} ← “{actor.words}” ({actor.how})"


def _when(when: When | None) -> str:
    return f"{wording.days(when)} ← “{when.words}” ({when.basis})" if when else wording.UNKNOWN


def _place(place: PlaceLink | None) -> str:
    return f"{wording.place(place.entry)} ← “{place.words}” ({place.how})" if place else wording.UNKNOWN


def _link(link: Link) -> Iterator[Line]:
    verdict = "joined" if link.joined else "kept apart"
    yield Text(f"  {link.left} – {link.right}: {verdict}, score {link.score:.2f}")
    yield from _values(*map(_feature, link.features))


def _feature(feature: Feature) -> Value:
    return feature.name, f"{feature.value:+.2f}  {feature.reason}"


def _title(what: str, rest: str = "") -> Text:
    return Text.assemble((what, "bold"), f"  {rest}" if rest else "")


def _values(*values: Value) -> Iterator[Line]:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(justify="right", min_width=NAMES)
    grid.add_column()
    for name, value in values:
        grid.add_row(Text(name), Text(value))
    yield grid


_EXPLAINED: Final[dict[str, Callable[[RecordView, Any], Iterator[Line]]]] = {
    "claim": _claim_with_links,
    "incident": _incident,
    "toll": _toll,
    "spell": _spell,
}
