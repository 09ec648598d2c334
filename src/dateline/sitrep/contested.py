"""What is contested: denials, blame on opposite sides, figures that exclude one another, disputed places."""

from collections.abc import Iterator, Sequence

from dateline.model.incident import Incident
from dateline.model.reckoned import Toll, outermost
from dateline.reckon.figures import live
from dateline.sitrep.blame import blame_words, blames, without_doers
from dateline.sitrep.control import holder, touched
from dateline.sitrep.document import Paragraph, Section, Sentence
from dateline.sitrep.english import day, listed, on
from dateline.sitrep.material import Material
from dateline.sitrep.names import where
from dateline.sitrep.notes import Notes
from dateline.sitrep.people import figures, speakers, whom
from dateline.sitrep.telling import Telling


def contested(material: Material, telling: Telling, notes: Notes) -> Section:
    """Return the section of what is contested."""
    incidents = [*material.within, *material.maybe, *material.undated]
    told = [line for one in incidents for line in _incident(one, material, telling, notes)]
    tolls = [line for one in incidents for line in _tolls(one, material, telling, notes)]
    places = list(_places(material, telling, notes))
    groups = (("Whether and by whom", told), ("How many", tolls), ("Who held the place", places))
    return Section("What is contested", tuple(Paragraph(tuple(lines), title) for title, lines in groups if lines))


def _incident(one: Incident, material: Material, telling: Telling, notes: Notes) -> Iterator[Sentence]:
    blamed = blames(one, material.claims)
    told = telling.clause(without_doers(one) if blamed else one, dated=True)
    if one.contested_by:
        text = f"{telling.tellers(one.claims)} said that {told}; {telling.tellers(one.contested_by)} denied it"
        yield notes.sentence(text, [*one.claims, *one.contested_by])
    if blamed:
        text = f"accounts agree that {told}, but name opposite sides: {blame_words(blamed, telling)}"
        yield notes.sentence(text, [key for each in blamed for key in each.claims])


def _countable(tolls: Sequence[Toll]) -> list[Toll]:
    """Return the tolls of an incident that stand for themselves: the outermost, and those of women and children."""
    return [*outermost(tolls), *(toll for toll in tolls if toll.demographic and toll not in outermost(tolls))]


def _tolls(one: Incident, material: Material, telling: Telling, notes: Notes) -> Iterator[Sentence]:
    """Yield a sentence for each harm of which figures exclude one another: from the lowest to the highest of each."""
    every = _countable(material.tolls_of.get(one.id, ()))
    told = [toll for toll in every if toll.contested and len(figures(toll)) > 1]
    for harm in dict.fromkeys(toll.harm for toll in told):
        group = [toll for toll in told if toll.harm == harm]
        spans = "; ".join(_span(toll, telling) for toll in group)
        place_and_day = " ".join(filter(None, (where(one.place), on(one.when))))
        text = f"{place_and_day}, figures of those {harm} exclude one another: {spans}"
        yield notes.sentence(text, [figure.claim for toll in group for figure in live(toll.figures)])


def _span(toll: Toll, telling: Telling) -> str:
    told = figures(toll)
    (least, low), (most, high) = told[0], told[-1]
    first, last = (listed(speakers(some, telling.names), most=2) for some in (low, high))
    return f"from {least} ({first}) to {most} ({last}) {whom(toll, telling.names)}"


def _places(material: Material, telling: Telling, notes: Notes) -> Iterator[Sentence]:
    for spell in touched(material):
        days = [one for one in spell.contested_days if material.asked.holds(one)]
        if days:
            when = listed([day(one) for one in days], most=2, rest="other days")
            text = f"that {holder(spell, telling)} held {spell.place.name} is contested for {when}"
            yield notes.sentence(text, spell.claims)
