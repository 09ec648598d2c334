"""METHOD.md: how an export was made, so that whoever gets it alone knows what it can and cannot say."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from dateline.export.formats.base import Counts, Format
from dateline.export.options import Profile
from dateline.export.taken import Taken
from dateline.pipeline import ENGINE
from dateline.store import RecordView

POLICIES: Final = {
    "range": "the least and the most that anyone reports; best only where all agree",
    "acled": "one number after ACLED's rules: the lowest of reliable speakers, words made numbers (several 3 or 10)",
    "ucdp": "low and best from those who are no party to it, high from everyone",
    "corroborated": "the highest low that two independent voices share",
}
LIMITS: Final = (
    "Reports were read by a program. It misses events and misreads some; docs/evaluation.md gives how often, on public "
    "corpora. Follow a row to its quote before you rest anything on it.",
    "What is not known is left blank or null; nothing is more precise than what a report says. A publication day is "
    "never an event's day.",
    "Two reports of one wire story count as one voice.",
)
BORDERS: Final = (
    "Who holds a place is what reports say of it; that is no recognition of anyone's right to it. Names of places and "
    "countries, and the country that a place is given, follow GeoNames; they state no view on borders."
)
LICENCE: Final = (
    "Names and coordinates of places come from GeoNames (CC BY 4.0): name it when you pass them on. Quotes are their "
    "outlets' own; how much of them may be passed on is for the law where you are. What Dateline adds is yours."
)


def method(format_: Format, taken: Taken, counts: Counts) -> str:
    """Return METHOD.md for an export."""
    sections = (
        ("What this is", _what(format_, taken)),
        ("What was read", _read(taken.view)),
        ("What is in it", _listed(counts)),
        ("What was left out", _left_out(taken)),
        ("How figures were made", [f"Policy `{taken.policy}`: {POLICIES[taken.policy]}."]),
        ("Known limits", (f"- {limit}" for limit in (*LIMITS, *format_.limits))),
        ("Borders", [BORDERS]),
        ("Licence of the data", [LICENCE]),
    )
    parts = (f"## {title}\n\n{chr(10).join(lines)}\n" for title, lines in sections)
    return "# How this export was made\n\n" + "\n".join(parts)


def _what(format_: Format, taken: Taken) -> Iterator[str]:
    options = taken.options
    yield f"- Format `{format_.name}`: {format_.about}."
    yield f"- Made by Dateline {ENGINE}."
    yield f"- Profile `{options.profile}`: {_profile(options.profile, options.longest_quote)}."
    if options.generalise:
        yield "- Places are given by their province: no name, coordinates or id of a closer place."
    if options.until:
        yield f"- Only what happened by {options.until}, {options.delay} days before it was made."
    for name, value in options.asked:
        yield f"- Asked for: {name} {value}."


def _profile(profile: Profile, most: int | None) -> str:
    cut = f"quotes of at most {most} letters" if most else "quotes as they stand"
    if profile is Profile.PUBLIC:
        return f"names of victims, witnesses and minors and exact homes taken out by a program that misses some; {cut}"
    return f"everything that the record holds, names and homes too; {cut}. Not for publication as it is"


def _read(view: RecordView) -> Iterator[str]:
    yield from _listed({name: count for name, count in view.counts().items() if count})
    engines = view.provenance.engines()
    yield from (f"- read by Dateline {engine}: {count:,} reports" for engine, count in sorted(engines.items()))
    imported = sum(1 for _ in view.provenance.imported())
    if imported:
        yield f"- of these imported as claims, without the report's own bytes: {imported:,}"
    judged = sum(1 for _ in view.judgements())
    yield f"- decisions of people that count: {judged:,}" if judged else "- No person has judged any of it."


def _left_out(taken: Taken) -> Iterable[str]:
    told = {**taken.left_out, **taken.hidden, **taken.notes}
    return _listed(told) if any(told.values()) else ["Nothing."]


def _listed(counts: Mapping[str, int]) -> list[str]:
    return [f"- {name}: {count:,}" for name, count in counts.items() if count] or ["- nothing"]
