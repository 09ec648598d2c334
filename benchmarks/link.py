"""Benchmark of linking: time and memory for generated claims with realistic places, days and overlap.

Run as `python -m benchmarks.link [CLAIMS ...]`; without numbers it takes 10,000 and 100,000. Places follow a Zipf law
over a grid of towns, each happening is told one to eight times in reports of about six events, and days grow with the
number of happenings, so that the overlap stays that of one war covered for longer.
"""

import argparse
import datetime as dt
import itertools
import random
import resource
import time
from collections.abc import Iterator
from typing import Final

from dateline.link import link
from dateline.model.actor import ActorKind, ActorLink
from dateline.model.claim import Claim, EventClaim, Quote, TollClaim
from dateline.model.count import Count
from dateline.model.place import PlaceEntry, PlaceLink, PlacePrecision
from dateline.model.reading import Harm, Scope, Stance
from dateline.model.report import Report
from dateline.model.when import Precision, When

TOWNS: Final = 3000
HAPPENINGS_A_DAY: Final = 60
TYPES: Final = (
    "Air/drone strike", "Shelling/artillery/missile attack", "Armed clash", "Attack", "Suicide bomb",
    "Non-state actor overtakes territory", "Government regains territory",
)  # fmt: skip
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


def claims(number: int) -> Iterator[Claim]:
    """Yield about that many event claims, half of them with a toll claim."""
    chance, entries = random.Random(7), towns()
    parties = [actor(n) for n in range(12)]
    weights = list(itertools.accumulate(1 / (n + 20) for n in range(TOWNS)))
    told = 0
    for happening in itertools.count():
        day = START + dt.timedelta(days=happening // HAPPENINGS_A_DAY)
        place = chance.choices(entries, cum_weights=weights)[0]
        type_name, side = chance.choice(TYPES), chance.randrange(2)
        dead = chance.randrange(1, 60)
        for _ in range(min(1 + int(chance.expovariate(0.7)), 8)):
            if told >= number:
                return
            by = (parties[2 * chance.randrange(6) + side],)
            event = _event(told, (type_name, place, by), _when(day, chance), chance)
            yield event
            if told % 2:
                yield _toll(event, dead + chance.randrange(3))
            told += 1


def _when(day: dt.date, chance: random.Random) -> When | None:
    luck = chance.random()
    if luck < 0.05:
        return None
    if luck < 0.12:
        first = day.replace(day=1)
        return When(first, first + dt.timedelta(days=31), Precision.MONTH, "last month", "made")
    return When(day, day + dt.timedelta(days=1), Precision.DAY, "on Monday", "made")


def _event(
    number: int, what: tuple[str, PlaceEntry, tuple[ActorLink, ...]], when: When | None, chance: random.Random
) -> EventClaim:
    type_name, place, by = what
    report = f"r{number // 6 + chance.randrange(3)}"
    words = " ".join(chance.choices(("army", "strike", "hit", "market", "killed", "people", "town", "rebels"), k=8))
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


def main() -> None:
    """Print one row for each size asked for."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("claims", type=int, nargs="*", default=[10_000, 100_000])
    print(f"{'claims':>9} {'incidents':>9} {'seconds':>8} {'µs a claim':>10} {'peak MB':>8}")
    for number in ask.parse_args().claims:
        made, reports = list(claims(number)), dict[str, Report]()
        start = time.perf_counter()
        linked = link(made, reports)
        took = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{number:9} {len(linked.incidents):9} {took:8.2f} {took / number * 1e6:10.1f} {peak:8.0f}")


if __name__ == "__main__":
    main()
