"""Words: type and wording, speakers, what was hit, and whether one report tells both."""

from functools import lru_cache
from typing import Final

from dateline.link.facets import Facet
from dateline.link.features.feature import FORBIDS, feature
from dateline.model.incident import Feature
from dateline.reference.codebook import codebook
from dateline.reference.sub_events import AIR_STRIKE, ATTACK, CLASH, SHELLING

CLOSE_KIN: Final = 0.6  # within one report, a strike and shelling are two; two words for a bomb may be one
TOLD_TWICE: Final = -0.8  # no reason to join two, and none why another account may not tell of both
TOLD_APART: Final = -0.9  # a report that tells an attack and a clash mostly means two
BY_OTHER_MEANS: Final = -0.8  # gunmen may bring a bomb as well
_STOPS: Final = (".", "!", "?", "”", '"')  # at the end of what is no headline
_FROM_AFAR: Final = frozenset({AIR_STRIKE, SHELLING})
CALLED: Final = 0.7  # "the attack on the market" may be the shelling of the market


def of_type(left: Facet, right: Facet) -> Feature:
    """How readily the two types tell of one happening (codebook); less so where one report sets them apart."""
    one_report = left.claim.report_id == right.claim.report_id
    if _may_be_one_capture(left, right):
        return feature("type", CALLED, "two captures, of one of which it is not told who took the place")
    found = _kin(left.type.type, right.type.type, one_report, left.general or right.general)
    if _from_afar(left, right) or _from_afar(right, left):
        return feature("type", FORBIDS, "one tells of blades or guns, the other of what fell on the place")
    if found.value > BY_OTHER_MEANS and (_otherwise(left, right) or _otherwise(right, left)):
        return feature("type", BY_OTHER_MEANS, "one tells of blades or guns, the other of what explodes")
    return found


def _may_be_one_capture(left: Facet, right: Facet) -> bool:
    """Whether two captures in two reports are of two types only because one does not tell who took the place."""
    both = left.type.family == right.type.family == "territory" and left.type.once and right.type.once
    two = left.type.type != right.type.type and left.claim.report_id != right.claim.report_id
    return both and two and (left.unsided or right.unsided)


def of_speakers(left: Facet, right: Facet) -> Feature:
    """Whether one speaker vouches for both in two reports."""
    common = sorted(left.speakers & right.speakers)
    if not common or left.claim.report_id == right.claim.report_id:
        return feature("speakers", 0.0, "no shared speaker of two reports")
    return feature("speakers", 1.0, f"both said by {', '.join(common)}")


def of_wording(left: Facet, right: Facet) -> Feature:
    """How alike the words are: the trigger, and the share of the quotes' words in common."""
    another = left.claim.report_id == right.claim.report_id and (left.another or right.another)
    if another and not (_heads(left, right) or _heads(right, left)):
        return feature("wording", FORBIDS, "the report says that it is another one")
    common = len(left.words & right.words)
    return _alike(left.trigger == right.trigger, common / (len(left.words) + len(right.words) - common or 1))


def _heads(headline: Facet, told: Facet) -> bool:
    """Whether one of two is the headline for what the other tells at its place, which is another than those between."""
    quote = headline.claim.quote
    at_start = quote.start == 0 < told.claim.quote.start and not quote.text.rstrip().endswith(_STOPS)
    return at_start and not headline.another and told.point and headline.place_key == told.place_key


def of_landmarks(left: Facet, right: Facet) -> Feature:
    """Whether both tell of a hit on the same kind of thing: a market, a station, a hotel."""
    one_place = left.place_key == right.place_key  # of which both tell by the same words
    sides = [one.landmarks if one_place else one.landmarks | one.site for one in (left, right)]
    if common := sorted(sides[0] & sides[1]):
        return feature("landmarks", 1.0, f"both: {', '.join(common)}")
    if not left.landmarks or not right.landmarks:
        return feature("landmarks", 0.0, "what was hit is not told")
    either = " and ".join(sorted({min(left.landmarks), min(right.landmarks)}))
    return feature("landmarks", -0.4, f"told of other things: {either}")


def of_report(left: Facet, right: Facet) -> Feature:
    """Whether one report tells both, which stands in for a place or day that one of them lacks."""
    if left.claim.report_id != right.claim.report_id:
        return feature("report", 0.0, "two reports")
    if left.firm and right.firm:
        two = codebook().kinship(left.type.type, right.type.type) < CLOSE_KIN
        return feature("report", TOLD_APART if two else 0.0, "one report" + ", which tells them by two kinds" * two)
    told = "one report, and one of the two leaves place or day out"
    both_once = left.type.once and right.type.once and left.place_key == right.place_key is not None
    return feature("report", 1.0 if both_once else 0.5, told)


def _otherwise(one: Facet, other: Facet) -> bool:
    return one.by_hand and other.type.family == "explosion"


def _from_afar(one: Facet, other: Facet) -> bool:
    return one.by_hand and one.type.family == "violence" and other.type.type in _FROM_AFAR


@lru_cache(maxsize=4096)
def _kin(left: str, right: str, one_report: bool, general: bool) -> Feature:
    kinship = codebook().kinship(left, right)
    if kinship == 1:
        return feature("type", 1.0, f"both: {left}")
    pair = " and ".join(sorted((left, right)))
    if kinship and general and not one_report:
        return feature("type", CALLED, f"{pair} may be one, called by a word for either")
    if kinship == 0:
        return feature("type", FORBIDS, f"{pair} are never one")
    if one_report and kinship < CLOSE_KIN:
        return feature("type", TOLD_TWICE, f"{pair} are seldom one within a report")
    if {left, right} == {ATTACK, CLASH}:
        return feature("type", -0.5, f"{pair} may be one, of whose victims two reports tell other things")
    return feature("type", round(2 * kinship - 1, 3), f"{pair} may be one")


@lru_cache(maxsize=4096)
def _alike(same: bool, common: float) -> Feature:
    value = round(0.4 * same + 0.6 * min(1.0, 2 * common), 3)
    return feature("wording", value, f"{'same' if same else 'other'} trigger, {common:.0%} of the words in common")
