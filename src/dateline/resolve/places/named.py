"""What a report's names of places say by themselves: which are scenes, and whether its dateline's town is one."""

from collections.abc import Sequence, Set
from dataclasses import replace
from functools import cached_property

from dateline.model.annotated import Annotated
from dateline.model.how import FROM_DATELINE
from dateline.model.place import LOCAL, PlaceEntry, PlaceLink, PlacePrecision
from dateline.resolve.places.choice import Choice, lies_in
from dateline.resolve.places.filing import Filing
from dateline.resolve.places.passing import is_cared_for_there, is_where_heard, leads_elsewhere, names_an_owner
from dateline.resolve.places.reader import PlaceMention
from dateline.resolve.places.sayers import hears_there, speaks_there
from dateline.resolve.places.unknown import is_spot, unknown


class Named:
    """The names of places of one report.

    Args:
        annotated: the report.
        chosen: its names in text order, with what each was taken for.
        filing: where it was filed.
        home: code of the country that its places lie in, if they do.
    """

    def __init__(
        self, annotated: Annotated, chosen: Sequence[tuple[PlaceMention, Choice]], filing: Filing, home: str | None
    ) -> None:
        self._annotated = annotated
        self._chosen = chosen
        self._filing = filing
        self._home = home

    def mentioned(self) -> tuple[PlaceLink, ...]:
        """Return every name of a place with what it was taken for."""
        text = self._annotated.report.text
        return tuple(PlaceLink(c.entry, text[m.start : m.end], m.start, m.end, c.how) for m, c in self._chosen)

    def towns(self) -> tuple[PlaceLink, ...]:
        """Return the names of towns, be they ones that the gazetteer lacks and the report calls so.

        Left out is what is only told to hold another ("the village of A in B township" is of A), and where only those
        are to whom something is said or who heard a blast.
        """
        around = {self._chosen[m.inside][1].entry for m, c in self._chosen if m.inside is not None and _is_town(m, c)}
        ids = {entry.id for entry in around if entry is not None}
        links = zip(self._chosen, self.mentioned(), strict=True)
        named = (self._by_name(m, link) if link.entry is None and _is_village(m) else link for (m, _), link in links)
        told = (link for (m, _), link in zip(self._chosen, named, strict=True) if m.start not in self._heard)
        return tuple(link for link in told if link.entry and link.entry.id not in ids)

    def scenes(self) -> tuple[PlaceLink, ...]:
        """Return what `mentioned` does, without the names that only tell where a road leads or somebody goes.

        Nor those that only tell where another place lies: "in A, just south of B".

        A name that the gazetteer lacks stands for itself, unless the report calls it something else than a town.
        """
        links = zip((mention for mention, _ in self._chosen), self.mentioned(), strict=True)
        beside = {self._chosen[m.beside][0].start for m, _ in self._chosen if m.beside is not None}
        told = ((m, link) for m, link in links if m.start not in self._passing | beside)
        return tuple(self._by_name(m, link) if link.entry is None else link for m, link in told)

    def _by_name(self, mention: PlaceMention, link: PlaceLink) -> PlaceLink:
        holder = self._chosen[mention.inside][1].entry if mention.inside is not None else None
        return (
            replace(link, entry=unknown(mention.name, "town", holder, self._home))
            if mention.noun in {"town", None}
            else link
        )

    def dateline(self) -> PlaceLink | None:
        """Return the place of the report's dateline, if its country is one that the report's other places lie in."""
        return self._dateline

    @cached_property
    def _dateline(self) -> PlaceLink | None:
        told = [(m, choice) for m, choice in self._chosen if m.start not in self._heard]
        town = self._filing.town(told)
        if town is not None:
            return town
        here = [(m, choice) for m, choice in told if m.start not in self._passing]
        away = self._filing.town(here)  # where all that lies abroad is where somebody goes: "on his way to New York"
        return self._filing.village(self._home) if away is None or self._filing.is_capital(away) else away

    def is_passing(self, mention: PlaceMention) -> bool:
        """Tell whether a name only tells where a road leads or somebody goes."""
        return mention.start in self._passing

    def filed_in(self, lines: Sequence[tuple[int, int]]) -> PlaceLink | None:
        """Return the town of a line of a place and a day, for a report that names no other town: "Karbala, 7 January".

        Offices sit in capitals whatever they report.

        Args:
            lines: where the report tells where it was filed.
        """
        links = zip(self._chosen, self.mentioned(), strict=True)
        towns = [link for (m, c), link in links if is_spot(c.entry) or (c.entry is None and _is_town(m, c))]
        here = [link for link in towns if any(start <= link.start < end for start, end in lines)]
        others = [link for link in towns if link.start not in self._passing]
        town = here[0].entry if here else None
        if town is None or any(link.entry != town for link in [*here, *others]) or self._filing.is_capital(here[0]):
            return None
        return replace(here[0], how=f"{town.name}, {FROM_DATELINE}")

    def filed_there(self, sentence: int) -> PlaceLink | None:
        """Return the dateline's place, if a sentence behind it that names no other place must tell of that.

        Reporters sit in capitals whatever they report.
        """
        line = self.dateline()
        if line is None or self._filing.is_capital(line) or self._annotated.sentences[sentence].end <= line.end:
            return None
        return None if self._beside(sentence, but=self._passing | self._heard | self._spoken) else line

    def is_told_elsewhere(self, sentence: int) -> bool:
        """Tell whether the sentences from the dateline to one have named a scene besides the dateline's town.

        What they tell of "the gate" behind it is of there.
        """
        line = self._annotated.report.dateline
        start = line.end if line else 0
        before = (n for n in range(sentence) if self._annotated.sentences[n].end > start)
        return any(self._scenes_beside(n) for n in before)

    def _scenes_beside(self, sentence: int) -> list[PlaceEntry | None]:
        return [
            entry
            for entry in self._beside(sentence, but=self._passing | self._heard)
            if entry is None or entry.precision in LOCAL
        ]

    def names_another(self, sentence: int) -> bool:
        """Tell whether a sentence names a place, be it one in passing, besides the dateline's and countries."""
        return any(e is None or e.precision is not PlacePrecision.COUNTRY for e in self._beside(sentence))

    def _beside(self, sentence: int, but: Set[int] = frozenset()) -> list[PlaceEntry | None]:
        """Return what a sentence's names of places were taken for, the dateline and what it lies in left out.

        What is unknown lies in that province as well. `but` says where names stand that do not count.
        """
        line, town = self._annotated.report.dateline, self.dateline()
        told = ((m, choice.entry) for m, choice in self._chosen if m.sentence == sentence and m.start not in but)
        beside = [entry for m, entry in told if not line or not line.start <= m.start < line.end]
        around = [entry for entry in beside if entry and town and town.entry and lies_in(town.entry, entry)]
        province = any(entry.precision is PlacePrecision.PROVINCE for entry in around)
        return [entry for entry in beside if entry not in around and (entry or not province)]

    def is_aim(self, place: PlaceLink | None) -> bool:
        """Tell whether a place is only where somebody goes or comes from, or where those sit who speak."""
        if place is None:
            return False
        named = [m for m, _ in self._chosen if place.start <= m.start < place.end]
        return bool(named) and all(m.start in self._passing for m in named)

    def is_capital(self, place: PlaceLink) -> bool:
        """Tell whether a place is the capital of its country."""
        return self._filing.is_capital(place)

    def is_of_care(self, place: PlaceLink) -> bool:
        """Tell whether a place is only where the hurt lie."""
        named = [m for m, _ in self._chosen if place.start <= m.start < place.end]
        return bool(named) and all(is_cared_for_there(self._annotated.sentences[m.sentence].tokens, m) for m in named)

    @cached_property
    def _heard(self) -> frozenset[int]:
        """Where the names stand of places where those only are to whom something is said, or who heard a blast."""
        told = ((self._annotated.sentences[m.sentence], m) for m, _ in self._chosen)
        heard = ((one, m) for one, m in told if hears_there(one, m.start) or is_where_heard(one.tokens, m))
        return frozenset(m.start for _, m in heard)

    @cached_property
    def _spoken(self) -> frozenset[int]:
        """Where the names stand of places where those are who speak."""
        told = ((self._annotated.sentences[m.sentence], m) for m, _ in self._chosen)
        return frozenset(m.start for one, m in told if speaks_there(one, m.start))

    @cached_property
    def _passing(self) -> frozenset[int]:
        """Where the names stand that only tell where a road leads or somebody goes."""
        sentences = self._annotated.sentences
        led = {m.start for m, _ in self._chosen if leads_elsewhere(m, sentences[m.sentence])}
        lacking = [m for m, c in self._chosen if c.entry is None]
        return frozenset(led | {m.start for m in lacking if names_an_owner(sentences[m.sentence].tokens, m.last)})


def _is_village(mention: PlaceMention) -> bool:
    """Tell whether the report calls a name a town's, or tells in what it lies: "A, in B district"."""
    return mention.noun == "town" or (mention.noun is None and mention.inside is not None)


def _is_town(mention: PlaceMention, choice: Choice) -> bool:
    """Tell whether a name is a town's, or may be one that the gazetteer lacks: no street's or quarter's."""
    if choice.entry is None:
        return mention.noun in {"town", None}
    return choice.entry.precision is PlacePrecision.TOWN and mention.noun in {"town", None}
