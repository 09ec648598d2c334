"""Whether the places and days of two claims of a report meet."""

import datetime as dt
from typing import Final

from dateline.model.claim import EventClaim, TollClaim
from dateline.model.place import PlaceEntry
from dateline.model.reading import Harm
from dateline.model.when import When
from dateline.reference.codebook import codebook
from dateline.reference.sub_events import ABDUCTION, PEACEFUL_PROTEST, SEXUAL_VIOLENCE

_COUNTED_WITHIN: Final = dt.timedelta(days=60)
BODILY: Final = frozenset({Harm.KILLED, Harm.WOUNDED})
_MILD: Final = frozenset({PEACEFUL_PROTEST, SEXUAL_VIOLENCE, ABDUCTION})
FIGHTS: Final = frozenset({"ground", "territory"})
_MARGIN: Final = dt.timedelta(days=1)
_BATTLE: Final = dt.timedelta(days=10)


def entry_of(claim: TollClaim | EventClaim) -> PlaceEntry | None:
    """Return the place of a claim, None where there is none or the gazetteer lacks it."""
    return claim.place.entry if claim.place else None


def one_place(left: PlaceEntry | None, right: PlaceEntry | None) -> bool:
    """Return whether two places are known and the same."""
    return left is not None and right is not None and left.id == right.id


def days_meet(left: When | None, right: When | None) -> bool:
    """Return whether two intervals are known at both ends and share a day."""
    known = left and right and left.first and left.after and right.first and right.after
    return bool(known) and not days_differ(left, right)


def can_harm(type_name: str, harm: Harm | None) -> bool:
    """Return whether an event of a type may have a toll of that harm: no one dies of an agreement."""
    violent = codebook()[type_name].disorder_type != "Strategic developments" and type_name not in _MILD
    return violent or (harm is not None and harm not in BODILY)


def days_differ(left: When | None, right: When | None) -> bool:
    """Whether two intervals are both known at the ends that keep them apart."""
    if not left or not right:
        return False
    before = left.after and right.first and left.after <= right.first
    return bool(before or (right.after and left.first and right.after <= left.first))


def counted_later(toll: When | None, event: When | None, within: dt.timedelta = _COUNTED_WITHIN) -> bool:
    """Whether a toll tells the day of the count ("on Monday the government spoke of 276"), soon after an event."""
    if not toll or not event or not toll.first or not event.first:
        return False
    return dt.timedelta(0) <= toll.first - event.first <= within


def covers_more(toll: TollClaim, event: EventClaim) -> bool:
    """Whether a toll counts from long before an event: "the bloodiest since December, when 65 were killed".

    What ends on the day of a fight told by its last day may be that fight's: "died between Tuesday and Saturday".
    """
    counted, told = toll.when, event.when
    if not counted or not told or not counted.first or not told.first or counted.first == told.first:
        return False
    spans = counted.after is None or counted.after - counted.first > _MARGIN
    long_before = spans and told.first - counted.first > 2 * _MARGIN
    return long_before and not _is_its_length(counted, event)


def _is_its_length(counted: When, event: EventClaim) -> bool:
    """Whether a span of days ends on those of a fight and is no longer than a battle."""
    first, end = counted.first, counted.after
    told = event.when
    if not first or not end or not told or not told.first or not told.after:
        return False
    return codebook()[event.type].family in FIGHTS and told.first < end <= told.after and end - first <= _BATTLE
