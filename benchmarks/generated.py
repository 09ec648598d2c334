"""Generated reports: one made-up war after another, told day by day by several outlets.

Towns are real, so that the gazetteer has its usual work; what happens in them is made up. A day has some happenings,
each told in one to four reports with figures that differ a little; a report tells of two to four of them amid sentences
in which nothing happens. Lengths are those of wire reports: about 250 words, sentences of 4 to 45.
"""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from benchmarks.phrases import BACKGROUND, HAPPENINGS, OPENINGS, SPEAKERS, TITLES, TOLLS, WARS, War
from dateline.reference.gazetteer import town_rows

REPORTS_A_DAY: Final = 12
HAPPENINGS_A_DAY: Final = 14
DAYS_OF_A_WAR: Final = 240
LEAST_PEOPLE: Final = 4000  # smaller towns are seldom in the news
SOME_TOWNS: Final = 300  # that a war is fought over; a few of them again and again
FIRST_DAY: Final = dt.date(2012, 1, 1)


@dataclass(frozen=True, slots=True)
class Happening:
    """What all reports of it have in common."""

    kind: str
    place: str
    near: str
    doer: str
    foe: str
    dead: int
    hurt: int


def generated_reports(count: int) -> Iterator[str]:
    """Yield `count` texts, always the same."""
    return map(report, range(count))


def write_reports(folder: Path, count: int) -> None:
    """Write `count` reports into a folder, 500 a subfolder."""
    for number, text in enumerate(generated_reports(count)):
        path = folder / f"{number // 500:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def report(number: int) -> str:
    """Return one text: a title, a dateline, a lead and paragraphs."""
    draw = random.Random(number)
    day = number // REPORTS_A_DAY
    war, date = _war(day), FIRST_DAY + dt.timedelta(days=day)
    told = draw.sample(_happenings(day), draw.choice((2, 3, 3, 4)))
    lead = _told(told[0], war, date, draw)
    capital = draw.choice(war.capitals)
    (opening,) = draw.choices(tuple(OPENINGS), tuple(OPENINGS.values()))
    opening = opening.format(
        place=capital.upper(), country=war.country, month=date.strftime("%B"), day=date.day, year=date.year
    )
    paragraphs = [f"{opening} {lead}"]
    for happening in told:
        paragraphs.append(" ".join(_paragraph(happening, war, date, draw)))
        paragraphs.append(" ".join(_background(war, draw, draw.choice((1, 2, 2, 3)))))
    return "\n\n".join([_title(told[0], draw), *paragraphs, ""])


def _title(happening: Happening, draw: random.Random) -> str:
    return draw.choice(TITLES).format(
        doer=happening.doer, foe=happening.foe, place=happening.place, dead=happening.dead
    )


def _paragraph(happening: Happening, war: War, date: dt.date, draw: random.Random) -> Iterator[str]:
    yield _told(happening, war, date, draw)
    for template in draw.sample(TOLLS, draw.choice((1, 1, 2))):
        yield _filled(template, happening, war, date, draw)


def _told(happening: Happening, war: War, date: dt.date, draw: random.Random) -> str:
    return _filled(draw.choice(HAPPENINGS[happening.kind]), happening, war, date, draw)


def _filled(template: str, happening: Happening, war: War, date: dt.date, draw: random.Random) -> str:
    dead, hurt = max(1, happening.dead + draw.choice((0, 0, 0, -1, 2))), max(2, happening.hurt + draw.choice((0, 0, 3)))
    filled = template.format(
        place=happening.place, near=happening.near, doer=happening.doer, foe=happening.foe, dead=dead, hurt=hurt,
        few=draw.randint(2, 9), speaker=draw.choice((*SPEAKERS, *war.speakers)), weekday=date.strftime("%A"),
        month=date.strftime("%B"), day=date.day, capital=war.capitals[0], region=draw.choice(war.regions),
    )  # fmt: skip
    return filled[0].upper() + filled[1:]


def _background(war: War, draw: random.Random, count: int) -> Iterator[str]:
    nobody = Happening("", war.capitals[0], war.capitals[0], war.sides[0][0], war.sides[1][0], 1, 2)
    for template in draw.sample(BACKGROUND, count):
        yield _filled(template, nobody, war, FIRST_DAY, draw)


@cache
def _happenings(day: int) -> tuple[Happening, ...]:
    draw, war = random.Random(-day - 1), _war(day)
    return tuple(_happening(draw, war) for _ in range(HAPPENINGS_A_DAY))


def _happening(draw: random.Random, war: War) -> Happening:
    towns = _towns(war.code)
    place, near = (towns[min(int(draw.paretovariate(0.6)) - 1, len(towns) - 1)] for _ in range(2))
    one, other = draw.sample(war.sides, 2)
    dead = min(int(draw.paretovariate(0.9)), 140)
    return Happening(
        draw.choice(tuple(HAPPENINGS)), place, near, draw.choice(one), draw.choice(other), dead,
        dead + draw.randint(1, 40),
    )  # fmt: skip


def _war(day: int) -> War:
    return WARS[day // DAYS_OF_A_WAR % len(WARS)]


@cache
def _rows() -> dict[str, list[str]]:
    codes = {war.code for war in WARS}
    found: dict[str, list[str]] = {code: [] for code in codes}
    for row in town_rows():
        if row.country in codes and row.population >= LEAST_PEOPLE:
            found[row.country].append(row.names.partition("|")[0])
    return found


@cache
def _towns(code: str) -> list[str]:
    towns = _rows()[code]
    return random.Random(code).sample(towns, min(SOME_TOWNS, len(towns)))
