"""Where a report was filed from: the town of its dateline, and what that says of where its events were."""

from collections.abc import Iterable

from dateline.model.annotated import Annotated
from dateline.model.how import FROM_DATELINE
from dateline.model.place import PlaceEntry, PlaceLink, PlacePrecision
from dateline.reference.places import Places
from dateline.resolve.places.choice import Choice
from dateline.resolve.places.reader import PlaceMention
from dateline.resolve.places.unknown import unknown
from dateline.resolve.places.vouching import KNOWN_ABROAD


class Filing:
    """The dateline of one report.

    Args:
        annotated: the report.
        places: the look-up.
        spoken: codes of the countries that words of the report speak of.
    """

    def __init__(self, annotated: Annotated, places: Places, spoken: Iterable[str] = ()) -> None:
        self._line = annotated.report.dateline
        self._places = places
        named = places.named(self._line.place) if self._line and self._line.place else ()
        text = annotated.report.text[self._line.start : self._line.end] if self._line else ""
        self._told = {places.country_named(part.strip()) for part in text.split(",")} - {None}
        parts = (match.entry for part in text.split(",")[1:] for match in places.named(part.strip(" .-–—\n")))
        self._regions = {(one.country, one.admin1) for one in parts if one.precision is PlacePrecision.PROVINCE}
        self._spoken = frozenset(spoken)
        towns = [match for match in named if match.entry.precision is PlacePrecision.TOWN]
        self._towns = [match.entry for match in towns]
        closest = min((match.closeness for match in towns), default=None)
        self._own = [match.entry for match in towns if match.closeness is closest]

    def town(self, chosen: Iterable[tuple[PlaceMention, Choice]]) -> PlaceLink | None:
        """Return the town, if its country is one that the report's other places lie in.

        Args:
            chosen: the report's names of places, with what each was taken for.
        """
        line = self._line
        if line is None or line.place is None:
            return None
        body = [choice.entry for mention, choice in chosen if not line.start <= mention.start < line.end]
        homes = {entry.country for entry in body if entry}
        at_home = [town for town in self._towns if town.country in homes]
        at_home = at_home or [town for town in self._towns if town.country in self._told & self._spoken]
        at_home = at_home or ([town for town in self._towns if self._is_told(town)] if not homes else [])
        entry = next(iter(at_home or (self._towns if not homes else ())), None)
        if entry is None or (not at_home and entry.population < KNOWN_ABROAD):
            return None
        return PlaceLink(entry, line.place, line.place_start, line.place_end, f"{entry.name}, {FROM_DATELINE}")

    def _is_told(self, town: PlaceEntry) -> bool:
        """Tell whether the dateline or the report tells the country of a town, or the dateline its province."""
        return town.country in self._told | self._spoken or (town.country, town.admin1) in self._regions

    def village(self, home: str | None) -> PlaceLink | None:
        """Return a town that the gazetteer lacks, or has only as small namesakes abroad, by its name alone.

        Args:
            home: code of the country that the report's places lie in, if they do.
        """
        line = self._line
        home = home or (next(iter(self._told)) if len(self._told) == 1 else None)
        known = any(town.country == home or town.population >= KNOWN_ABROAD for town in self._towns)
        if line is None or line.place is None or home is None or known or self._places.country_named(line.place):
            return None
        if not (line.day or line.agency or self._told or line.place.isupper()):
            return None  # "Harbour Risk Partners - Weekly report"
        if self._told and home not in self._told:
            return None  # "COMITAN, Mexico", of what happened in Guatemala
        name = line.place.title() if line.place.isupper() else line.place
        how = f"{name}, {FROM_DATELINE}; not in the gazetteer"
        return PlaceLink(unknown(name, "town", None, home), line.place, line.place_start, line.place_end, how)

    def country(self) -> str | None:
        """Return the country of the city in the dateline, None where there is none that needs no introduction."""
        largest = max(self._own, key=lambda entry: (entry.population, entry.id), default=None)
        return largest.country if largest and largest.population >= KNOWN_ABROAD else None

    def is_capital(self, town: PlaceLink) -> bool:
        """Tell whether a town is the capital of its country."""
        entry: PlaceEntry | None = town.entry
        country = self._places.country(entry.country) if entry and entry.country else None
        return country is not None and self._places.capital(country) == entry
