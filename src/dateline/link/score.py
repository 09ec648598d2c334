"""Score: the features of two event claims, weighed into one number from 0 to 1.

The weights are set by hand from what each feature shows, and held against a logistic regression over the pairs of the
report sets that are developed on (docs/link.md): place and day each count double, so that neither alone joins anything;
type, place and day together reach the threshold where they are exact, and sharing parties or a toll makes up for one
that is vague. tests/link/test_link.py holds the cases that they were set by.
"""

import math
from typing import Final

from dateline.link.facets import Facet
from dateline.link.features import FEATURES, FORBIDS
from dateline.model.incident import Feature, Link

WEIGHTS: Final = {
    "type": 1.0,
    "place": 2.0,
    "days": 2.0,
    "actors": 1.5,
    "tolls": 1.5,
    "speakers": 0.4,
    "wording": 0.6,
    "landmarks": 1.8,
    "rarity": 1.0,
    "report": 1.6,
}
EVIDENCE: Final = 3.6  # the weighed sum at which two claims are as likely one happening as two
LOOSE_EVIDENCE: Final = 2.8  # the same where one lacks place or day and nothing speaks against it: less can be shown
DOUBT: Final = 0.1  # what a feature may speak against it and still be next to nothing
THRESHOLD: Final = 0.5


def compare(left: Facet, right: Facet) -> Link:
    """Return the link of two facets with every feature, or with those up to the first that forbids it (score 0).

    `joined` says whether the score reaches the threshold; clustering may still refuse it.
    """
    if left.claim.id > right.claim.id:
        left, right = right, left
    found: list[Feature] = []
    weighed, least = 0.0, 0.0
    for feature in FEATURES:
        found.append(one := feature(left, right))
        if one.value == FORBIDS:
            return Link(left.claim.id, right.claim.id, 0.0, tuple(found), joined=False)
        weighed += WEIGHTS[one.name] * one.value
        least = min(least, one.value)
    score = _likelihood(weighed, least, left, right)
    return Link(left.claim.id, right.claim.id, score, tuple(found), joined=score >= THRESHOLD)


def rate(left: Facet, right: Facet) -> float | None:
    """Return the score of two facets alone, None where a feature forbids the link: most pairs need no more."""
    if left.claim.id > right.claim.id:
        left, right = right, left
    weighed, least = 0.0, 0.0
    for feature in FEATURES:
        one = feature(left, right)
        if one.value == FORBIDS:
            return None
        weighed += WEIGHTS[one.name] * one.value
        least = min(least, one.value)
    return _likelihood(weighed, least, left, right)


def _likelihood(weighed: float, least: float, left: Facet, right: Facet) -> float:
    loose = least >= -DOUBT and not (left.firm and right.firm)
    return round(1 / (1 + math.exp((LOOSE_EVIDENCE if loose else EVIDENCE) - weighed)), 4)


def forbidden(link: Link) -> bool:
    """Return whether a link is a cannot-link."""
    return link.features[-1].value == FORBIDS
