"""Control: who holds each place over which days, and who says so."""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable

from dateline.model.claim import Claim, ControlClaim
from dateline.model.place import PlaceEntry
from dateline.model.reading import Change
from dateline.model.reckoned import Spell
from dateline.reckon.evidence import sort_evidence
from dateline.reckon.holders import Holders, names
from dateline.reckon.timeline import Stay, Timeline


def reckon_control(claims: Iterable[Claim]) -> tuple[Spell, ...]:
    """Return the spells of every place, by place and then by days; the same for any order of the claims.

    "Holds" confirms a spell, "gained" ends those of others, "lost" one's own. A claim by the holder's side alone is a
    claim: it ends no spell that someone else vouches for, and contests its days. Claims of places that the gazetteer
    does not have, or of a part of a place, make no spell.

    Args:
        claims: claims of every kind; only control claims are looked at.
    """
    of_place: defaultdict[str, list[ControlClaim]] = defaultdict(list)
    places: dict[str, PlaceEntry] = {}
    for claim in claims:
        entry = claim.place.entry if isinstance(claim, ControlClaim) and claim.holders and claim.place else None
        if isinstance(claim, ControlClaim) and entry and entry.near != entry.name:
            of_place[entry.id].append(claim)
            known = places.setdefault(entry.id, entry)
            if known is not entry and known != entry:  # the gazetteer changed between two readings: always take one
                places[entry.id] = min(known, entry, key=repr)
    spells = [
        _spell(places[key], stay)
        for key, told in of_place.items()
        for stay in Timeline().stays(sort_evidence({claim.id: claim for claim in told}.values()))
    ]
    return tuple(sorted(spells, key=_order))


def holder_on(spells: Iterable[Spell], place: str, day: dt.date, reach: int = 0) -> tuple[Spell, ...]:
    """Return the spells of a place on a day: none where nothing is known, several where it is disputed.

    Args:
        spells: spells of any places.
        place: the id of the place's entry.
        day: the day asked for.
        reach: days past its last evidence that a spell is taken to go on: until it changed hands, if it did. One that
            ended no one knows when, because another is told to hold the place, is not taken to go on.
    """
    of_place = [spell for spell in spells if spell.place.id == place and spell.first and spell.last]
    known = [spell for spell in of_place if spell.first <= day <= spell.last]  # type: ignore[operator]
    if known or reach <= 0:
        return _after_handover(known, day, of_place)
    lasting = [spell for spell in of_place if spell.last and spell.last < day and lasts(spell, day)]
    newest = max((spell.last for spell in lasting if spell.last), default=None)
    if newest is None or (day - newest).days > reach:
        return ()
    return tuple(spell for spell in lasting if spell.last == newest)


def holders_on(spells: Iterable[Spell], day: dt.date) -> tuple[Spell, ...]:
    """Return the spells of any places in which they may be held at the end of a day, in their order.

    Those that the day lies in, and those told of before it that may have gone on until it. What has no beginning is
    told of by its end only, and holds nothing on any day.

    Args:
        spells: all spells of the places that are asked for.
        day: the day.
    """
    of_places: dict[str, list[Spell]] = {}
    every = [spell for spell in spells if (spell.first and spell.first <= day) or _is_later(spell, day)]
    for spell in every:
        of_places.setdefault(spell.place.id, []).append(spell)
    found: set[str] = set()
    for here in of_places.values():
        begun = [spell for spell in here if not _is_later(spell, day)]
        known = [spell for spell in begun if (spell.last or spell.first or day) >= day]
        found.update(spell.id for spell in _after_handover(known, day, here))
        found.update(spell.id for spell in begun if spell not in known and lasts(spell, day))
    return tuple(spell for spell in every if spell.id in found)


def _is_later(spell: Spell, day: dt.date) -> bool:
    return spell.first is not None and spell.first > day


def lasts(spell: Spell, day: dt.date) -> bool:
    """Return whether a spell may go on until the day: nothing ended it, or only a change of hands after that day."""
    return spell.ended_by is None or (spell.ended_on is not None and day < spell.ended_on)


def _after_handover(known: list[Spell], day: dt.date, of_place: list[Spell]) -> tuple[Spell, ...]:
    """Leave out the spell that ended that day if another lasts or began: the end of a day counts.

    What ended a spell may come days after the last that is told of it: the claim then begins another's later spell.
    """
    later = {claim for spell in of_place if spell.first and spell.first > day for claim in spell.claims}
    lasting = [spell for spell in known if spell.ended_by is None or spell.last != day or spell.ended_by in later]
    return tuple(lasting or [spell for spell in known if spell.first == day] or known)


def _spell(place: PlaceEntry, stay: Stay) -> Spell:
    gains = [claim for claim in stay.claims if claim.change is Change.GAINED]
    holder = names(gains if any(Holders.of(claim.holders).keys for claim in gains) else stay.claims)
    ids = tuple(dict.fromkeys(claim.id for claim in stay.claims))
    return Spell(
        id="s" + hashlib.sha256(f"{place.id} {ids[0]}".encode()).hexdigest()[:16],
        place=place,
        holder=holder,
        first=_day(stay.first),
        last=_day(stay.last),
        status=_status(stay),
        claims=ids,
        ended_by=stay.ended_by,
        ended_on=_day(stay.ended_on),
        contested_days=tuple(dt.date.fromordinal(day) for day in sorted(stay.contested)),
    )


def _status(stay: Stay) -> str:
    if stay.denied or stay.rivals or (stay.last in stay.contested and stay.ended_by is None):
        return "contested"
    return "held" if stay.vouched else "claimed"


def _day(ordinal: int | None) -> dt.date | None:
    return None if ordinal is None else dt.date.fromordinal(ordinal)


def _order(spell: Spell) -> tuple[str, str, int, int, bool, str]:
    first, last = (day.toordinal() if day else 0 for day in (spell.first or spell.last, spell.last or spell.first))
    return spell.place.name, spell.place.id, first, last, spell.ended_by is None, spell.id
