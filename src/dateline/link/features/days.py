"""Days: how two intervals of days lie to one another, against how vague they are."""

import datetime as dt
from typing import Final

from dateline.link.facets import RUN_DAYS, Facet
from dateline.link.features.feature import FORBIDS, feature
from dateline.link.features.tolls import unlike
from dateline.model.incident import Feature

NEWS_DAYS: Final = 2  # what a report tells without a day is mostly news of these days
NIGHT_DAYS: Final = 2  # "overnight" lies on two days, and another account tells one of them
LAG_DAYS: Final = 30  # a report without a day tells of the last weeks, unless it says otherwise


def of_days(left: Facet, right: Facet) -> Feature:
    """How the two intervals of days lie to one another, against how vague they are."""
    if _is_battle_of_days(left, right) or _is_battle_of_days(right, left):
        return feature("days", FORBIDS, "a battle of days that the capture is a part of")
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return _undated(left, right)
    gap = max(left.first, right.first) - min(left.last, right.last)
    if gap > 0:
        return _apart(left, right, gap, left.once and right.once)
    return _narrow(left, right) if left.narrow and right.narrow else _vague(left, right)


def _vague(left: Facet, right: Facet) -> Feature:
    same = left.first == right.first and left.last == right.last
    if left.once and right.once:
        if same:
            return feature("days", 0.7, "the same days told vaguely; a place is seldom taken twice in that time")
        return feature("days", 0.5, "one day is vague, but a place is seldom taken twice in that time")
    quiet = not left.busy and not right.busy
    if quiet and left.type.family == right.type.family == "violence":
        return feature("days", 0.4, "days told vaguely, but few places see two such attacks in that time")
    if quiet and ((left.type.rare and right.type.rare) or (left.deadly and right.deadly)):
        return feature("days", 0.2, f"days told vaguely ({left.span} and {right.span} days) of a small place")
    if left.deadly and right.deadly:
        return feature("days", 0.0, "days told vaguely, but few have so many dead")
    return feature("days", -0.1 if same else -0.8, f"days told vaguely ({left.span} and {right.span} days)")


def _is_battle_of_days(battle: Facet, capture: Facet) -> bool:
    """Whether one tells of fighting that went on for days, the other of the day on which a place was taken in it."""
    kinds = battle.type.family == "ground" and capture.type.family == "territory"
    return kinds and battle.span - max(capture.span, 1) >= RUN_DAYS


def _undated(left: Facet, right: Facet) -> Feature:
    dated = left if left.first is not None else right if right.first is not None else None
    loose = right if dated is left else left
    if dated and dated.first is not None and loose.published is not None and loose.published < dated.first:
        return feature("days", FORBIDS, "published before the other happened")
    if dated and dated.last is not None and loose.until is not None:
        return _by_then(loose.until - dated.last, began=not dated.narrow and loose.until >= (dated.first or 0))
    if dated and loose.weekdays and dated.narrow:
        return _on_weekday(dated, loose)
    days = (dated.last if dated else right.published), (loose.published if dated else left.published)
    once = left.once and right.once
    if dated and dated.first is not None and loose.within:
        return _within(dated.first, loose.within, once)
    if days[0] is None or days[1] is None:
        value = 0.7 if once and dated else -0.2 if unlike(left, right) else 0.0
        return feature("days", value, "a day is not told, nor when it was published")
    lag = abs(days[1] - days[0])
    told = f"a day is not told; {lag} days lie between"
    if once:
        return feature("days", 0.8 if lag <= NEWS_DAYS else 0.5 if lag <= LAG_DAYS else -0.3, told)
    if dated is None or lag > LAG_DAYS:
        return feature("days", -0.2 if dated else 0.0, told)
    if lag > NEWS_DAYS:
        return feature("days", 0.0 if left.busy or right.busy else 0.2, told)
    return feature("days", 0.3 if left.busy or right.busy else 0.7 if lag <= 1 else 0.5, told)


def _on_weekday(dated: Facet, loose: Facet) -> Feature:
    """Hold a few days against the weekday that an account without a day of its own names ("Monday's bombing")."""
    assert dated.first is not None and dated.last is not None
    if not any(dt.date.fromordinal(day).weekday() in loose.weekdays for day in range(dated.first, dated.last + 1)):
        return feature("days", -0.6, "on another weekday than the other names")
    near = loose.published is None or loose.published - dated.last <= LAG_DAYS
    return feature("days", 0.6 if near else 0.0, "on the weekday that the other names")


def _within(day: int, told: tuple[int, int], once: bool) -> Feature:
    """Hold a day against a time of months that another account tells."""
    if not told[0] <= day <= told[1]:
        return feature("days", -0.9, "not in the months that are told")
    return feature("days", 0.4 if once else 0.0, "within the months that are told")


def _by_then(lag: int, *, began: bool) -> Feature:
    """Hold what is told as done by a day ("said on Saturday") against what is dated `lag` days before that day.

    A month in which it lies may have `began` by then, and not be over.
    """
    if lag < 0:
        over = feature("days", FORBIDS, "over before the other happened")
        return feature("days", 0.0, "a day is not told, but it had happened within the other's days") if began else over
    value = 0.0 if lag else 0.7  # what is told without a day is mostly news of that day
    return feature("days", value, f"a day is not told, but it had happened by {lag} days after the other")


def _apart(left: Facet, right: Facet, gap: int, once: bool) -> Feature:
    if gap > 1:
        return feature("days", FORBIDS, f"{gap} days apart")
    if once:
        return feature("days", 0.4, "a day apart, as accounts of one capture may be")
    if left.claim.report_id == right.claim.report_id:
        return feature("days", FORBIDS, "one report sets them a day apart")
    if (left.night or right.night) and not left.busy and not right.busy:
        value = 0.7 if left.type.family == right.type.family == "ground" else 0.4  # a fight at night goes on by day
        return feature("days", value, "on two days, one of them told of a night")
    return feature("days", -0.8, "on two days")


def _narrow(left: Facet, right: Facet) -> Feature:
    if left.first == right.first and left.last == right.last:
        return feature("days", 1.0, "the same day" if left.span == 1 else f"the same {left.span} days")
    once = left.once and right.once
    told = f"{left.span} and {right.span} days that overlap"
    if left.once_within or right.once_within:
        return feature("days", 0.7 if once else 0.4, f"{told}, one of them told vaguely")
    battle = left.type.family == right.type.family == "ground"  # goes on for days and is one
    massacre = left.type.family == right.type.family == "violence" and not left.busy and not right.busy
    if not once and not battle and not massacre and abs(left.span - right.span) >= RUN_DAYS:
        return feature("days", -0.6, f"{told}: one may be a part of the other")
    a_night = left.span + right.span == 1 + NIGHT_DAYS and (left.night or right.night)
    if once or a_night:
        return feature("days", 0.8, told)
    return feature("days", 0.6 if battle or massacre or left.span == right.span else 0.4, told)
