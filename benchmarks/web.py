"""Benchmark of the pages and the API on a made-up record: time of each filter, and the overview's first view.

Run as `python -m benchmarks.web [INCIDENTS] [--record FILE]`; without a number it makes 100,000. Places, parties and
days are those of `benchmarks.link`; each happening is told by one to eight reports of the day, whose texts are made of
words by a Zipf law. A fifth of the incidents are parts of others, captures come with control, and what tells of one
incident is linked, some of it by little. Incidents are put down as they were made, not linked: what is measured comes
after. The server runs in this process, behind its guard, as `dateline serve` runs it; answers are asked for one after
another, each address once, so that nothing is answered from a tag.
"""

import argparse
import datetime as dt
import gzip
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, islice, pairwise
from pathlib import Path
from typing import Final

from starlette.testclient import TestClient

from benchmarks import link as made
from dateline.copying import find_copies
from dateline.model.claim import Claim, EventClaim, Quote
from dateline.model.incident import Feature, Grade, Incident, Link
from dateline.model.report import Basis, Block, BlockKind, Publication, Report
from dateline.pipeline import ENGINE, STAGES, killed_of
from dateline.reckoning import reckon_pending
from dateline.store import RawReport, ReadReport, Record, open_record
from dateline.web.serve import Settings, state_of
from dateline.web.server.app import app

START: Final = dt.date(2011, 1, 1)
VOCABULARY: Final = 6000
SENTENCE: Final = 14
AT_ONCE: Final = 30  # days put into the record in one transaction
ROUNDS: Final = 12
APART: Final = 0.2  # of the incidents, those with a look-alike that was kept apart
PART_EVERY: Final = 5  # of how many incidents one is part of the one before it: about as in the example reports


@dataclass(slots=True)
class Day:
    """One day's reports and what happened on it."""

    reports: list[ReadReport]
    incidents: list[Incident]


class Maker:
    """Makes one day after another, always the same."""

    def __init__(self) -> None:
        self.chance = random.Random(11)
        self.towns = made.towns()
        self.weights = list(accumulate(1 / (n + 20) for n in range(made.TOWNS)))
        self.parties = [made.actor(n) for n in range(12)]
        self.speakers = [made.actor(n) for n in range(12, 40)]
        letters = "bcdfghklmnprstvz"
        self.words = sorted({"".join(self.chance.choice(letters) + self.chance.choice("aeiou") for _ in range(3))
                             for _ in range(VOCABULARY)})  # fmt: skip
        self.word_weights = list(accumulate(1 / (n + 3) for n in range(len(self.words))))

    def days(self) -> Iterator[Day]:
        """Yield days without end."""
        number = 0
        while True:
            yield self._day(number, START + dt.timedelta(days=number))
            number += 1

    def _day(self, number: int, day: dt.date) -> Day:
        told: dict[str, list[Claim]] = {}
        texts: dict[str, str] = {}
        incidents = [self._incident(number, day, told, texts) for _ in range(made.HAPPENINGS_A_DAY)]
        for at in range(PART_EVERY - 1, len(incidents), PART_EVERY):
            incidents[at] = replace(incidents[at], part_of=incidents[at - 1].id)
        return Day([self._report(name, day, texts[name], claims) for name, claims in told.items()], incidents)

    def _incident(self, number: int, day: dt.date, told: dict[str, list[Claim]], texts: dict[str, str]) -> Incident:
        chance = self.chance
        place = chance.choices(self.towns, cum_weights=self.weights)[0]
        kind, by = chance.choice(made.TYPES), (chance.choice(self.parties),)
        when, dead = made._when(day, chance), chance.randrange(1, 60)
        events: list[EventClaim] = []
        tolls: list[str] = []
        for outlet in chance.sample(range(made.REPORTS_A_DAY), min(1 + int(chance.expovariate(0.7)), 8)):
            name = f"r{number}-{outlet}"
            said_by = (chance.choice(self.speakers),) if chance.random() < 0.6 else ()
            event = replace(made._event(name, (kind, place, by), when, chance), said_by=said_by)
            event = replace(event, quote=self._told(name, texts))
            toll = made._toll(event, dead + chance.randrange(3))
            told.setdefault(name, []).extend((event, toll, *((made._control(event),) if kind in made.CAPTURES else ())))
            events.append(event)
            tolls.append(toll.id)
        return _incident(events, tolls)

    def _told(self, name: str, texts: dict[str, str]) -> Quote:
        """Write a sentence into a report's text."""
        words = " ".join(self.chance.choices(self.words, cum_weights=self.word_weights, k=SENTENCE)) + "."
        start = len(texts.get(name, ""))
        texts[name] = texts.get(name, "") + words + "\n"
        return Quote(start, start + len(words), words)

    def _report(self, name: str, day: dt.date, text: str, claims: list[Claim]) -> ReadReport:
        report = Report(
            id=name, file=f"{name}.txt", text=text, blocks=(Block(0, len(text), BlockKind.BODY),),
            published=Publication(day, Basis.METADATA, "made"), outlet=f"Outlet {name.partition('-')[2]}",
            title=text.partition(".")[0][:60],
        )  # fmt: skip
        return ReadReport(RawReport(name, report.file, b""), report, tuple(claims))


def _links(incidents: list[Incident], chance: random.Random) -> Iterator[Link]:
    """Yield why claims were joined, and to some claims one of the next incident that was kept apart though alike."""
    for one, following in pairwise(incidents):
        pairs = [(left, right, True) for left, right in pairwise(one.claims)]
        if chance.random() < APART:
            pairs.append((one.claims[-1], following.claims[0], False))
        for left, right, joined in pairs:
            count = Feature("count", chance.choice((1.0, 0.2, -0.3)), "the dead")
            features = (Feature("place", 1.0, "one place"), count)
            score = 0.55 + 0.4 * chance.random()
            yield Link(min(left, right), max(left, right), round(score, 2), features, joined)


def _incident(events: list[EventClaim], tolls: list[str]) -> Incident:
    first = min(events, key=lambda one: one.id)
    speakers = tuple(dict.fromkeys(link.name for one in events for link in one.said_by))
    assert first.place
    return Incident(
        id="i" + first.id[1:], type=first.type, claims=tuple(one.id for one in events), tolls=tuple(tolls),
        place=first.place.entry, when=first.when, actors=(first.actors[0].name,), targets=(), speakers=speakers,
        outlets=tuple(f"Outlet {one.report.partition('-')[2]}" for one in events),
        reports=tuple(f"{one.report}.txt" for one in events), voices=speakers,
        grade=Grade.FAIR if len(speakers) > 1 else Grade.WEAK,
    )  # fmt: skip


def make(record: Record, number: int) -> None:
    """Put that many incidents with their reports into a record, and reckon."""
    days, chance = islice(Maker().days(), -(-number // made.HAPPENINGS_A_DAY)), random.Random(5)
    linking = record.linking()
    linking.start_over(ENGINE)
    while some := list(islice(days, AT_ONCE)):
        reports = [one for day in some for one in day.reports]
        record.add(reports, ENGINE)
        incidents = [one for day in some for one in day.incidents]
        with record.transaction():
            tied = {claim: one.claims[0] for one in incidents for claim in one.claims}
            linking.put_incidents(incidents, tied)
            linking.put_links(_links(incidents, chance), tied)
            linking.done([one.report.id for one in reports])
    find_copies(record)
    reckon_pending(record, STAGES)
    if not record.settle(killed_of, record.state(), ENGINE):
        raise RuntimeError("something of the made record still waits to be linked or reckoned")


def queries(chance: random.Random, maker: Maker) -> dict[str, list[str]]:
    """Return queries of each kind of filter, no two the same."""

    def some(make_one: object) -> list[str]:
        assert callable(make_one)
        return list(dict.fromkeys(str(make_one()) for _ in range(ROUNDS)))

    def day() -> dt.date:
        return START + dt.timedelta(days=chance.randrange(1500))

    def range_() -> str:
        first = day()
        return f"from={first}&to={first + dt.timedelta(days=chance.randrange(400))}"

    return {
        "nothing": [""],
        "days": some(range_),
        "type": some(lambda: f"type={chance.choice(made.TYPES).replace('/', '%2F').replace(' ', '+')}"),
        "actor": some(lambda: f"actor=Party+{chance.randrange(12)}"),
        "side": ["side=side+0", "side=side+1"],
        "place": some(lambda: f"place=Town+{chance.randrange(made.TOWNS)}"),
        "province": some(lambda: f"place=Province+{chance.randrange(10)}"),
        "speaker": some(lambda: f"speaker=Party+{chance.randrange(12, 40)}"),
        "grade": ["grade=weak", "grade=fair-candidate"],
        "words, rare": some(lambda: f"q={maker.words[chance.randrange(3000, len(maker.words))]}"),
        "words, frequent": some(lambda: f"q={maker.words[chance.randrange(20)]}"),
        "several": some(
            lambda: f"{range_()}&actor=Party+{chance.randrange(12)}&q={maker.words[chance.randrange(200)]}"
        ),
    }


LOADED: Final = (
    "api/v1/incidents.geojson", "api/v1/histogram", "style/base.css", "style/parts.css", "static/islands.js",
    "static/islands.css",
)  # fmt: skip
PATHS: Final = ("incidents", "incidents.geojson", "histogram", "claims", "tolls")


def measure(client: TestClient) -> None:
    """Print the times of every filter on every list of the API, and of the overview."""
    asked = queries(random.Random(3), Maker())
    every: list[tuple[float, float]] = []
    print(f"{'filter':16}" + "".join(f"{path:>20}" for path in PATHS) + "   (median, worst: ms)")
    for name, some in asked.items():
        cells = []
        for path in PATHS:
            times = [_timed(client, f"/api/v1/{path}?{query}") for query in some]
            every += times
            clocks = [clock for clock, _ in times]
            cells.append(f"{statistics.median(clocks):9.0f} {max(clocks):6.0f}")
        print(f"{name:16}" + "".join(f"{cell:>20}" for cell in cells), flush=True)
    for of, ordered in (("clock", sorted(one for one, _ in every)), ("processor", sorted(one for _, one in every))):
        print(f"API, {len(ordered)} answers, {of}: median {statistics.median(ordered):.0f} ms, 95th percentile "
              f"{ordered[int(len(ordered) * 0.95)]:.0f} ms, worst {ordered[-1]:.0f} ms")  # fmt: skip


def first_view(client: TestClient) -> None:
    """Print the time and size of the overview with all that it loads."""
    begun, processor = time.perf_counter(), time.process_time()
    page = client.get("/")
    sizes = {"page": _packed(page.content)}
    for path in LOADED:
        found = client.get(f"/{path}")
        if found.status_code == 200:
            sizes[path] = _packed(found.content)
    taken, used = time.perf_counter() - begun, time.process_time() - processor
    told = ", ".join(f"{name} {size / 1000:.0f} kB" for name, size in sizes.items())
    total = sum(sizes.values()) / 1e6
    print(f"overview: {taken:.2f} s on the server for all ({used:.2f} of processor), {total:.2f} MB packed ({told})")
    narrowed = _timed(client, "/?from=2012-03-01&to=2012-03-31&q=town")
    print(f"overview, narrowed: {narrowed[0]:.0f} ms ({narrowed[1]:.0f} of processor)")


def _packed(content: bytes) -> int:
    return len(gzip.compress(content, 5))


def _timed(client: TestClient, address: str) -> tuple[float, float]:
    """Return the milliseconds of clock and of processor that an answer takes."""
    clock, processor = time.perf_counter(), time.process_time()
    answer = client.get(address)
    assert answer.status_code == 200, f"{address}: {answer.status_code}"
    return (time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000


def main() -> None:
    """Make a record, or take one that was made, and measure."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("incidents", type=int, nargs="?", default=100_000)
    ask.add_argument("--record", type=Path, help="where to keep the record; made if it is not there")
    given = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.record or Path(folder) / "r.db"
        if not path.exists():
            begun = time.perf_counter()
            with open_record(path, create=True) as record:
                make(record, given.incidents)
            print(f"made in {time.perf_counter() - begun:.0f} s, {path.stat().st_size / 1e6:.0f} MB", flush=True)
        server = app(state_of(path, Settings(host="127.0.0.1", port=8321)))
        with TestClient(server, base_url="http://127.0.0.1") as client:
            first_view(client)
            measure(client)


if __name__ == "__main__":
    main()
