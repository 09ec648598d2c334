"""The gate: every scored corpus against its floors: `python -m evaluation.gate`.

Fails where a figure is lower than its floor by more than the tolerance. A corpus that is absent is skipped and says so.
`--raise` writes down what has become better; a floor is lowered by `--lower CORPUS/FIGURE --because "…"` alone, and
the reason is kept in baseline.json.
"""

import argparse
import datetime as dt
import importlib
import json
import math
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from dateline.annotate import Annotator
from evaluation.corpora import CorpusError

BASELINE: Final = Path(__file__).parent / "baseline.json"
# On another processor fp32 sums are made in another order, the scales of int8 numbers follow, and a few words in a
# thousand are read otherwise: 0.008 was seen between two machines. Of few texts one more or fewer is more than that.
TOLERANCE: Final = 0.01
_OF_FEW: Final = 0.025


def _each(parts: Iterable[str], names: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{part}.{name}" for part in parts for name in names)


def _by_part(*names: str) -> tuple[str, ...]:
    return _each(("set aside", "developed"), names)


def _language() -> dict[str, float]:
    """Trees on raw text and mentions, as shares; a fourth of the treebank's development documents."""
    found = importlib.import_module("evaluation.language").measure(Annotator.load(), sample=4)
    if found is None:
        raise CorpusError("the treebank is not there")
    return {f"{name}.{metric}": share / 100 for name, row in found.items() for metric, share in row.items()}


def _toponyms() -> dict[str, float]:
    found = importlib.import_module("evaluation.toponyms").evaluate(test=True)
    return {f"{name}.{metric}": figure for name, row in found.items() for metric, figure in row.items()}


def _of(module: str, **options: int | str) -> Callable[[], dict[str, float]]:
    """Return a corpus's own measure, its module loaded when it is called."""

    def measure() -> dict[str, float]:
        found: dict[str, float] = importlib.import_module(f"evaluation.{module}").measure(**options)
        return found

    return measure


_INCIDENTS: Final = (
    *("conll", "linking", "found", "place", "days", "kept_apart", "killed"),
    *("toll_read", "toll_side", "toll_speaker", "held", "gold_claims"),
)


@dataclass(frozen=True, slots=True)
class Corpus:
    """How a corpus is measured, and which of its figures have floors."""

    measure: Callable[[], dict[str, float]]
    watched: tuple[str, ...]
    tolerance: float = TOLERANCE


CORPORA: Final[dict[str, Corpus]] = {
    "seeds": Corpus(_of("seeds"), ("events_f1", "slots_f1", "tolls_f1", "control_f1", "record"), _OF_FEW),
    "gold": Corpus(  # ten claims of control set aside: one more or fewer is a jump
        _of("gold"), (*_by_part("events_f1", "slots_f1", "tolls_f1"), "developed.control_f1")
    ),
    "airwars": Corpus(_of("airwars"), _by_part("least", "most", "both")),
    "muc4": Corpus(_of("muc4", sample=2), _by_part("type_f1", "date_f1", "place_f1", "dead_f1", "f1")),
    "notes": Corpus(  # no slots of what is set aside: one note more or fewer is a jump
        _of("notes"),
        (
            *_by_part("weighted_f1", "macro_f1"),
            *_each(("second set aside", "second developed"), ("weighted_f1",)),
            *_each(("developed",), ("day", "place", "parties_f1", "killed")),
        ),
        _OF_FEW,
    ),
    "event_location": Corpus(
        _of("event_location", sample=4), _by_part("verb read", "place found", "place of read verbs", "none kept")
    ),
    "verb_places": Corpus(_of("verb_places"), _by_part("place found", "place precision", "none kept")),
    "examples": Corpus(_of("examples"), _INCIDENTS, _OF_FEW),
    "wars": Corpus(_of("examples", name="wars"), _INCIDENTS, _OF_FEW),
    "wars2": Corpus(_of("examples", name="wars2"), _INCIDENTS, _OF_FEW),
    "wars2_kept": Corpus(_of("examples", name="wars2_kept"), _INCIDENTS, _OF_FEW),
    "wars3": Corpus(_of("examples", name="wars3"), _INCIDENTS, _OF_FEW),
    "wars3_kept": Corpus(_of("examples", name="wars3_kept"), _INCIDENTS, _OF_FEW),
    "wars4": Corpus(_of("examples", name="wars4"), _INCIDENTS, _OF_FEW),
    "wars4_kept": Corpus(_of("examples", name="wars4_kept"), _INCIDENTS, _OF_FEW),
    "wars5": Corpus(_of("examples", name="wars5"), _INCIDENTS, _OF_FEW),
    "wars5_kept": Corpus(_of("examples", name="wars5_kept"), _INCIDENTS, _OF_FEW),
    "wars6": Corpus(_of("examples", name="wars6"), _INCIDENTS, _OF_FEW),
    "wars6_kept": Corpus(_of("examples", name="wars6_kept"), _INCIDENTS, _OF_FEW),
    "wars7": Corpus(_of("examples", name="wars7"), _INCIDENTS, _OF_FEW),
    "wars7_kept": Corpus(_of("examples", name="wars7_kept"), _INCIDENTS, _OF_FEW),
    "re3d": Corpus(_of("re3d"), ("developed.f1",)),  # 17 pairs set aside: one more or fewer is a jump
    "timex": Corpus(_of("timex"), ("strict_f1", "relaxed_f1", "value_f1")),
    "toponyms": Corpus(_toponyms, _each(("TR-News", "GeoVirus"), ("f1", "near_of_found"))),
    "control_towns": Corpus(
        _of("control_towns"), (*_each(("set aside", "developed"), ("accuracy", "right")), "all.towns")
    ),
    "language": Corpus(_language, _each(("ewt raw", "gum raw"), ("sentences", "UPOS", "LAS"))),
}


@dataclass(slots=True)
class Baseline:
    """The floors by corpus and figure, and which were lowered, when and why."""

    floors: dict[str, dict[str, float]] = field(default_factory=dict)
    lowered: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def load(cls, path: Path = BASELINE) -> "Baseline":
        """Read the floors; there are none where the file is missing."""
        return cls(**json.loads(path.read_text("utf-8"))) if path.exists() else cls()

    def save(self, path: Path = BASELINE) -> None:
        """Write the floors."""
        whole = {"floors": self.floors, "lowered": self.lowered}
        path.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", "utf-8")

    def lift(self, corpus: str, figures: Mapping[str, float]) -> None:
        """Raise the floors of a corpus to its figures, where these are higher or had none."""
        floors = self.floors.setdefault(corpus, {})
        floors.update({name: rounded(figure) for name, figure in figures.items() if figure > floors.get(name, -1.0)})

    def lower(self, name: str, figure: float, because: str) -> None:
        """Lower one floor to a figure and keep the reason."""
        corpus, _, own = name.partition("/")
        was = self.floors[corpus][own]
        self.floors[corpus][own] = rounded(figure)
        day = dt.datetime.now(dt.UTC).date().isoformat()
        self.lowered.append({"floor": name, "from": was, "to": rounded(figure), "because": because, "on": day})


def rounded(figure: float) -> float:
    """Round down, so that a figure always meets the floor that was made of it."""
    return math.floor(figure * 10_000) / 10_000


def measured(names: Iterable[str]) -> dict[str, dict[str, float]]:
    """Measure corpora and return the figures that have floors; say how long each took, or why it was skipped."""
    out = {}
    for name in names:
        begun = time.monotonic()
        try:
            figures = CORPORA[name].measure()
        except (CorpusError, FileNotFoundError) as error:
            print(f"{name}: skipped: {error}", flush=True)
            continue
        out[name] = {figure: figures[figure] for figure in CORPORA[name].watched if figure in figures}
        print(f"{name}: {time.monotonic() - begun:.0f} s", flush=True)
    return out


def table(figures: Mapping[str, Mapping[str, float]], baseline: Baseline) -> tuple[str, list[str]]:
    """Lay the figures out beside their floors.

    Returns:
        The table, and the names of the figures that are too low.
    """
    lines, low = [f"{'':50}{'figure':>8}{'floor':>8}{'differs':>9}"], []
    for corpus, row in figures.items():
        for name, figure in row.items():
            floor = baseline.floors.get(corpus, {}).get(name)
            told = f"{corpus}/{name}"
            if floor is None:
                lines.append(f"{told:50}{figure:8.3f}{'–':>8}")
                continue
            fails = figure < floor - CORPORA[corpus].tolerance
            low += [told] if fails else []
            lines.append(f"{told:50}{figure:8.3f}{floor:8.3f}{figure - floor:+9.3f}{'  too low' if fails else ''}")
    return "\n".join(lines), low


def main() -> None:
    """Measure, print the table, write floors where asked; exit 1 where a figure is below its floor."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("corpora", nargs="*", metavar="CORPUS", help=f"only these of: {', '.join(CORPORA)}")
    ask.add_argument("--raise", action="store_true", dest="lift", help="write floors that have become higher")
    ask.add_argument("--lower", metavar="CORPUS/FIGURE", help="lower one floor to what is measured now")
    ask.add_argument("--because", help="why it is lowered")
    asked = ask.parse_args()
    unknown = set(asked.corpora) - CORPORA.keys()
    if unknown:
        ask.error(f"no such corpus: {', '.join(sorted(unknown))}")
    if bool(asked.lower) != bool(asked.because):
        ask.error("--lower and --because go together")
    baseline = Baseline.load()
    corpora = asked.corpora or ([asked.lower.partition("/")[0]] if asked.lower else list(CORPORA))
    if asked.lower and asked.lower.partition("/")[2] not in baseline.floors.get(corpora[0], {}):
        ask.error(f"no such floor: {asked.lower}")
    sys.exit(_run(asked, baseline, corpora))


def _run(asked: argparse.Namespace, baseline: Baseline, corpora: list[str]) -> int:
    figures = measured(corpora)
    if asked.lower:
        corpus, _, name = asked.lower.partition("/")
        baseline.lower(asked.lower, figures[corpus][name], asked.because)
    if asked.lift:
        for corpus, row in figures.items():
            baseline.lift(corpus, row)
    if asked.lower or asked.lift:
        baseline.save()
    text, low = table(figures, baseline)
    print(text)
    if low:
        print(f"too low: {', '.join(low)}")
    return 1 if low else 0


if __name__ == "__main__":
    main()
