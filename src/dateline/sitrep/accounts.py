"""Accounts: an incident told in a paragraph: what happened, how many were harmed as each puts it, who denies it."""

from collections.abc import Iterator, Sequence

from dateline.model.incident import Grade, Incident
from dateline.model.reckoned import Figure, Toll, outermost
from dateline.reckon.figures import live
from dateline.reference.prose import prose_words
from dateline.sitrep.blame import blame_words, blames, without_doers
from dateline.sitrep.document import Paragraph, Sentence
from dateline.sitrep.english import listed
from dateline.sitrep.material import Material
from dateline.sitrep.notes import Notes
from dateline.sitrep.people import by_speaker, clause, differing, figures, partisan_note, under_policy, whom
from dateline.sitrep.telling import Telling


class Accounts:
    """Tells incidents.

    Args:
        material: what is told of.
        telling: how.
        notes: gathers the footnotes.
    """

    def __init__(self, material: Material, telling: Telling, notes: Notes) -> None:
        self._material = material
        self._telling = telling
        self._notes = notes

    def paragraph(self, one: Incident, *, dated: bool = False) -> Paragraph:
        """Return what is told of an incident, its place in front.

        Args:
            one: the incident.
            dated: whether to tell the day, which a heading may tell already.
        """
        self._telling.begin()
        title = one.place.name if one.place else "Place not told"
        return Paragraph(tuple(self._sentences(one, dated=dated)), title)

    def _sentences(self, one: Incident, *, dated: bool) -> Iterator[Sentence]:
        blamed, cited = blames(one, self._material.claims), list(one.claims)
        told = self._telling.clause(without_doers(one) if blamed else one, dated=dated)
        groups = self._groups(self._outermost(one))
        first = next((group for group in groups if self._same_voice(one, group)), [])
        if first:
            cited += [claim for toll in first for claim in claims_of(toll)]
            told += f", and {self._counted(first)}"
        yield self._notes.sentence(self._telling.attributed(told, cited), cited)
        if blamed:
            yield self._unattributed(
                blame_words(blamed, self._telling), [key for each in blamed for key in each.claims]
            )
        if one.contested_by:
            yield self._unattributed(f"{self._telling.tellers(one.contested_by)} denied it", one.contested_by)
        for group in groups:
            if group is not first:
                yield self._toll(group)
            for toll in group:
                yield from self._among(toll)
        if one.grade is Grade.CONFIRMED:
            yield self._notes.sentence("a reviewer of this record has confirmed it", one.claims)

    def _groups(self, tolls: Sequence[Toll]) -> list[list[Toll]]:
        """Return tolls with those together that the same voices tell of the same harm, in one figure each."""
        groups: dict[tuple[str, ...], list[Toll]] = {}
        for toll in tolls:
            alone = len(figures(toll)) > 1
            key = (toll.id,) if alone else (toll.harm, self._telling.tellers(claims_of(toll)), _mark(toll))
            groups.setdefault(key, []).append(toll)
        return list(groups.values())

    def _toll(self, group: Sequence[Toll]) -> Sentence:
        claims = [claim for toll in group for claim in claims_of(toll)]
        if len(figures(group[0])) > 1:
            text = f"{differing(group[0], self._telling.names)}{under_policy(group[0])}"
            return self._unattributed(text, claims)
        return self._notes.sentence(self._telling.attributed(self._counted(group), claims), claims)

    def _counted(self, group: Sequence[Toll]) -> str:
        teller = self._telling.tellers([claim for toll in group for claim in claims_of(toll)])
        return clause(group, self._telling.names, teller) + _mark(group[0])

    def _among(self, toll: Toll) -> Iterator[Sentence]:
        """Yield how many women and children a toll includes, where that is told: in one sentence what one tells."""
        inside = [one for one in self._of(toll.incident) if one.demographic and toll.id in one.within]
        differing = [one for one in inside if len(figures(one)) > 1]
        if differing:
            parts = [
                f"the {whom(one, self._telling.names)} at {by_speaker(one, self._telling.names)}" for one in differing
            ]
            first, *others = parts
            text = "; ".join([first.replace(" at ", " among them are put at ", 1), *others])
            yield self._unattributed(text, [claim for one in differing for claim in claims_of(one)])
        for group in self._groups([one for one in inside if len(figures(one)) == 1]):
            people = [f"{words} {self._people(part, told[0])}" for part in group for words, told in figures(part)]
            claims = [claim for part in group for claim in claims_of(part)]
            harmed = prose_words().harms[toll.harm][1].removeprefix("were ")
            text = f"among those {harmed} {'was' if people[0].startswith('one ') else 'were'} {listed(people)}"
            yield self._notes.sentence(self._telling.attributed(text, claims), claims)

    def _unattributed(self, text: str, claims: Sequence[str]) -> Sentence:
        """Return a sentence that names its speakers itself: what follows has no "same source"."""
        self._telling.begin()
        return self._notes.sentence(text, claims)

    def _people(self, part: Toll, figure: Figure) -> str:
        return whom(part, self._telling.names, 1 if (figure.low, figure.high) == (1, 1) else None)

    def _outermost(self, one: Incident) -> list[Toll]:
        return outermost([toll for toll in self._of(one.id) if live(toll.figures)])

    def _of(self, incident: str | None) -> Sequence[Toll]:
        return self._material.tolls_of.get(incident or "", ())

    def _same_voice(self, one: Incident, group: Sequence[Toll]) -> bool:
        """Whether figures are told by just those who tell of the incident, so that one sentence tells both."""
        if len(figures(group[0])) != 1:
            return False
        tellers = self._telling.tellers([claim for toll in group for claim in claims_of(toll)])
        return tellers == self._telling.tellers(one.claims)


def claims_of(toll: Toll) -> list[str]:
    """Return the ids of the claims of a toll's figures that no later one replaced."""
    return list(dict.fromkeys(figure.claim for figure in live(toll.figures)))


def _mark(toll: Toll) -> str:
    return partisan_note(live(toll.figures))
