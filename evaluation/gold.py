"""The gold sample: what the program reads in 240 texts of public corpora held against what careful readers wrote down.

`python -m evaluation.gold [--misses] [--show] [--agreement]`. The texts lie in the corpora beside the repository; gold
is scored as far as it is written. Misses of texts that are set aside are never listed.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from evaluation.corpora import SHARED, CorpusError, corpus_of, safe_id
from evaluation.misses import Miss, misses
from evaluation.names import Names, families_of
from evaluation.reading import Read, read_all
from evaluation.record_scores import KEYS
from evaluation.record_tally import RecordTally
from evaluation.sample import GOLD, Entry, read_index
from evaluation.seeds import aliases, gold_records

FIRST: Final = GOLD / "first"
SECOND: Final = GOLD / "second"
ALL: Final = "all"


@dataclass(slots=True)
class GoldScores:
    """Tallies by part ("set aside", "developed") and, within, by corpus and over all; misses of the latter."""

    parts: dict[str, dict[str, RecordTally]] = field(default_factory=lambda: {"set aside": {}, "developed": {}})
    missed: list[Miss] = field(default_factory=list)

    def add(self, names: Names, entry: Entry, rows: list[dict[str, Any]], gold: Mapping[str, Any]) -> None:
        """Hold one text against its gold."""
        part = self.parts["set aside" if entry.held_out else "developed"]
        found = part.setdefault(corpus_of(entry.id), RecordTally()).add_report(names, rows, gold)
        part.setdefault(ALL, RecordTally()).add_report(names, rows, gold)
        if not entry.held_out:
            self.missed += misses(names, entry.id, rows, found)


def gold_names() -> Names:
    """Return the sameness of names for the sample: the lists of aliases, and the parties of the reference."""
    return Names(aliases(SHARED / "gold", GOLD), families_of)


def written(folder: str = "first") -> dict[str, dict[str, Any]]:
    """Return the gold records written so far by the report's file name."""
    return gold_records(GOLD / folder)


def read_sample(entries: Iterable[Entry], *, jobs: int = 2) -> list[tuple[Entry, Read]]:
    """Take the texts of some entries through the program.

    Raises:
        CorpusError: a corpus is absent.
    """
    wanted = list(entries)
    return list(zip(wanted, read_all((entry.document for entry in wanted), jobs=jobs), strict=True))


def score() -> GoldScores:
    """Read and score all texts whose gold is written.

    Raises:
        CorpusError: no gold is written, or a corpus is absent.
    """
    records, names, out = written(), gold_names(), GoldScores()
    entries = [entry for entry in read_index() if f"{safe_id(entry.id)}.txt" in records]
    if not entries:
        raise CorpusError("no gold is written yet")
    for entry, one in read_sample(entries):
        out.add(names, entry, one.rows, records[f"{one.document.safe_id}.txt"])
    return out


def agreement() -> dict[str, RecordTally]:
    """Hold the second reading against the first and the first against the second, over the texts read twice."""
    names, first, second = gold_names(), written("first"), written("second")
    out = {"second against first": RecordTally(), "first against second": RecordTally()}
    for name in first.keys() & second.keys():
        out["second against first"].add_report(names, as_claims(second[name]), first[name])
        out["first against second"].add_report(names, as_claims(first[name]), second[name])
    return out


def as_claims(record: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return a gold record's entries as if they had been exported; denied and planned ones stay what they are."""
    return [
        {**entry, "kind": kind, "place": {"name": entry["place"]} if entry.get("place") else None}
        for kind, key in KEYS.items()
        for entry in record[key]
    ]


def measure() -> dict[str, float]:
    """Return the figures of the part set aside and of the rest.

    Raises:
        CorpusError: no gold is written, or a corpus is absent.
    """
    found = score()
    return {
        f"{part}.{name}": figure
        for part, rows in found.parts.items()
        if ALL in rows
        for name, figure in rows[ALL].figures().items()
    }


def table(rows: Mapping[str, RecordTally]) -> str:
    """Lay tallies out, a row a corpus."""
    head = ("events", "P", "R", "slots", "tolls", "P", "R", "control", "record")
    lines = [f"{'':22}{'texts':>6}" + "".join(f"{name:>8}" for name in head)]
    for name, one in sorted(rows.items(), key=lambda row: (row[0] == ALL, row[0])):
        event, toll = one.kinds["event"], one.kinds["toll"]
        figures = (
            event.f1, event.precision, event.recall, one.slot_f1, toll.f1, toll.precision, toll.recall,
            one.kinds["control"].f1, one.record,
        )  # fmt: skip
        lines.append(f"{name:22}{one.reports:6}" + "".join(f"{figure:8.3f}" for figure in figures))
    return "\n".join(lines)


def slot_table(one: RecordTally) -> str:
    """Lay the slots of a tally out."""
    rows = (f"  {name:9} F1 {t.f1:.3f}  P {t.precision:.3f}  R {t.recall:.3f}" for name, t in one.slots.items())
    return "\n".join(rows)


def confusion_table(one: RecordTally) -> str:
    """List which type was taken for which, the most frequent first."""
    mixed = ((pair, count) for pair, count in one.confusion.most_common() if pair[0] != pair[1])
    return "\n".join(f"{count:5}  {gold:38} read as {said}" for (gold, said), count in mixed)


def list_misses(missed: Iterable[Miss], *, show: bool) -> str:
    """List misses by cause, the most frequent first: ids and spans; with `show` the words too."""
    ordered = list(missed)
    causes = Counter((miss.kind, miss.cause) for miss in ordered)
    lines = []
    for (kind, cause), count in causes.most_common():
        lines.append(f"\n{kind}: {cause} ({count})")
        for miss in ordered:
            if (miss.kind, miss.cause) == (kind, cause):
                words = f" ← {' '.join(miss.words.split())!r}" if show and miss.words else ""
                lines.append(f"  {miss.report} {miss.entry} {miss.what} {miss.by} {miss.start}-{miss.end}{words}")
    return "\n".join(lines)


def main() -> None:
    """Print the tables; with options the misses of the developed part and the agreement of two readings."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--misses", action="store_true", help="list what was missed and what is spurious, by cause")
    ask.add_argument("--show", action="store_true", help="print the words of the quotes too (to the terminal only)")
    ask.add_argument("--confusion", action="store_true", help="which type was taken for which")
    ask.add_argument("--agreement", action="store_true", help="only hold the two readings against each other")
    asked = ask.parse_args()
    if asked.agreement:
        print(table(agreement()))
        return
    try:
        found = score()
    except CorpusError as error:
        sys.exit(f"skipped: {error}")
    for part, rows in found.parts.items():
        print(f"\n{part}\n{table(rows)}")
        if ALL in rows:
            print(slot_table(rows[ALL]))
    if asked.confusion and ALL in found.parts["developed"]:
        print(confusion_table(found.parts["developed"][ALL]))
    if asked.misses:
        print(list_misses(found.missed, show=asked.show))


if __name__ == "__main__":
    main()
