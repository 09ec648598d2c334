"""Who was harmed: sums that count no one twice, parts of them, and the running totals that stand beside."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.model.incident import Incident
from dateline.model.reckoned import Toll
from dateline.pipeline import sums_of
from dateline.reckon import Total
from dateline.reckon.figures import live
from dateline.reference.prose import prose_words
from dateline.sitrep.document import Paragraph, Section, Sentence
from dateline.sitrep.english import count, interval, listed, number
from dateline.sitrep.material import Material
from dateline.sitrep.notes import Notes
from dateline.sitrep.people import clause, differing, figures
from dateline.sitrep.telling import Telling

HARMS: Final = ("killed", "wounded", "captured", "abducted", "missing", "displaced")
CUMULATIVE: Final = "cumulative"


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum with the claims that it rests on, and those of tolls left out of it."""

    total: Total
    claims: tuple[str, ...]
    left_out: tuple[str, ...]


def sums(tolls: Sequence[Toll], incidents: Sequence[Incident]) -> dict[str, Sum]:
    """Return the sums of tolls by harm, those that rest on something."""
    by_id = {toll.id: toll for toll in tolls}

    def claims(ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(figure.claim for one in ids for figure in live(by_id[one].figures)))

    return {
        total.harm: Sum(total, claims(total.rests_on), claims(total.left_out))
        for total in sums_of(tolls, incidents)
        if claims(total.rests_on) and (total.low or total.high is not None)
    }


def sum_words(total: Total) -> str:
    """Return a sum as a number: "at least 513", "513 to 700"; with the best figure where the policy gives one."""
    if total.high == 0:
        return "no"
    best = f" (best figure {number(total.best)})" if total.best not in {None, total.low, total.high} else ""
    return interval(total.low, total.high) + best


def harm(material: Material, telling: Telling, notes: Notes) -> Section:
    """Return the section of who was harmed."""
    found = sums(material.tolls(material.within), material.within)
    paragraphs = [Paragraph(tuple(_of_harm(material, found[name], notes, telling))) for name in HARMS if name in found]
    running = tuple(_running(material, telling, notes))
    if running:
        paragraphs.append(Paragraph(running, "Running totals, in no sum"))
    return Section("Who was harmed", tuple(paragraphs))


def _of_harm(material: Material, one: Sum, notes: Notes, telling: Telling) -> Iterator[Sentence]:
    total = one.total
    happened = prose_words().harms[total.harm][1]
    over = count(len(total.incidents), "incident")
    yield notes.sentence(
        f"under the policy “{total.policy}”, {sum_words(total)} people {happened} in {over}", one.claims
    )
    yield from _parts(material, total, notes, telling)
    if one.left_out:
        figures_out = count(len(total.left_out), "toll")
        were = "is" if len(total.left_out) == 1 else "are"
        text = f"{figures_out} {were} left out of this sum, since {_it(total.left_out)} may count the same people"
        yield notes.sentence(text, one.left_out)


def _it(ids: Sequence[str]) -> str:
    return "it" if len(ids) == 1 else "they"


def _parts(material: Material, whole: Total, notes: Notes, telling: Telling) -> Iterator[Sentence]:
    """Yield what the sum comes to for civilians, children, women and the combatants of each side, where told."""
    tolls = [toll for toll in material.tolls(material.within) if toll.harm == whole.harm]
    kinds = {
        "civilians": [one for one in tolls if one.status == "civilians" and not one.demographic],
        "children": [one for one in tolls if one.demographic == "children"],
        "women": [one for one in tolls if one.demographic == "women"],
    }
    yield from _together("as far as it is told, this includes {} {}", kinds, material, whole.harm, notes)
    fighters = [one for one in tolls if one.status == "combatants" and one.side]
    sides = {telling.names.party(one.side or ""): one.side for one in fighters}
    groups = {name: [one for one in fighters if one.side == side] for name, side in sorted(sides.items())}
    yield from _together("the combatants among them include {} of {}", groups, material, whole.harm, notes)


def _together(
    form: str, groups: Mapping[str, Sequence[Toll]], material: Material, harm: str, notes: Notes
) -> Iterator[Sentence]:
    """Yield one sentence of the sums of groups: "of these, 164 are told to have been civilians and nine women"."""
    found = {name: sums(group, material.within).get(harm) for name, group in groups.items()}
    told = {name: one for name, one in found.items() if one and one.total.low}
    if not told:
        return
    (first, one), *others = told.items()
    preposition = "of " if form.endswith("of {}") else ""
    rest = [f"{sum_words(other.total)} {preposition}{_named(name, other.total)}" for name, other in others]
    text = listed([form.format(sum_words(one.total), _named(first, one.total)), *rest])
    yield notes.sentence(text, [claim for part in told.values() for claim in part.claims])


def _named(people: str, total: Total) -> str:
    """Return the name of a kind of people, in the singular for one; names of parties stay as they are."""
    one, many = prose_words().people.get(people, (people, people))
    return one if total.low == total.high == 1 else many


def _running(material: Material, telling: Telling, notes: Notes) -> Iterator[Sentence]:
    for toll in material.running:
        shown = live(toll.figures)
        claims = [material.claims[one.claim] for one in shown if one.claim in material.claims]
        place = next((claim.place.entry for claim in claims if claim.place), None)
        in_time = any(material.asked.holds(one.day) for one in shown)
        if toll.scope == CUMULATIVE and in_time and material.asked.covers(place):
            ids = [one.claim for one in shown]
            if len(figures(toll)) == 1:
                yield notes.sentence(telling.attributed(f"{clause([toll], telling.names)} in all by then", ids), ids)
            else:
                yield notes.sentence(f"{differing(toll, telling.names)}, each as a running total", ids)
