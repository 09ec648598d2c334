"""Headlines: what the first words of a report sum up is what its lead tells, unless they differ in kind or place."""

from collections.abc import Sequence
from typing import Final

from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.reference.codebook import codebook
from dateline.reference.sub_events import ATTACK, CLASH, MOB_VIOLENCE
from dateline.resolve.draft import Draft
from dateline.resolve.event_types import TERRITORY
from dateline.resolve.merging import VIOLENT, agree, is_general, is_harm, overlap
from dateline.resolve.places.choice import lies_in
from dateline.resolve.places.scores import kilometres

LEAD: Final = 2  # sentences behind the headline that it may sum up
_BY_HAND: Final = frozenset({ATTACK, CLASH, MOB_VIOLENCE})
_NEAR_KM: Final = 60  # within which a headline may name the larger town


def summed_up(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the event of the lead that an event of the headline sums up, None where that is not clear.

    It is clear where the headline tells one event of its kind, and the lead tells such at one place only.

    Args:
        draft: an event of a report.
        drafts: all of them, in text order.
    """
    if not draft.heading or draft.many or draft.another:
        return None
    beside = [one for one in drafts if one is not draft and not one.reading.sentence and _is_like(one, draft)]
    told = [one for one in drafts if 0 < one.reading.sentence <= LEAD and _is_like(draft, one)]
    told = [one for one in told if not (one.another or one.before or one.recalled)]
    if beside or len({one.spot for one in told}) != 1:
        return None
    return next((one for one in told if _fits(draft, one)), None)


def _is_like(headline: Draft, other: Draft) -> bool:
    """Whether a word of a headline may stand for what another tells."""
    kinds = {headline.type, other.type}
    if len(kinds) == 1 or kinds <= _BY_HAND or kinds <= TERRITORY:
        return True
    loose = is_general(headline) or is_harm(headline) or codebook().kinship(headline.type, other.type) > 0
    return kinds <= VIOLENT | {MOB_VIOLENCE} and loose


def _fits(headline: Draft, lead: Draft) -> bool:
    same = headline.type == lead.type and headline.spot is not None and headline.spot == lead.spot
    if headline.reading.stance != lead.reading.stance:
        return False
    if not (
        agree(headline, lead, by_anyone=headline.type == MOB_VIOLENCE) or (same and overlap(headline.when, lead.when))
    ):
        return False
    one, other = (draft.place for draft in (headline, lead))
    if one is None or other is None or one.entry is None or other.entry is None:
        return True
    if one.taken_over or other.taken_over:
        return True
    return may_be_called(one.entry, other.entry, near=headline.type not in TERRITORY)


def may_be_called(wide: PlaceEntry, spot: PlaceEntry, *, near: bool) -> bool:
    """Return whether a headline may name one place for another: what holds it, a town nearby, or what nobody knows.

    Args:
        wide: the place that the headline names.
        spot: that of the event told below it.
        near: whether a town nearby is enough; of two towns each may be taken by itself.
    """
    if wide.id == spot.id or lies_in(spot, wide) or lies_in(wide, spot):
        return True
    if wide.precision is PlacePrecision.COUNTRY or spot.precision is PlacePrecision.COUNTRY:
        return False
    if None in (wide.lat, spot.lat):
        return spot.country in (wide.country, None) or wide.country is None
    return near and kilometres(wide, spot) < _NEAR_KM
