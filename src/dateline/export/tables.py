"""Tables: the record as tidy tables, one row a thing, for CSV, Parquet and sheets, with what each column means."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dateline.export import jsonl
from dateline.export.facts import Facts
from dateline.export.figures import Ends, ends, of_whom
from dateline.export.taken import Taken
from dateline.model.report import Report

Values = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `kind` is text, list, whole, degrees, day or truth; `about` says what it holds."""

    name: str
    kind: str
    about: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns, and its rows in a fixed order."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: Callable[[Taken], Iterator[Values]]

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


def _columns(*lines: str) -> tuple[Column, ...]:
    """Return columns from lines of name, kind and what they hold."""
    return tuple(Column(*line.split(" ", 2)) for line in lines)


_DATE: Final = (
    "date_from day first day that it can be; empty where open",
    "date_to day last day that it can be; empty where open",
    "date_precision text day, days, week, month, year or open",
    "date_words text the words that the days were read from",
    "date_basis text what the days were reckoned from",
)
_PLACE: Final = (
    "place text name of the place; its words where it was not found",
    "place_also list other names",
    "lat degrees latitude (WGS 84) of the place, or of the town that an area is near; empty for what is wider",
    "lon degrees longitude",
    "admin1 text province",
    "country text ISO 3166 alpha-2 code",
    "place_precision text site, town, area, district, province or country; empty where the place was not found",
    "gazetteer_id text id in the gazetteer",
)
_SPAN: Final = (
    "{0}_low whole {0}: least, by the policy; empty where no figure is told",
    "{0}_best whole {0}: best, by the policy; empty where speakers differ",
    "{0}_high whole {0}: most, by the policy; empty where open",
)

REPORTS: Final = _columns(
    "id text sha256: and the hash of its bytes",
    "file text name it was read from",
    "outlet text who prints it",
    "agency text agency that it is from",
    "title text headline",
    "url text address",
    "published day day of publication",
    "published_basis text what that day rests on",
    "copy_of text id of the report that stands for all copies of this text",
)
CLAIMS: Final = _columns(
    "id text the claim",
    "kind text event, toll or control",
    "report text file of the report",
    "report_id text the report",
    "quote_start whole where the quote begins in the report's text",
    "quote_end whole where it ends",
    "quote text the characters that make the claim",
    "said_by list who vouches for it inside the text; empty where the report says it itself",
    "stance text asserted, denied, uncertain or planned",
    "type text event: ACLED's sub-event type",
    "actors list event: who acted",
    "targets list event: who was acted upon",
    "harm text toll: killed, wounded, captured, abducted, missing or displaced; empty where the words do not tell",
    "low whole toll: least that the words say",
    "high whole toll: most that the words say",
    "approximate truth toll: about, nearly, some",
    "count_words text toll: the words of the number",
    "status text toll: civilians, combatants or people (not told)",
    "side text toll: whom the harmed belonged to",
    "demographic text toll: children or women",
    "scope text toll: incident, period or cumulative",
    "part_of text toll: the claim that counts these too",
    "event text the claim of the event that it belongs to",
    "by list toll: who is said to have harmed them",
    "holders list control: who holds the place",
    "change text control: gained, lost, holds or contested",
    *_DATE,
    *_PLACE,
    "place_words text the words that the place was read from",
    "incident text the incident",
    "found_by text rule or model that found it, with its version",
)
INCIDENTS: Final = _columns(
    "id text the incident",
    "type text ACLED's sub-event type",
    "event_type text ACLED's event type",
    "disorder_type text ACLED's disorder type",
    *_DATE,
    *_PLACE,
    "actors list who acted",
    "targets list who was acted upon",
    *(line.format(harm) for harm in ("killed", "wounded") for line in _SPAN),
    *(line.format("civilians_killed").replace("civilians_killed:", "civilians killed:") for line in _SPAN),
    "policy text how figures become one",
    "said_by list speakers",
    "outlets list outlets",
    "voices list speakers and outlets that are independent of one another",
    "grade text weak (one voice), fair-candidate (two or more) or contested",
    "denied_by list claims that deny it",
    "part_of text wider incident that it is part of",
    "claims list the claims that tell of it",
    "tolls list the claims that count its harmed",
    "reports list files of the reports",
)
TOLLS: Final = _columns(
    "id text the toll",
    "incident text the incident; empty where it belongs to none",
    "harm text killed, wounded, captured, abducted, missing or displaced",
    "status text civilians, combatants or people (not told)",
    "side text whom the harmed belonged to",
    "camp text the side that they fight on",
    "demographic text children or women",
    "scope text incident, period or cumulative",
    "low whole by the policy",
    "best whole by the policy; empty where speakers differ",
    "high whole by the policy; empty where open",
    "policy text how figures become one",
    "contested truth two speakers exclude one another, or it is denied",
    "within list tolls that count these people too: never add them",
    "date_from day first day, of the incident or of the first claim",
    "date_to day last day",
    "place text name of the place",
    "doubts list what cannot be right",
)
FIGURES: Final = _columns(
    "toll text the toll",
    "claim text the claim",
    "report text file of the report",
    "said_by text whose figure it is",
    "day day publication of the report",
    "low whole least",
    "high whole most; empty where open",
    "approximate truth about, nearly, some",
    "words text the words of the number",
    "superseded truth a later or higher figure of the same speaker replaced it",
    "partisan truth a party counts its enemy's losses",
)
CONTROL: Final = _columns(
    "id text the spell",
    *_PLACE,
    "holder text who held it",
    "from day first day that is told; empty where not known",
    "to day last day that is told",
    "status text held, contested or claimed (by the holder's side alone)",
    "ended_by text the claim that ended it",
    "ended_on day day on which it ended, where that is told",
    "contested_days list days on which it was fought over or said to be another's",
    "claims list the claims that tell of it",
)


def _reports(taken: Taken) -> Iterator[Values]:
    return map(_report, taken.reports())


def _report(one: Report) -> Values:
    day, basis = (one.published.day, str(one.published.basis)) if one.published else (None, None)
    return one.id, one.file, one.outlet, one.agency, one.title, one.url, day, basis, one.copy_of


def _claims(taken: Taken) -> Iterator[Values]:
    most = taken.options.longest_quote
    for claim, incident in taken.claims():
        yield _claim(jsonl.claim_row(claim, incident, most))


def _claim(row: jsonl.Row) -> Values:
    quote, holder = row["quote"], row.get("holder")
    holders = [holder] if isinstance(holder, str) else holder or []
    return (
        row["id"], row["kind"], row["report"], row["report_id"], quote["start"], quote["end"], quote["text"],
        row["said_by"], row["stance"], row.get("type"), row.get("actors", []), row.get("targets", []),
        row.get("harm"), row.get("low"), row.get("high"), row.get("approximate"), row.get("words"), row.get("status"),
        row.get("side"), row.get("demographic"), row.get("scope"), row.get("part_of"), row.get("event"),
        row.get("by", []), holders, row.get("change"), *_date(row["date"]), *_place(row["place"]),
        row["place"]["words"] if row["place"] else None, row["incident"], row["found_by"],
    )  # fmt: skip


def _date(date: jsonl.Row | None) -> Values:
    return [date[key] for key in ("from", "to", "precision", "words", "basis")] if date else [None] * 5


def _place(place: jsonl.Row | None) -> Values:
    if place is None:
        return [None, [], *[None] * 6]
    names = ("name", "also", "lat", "lon", "admin1", "country", "precision", "gazetteer_id")
    return [place[name] for name in names]


def _incidents(taken: Taken) -> Iterator[Values]:
    return (_incident(facts, taken.policy) for facts in taken.counted_incidents())


def _incident(facts: Facts, policy: str) -> Values:
    row, type_ = jsonl.incident_row(facts.incident), facts.type
    return (
        row["id"], row["type"], type_.event_type, type_.disorder_type, *_date(row["date"]), *_place(row["place"]),
        row["actors"], row["targets"], *_ends(ends(facts.tolls, "killed")), *_ends(ends(facts.tolls, "wounded")),
        *_ends(of_whom(facts, "killed", status="civilians")), policy, row["said_by"], row["outlets"], row["voices"],
        row["grade"], row["denied_by"], row["part_of"], row["claims"], row["tolls"], row["reports"],
    )  # fmt: skip


def _ends(found: Ends) -> Values:
    return found.low, found.best, found.high


def _tolls(taken: Taken) -> Iterator[Values]:
    for one in taken.tolls():
        toll, when = one.toll, one.when
        days = (when.first, when.last) if when else (None, None)
        yield (
            toll.id, toll.incident, toll.harm, toll.status, toll.side, toll.camp, toll.demographic, toll.scope,
            toll.low, toll.best, toll.high, toll.policy, toll.contested, toll.within, *days,
            one.place.name if one.place else None, toll.doubts,
        )  # fmt: skip


def _figures(taken: Taken) -> Iterator[Values]:
    for toll in taken.figures():
        for figure in toll.figures:
            yield (
                toll.id, figure.claim, figure.report or None, figure.speaker, figure.day, figure.low, figure.high,
                figure.approximate, figure.words, figure.superseded, figure.partisan,
            )  # fmt: skip


def _control(taken: Taken) -> Iterator[Values]:
    for one in taken.spells():
        yield (
            one.id, *_place(jsonl.place_row(one.place)), one.holder, one.first, one.last, one.status, one.ended_by,
            one.ended_on, one.contested_days, one.claims,
        )  # fmt: skip


TABLES: Final = (
    Table("reports", "reports that were read", REPORTS, _reports),
    Table("claims", "assertions, each with its quote", CLAIMS, _claims),
    Table("incidents", "happenings, over all reports", INCIDENTS, _incidents),
    Table("tolls", "how many were harmed, by incident, side and kind of harm", TOLLS, _tolls),
    Table("figures", "every speaker's figure within a toll", FIGURES, _figures),
    Table("control", "who held which place from when to when", CONTROL, _control),
)


def dictionary() -> list[Values]:
    """Return the data dictionary: table, column, kind, what it holds."""
    return [(table.name, column.name, column.kind, column.about) for table in TABLES for column in table.columns]


DICTIONARY: Final = ("table", "column", "kind", "about")
