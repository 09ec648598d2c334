"""Building: a record and what is asked of it, made into a situation report."""

import datetime as dt
from collections.abc import Iterator

from dateline.reference.prose import prose_words
from dateline.sitrep.accounts import Accounts
from dateline.sitrep.contested import contested
from dateline.sitrep.control import control
from dateline.sitrep.document import Document
from dateline.sitrep.english import count, span
from dateline.sitrep.events import events
from dateline.sitrep.harm import harm
from dateline.sitrep.material import Material, gather
from dateline.sitrep.notes import Notes
from dateline.sitrep.scope import Asked
from dateline.sitrep.summary import summary
from dateline.sitrep.telling import Telling
from dateline.sitrep.unknown import unknown
from dateline.store import RecordView

REMARKS = (
    "Each sentence rests on the quotes that its notes name. What a party says of its enemy's losses is marked as such.",
    "Control is what reports say of who holds a place. It is not recognition.",
    "Days and places are as exact as the reports: what is told of a province only is not put in any town of it.",
)
NOTHING = "No report of this record tells of anything in this period and area."


def sitrep(view: RecordView, asked: Asked) -> Document:
    """Return the situation report of a record for a period and area.

    Args:
        view: a record with everything reckoned.
        asked: the period, area and policy.
    """
    material = gather(view, asked)
    notes = Notes(material.claims, material.reports)
    telling = Telling(material.claims, material.reports, material.country)
    accounts = Accounts(material, telling, notes)
    sections = (
        summary(material, notes),
        events(material, accounts),
        harm(material, telling, notes),
        control(material, telling, notes),
        contested(material, telling, notes),
        unknown(material, telling, notes, accounts),
    )
    told = tuple(section for section in sections if not section.empty)
    area = f"{asked.place}, " if asked.place else ""
    return Document(
        title=f"Situation report: {area}{span(asked.since, asked.until)}",
        facts=tuple(_facts(view, material)),
        remarks=(*REMARKS, *_unheard(material)) if told else (_why_nothing(material),),
        sections=told,
        footnotes=notes.all(),
    )


def _why_nothing(material: Material) -> str:
    if not material.known:
        return f"No place, province or country in this record is named {material.asked.place}."
    return NOTHING


def _unheard(material: Material) -> Iterator[str]:
    if material.unheard:
        places = count(material.unheard, "further place")
        yield f"{places[:1].upper()}{places[1:]}, told of before the period only, stand in the record and not here."


def _facts(view: RecordView, material: Material) -> Iterator[tuple[str, str]]:
    asked = material.asked
    yield "Period", span(asked.since, asked.until)
    yield "Area", asked.place or "everywhere that the record tells of"
    yield "Figures", f"policy “{asked.policy}”: {prose_words().policies[asked.policy]}"
    first, last = view.period().published()
    read = f"{view.lister().count_reports():,} reports"
    if first and last:
        read += f", published {span(dt.date.fromisoformat(first), dt.date.fromisoformat(last))}"
    yield "Record", read
