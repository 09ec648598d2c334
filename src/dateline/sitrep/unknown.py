"""What is not known: days and places that are not told, numbers that are not, and towns of which nothing is heard."""

from collections.abc import Iterator

from dateline.model.incident import Incident
from dateline.model.reckoned import Spell
from dateline.reckon.control import lasts
from dateline.reckon.figures import live
from dateline.sitrep.accounts import Accounts
from dateline.sitrep.control import holder, touched
from dateline.sitrep.document import Paragraph, Section, Sentence
from dateline.sitrep.english import count, day, listed
from dateline.sitrep.material import Material
from dateline.sitrep.names import where
from dateline.sitrep.notes import Notes
from dateline.sitrep.telling import Telling


def unknown(material: Material, telling: Telling, notes: Notes, accounts: Accounts) -> Section:
    """Return the section of what is not known."""
    lines = (
        ("Where", list(_places(material, notes))),
        ("How many", list(_numbers(material, notes))),
        ("Who holds what", list(_silent(material, telling, notes))),
    )
    paragraphs = tuple(Paragraph(tuple(told), title) for title, told in lines if told)
    undated = tuple(accounts.paragraph(one, dated=True) for one in material.undated)
    parts = (Section("Incidents whose day is not told", undated),) if undated else ()
    return Section("What is not known", paragraphs, parts)


def _places(material: Material, notes: Notes) -> Iterator[Sentence]:
    incidents = [*material.within, *material.maybe]
    wide: dict[str, list[Incident]] = {}
    for one in incidents:
        if one.place is None or one.place.precision.is_wide:
            wide.setdefault(where(one.place), []).append(one)
    for place, found in wide.items():
        happened = count(len(found), "incident")
        told = f"{happened} took place {place}, and no report tells more closely where"
        if place.startswith("at a place"):
            told = f"no report tells where {happened} took place"
        yield notes.sentence(told, [claim for one in found for claim in one.claims])
    lost = [one for one in incidents if one.place and one.place.unlisted]
    if lost:
        names = listed(list(dict.fromkeys(one.place.name for one in lost if one.place)))
        text = f"the gazetteer lacks {names}, so these are on no map"
        yield notes.sentence(text, [claim for one in lost for claim in one.claims])


def _numbers(material: Material, notes: Notes) -> Iterator[Sentence]:
    open_ = [
        toll
        for toll in material.tolls(material.within)
        if live(toll.figures) and all(one.low is None and one.high is None for one in live(toll.figures))
    ]
    for harm in dict.fromkeys(toll.harm for toll in open_):
        found = [toll for toll in open_ if toll.harm == harm]
        incidents = len({toll.incident for toll in found})
        text = f"people {_were(harm)} in {count(incidents, 'incident')} in numbers that are not told"
        yield notes.sentence(text, [figure.claim for toll in found for figure in live(toll.figures)])


def _were(harm: str) -> str:
    return "went missing" if harm == "missing" else f"were {harm}"


def _silent(material: Material, telling: Telling, notes: Notes) -> Iterator[Sentence]:
    """Yield the places of whose holder nothing in the period tells, though something did before."""
    heard = {spell.place.id for spell in touched(material)}
    latest: dict[str, Spell] = {}
    for spell in material.spells:
        if spell.place.id not in heard and spell.last and spell.last < material.asked.since:
            known = latest.get(spell.place.id)
            if known is None or (known.last and spell.last > known.last):
                latest[spell.place.id] = spell
    for spell in sorted(latest.values(), key=lambda one: one.place.name):
        if spell.last and lasts(spell, material.asked.since):
            told = f"it was last told of {day(spell.last)}, when {holder(spell, telling)} held it"
            yield notes.sentence(f"nothing in the period tells who held {spell.place.name}; {told}", spell.claims)
