"""Stages that stand in for the real ones: they read a toy language, fast, in any process.

A report is lines like `Afrin fell to North Front on 2015-04-25, 12 killed`. "unreadable" in a text makes cleaning fail,
"crash" makes resolving fail as a fault of the program would.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from dateline.errors import ReportError
from dateline.model.annotated import Annotated
from dateline.model.claim import Claim, ControlClaim, TollClaim
from dateline.model.incident import Incident
from dateline.model.reading import Change, Reading
from dateline.model.reckoned import Figure, Spell, Toll
from dateline.model.report import Block, BlockKind, Report
from dateline.pipeline import STAGES, Reports, Source, Sources, Stages
from dateline.store import RawReport
from tests.builders import OVERTAKES, actor, control, event, monitor, place, toll, when

LINE = re.compile(r"(?P<place>\w+) fell to (?P<actor>[\w ]+) on (?P<day>[\d-]+)(?:, (?P<killed>\d+) killed)?")


def raw(file: str, text: str) -> RawReport:
    """A report as it came."""
    data = text.encode()
    return RawReport("sha256:" + hashlib.sha256(data).hexdigest(), file, data)


def find(names: Sequence[str], table: Path | None) -> Sources:
    """The text files of these folders, and these files."""
    paths = [path for name in map(Path, names) for path in (sorted(name.glob("*.txt")) if name.is_dir() else [name])]
    return Sources(tuple(Source(path.name, path) for path in paths))


def clean(raw: RawReport) -> Report:
    text = raw.data.decode()
    if "unreadable" in text:
        raise ReportError("this cannot be read")
    outlet = (raw.metadata or {}).get("outlet")
    return Report(id=raw.id, file=raw.file, text=text, blocks=(Block(0, len(text), BlockKind.BODY),), outlet=outlet)


def annotate(report: Report) -> Annotated:
    return Annotated(report, (), ())


def extract(annotated: Annotated) -> tuple[Reading, ...]:
    return ()


def resolve(annotated: Annotated, readings: tuple[Reading, ...]) -> tuple[Claim, ...]:
    if "crash" in annotated.report.text:
        raise ValueError("no such thing")
    return tuple(claim for match in LINE.finditer(annotated.report.text) for claim in _claims(annotated.report, match))


def _claims(report: Report, match: re.Match[str]) -> Iterator[Claim]:
    at, day, party = place(match["place"]), when(match["day"]), actor(match["actor"])
    common: dict[str, Any] = {"report": report.file, "report_id": report.id, "quote": match[0], "start": match.start()}
    common["said_by"] = (monitor(),)
    taken = event(OVERTAKES, at, day, by=(party,), **common)
    yield taken
    yield control(at, day, Change.GAINED, party, **common)
    if match["killed"]:
        yield toll(int(match["killed"]), of=taken, **common)


def reckon_tolls(incidents: Sequence[Incident], claims: Iterable[Claim], reports: Reports) -> tuple[Toll, ...]:
    counted = {claim.id: claim for claim in claims if isinstance(claim, TollClaim)}
    of = {one.id: sorted((counted[key] for key in one.tolls), key=lambda claim: claim.report) for one in incidents}
    return tuple(_toll(one, of[one.id]) for one in incidents if one.tolls)


def _toll(incident: Incident, claims: list[TollClaim]) -> Toll:
    lows = [claim.count.low or 0 for claim in claims]
    figures = tuple(Figure(c.id, "Observatory", c.count.low, c.count.high, c.count.words, False, False) for c in claims)
    least, most = min(lows), max(lows)
    return Toll(
        f"t{incident.id[1:]}", incident.id, "killed", "people", None, None, "incident", least, None, most, "range",
        least != most, figures,
    )  # fmt: skip


def reckon_control(claims: Iterable[Claim]) -> tuple[Spell, ...]:
    return tuple(_spell(claim) for claim in claims if isinstance(claim, ControlClaim))


def _spell(claim: ControlClaim) -> Spell:
    assert claim.place and claim.place.entry and claim.when
    holder = claim.holders[0].name
    return Spell(f"s{claim.id[1:]}", claim.place.entry, holder, claim.when.first, None, "claimed", (claim.id,), None)


FAKES = Stages(find, clean, annotate, extract, resolve, STAGES.link, reckon_tolls, reckon_control)
