"""The example reports held against their gold incidents: `python -m evaluation.examples [--misses]`.

`examples/*.json` name, for each incident, the words of the reports that tell it. A claim stands for a place of the gold
where its quote holds the words and its type is kin; a claim that stands for none is counted as one too many, unless the
gold calls it optional. The CoNLL average is over these; killed is right where every range of an incident is.
"""

import argparse
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from dateline.intake import Way, add, refresh
from dateline.model.claim import EventClaim
from dateline.model.incident import Incident
from dateline.model.reading import Stance
from dateline.model.reckoned import Toll
from dateline.pipeline import STAGES
from dateline.reference.codebook import codebook
from dateline.store import RecordView, open_record
from evaluation.coreference import b_cubed, ceaf_e, conll, muc
from evaluation.corpora import CorpusError
from evaluation.gold_claims import linked

GOLD: Final = Path(__file__).parent / "examples" / "idlib.json"
REPORTS: Final = Path(__file__).parents[1] / "examples" / "idlib"

Member = tuple[str, int]
"""A place of the gold: the incident's key, and which of its members."""


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

    def figures(self) -> dict[str, float]:
        """Return the figures, as shares."""
        members = sum(map(len, self.gold))
        return {
            "conll": conll(self.gold, self.system),
            "muc": muc(self.gold, self.system).f1,
            "b_cubed": b_cubed(self.gold, self.system).f1,
            "ceaf_e": ceaf_e(self.gold, self.system).f1,
            "linking": conll(*self._found()),
            "found": 1 - len(self.missed) / members,
            "kept_apart": 1 - sum(self.together.values()) / len(self.together),
            "killed": sum(why == "" for why in self.killed.values()) / len(self.killed),
        }

    def _found(self) -> tuple[list[set[str]], list[set[str]]]:
        """Return both sides without what the other lacks: how well claims are linked, however they were found."""
        common = set().union(*self.gold) & set().union(*self.system)
        both = [[kept for one in side if (kept := one & common)] for side in (self.gold, self.system)]
        return both[0], both[1]


def measure() -> dict[str, float]:
    """Return the figures of the example reports.

    Raises:
        CorpusError: they are not there.
    """
    return _figures(outcome())


def _figures(found: Outcome) -> dict[str, float]:
    return found.figures() | {"gold_claims": linked(_gold()["incidents"])}


def _gold() -> Mapping[str, Any]:
    gold: Mapping[str, Any] = json.loads(GOLD.read_text("utf-8"))
    return gold


def outcome() -> Outcome:
    """Read the example reports into a record and hold its incidents against the gold.

    Raises:
        CorpusError: they are not there.
    """
    if not REPORTS.is_dir():
        raise CorpusError(f"{REPORTS} is not there")
    gold = _gold()
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "r.db", create=True) as record:
        add(record, STAGES.find([str(REPORTS)], REPORTS / "reports.csv"), Way())
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
    _explain(incidents, matched, home, out)
    return out


def match(
    incidents: Sequence[Mapping[str, Any]], claims: Sequence[EventClaim], texts: Mapping[str, str]
) -> dict[Member, EventClaim]:
    """Return the claim that stands for each member of the gold, the likeliest pairs first, each claim for one incident.

    A claim may stand for several members of one incident: what a report tells twice is one claim.
    """
    pairs = []
    for one in incidents:
        for number, (file, words) in enumerate(one["members"]):
            for claim in claims:
                if claim.report == file and (worth := _worth(claim, one, words, texts[file])):
                    pairs.append((-worth, claim.id, (one["key"], number), claim))
    found: dict[Member, EventClaim] = {}
    taken: dict[str, str] = {}
    for _, claim_id, member, claim in sorted(pairs, key=lambda pair: pair[:3]):
        if member not in found and taken.setdefault(claim_id, member[0]) == member[0]:
            found[member] = claim
    return found


def _worth(claim: EventClaim, incident: Mapping[str, Any], words: str, text: str) -> float:
    """Return how well a claim fits a member, 0 where it does not: its quote must hold the words, its type be kin."""
    held = any(words in " ".join(quote.text.split()) for quote in (claim.quote, *claim.also_quoted))
    if not held and not _around(claim, words, text):
        return 0.0
    kin = codebook().kinship(incident["type"], claim.type)
    kin = kin or 0.5 * (codebook()[incident["type"]].family == codebook()[claim.type].family)
    if not kin:
        return 0.0
    place = claim.place.entry.name if claim.place and claim.place.entry else ""
    return kin + 2 * _in_words(claim, words) + float(place == incident["place"])


def _in_words(claim: EventClaim, words: str) -> bool:
    return claim.trigger.casefold() in words.casefold()


def _around(claim: EventClaim, words: str, text: str) -> bool:
    """Whether a claim's quote is a part of the words or overlaps them."""
    start = text.find(words)
    spans = [(quote.start, quote.end) for quote in (claim.quote, *claim.also_quoted)]
    return start >= 0 and any(first < start + len(words) and start < end for first, end in spans)


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
        free = any(claim.report == file and _in_words(claim, words) and _around(claim, words, texts[file])
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
    inner = {toll.id for toll in tolls for whole in toll.within if whole in {other.id for other in tolls}}
    dead = [toll for toll in tolls if toll.harm == "killed" and (toll.id not in inner or toll.side)]
    wrong = []
    for one in wanted:
        fitting = [toll for toll in dead if one["side"] is None or one["side"] in {toll.side, toll.camp}]
        ranges = [(toll.low, toll.high) for toll in fitting if (toll.low, toll.high) != (None, None)]
        if _joined(ranges) != (one["low"], one["high"]):
            had = ", ".join(f"{low}–{high}" for low, high in sorted(ranges, key=str)) or "none"
            wrong.append(f"{one['side'] or 'all'}: {one['low']}–{one['high']} wanted, {had} reckoned")
    return "; ".join(wrong)


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


def _lines(found: Outcome) -> Iterator[str]:
    yield from (f"{name:11} {value:.3f}" for name, value in _figures(found).items())
    yield from (f"violated: {a} with {b}" for (a, b), together in found.together.items() if together)


def _misses(found: Outcome) -> Iterator[str]:
    told = {"merged": found.merged, "split": found.split, "missed": found.missed, "extra": found.extra}
    for name, lines in told.items():
        yield from (f"{name}: {line}" for line in lines)
    yield from (f"killed: {key}: {why}" for key, why in found.killed.items() if why)


def main() -> None:
    """Print the figures, and with `--misses` what is behind them."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--misses", action="store_true", help="what was merged, split, missed, made up or miscounted")
    asked = parser.parse_args()
    found = outcome()
    print("\n".join(_lines(found)))
    if asked.misses:
        print("\n".join(_misses(found)))


if __name__ == "__main__":
    main()
