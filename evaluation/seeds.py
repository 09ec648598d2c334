"""The seed reports held against their gold: `python -m evaluation.seeds`."""

import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import Any, Final

from dateline.sources import Metadata
from evaluation.corpora import SHARED, CorpusError, Document
from evaluation.names import Names
from evaluation.reading import Read, read
from evaluation.record_tally import RecordTally

SEEDS: Final = SHARED / "seeds"
GOLD: Final = SHARED / "gold"


def aliases(*folders: Path) -> dict[str, list[str]]:
    """Return the other names of canonical names from the lists (`aliases*.json`) in some folders, put together."""
    out: dict[str, list[str]] = {}
    for path in (path for folder in folders for path in sorted(folder.glob("aliases*.json"))):
        for name, also in json.loads(path.read_text("utf-8")).items():
            out[name] = [*out.get(name, ()), *also]
    return out


def gold_records(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the gold records in a folder by the report's file name."""
    paths = (path for path in sorted(folder.glob("*.json")) if not path.name.startswith("aliases"))
    records = (json.loads(path.read_text("utf-8")) for path in paths)
    return {record["report"]: record for record in records}


@cache
def read_seeds() -> tuple[Read, ...]:
    """Return the seed reports as read.

    Raises:
        CorpusError: they are not there.
    """
    if not SEEDS.is_dir():
        raise CorpusError(f"{SEEDS} is not there")
    table = Metadata.load(SEEDS / "metadata.csv")
    out = []
    for path in sorted(SEEDS.glob("*.txt")):
        row = table.row(path.name)
        published: dt.date | None = row.published if row else None
        text = path.read_text("utf-8")
        out.append(read(Document(f"seeds:{path.name}", text, published, row.outlet if row else None), path.name))
    return tuple(out)


def tally() -> RecordTally:
    """Hold the seeds' claims against their gold."""
    names, records = Names(aliases(GOLD, GOLD / "seeds")), gold_records(GOLD / "seeds")
    out = RecordTally()
    for one in read_seeds():
        name = one.document.id.partition(":")[2]
        if name in records:
            out.add_report(names, one.rows, records[name])
    return out


def measure() -> dict[str, float]:
    """Return the figures of the seeds.

    Raises:
        CorpusError: they are not there.
    """
    return tally().figures()


def main() -> None:
    """Print a row a figure."""
    found = tally()
    for name, one in {**found.kinds, **found.slots}.items():
        print(f"{name:10} F1 {one.f1:.3f}  P {one.precision:.3f}  R {one.recall:.3f}")
    print(f"record     {found.record:.3f}")


if __name__ == "__main__":
    main()
