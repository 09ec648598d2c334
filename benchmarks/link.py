"""Benchmark of linking: time and memory for made-up claims with realistic places, days and overlap, in a record.

Run as `python -m benchmarks.link [CLAIMS ...]`; without numbers it takes 10,000 and 100,000 event claims. Places follow
a Zipf law over a grid of towns, each happening is told by one to eight of the day's reports of about six events, and
days grow with the number of happenings, so that the overlap stays that of one war covered for longer. Each event
claim has a toll claim beside it, each capture a control claim. A record of all is linked; then one more day's reports
are added and linked. With `--reckon` tolls and spells are reckoned too, after each.
"""

import argparse
import datetime as dt
import itertools
import random
import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from dateline.linking import link_pending
from dateline.model.actor import ActorKind, ActorLink
from dateline.model.claim import Claim, ControlClaim, EventClaim, Quote, TollClaim
from dateline.model.count import Count
from dateline.model.place import PlaceEntry, PlaceLink, PlacePrecision
from dateline.model.reading import Change, Harm, Scope, Stance
from dateline.model.report import Basis, Publication, Report
from dateline.model.when import Precision, When
from dateline.pipeline import ENGINE, STAGES
from dateline.reckoning import reckon_pending
from dateline.store import RawReport, ReadReport, Record, open_record
from dateline.workers import resting_collector

TOWNS: Final = 3000
HAPPENINGS_A_DAY: Final = 60
REPORTS_A_DAY: Final = 24
WORDS: Final = ("army", "strike", "hit", "market", "killed", "people", "town", "rebels")
TYPES: Final = (
    "Air/drone strike", "Shelling/artillery/missile attack", "Armed clash", "Attack", "Suicide bomb",
    "Non-state actor overtakes territory", "Government regains territory",
)  # fmt: skip
CAPTURES: Final = frozenset(TYPES[-2:])
START: Final = dt.date(1900, 1, 1)


def towns() -> list[PlaceEntry]:
    """Return towns on a jittered grid, some of them closer to one another than a cell."""
    chance = random.Random(1)
    return [
        PlaceEntry(f"g:{n}", f"Town {n}", "town", PlacePrecision.TOWN, 30 + n // 60 * 0.08 + chance.random() / 20,
                   35 + n % 60 * 0.08 + chance.random() / 20, "SY", f"Province {n // 300}", 1_000_000 // (n + 1))
        for n in range(TOWNS)
    ]  # fmt: skip


def actor(number: int) -> ActorLink:
    """Return one of twelve parties on two sides."""
    name, side = f"Party {number}", f"side {number % 2}"
    return ActorLink(name, f"p{number}", ActorKind.REBEL_GROUP, side, "party", 0, 0, "made")


def days() -> Iterator[tuple[ReadReport, ...]]:
    """Yield the reports of one day after another, without end."""
    chance, entries = random.Random(7), towns()
    parties = [actor(n) for n in range(12)]
    weights = list(itertools.accumulate(1 / (n + 20) for n in range(TOWNS)))
    for number in itertools.count():
        day = START + dt.timedelta(days=number)
        told: dict[str, list[Claim]] = {}
        for _ in range(HAPPENINGS_A_DAY):
            place = chance.choices(entries, cum_weights=weights)[0]
            type_name, side = chance.choice(TYPES), chance.randrange(2)
            dead = chance.randrange(1, 60)
            for outlet in chance.sample(range(REPORTS_A_DAY), min(1 + int(chance.expovariate(0.7)), 8)):
                by = (parties[2 * chance.randrange(6) + side],)
                event = _event(f"r{number}-{outlet}", (type_name, place, by), _when(day, chance), chance)
                mine = told.setdefault(event.report, [])
                mine.append(event)
                mine.append(_toll(event, dead + chance.randrange(3)))
                if type_name in CAPTURES:
                    mine.append(_control(event))
        yield tuple(_report(name, day, mine) for name, mine in told.items())


def _report(name: str, day: dt.date, told: Sequence[Claim]) -> ReadReport:
    published = Publication(day, Basis.METADATA, "made")
    report = Report(id=name, file=f"{name}.txt", text="", blocks=(), published=published, outlet=name.partition("-")[2])
    return ReadReport(RawReport(name, report.file, b""), report, tuple(told))


def _when(day: dt.date, chance: random.Random) -> When | None:
    luck = chance.random()
    if luck < 0.05:
        return None
    if luck < 0.12:
        first = day.replace(day=1)
        return When(first, first + dt.timedelta(days=31), Precision.MONTH, "last month", "made")
    return When(day, day + dt.timedelta(days=1), Precision.DAY, "on Monday", "made")


def _event(
    report: str, what: tuple[str, PlaceEntry, tuple[ActorLink, ...]], when: When | None, chance: random.Random
) -> EventClaim:
    type_name, place, by = what
    words = " ".join(chance.choices(WORDS, k=8))
    return EventClaim(
        id=f"c{chance.getrandbits(64):016x}", report=report, report_id=report, quote=Quote(0, len(words), words),
        trigger=words.split()[0], said_by=(), stance=Stance.ASSERTED, when=when, found_by="made@1", path=(),
        place=PlaceLink(place, place.name, 0, 0, "made"), type=type_name, actors=by, targets=(),
    )  # fmt: skip


def _toll(event: EventClaim, dead: int) -> TollClaim:
    return TollClaim(
        id="t" + event.id, report=event.report, report_id=event.report_id, quote=event.quote, trigger="killed",
        said_by=(), stance=Stance.ASSERTED, when=event.when, place=event.place, found_by="made@1", path=(),
        harm=Harm.KILLED, count=Count(dead, dead, str(dead)), status="people", side=None, demographic=None,
        scope=Scope.INCIDENT, part_of=None, event=event.id,
    )  # fmt: skip


def _control(event: EventClaim) -> ControlClaim:
    return ControlClaim(
        id="k" + event.id, report=event.report, report_id=event.report_id, quote=event.quote, trigger="seized",
        said_by=(), stance=Stance.ASSERTED, when=event.when, place=event.place, found_by="made@1", path=(),
        holders=event.actors, change=Change.GAINED, event=event.id,
    )  # fmt: skip


def put(record: Record, number: int, made: Iterator[tuple[ReadReport, ...]]) -> int:
    """Put about that many event claims into a record, in whole days; return how many they are."""
    count = 0
    while count < number:
        reports = next(made)
        record.add(reports, ENGINE)
        count += sum(isinstance(claim, EventClaim) for one in reports for claim in one.claims)
    return count


def linked(record: Record) -> tuple[float, float]:
    """Link what is not linked yet; return the seconds of processor and clock that it takes."""
    clock, processor = time.perf_counter(), time.process_time()
    with resting_collector():
        link_pending(record, STAGES, record.state().reading)
    return time.process_time() - processor, time.perf_counter() - clock


def reckoned(record: Record) -> float:
    """Reckon what waits; return the seconds of processor that it takes, without what lists look through."""
    processor = time.process_time()
    with resting_collector():
        reckon_pending(record, STAGES)
    return time.process_time() - processor


def main() -> None:
    """Print one row for each size asked for."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("claims", type=int, nargs="*", default=[10_000, 100_000])
    ask.add_argument("--reckon", action="store_true", help="reckon tolls and spells too")
    asked = ask.parse_args()
    print(f"{'claims':>9} {'incidents':>9} {'processor':>9} {'clock':>7} {'µs a claim':>10} {'a day':>7} {'peak MB':>8}"
          f"{'  reckoning   a day' if asked.reckon else ''}")  # fmt: skip
    for number in asked.claims:
        with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "r.db", create=True) as record:
            made = days()
            count = put(record, number, made)
            processor, clock = linked(record)
            times = [reckoned(record)] if asked.reckon else []
            put(record, 1, made)
            day, _ = linked(record)
            times += [reckoned(record)] if asked.reckon else []
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(
                f"{count:9} {record.view.counts()['incidents']:9} {processor:8.1f}s {clock:6.1f}s "
                f"{processor / count * 1e6:10.1f} {day:6.2f}s {peak:5.0f}   "
                + " ".join(f"{one:9.2f}s" for one in times), flush=True,
            )  # fmt: skip


if __name__ == "__main__":
    main()
