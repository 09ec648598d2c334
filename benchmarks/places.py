"""Speed of the look-up of places: how long it takes to build, to open and to answer, in names a second.

`python -m benchmarks.places`
"""

import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from dateline.reference.gazetteer import town_rows
from dateline.reference.places import Places
from dateline.reference.places_index import build_index

NAMES = 20_000
ABSENT = "Qwortelby {}"


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def look_up(places: Places, names: Sequence[str]) -> None:
    """Look up each name."""
    for name in names:
        places.named(name)


def main() -> None:
    """Print a row a measure."""
    known = [row.names.partition("|")[0] for row in town_rows()][:: 234_908 // NAMES][:NAMES]
    absent = [ABSENT.format(number) for number in range(NAMES)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "places.sqlite"
        print(f"build          {seconds(lambda: build_index(path)):.2f} s, {path.stat().st_size / 1e6:.0f} MB")
        print(f"open           {seconds(lambda: Places(path)) * 1e3:.2f} ms")
        places = Places(path)
        print(f"known names    {NAMES / seconds(lambda: look_up(places, known)):,.0f} a second")
        print(f"unknown names  {NAMES / seconds(lambda: look_up(places, absent)):,.0f} a second")
        again = known[:5000]
        look_up(places, again)
        print(f"again          {len(again) / seconds(lambda: look_up(places, again)):,.0f} a second")


if __name__ == "__main__":
    main()
