"""An entry as the words around its name mean it: the base at a town, the land around it, somewhere near it."""

from dataclasses import replace
from typing import Final

from dateline.model.place import POINTS, UNLISTED, PlaceEntry, PlacePrecision
from dateline.reference.places import Places
from dateline.reference.places_names import plain_name
from dateline.reference.wording import with_article
from dateline.resolve.places.choice import Choice
from dateline.resolve.places.reader import PlaceMention
from dateline.resolve.places.surroundings import BASE_KINDS, WIDER

_SITE_ENDINGS: Final = {
    "base": ("base", "camp", "air base"), "airport": ("air base", "airport", "military airport"),
    "crossing": ("crossing",), "camp": ("camp",),
}  # fmt: skip


class PlaceShapes:
    """Shapes entries of one look-up.

    Args:
        places: the look-up.
    """

    def __init__(self, places: Places) -> None:
        self._places = places

    def province_of(self, entry: PlaceEntry) -> PlaceEntry | None:
        """Return the province that a town gives its name to: "a base in Idlib" is one in the province."""
        if entry.precision is not PlacePrecision.TOWN or not entry.country or not entry.admin1:
            return None
        province = self._places.province(entry.country, entry.admin1)
        return province if province and plain_name(entry.name) == plain_name(entry.admin1) else None

    def shaped(self, mention: PlaceMention, choice: Choice) -> tuple[PlaceEntry, str]:
        """Return the entry as the words around the name mean it: the base at a town, near it, its countryside."""
        entry, how = choice.entry, choice.how
        assert entry is not None
        if mention.noun in BASE_KINDS and entry.precision is PlacePrecision.TOWN:
            return self._site_at(mention, entry)
        if (mention.noun in WIDER or mention.wide) and entry.precision is PlacePrecision.TOWN:
            in_city = mention.in_city and mention.noun not in WIDER
            province = None if in_city else self.province_of(entry)
            wide = province or replace(entry, precision=PlacePrecision.AREA, near=entry.name)
            return wide, f"{how}; {mention.noun_words or 'part'} of it"
        if (mention.near or mention.noun == "area") and entry.precision in POINTS:
            return replace(entry, precision=PlacePrecision.AREA, near=entry.name), f"{how}; near it"
        return entry, how

    def _site_at(self, mention: PlaceMention, town: PlaceEntry) -> tuple[PlaceEntry, str]:
        """Return the base, airport or crossing of a town: a curated one, else one known by its name alone."""
        kind = mention.noun or "base"
        if site := self.curated_site(kind, town):
            return site, f"{site.name}: the {mention.noun_words} at {town.name}"
        name = f"{town.name} {mention.noun_words}"
        entry = replace(
            town,
            id=f"{UNLISTED}{plain_name(name)}",
            name=name,
            feature=kind,
            precision=PlacePrecision.AREA,
            population=0,
            also=_as_written(mention, name),
            near=town.name,
        )
        named = f"{with_article(mention.noun_words or 'place')} named after {town.name}"
        return entry, f"{named}; not in the gazetteer, so only near the town"

    def curated_site(self, kind: str, town: PlaceEntry) -> PlaceEntry | None:
        """Return the base, airport or crossing that the gazetteer knows by the name of a town."""
        for ending in _SITE_ENDINGS[kind]:
            for match in self._places.named(f"{town.name} {ending}"):
                if match.entry.country == town.country and match.entry.feature in (kind, "base", "airport"):
                    return match.entry
        return None

    def site_in(self, kind: str, mention: PlaceMention, entry: PlaceEntry | None) -> PlaceEntry | None:
        """Return the base, airport or crossing that a name stands for when a noun of that kind goes before it."""
        if entry is None or mention.near:
            return None
        if entry.precision is PlacePrecision.TOWN:
            return self.curated_site(kind, entry)
        return entry if entry.feature in BASE_KINDS else None


def _as_written(mention: PlaceMention, name: str) -> tuple[str, ...]:
    """Return the names of a base or camp in the report's spelling, where the gazetteer spells its town otherwise."""
    written = (f"{mention.name} {mention.noun_words}", *((mention.name,) if mention.noun == "camp" else ()))
    return tuple(one for one in written if plain_name(one) != plain_name(name))
