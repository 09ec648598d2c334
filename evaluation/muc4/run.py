"""Run: the measure of `evaluation.muc4` and its table."""

import datetime as dt
import sys
from collections.abc import Iterable, Mapping
from typing import Final

from dateline.link import link
from dateline.model.claim import TollClaim
from dateline.model.incident import Incident
from dateline.model.reading import Harm
from evaluation.corpora import CorpusError, documents, is_held_out
from evaluation.muc4.compare import MEANT, Muc4Tally, Response, date_right, dead_right, pair, place_right
from evaluation.muc4.keys import templates
from evaluation.reading import Read, read_all

SAMPLE: Final = 3
_ASKED_COUNTRIES: Final = frozenset({"AR", "BO", "CL", "CO", "EC", "SV", "GT", "HN", "PE"})
_ASKED_DAYS: Final = 62


def responses(one: Read) -> list[Response]:
    """Return the incidents of a text that the task asks for."""
    if one.report is None:
        return []
    report = one.report
    dead = {c.id: c for c in one.claims if isinstance(c, TollClaim) and c.harm is Harm.KILLED and not c.demographic}
    published = report.published.day if report.published else None
    linked = link(one.claims, {report.id: report}).incidents
    wanted = (incident for incident in linked if incident.type in MEANT and _asked(incident, published))
    return [Response(incident, _dead([dead[c] for c in incident.tolls if c in dead])) for incident in wanted]


def _asked(incident: Incident, published: dt.date | None) -> bool:
    if incident.place and incident.place.country and incident.place.country not in _ASKED_COUNTRIES:
        return False
    last = incident.when.last if incident.when else None
    return not (last and published and (published - last).days > _ASKED_DAYS)


def _dead(tolls: list[TollClaim]) -> tuple[int, int] | None:
    """Add up the tolls that are no part of another of them; people named one by one are such."""
    ids = {toll.id for toll in tolls}
    wholes = [toll.count for toll in tolls if toll.part_of not in ids]
    lows = [count.low if count.low is not None else count.high for count in wholes]
    highs = [count.high if count.high is not None else count.low for count in wholes]
    known = [(low, high) for low, high in zip(lows, highs, strict=True) if low is not None and high is not None]
    return (sum(low for low, _ in known), sum(high for _, high in known)) if known else None


def score(reads: Iterable[Read]) -> dict[str, Muc4Tally]:
    """Return tallies of the part set aside and of the rest."""
    out = {"set aside": Muc4Tally(), "developed": Muc4Tally()}
    for one in reads:
        part = "set aside" if is_held_out(one.document.id) else "developed"
        out[part].add(responses(one), templates().get(one.document.id, []))
    return out


def read_texts(*, sample: int = SAMPLE) -> list[Read]:
    """Take every so-manieth text through the program.

    Raises:
        CorpusError: the corpus is absent.
    """
    return list(read_all(list(documents("muc4").values())[::sample]))


def measure(*, sample: int = SAMPLE) -> dict[str, float]:
    """Return the figures by part.

    Raises:
        CorpusError: the corpus or its keys are absent.
    """
    try:
        tallies = score(read_texts(sample=sample))
    except FileNotFoundError as error:
        raise CorpusError(f"muc4: {error.filename} is not there") from error
    return {f"{part}.{name}": figure for part, tally in tallies.items() for name, figure in tally.figures().items()}


def table(tallies: Mapping[str, Muc4Tally]) -> str:
    """Lay the tallies out, a row a slot."""
    lines = []
    for part, tally in tallies.items():
        lines.append(f"{part}: {tally.templates} templates, {tally.incidents} incidents, {tally.pairs} pairs")
        for slot, one in {**tally.slots, "all": tally.overall}.items():
            lines.append(f"  {slot:6} F1 {one.f1:.3f}  P {one.precision:.3f}  R {one.recall:.3f}")
    return "\n".join(lines)


def main() -> None:
    """Print the table; with `--misses` what is wrong in the texts not set aside, by id."""
    reads = read_texts(sample=1 if "--all" in sys.argv[1:] else SAMPLE)
    print(table(score(reads)))
    if "--misses" in sys.argv[1:]:
        for one in reads:
            if not is_held_out(one.document.id):
                print("\n".join(_misses(one)))


def _misses(one: Read) -> Iterable[str]:
    given, keys = responses(one), templates().get(one.document.id, [])
    pairs = pair(given, keys)
    for j, key in enumerate(keys):
        if j not in {j for _, j in pairs} and not key.optional:
            yield f"{one.document.id} missed {key.type} {':'.join(key.places[0]) if key.places else '-'} {key.dead}"
    for i, response in enumerate(given):
        if i not in {i for i, _ in pairs} and response.incident.type != "Armed clash":
            yield f"{one.document.id} spurious {response.incident.type}"
    for i, j in pairs:
        wrong = {
            "type": keys[j].type in given[i].types,
            "date": not keys[j].dates or date_right(given[i].incident.when, keys[j]),
            "place": not keys[j].places or place_right(given[i].incident.place, keys[j]) == 1,
            "dead": keys[j].dead is None or dead_right(given[i], keys[j]),
        }
        yield from (f"{one.document.id} wrong {slot}" for slot, right in wrong.items() if not right)
