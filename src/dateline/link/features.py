"""Features: named reasons for and against two event claims telling of one happening.

Each function takes two facets and returns a `Feature`: its name, a value from -1 to 1 and the reason in words. It gives
the same for either order of the two. A value of -1 (`FORBIDS`) is a cannot-link: no other feature outweighs it.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from dateline.link.facets import RUN_DAYS, Facet, Party, Told
from dateline.link.nearness import Nearness, nearness, nowhere
from dateline.model.incident import Feature
from dateline.model.place import PlacePrecision
from dateline.reference.codebook import codebook

FORBIDS: Final = -1.0
CITY: Final = 300_000  # a place of that many people sees several strikes or clashes a day
TELLING: Final = 3  # the least number that two reports seldom share by chance
CLOSE_KIN: Final = 0.6  # within one report, a strike and shelling are two; two words for a bomb may be one
CALLED: Final = 0.5  # "the attack on the market" may be the shelling of the market
GROWTH: Final = 1.5  # a toll that grows by half in the days after is the rule
NEWS_DAYS: Final = 2  # what a report tells without a day is mostly news of these days
LAG_DAYS: Final = 30  # a report without a day tells of the last weeks, unless it says otherwise

_AREAS: Final = {
    PlacePrecision.SITE: 1.0,
    PlacePrecision.TOWN: 1.0,
    PlacePrecision.AREA: 0.7,
    PlacePrecision.DISTRICT: 0.6,
    PlacePrecision.PROVINCE: 0.4,
    PlacePrecision.COUNTRY: 0.0,
}
_NAMED: Final = 0.9  # the same name, though the gazetteer lacks it
_NEAR: Final = {
    Nearness.TWIN: 0.8,
    Nearness.NAMESAKE: 0.6,
    Nearness.QUARTER: 0.6,
    Nearness.BESIDE: 0.3,
    Nearness.WITHIN: 0.0,
}


@lru_cache(maxsize=16_384)
def _feature(name: str, value: float, reason: str) -> Feature:
    """Return a feature, the same object for the same words: a record's links repeat a few thousand of them."""
    return Feature(name, value, reason)


def of_type(left: Facet, right: Facet) -> Feature:
    """How readily the two types tell of one happening (codebook); less so where one report sets them apart."""
    one_report = left.claim.report_id == right.claim.report_id
    return _kin(left.type.type, right.type.type, one_report, left.general or right.general)


def of_place(left: Facet, right: Facet) -> Feature:
    """How close the places lie, against how precisely each is known."""
    if left.place_key is None or right.place_key is None:
        return _feature("place", 0.0, "a place is not told")
    if left.place is None or right.place is None:
        return _by_words(left, right)
    if left.place_key == right.place_key:
        return _one_place(left, right)
    how = nearness(left.place, right.place)
    if how is Nearness.WITHIN and _told_apart(left, right):
        return _feature("place", FORBIDS, "one sentence tells the two places apart")
    names = f"{left.place.name} and {right.place.name}"
    if how is Nearness.APART and _unknown_beside_known(left, right):
        return _feature("place", -0.5, f"{names}: one of them is not in the gazetteer")
    return _feature("place", _NEAR.get(how, FORBIDS), f"{names}: {how.value}")


def of_days(left: Facet, right: Facet) -> Feature:
    """How the two intervals of days lie to one another, against how vague they are."""
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return _undated(left, right)
    gap = max(left.first, right.first) - min(left.last, right.last)
    once = left.type.once and right.type.once
    if gap > 0:
        return _apart(left, right, gap, once)
    if left.narrow and right.narrow:
        return _narrow(left, right)
    same = left.first == right.first and left.last == right.last
    if once:
        if same:
            return _feature("days", 0.7, "the same days told vaguely; a place is seldom taken twice in that time")
        return _feature("days", 0.5, "one day is vague, but a place is seldom taken twice in that time")
    if left.type.family == "violence" and right.type.family == "violence" and not _busy(left) and not _busy(right):
        return _feature("days", 0.4, "days told vaguely, but few places see two such attacks in that time")
    return _feature("days", 0.2 if same else -0.4, f"days told vaguely ({left.span} and {right.span} days)")


def of_actors(left: Facet, right: Facet) -> Feature:
    """Which parties the two share, each on its own side; in a clash the sides may stand in either order."""
    if left.type.family == "ground":
        return _belligerents(left, right)
    if _opposed(left, right):
        hard = not _blamed(left, right)
        return _feature("actors", FORBIDS if hard else -0.5, "told of opposite sides")
    if left.actors.camps and right.actors.camps and not _shared(left.actors, right.actors) > 0:
        return _feature("actors", -0.8, "told of the forces of two states")
    actor, target = _shared(left.actors, right.actors), _shared(left.targets, right.targets)
    value = round(0.7 * actor + 0.3 * target, 3)
    common = sorted((left.actors.keys & right.actors.keys) | (left.targets.keys & right.targets.keys))
    if common:
        return _feature("actors", value, f"both: {', '.join(common)}")
    return _feature("actors", value, "actors of one side" if value > 0 else "no party in common is told")


def of_tolls(left: Facet, right: Facet) -> Feature:
    """Whether the tolls fit: the same number, intervals that overlap, or numbers that exclude one another."""
    pairs = [(a, b) for a in left.tolls for b in right.tolls if _comparable(a, b)]
    if not pairs:
        return _feature("tolls", 0.0, "no tolls to compare")
    if left.claim.report_id == right.claim.report_id and all(_exclude(a, b) for a, b in pairs):
        return _feature("tolls", FORBIDS, "one report gives each a toll of its own")
    value, told = max((_fit(a, b), f"{_spell(a)} and {_spell(b)} {a.harm}") for a, b in pairs)
    return _feature("tolls", value, told)


def of_speakers(left: Facet, right: Facet) -> Feature:
    """Whether one speaker vouches for both in two reports."""
    common = sorted(left.speakers & right.speakers)
    if not common or left.claim.report_id == right.claim.report_id:
        return _feature("speakers", 0.0, "no shared speaker of two reports")
    return _feature("speakers", 1.0, f"both said by {', '.join(common)}")


def of_wording(left: Facet, right: Facet) -> Feature:
    """How alike the words are: the trigger, and the share of the quotes' words in common."""
    if left.claim.report_id == right.claim.report_id and (left.another or right.another):
        return _feature("wording", FORBIDS, "the report says that it is another one")
    common = len(left.words & right.words)
    return _alike(left.trigger == right.trigger, common / (len(left.words) + len(right.words) - common or 1))


def of_landmarks(left: Facet, right: Facet) -> Feature:
    """Whether both tell of a hit on the same kind of thing: a market, a station, a hotel."""
    if not left.landmarks or not right.landmarks:
        return _feature("landmarks", 0.0, "what was hit is not told")
    if common := sorted(left.landmarks & right.landmarks):
        return _feature("landmarks", 1.0, f"both: {', '.join(common)}")
    either = " and ".join(sorted({min(left.landmarks), min(right.landmarks)}))
    return _feature("landmarks", -0.4, f"told of other things: {either}")


def of_report(left: Facet, right: Facet) -> Feature:
    """Whether one report tells both, which stands in for a place or day that one of them lacks."""
    if left.claim.report_id != right.claim.report_id:
        return _feature("report", 0.0, "two reports")
    if left.firm and right.firm:
        return _feature("report", 0.0, "one report")
    told = "one report, and one of the two leaves place or day out"
    both_once = left.type.once and right.type.once and left.place_key == right.place_key is not None
    return _feature("report", 1.0 if both_once else 0.5, told)


FEATURES: Final[tuple[Callable[[Facet, Facet], Feature], ...]] = (
    of_type, of_place, of_days, of_actors, of_tolls, of_speakers, of_wording, of_landmarks, of_report,
)  # fmt: skip
"""In the order in which they are asked: those that forbid most often, and cost least, come first."""


@lru_cache(maxsize=4096)
def _kin(left: str, right: str, one_report: bool, general: bool) -> Feature:
    kinship = codebook().kinship(left, right)
    if kinship == 1:
        return _feature("type", 1.0, f"both: {left}")
    pair = " and ".join(sorted((left, right)))
    if kinship and general and not one_report:
        return _feature("type", CALLED, f"{pair} may be one, called by a word for either")
    if kinship == 0 or (one_report and kinship < CLOSE_KIN):
        return _feature("type", FORBIDS, f"{pair} are never one" + " within a report" * one_report)
    return _feature("type", round(2 * kinship - 1, 3), f"{pair} may be one")


@lru_cache(maxsize=4096)
def _alike(same: bool, common: float) -> Feature:
    value = round(0.4 * same + 0.6 * min(1.0, 2 * common), 3)
    return _feature("wording", value, f"{'same' if same else 'other'} trigger, {common:.0%} of the words in common")


def _by_words(left: Facet, right: Facet) -> Feature:
    said, other = (facet.claim.place.words if facet.claim.place else "" for facet in (left, right))
    names = {entry.name.casefold() for entry in (left.place, right.place) if entry}
    if said.casefold() == other.casefold() or {said.casefold(), other.casefold()} & names:
        return _feature("place", 0.8, f"the same words: {min(said, other)}")
    if left.place is None and right.place is None:
        return _feature("place", FORBIDS, f"places with other names: {min(said, other)}, {max(said, other)}")
    return _feature("place", -0.5, f"one place is not in the gazetteer: {min(said, other)}, {max(said, other)}")


def _told_apart(left: Facet, right: Facet) -> bool:
    """Whether one sentence tells two places beside one another: "eight died in A, five in villages on the hills"."""
    one_sentence = left.claim.report_id == right.claim.report_id and left.claim.quote == right.claim.quote
    return one_sentence and left.claim.found_by == right.claim.found_by


def _unknown_beside_known(left: Facet, right: Facet) -> bool:
    """Whether one of two places in a country is a name alone, which may lie in the other; a report tells two apart."""
    if left.place is None or right.place is None or left.claim.report_id == right.claim.report_id:
        return False
    one_country = left.place.country is not None and left.place.country == right.place.country
    return one_country and nowhere(left.place) != nowhere(right.place)


def _one_place(left: Facet, right: Facet) -> Feature:
    assert left.place
    value = _NAMED if nowhere(left.place) else _AREAS[left.place.precision]
    if left.place.population >= CITY and not (left.type.once and right.type.once):
        return _feature("place", 0.6 * value, f"both in {left.place.name}, a city that sees many")
    return _feature("place", value, f"both at {left.place.name} ({left.place.precision})")


def _undated(left: Facet, right: Facet) -> Feature:
    dated = left if left.first is not None else right if right.first is not None else None
    loose = right if dated is left else left
    if dated and dated.first is not None and loose.published is not None and loose.published < dated.first:
        return _feature("days", FORBIDS, "published before the other happened")
    if dated and dated.last is not None and loose.until is not None:
        return _by_then(loose.until - dated.last)
    days = (dated.last if dated else right.published), (loose.published if dated else left.published)
    once = left.type.once and right.type.once
    if dated and dated.first is not None and loose.within:
        return _within(dated.first, loose.within, once or bool(left.landmarks & right.landmarks))
    if days[0] is None or days[1] is None:
        return _feature("days", 0.4 if once and dated else 0.0, "a day is not told, nor when it was published")
    lag = abs(days[1] - days[0])
    told = f"a day is not told; {lag} days lie between"
    if once:
        return _feature("days", 0.8 if lag <= NEWS_DAYS else 0.5 if lag <= LAG_DAYS else -0.3, told)
    if dated is None or lag > NEWS_DAYS:
        return _feature("days", 0.0, told)
    return _feature("days", 0.3 if _busy(left) or _busy(right) else 0.7 if lag <= 1 else 0.5, told)


def _within(day: int, told: tuple[int, int], seldom: bool) -> Feature:
    """Hold a day against a time of months that another account tells."""
    if not told[0] <= day <= told[1]:
        return _feature("days", -0.6, "not in the months that are told")
    return _feature("days", 0.4 if seldom else 0.0, "within the months that are told")


def _by_then(lag: int) -> Feature:
    """Hold what is told as done by a day ("said on Saturday") against what is dated `lag` days before that day."""
    if lag < 0:
        return _feature("days", FORBIDS, "over before the other happened")
    value = 0.0 if lag else 0.7  # what is told without a day is mostly news of that day
    return _feature("days", value, f"a day is not told, but it had happened by {lag} days after the other")


def _apart(left: Facet, right: Facet, gap: int, once: bool) -> Feature:
    if gap > 1:
        return _feature("days", FORBIDS, f"{gap} days apart")
    if once:
        return _feature("days", 0.4, "a day apart, as accounts of one capture may be")
    if left.claim.report_id == right.claim.report_id:
        return _feature("days", FORBIDS, "one report sets them a day apart")
    return _feature("days", -0.6, "on two days")


def _narrow(left: Facet, right: Facet) -> Feature:
    if left.first == right.first and left.last == right.last:
        return _feature("days", 1.0, "the same day" if left.span == 1 else f"the same {left.span} days")
    once = left.type.once and right.type.once
    told = f"{left.span} and {right.span} days that overlap"
    if left.vague or right.vague:
        return _feature("days", 0.4, f"{told}, one of them told vaguely")
    battle = left.type.family == right.type.family == "ground"  # goes on for days and is one
    if not once and not battle and abs(left.span - right.span) >= RUN_DAYS:
        return _feature("days", -0.4, f"{told}: one may be a part of the other")
    return _feature("days", 0.8 if once else 0.6, told)


def _busy(facet: Facet) -> bool:
    """Whether a place is so wide or large that it sees many happenings of a kind in a month."""
    place = facet.place
    return place is None or place.population >= CITY or not (facet.point or nowhere(place))


def _opposed(left: Facet, right: Facet) -> bool:
    """Whether the doers are of opposite sides, or one's doers are the other's targets."""
    if left.actors.keys & right.actors.keys:
        return False
    crossed = left.actors.camps & right.targets.camps or right.actors.camps & left.targets.camps
    return left.actors.opposed(right.actors) or bool(crossed and right.actors.camps and left.actors.camps)


def _blamed(left: Facet, right: Facet) -> bool:
    """Whether two reports may lay one thing at the door of opposite sides: a shelling, a massacre, no capture.

    The number must be the same, or the day, the place and what was hit, and no number a multiple of the other.
    """
    if left.type.family == "territory" or left.claim.report_id == right.claim.report_id:
        return False
    one_spot = left.place_key is not None and left.place_key == right.place_key and left.first == right.first
    return _same_count(left, right) or (
        one_spot and bool(left.landmarks & right.landmarks) and not _unlike(left, right)
    )


def _unlike(left: Facet, right: Facet) -> bool:
    return any(_fit(a, b) < 0 for a in left.tolls for b in right.tolls if _comparable(a, b))


def _shared(left: Party, right: Party) -> float:
    if not left.keys or not right.keys:
        return 0.0
    if left.keys & right.keys:
        return 1.0
    if left.camps & right.camps:
        return 0.6
    return -0.4


def _belligerents(left: Facet, right: Facet) -> Feature:
    mine, theirs = _sides(left), _sides(right)
    if not mine or not theirs:
        return _feature("actors", 0.0, "no sides to compare")
    common = mine & theirs
    if not common and _may_name(left, right):
        return _feature("actors", 0.0, "one tells a side by class only")
    if not common:
        return _feature("actors", FORBIDS if min(len(mine), len(theirs)) > 1 else -0.5, "other sides fight")
    if len(common) > 1 or len(mine) == 1 or len(theirs) == 1:
        return _feature("actors", 1.0 if len(common) > 1 else 0.7, f"both: {', '.join(sorted(common))}")
    return _feature("actors", -0.5, f"{', '.join(sorted(common))} fights others")


def _may_name(left: Facet, right: Facet) -> bool:
    """Whether one fight tells a side by class only, and the other names a side that it may be."""
    classes = left.actors.classes | left.targets.classes, right.actors.classes | right.targets.classes
    sides = _sides(left), _sides(right)
    return any(sides[n] & classes[n] and sides[1 - n] - classes[1 - n] for n in (0, 1))


def _sides(facet: Facet) -> frozenset[str]:
    """Return the sides that fight, a party of no known side by its own id."""
    return (facet.actors.camps or facet.actors.keys) | (facet.targets.camps or facet.targets.keys)


def _comparable(left: Told, right: Told) -> bool:
    if left.harm != right.harm or (left.camp and right.camp and left.camp != right.camp):
        return False
    return left.status == right.status or "people" in {left.status, right.status}


def _exclude(left: Told, right: Told) -> bool:
    return _below(left, right) or _below(right, left)


def _below(left: Told, right: Told) -> bool:
    return left.high is not None and right.low is not None and left.high < right.low


def _same_number(left: Told, right: Told) -> bool:
    return left.exact and right.exact and left.low == right.low and (left.low or 0) >= TELLING


def _same_count(left: Facet, right: Facet) -> bool:
    return any(_same_number(a, b) for a in left.tolls for b in right.tolls if _comparable(a, b))


def _fit(left: Told, right: Told) -> float:
    if _same_number(left, right):
        return 1.0
    if not _exclude(left, right):
        return 0.0 if left.low is None or right.low is None else 0.3
    # Tolls of one happening grow from day to day, but seldom five-fold.
    least, most = sorted((left.low or left.high or 0, right.low or right.high or 0))
    if most <= GROWTH * least:
        return 0.0
    return -0.2 if most <= 5 * max(least, 1) else -0.6


def _spell(told: Told) -> str:
    if told.low == told.high:
        return "an unknown number" if told.low is None else str(told.low)
    return f"{'' if told.low is None else told.low}–{'' if told.high is None else told.high}"
