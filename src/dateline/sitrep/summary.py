"""The summary: how much happened, how many were harmed, what changed hands, what is contested."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from dateline.model.claim import ControlClaim
from dateline.model.incident import Grade
from dateline.model.reading import Change
from dateline.reference.prose import clauses, prose_words
from dateline.sitrep.control import touched
from dateline.sitrep.document import Paragraph, Section, Sentence
from dateline.sitrep.english import count, listed, number
from dateline.sitrep.harm import sum_words, sums
from dateline.sitrep.material import Material
from dateline.sitrep.notes import Notes

MOST_TYPES: Final = 5
MOST_PLACES: Final = 6
TOLD: Final = ("killed", "wounded")


def summary(material: Material, notes: Notes) -> Section:
    """Return the summary."""
    return Section("Summary", (Paragraph(tuple(_sentences(material, notes))),))


def _sentences(material: Material, notes: Notes) -> Iterator[Sentence]:
    if material.within:
        claims = [claim for one in material.within for claim in material.all_claims(one)]
        yield notes.sentence(_how_much(material), claims)
        yield from _how_sure(material, notes)
        yield from _harmed(material, notes)
    yield from _changed_hands(material, notes)
    yield from _discounted(material, notes)


def _how_much(material: Material) -> str:
    types = Counter(one.type for one in material.within)
    ordered = sorted(types, key=lambda key: (-types[key], key))
    shown = [count(types[key], clauses()[key].one, clauses()[key].many) for key in ordered[:MOST_TYPES]]
    if others := sum(types[key] for key in ordered[MOST_TYPES:]):
        shown.append(count(others, "other"))
    reports = {material.claims[claim].report for one in material.within for claim in one.claims}
    told = count(len(reports), "report")
    tell = "tells" if len(reports) == 1 else "tell"
    return f"in this period {told} {tell} of {count(len(material.within), 'incident')}: {listed(shown)}"


def _how_sure(material: Material, notes: Notes) -> Iterator[Sentence]:
    weak = [one for one in material.within if one.grade is Grade.WEAK]
    others = len(material.within) - len(weak)
    if weak and others:
        rest = "rests" if len(weak) == 1 else "rest"
        text = (
            f"of these, {number(len(weak))} {rest} on one voice alone; {number(others)} have several, or are contested"
        )
        yield notes.sentence(text, [claim for one in weak for claim in one.claims])


def _harmed(material: Material, notes: Notes) -> Iterator[Sentence]:
    found = sums(material.tolls(material.within), material.within)
    told = [name for name in TOLD if name in found]
    if told:
        parts = [f"{sum_words(found[name].total)} people {prose_words().harms[name][1]}" for name in told]
        policy = material.asked.policy
        text = f"under the policy “{policy}” ({prose_words().policies[policy]}), {listed(parts)}"
        yield notes.sentence(text, [claim for name in told for claim in found[name].claims])


def _changed_hands(material: Material, notes: Notes) -> Iterator[Sentence]:
    gains = [
        (spell, claim)
        for spell in touched(material)
        for key in spell.claims
        if isinstance(claim := material.claims.get(key), ControlClaim)
        and claim.change is Change.GAINED
        and spell.first
        and material.asked.holds(spell.first)
    ]
    places = list(dict.fromkeys(spell.place.name for spell, _ in gains))
    if places:
        what = listed(places, most=MOST_PLACES, rest="other places")
        verb = "is" if len(places) == 1 else "are"
        yield notes.sentence(f"{what} {verb} told to have changed hands", [claim.id for _, claim in gains])


def _discounted(material: Material, notes: Notes) -> Iterator[Sentence]:
    if material.discounted:
        what = count(len(material.discounted), "incident")
        were = "was" if len(material.discounted) == 1 else "were"
        text = f"{what} told of in this period {were} discounted by a reviewer of this record and {were} left out"
        yield notes.sentence(text, [claim for one in material.discounted for claim in one.claims])
