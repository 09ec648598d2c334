"""Thresholds: what is large, near and risky, and what comes first."""

import math
from typing import Final

from dateline.link.score import THRESHOLD
from dateline.review.items import Kind
from dateline.store.browse.eyes import Limits

LARGE_TOLL: Final = (
    10  # as many dead as one voice should not be the only one to tell: such events have several accounts
)
WIDE_DAYS: Final = 7  # what is known to the week can still be set beside other accounts; a month cannot
NEAR: Final = 0.15  # above the threshold for joining: one feature read otherwise would undo the link
RISKY_BELOW: Final = THRESHOLD + NEAR
AGAINST: Final = -0.1  # a feature that speaks against a link and more than by rounding

LIMITS: Final = Limits(LARGE_TOLL, WIDE_DAYS, RISKY_BELOW, AGAINST)

BASE: Final = {
    Kind.CONTESTED: 6.0,  # accounts exclude one another: only a person can say which to trust
    Kind.DISPUTED_TOLL: 5.0,  # the same of a number
    Kind.DOUBTFUL_TOLL: 5.0,  # one of two numbers was read wrongly, or the report is wrong
    Kind.TWO_HOLDERS: 4.5,  # either a misread holder or a battle: it colours the map
    Kind.WEAK_TOLL: 3.5,  # rests on one voice, and weighs on every sum
    Kind.NEAR_MISS: 3.0,  # if they are one, its dead are counted twice
    Kind.RISKY_LINK: 3.0,  # if they are two, one of them is hidden
    Kind.CLAIMED_CONTROL: 2.5,  # a party's word, marked as such already
    Kind.NO_PLACE: 2.0,  # on no map, in no province's sum
    Kind.NO_DAY: 2.0,  # on no day, and seldom linked
    Kind.ORPHAN: 2.0,  # nothing is lost, but it does nothing either
    Kind.INFERRED_DAY: 1.0,  # well founded as a rule; if wrong, it moves every day of the report
}
"""What each kind weighs with nobody harmed."""
PEOPLE: Final = 2.0  # what each tenfold of people adds: ten dead make an unresolved place as heavy as a risky link


def weight(kind: Kind, people: int = 0) -> float:
    """Return the weight of an item of a kind by how many people were harmed at least."""
    return BASE[kind] + PEOPLE * math.log10(1 + people)
