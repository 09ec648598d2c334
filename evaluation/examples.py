"""Reports held against their gold incidents: `python -m evaluation.examples [SET] [--misses]`.

The gold names, for each incident, the words of the reports that tell it. A claim stands for a place of the gold where
its quote holds the words and its type is kin; a claim that stands for none is counted as one too many, unless the gold
calls it optional. The CoNLL average is over these; killed is right where every range of an incident is.
"""

import argparse
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.intake import Way, add, refresh
from dateline.model.claim import EventClaim, TollClaim
from dateline.model.incident import Incident
from dateline.model.reading import Stance
from dateline.model.reckoned import Toll
from dateline.store import RecordView, open_record
from evaluation.annotations import STAGES
from evaluation.coreference import b_cubed, ceaf_e, conll, muc
from evaluation.gold_claims import linked
from evaluation.holders import wrong_holders
from evaluation.incident_match import Member, around, in_words, match
from evaluation.incident_slots import SLOTS, Wrong, wrong_slots
from evaluation.report_sets import SETS, ReportSet
from evaluation.sides import is_side
from evaluation.told_tolls import wrong_tolls


@dataclass(slots=True)
class Outcome:
    """What came of a run: clusters of gold and system over the same members, and what went wrong, in words."""

    gold: list[set[str]] = field(default_factory=list)
    system: list[set[str]] = field(default_factory=list)
    together: dict[tuple[str, str], bool] = field(default_factory=dict)
    killed: dict[str, str] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    split: list[str] = field(default_factory=list)
    slots: list[Wrong] = field(default_factory=list)
    holders: list[str] = field(default_factory=list)
    asked: int = 0
    tolls: list[Wrong] = field(default_factory=list)
    told: int = 0

    def figures(self) -> dict[str, float]:
        """Return the figures, as shares."""
        members = sum(map(len, self.gold))
        found = members - len(self.missed)
        wrong = Counter(slot for slot, _ in (*self.slots, *self.tolls))
        counted = self.told - wrong["figure"]
        return {
            "conll": conll(self.gold, self.system),
            "muc": muc(self.gold, self.system).f1,
            "b_cubed": b_cubed(self.gold, self.system).f1,
            "ceaf_e": ceaf_e(self.gold, self.system).f1,
            "linking": conll(*self._found()),
            "found": found / members,
            **{slot: 1 - wrong[slot] / found for slot in SLOTS},
            "kept_apart": 1 - sum(self.together.values()) / len(self.together),
            "killed": sum(why == "" for why in self.killed.values()) / len(self.killed),
            "toll_read": counted / self.told,
            "toll_side": 1 - wrong["side"] / counted,
            "toll_speaker": 1 - wrong["speaker"] / counted,
            "held": 1 - len(self.holders) / self.asked,
        }

    def _found(self) -> tuple[list[set[str]], list[set[str]]]:
        """Return both sides without what the other lacks: how well claims are linked, however they were found."""
        common = set().union(*self.gold) & set().union(*self.system)
        both = [[kept for one in side if (kept := one & common)] for side in (self.gold, self.system)]
        return both[0], both[1]


def measure(name: str = "examples") -> dict[str, float]:
    """Return the figures of a set of reports.

    Args:
        name: one of `SETS`.

    Raises:
        CorpusError: the reports are not there.
    """
    return _figures(outcome(SETS[name]), SETS[name])


def _figures(found: Outcome, reports: ReportSet) -> dict[str, float]:
    return found.figures() | {"gold_claims": linked(reports.gold()["incidents"])}


def outcome(reports: ReportSet) -> Outcome:
    """Read reports into a record and hold its incidents against the gold.

    Raises:
        CorpusError: they are not there.
    """
    gold, folder = reports.gold(), reports.reports
    with tempfile.TemporaryDirectory() as scratch, open_record(Path(scratch) / "r.db", create=True) as record:
        add(record, STAGES.find([str(folder)], folder / "reports.csv"), Way(stages=STAGES))
        refresh(record)
        return _compare(gold, record.view)


def _compare(gold: Mapping[str, Any], view: RecordView) -> Outcome:
    texts = {report.file: report.text for report in view.reports()}
    claims = [c for c in view.claims("event") if isinstance(c, EventClaim) and c.stance is not Stance.PLANNED]
    told = [claim for claim in claims if claim.stance is not Stance.DENIED]
    matched = match(gold["incidents"], told, texts)
    incidents = list(view.incidents())
    home = {claim: incident.id for incident in incidents for claim in incident.claims}
    out = Outcome()
    _cluster(gold, told, matched, home, texts, out)
    best = _aligned(matched, home)
    out.together = {(a, b): a in best and best[a] == best.get(b) for a, b in gold["cannot_link"]}
    tolls = defaultdict(list)
    for toll in view.tolls():
        tolls[toll.incident].append(toll)
    for one in gold["incidents"]:
        if one["killed"]:
            homes = {best[key] for key in (one["key"], *one.get("killed_with", ())) if key in best}
            out.killed[one["key"]] = _killed(one["killed"], [toll for key in sorted(homes) for toll in tolls[key]])
    out.slots, out.holders, out.asked = (
        list(wrong_slots(gold, matched)),
        list(wrong_holders(gold, view)),
        len(gold["held"]),
    )
    counts = (claim for claim in view.claims("toll") if isinstance(claim, TollClaim))
    out.tolls, out.told = list(wrong_tolls(gold, counts, texts)), len(gold["told"])
    _explain(incidents, matched, home, out)
    return out


def _cluster(  # noqa: PLR0913, PLR0917 - fills one outcome from all that was read
    gold: Mapping[str, Any],
    told: Sequence[EventClaim],
    matched: Mapping[Member, EventClaim],
    home: Mapping[str, str],
    texts: Mapping[str, str],
    out: Outcome,
) -> None:
    optional = [*gold["optional"], *gold["denied"]]
    clusters: defaultdict[str, set[str]] = defaultdict(set)
    for one in gold["incidents"]:
        out.gold.append({f"{one['key']}/{number}" for number in range(len(one["members"]))})
        for number, (file, words) in enumerate(one["members"]):
            claim = matched.get((one["key"], number))
            if claim:
                clusters[home[claim.id]].add(f"{one['key']}/{number}")
            else:
                out.missed.append(f"{file[:2]} “{words}” ({one['key']})")
    standing = {claim.id for claim in matched.values()}
    for claim in told:
        free = any(claim.report == file and in_words(claim, words) and around(claim, words, texts[file])
                   for file, words, *_ in optional)  # fmt: skip
        if claim.id not in standing and not free:
            clusters[home[claim.id]].add(claim.id)
            out.extra.append(f"{claim.report[:2]} {claim.type}, “{claim.trigger}”: {claim.quote.text[:90]}")
    out.system = list(clusters.values())


def _aligned(matched: Mapping[Member, EventClaim], home: Mapping[str, str]) -> dict[str, str]:
    """Return the system's incident that holds the most members of each gold incident."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (key, _), claim in sorted(matched.items(), key=lambda item: item[0]):
        counts[key][home[claim.id]] += 1
    return {key: found.most_common(1)[0][0] for key, found in counts.items()}


def _killed(wanted: Iterable[Mapping[str, Any]], tolls: Sequence[Toll]) -> str:
    """Return what is wrong with the tolls of the dead of an incident, nothing where every range is right.

    Tolls of one side in several incidents (a fight and the capture it ends in) make one range.
    """
    dead = [toll for toll in tolls if toll.harm == "killed"]
    wrong = []
    for one in wanted:
        fitting = _outermost(
            toll for toll in dead if one["side"] is None or is_side(one["side"], (toll.side, toll.camp))
        )
        ranges = [(toll.low, toll.high) for toll in fitting if (toll.low, toll.high) != (None, None)]
        if _joined(ranges) != (one["low"], one["high"]):
            had = ", ".join(f"{low}–{high}" for low, high in sorted(ranges, key=str)) or "none"
            wrong.append(f"{one['side'] or 'all'}: {one['low']}–{one['high']} wanted, {had} reckoned")
    return "; ".join(wrong)


def _outermost(tolls: Iterable[Toll]) -> list[Toll]:
    """Return the tolls that none of the others already includes."""
    every = {toll.id: toll for toll in tolls}
    return [toll for toll in every.values() if not every.keys() & set(toll.within)]


def _joined(ranges: Sequence[tuple[int | None, int | None]]) -> tuple[int | None, int | None] | None:
    lows, highs = [low for low, _ in ranges if low is not None], [high for _, high in ranges]
    if not ranges:
        return None
    return min(lows, default=None), None if None in highs else max(high for high in highs if high is not None)


def _explain(
    incidents: Sequence[Incident], matched: Mapping[Member, EventClaim], home: Mapping[str, str], out: Outcome
) -> None:
    holds: defaultdict[str, set[str]] = defaultdict(set)
    spread: defaultdict[str, set[str]] = defaultdict(set)
    for (key, _), claim in matched.items():
        holds[home[claim.id]].add(key)
        spread[key].add(home[claim.id])
    out.merged = [f"{one.id[:8]}: {', '.join(sorted(holds[one.id]))}" for one in incidents if len(holds[one.id]) > 1]
    parted = {key: sorted(one[:8] for one in found) for key, found in spread.items() if len(found) > 1}
    out.split = [f"{key}: {', '.join(ids)}" for key, ids in parted.items()]


def _lines(found: Outcome, reports: ReportSet) -> Iterator[str]:
    yield from (f"{name:12} {value:.3f}" for name, value in _figures(found, reports).items())
    yield from (f"violated: {a} with {b}" for (a, b), together in found.together.items() if together)


def _misses(found: Outcome) -> Iterator[str]:
    told = {"merged": found.merged, "split": found.split, "missed": found.missed, "extra": found.extra}
    for name, lines in told.items():
        yield from (f"{name}: {line}" for line in lines)
    yield from (f"{slot}: {why}" for slot, why in sorted((*found.slots, *found.tolls)))
    yield from (f"killed: {key}: {why}" for key, why in found.killed.items() if why)
    yield from (f"held: {why}" for why in found.holders)


def main() -> None:
    """Print the figures, and with `--misses` what is behind them."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("set", nargs="?", default="examples", choices=SETS, help="which reports")
    parser.add_argument("--misses", action="store_true", help="what was merged, split, missed, made up or miscounted")
    asked = parser.parse_args()
    if asked.misses and SETS[asked.set].measured_only:
        parser.error(f"{asked.set} is only measured; its misses are not looked at")
    found = outcome(SETS[asked.set])
    print("\n".join(_lines(found, SETS[asked.set])))
    if asked.misses:
        print("\n".join(_misses(found)))


if __name__ == "__main__":
    main()
