"""Names that the gazetteer lacks: what is still known of them from the words around and the report's other places."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from dateline.model.place import POINTS, UNLISTED, PlaceEntry, PlacePrecision
from dateline.reference.places_names import name_key

_AT_HOME: Final = 0.75  # of the report's places: the share from which an unknown one lies in the same country
IN_IT: Final = "for a place in it"  # in the reason of a link to a town that stands for what is in it


def is_spot(entry: PlaceEntry | None) -> bool:
    """Tell whether a place is a town or site, so that a street or school can be in it."""
    return entry is not None and entry.precision in POINTS


def home_of(chosen: Iterable[PlaceEntry | None], spoken: Mapping[str, int]) -> str | None:
    """Return the code of the country that nearly all of a report's places lie in, None where there is none.

    Args:
        chosen: what each name of a place in the report was taken for.
        spoken: how often the report speaks of each country; that counts where no place was found.
    """
    homes = Counter(entry.country for entry in chosen if entry and entry.country) or Counter(spoken)
    code, count = next(iter(homes.most_common(1)), (None, 0))
    return code if count >= _AT_HOME * homes.total() else None


def unknown(name: str, feature: str, holder: PlaceEntry | None, home: str | None) -> PlaceEntry:
    """Return an entry for a name that the gazetteer lacks; without coordinates unless it is told to be in a town.

    Its id is made of the name's key, so that the spellings of one name in several reports meet.

    Args:
        name: as the report writes it.
        feature: what the words call it ("quarter", "place" …).
        holder: what it is told to lie in, if known.
        home: code of the country that the report's places lie in, if they do.
    """
    town = holder if holder is not None and is_spot(holder) else None
    return PlaceEntry(
        id=f"{UNLISTED}{name_key(name)}",
        name=name,
        feature=feature,
        precision=PlacePrecision.AREA,
        lat=town.lat if town else None,
        lon=town.lon if town else None,
        country=holder.country if holder else home,
        admin1=holder.admin1 if holder else None,
        near=town.name if town else None,
    )
