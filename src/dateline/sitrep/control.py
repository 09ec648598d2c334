"""Who held what: changes of hands in the period, place by place."""

import datetime as dt
from collections.abc import Iterator, Mapping

from dateline.model.claim import ControlClaim
from dateline.model.reading import Change
from dateline.model.reckoned import Spell
from dateline.sitrep.document import Paragraph, Section, Sentence
from dateline.sitrep.english import day
from dateline.sitrep.material import Material
from dateline.sitrep.names import taken
from dateline.sitrep.notes import Notes
from dateline.sitrep.telling import Telling


def control(material: Material, telling: Telling, notes: Notes) -> Section:
    """Return the section of who held what, for the places of which the period tells."""
    return Section("Who held what", tuple(_paragraphs(material, telling, notes)))


def touched(material: Material) -> list[Spell]:
    """Return the spells that something in the period tells of."""
    return [spell for spell in material.spells if _meets(spell, material)]


def holder(spell: Spell, telling: Telling) -> str:
    """Return who holds a place in a spell, as in a sentence."""
    return telling.names.parties(spell.holder.split(", ")) or "a party that is not named"


def _meets(spell: Spell, material: Material) -> bool:
    asked = material.asked
    first, last = spell.first or spell.last, spell.ended_on or spell.last or spell.first
    return first is not None and last is not None and first <= asked.until and last >= asked.since


def _paragraphs(material: Material, telling: Telling, notes: Notes) -> Iterator[Paragraph]:
    places: dict[str, list[Spell]] = {}
    for spell in touched(material):
        places.setdefault(spell.place.id, []).append(spell)
    for spells in places.values():
        telling.begin()
        ended = {spell.ended_on: spell for spell in spells if spell.ended_on}
        lines = [line for spell in spells for line in _spell(spell, ended, material, telling, notes)]
        if lines:
            yield Paragraph(tuple(lines), spells[0].place.name)


def _spell(
    spell: Spell, ended: Mapping[dt.date, Spell], material: Material, telling: Telling, notes: Notes
) -> Iterator[Sentence]:
    began = _told_of_beginning(spell, material)
    ids, who, place = [claim.id for claim in began], holder(spell, telling), taken(spell.place)
    if spell.first and not material.asked.holds(spell.first):
        yield notes.sentence(f"before the period, on {day(spell.first)}, {who} held {place}", ids)
    elif spell.first and any(claim.change is Change.GAINED for claim in began):
        before = ended.get(spell.first)
        lost = f" from {holder(before, telling)}" if before and before is not spell else ""
        ids += [before.ended_by] if before and before.ended_by else []
        told = f"{who} took {place}{lost} on {day(spell.first)}{_only_own(spell)}"
        yield notes.sentence(telling.attributed(told, ids), ids)
    elif spell.first:
        told = f"{who} held {place} on {day(spell.first)}{_only_own(spell)}"
        yield notes.sentence(telling.attributed(told, ids), ids)
    yield from _end(spell, material, telling, notes)


def _end(spell: Spell, material: Material, telling: Telling, notes: Notes) -> Iterator[Sentence]:
    """Yield how a spell ended, where no other began by it, or when it was last told to go on."""
    ended = material.claims.get(spell.ended_by or "")
    if isinstance(ended, ControlClaim) and spell.ended_on and material.asked.holds(spell.ended_on):
        if ended.change is not Change.GAINED:
            told = f"{holder(spell, telling)} lost {taken(spell.place)} on {day(spell.ended_on)}"
            yield notes.sentence(telling.attributed(told, [ended.id]), [ended.id])
    elif spell.last and spell.last != spell.first and material.asked.holds(spell.last):
        ids = [claim.id for claim in _claims(spell, material) if claim.when and claim.when.last == spell.last]
        if ids:
            told = f"{holder(spell, telling)} still held {taken(spell.place)} on {day(spell.last)}"
            yield notes.sentence(telling.attributed(told, ids), ids)


def _told_of_beginning(spell: Spell, material: Material) -> list[ControlClaim]:
    claims = _claims(spell, material)
    on_first = [one for one in claims if one.when and spell.first in {one.when.first, one.when.last}]
    return on_first or claims[:1]


def _claims(spell: Spell, material: Material) -> list[ControlClaim]:
    found = (material.claims.get(claim) for claim in spell.claims)
    return [claim for claim in found if isinstance(claim, ControlClaim)]


def _only_own(spell: Spell) -> str:
    return ", as only the holder's own side tells" if spell.status == "claimed" else ""
