"""Which countries a report speaks of: by its words, by its names of places, by what these were taken for."""

import math
from collections import Counter
from collections.abc import Sequence

from dateline.model.place import PlaceEntry
from dateline.resolve.places.mentions import Scan
from dateline.resolve.places.reader import PlaceMention
from dateline.resolve.places.site_words import is_called_after


def country_shares(scan: Scan) -> dict[str, float]:
    """Return how much a report speaks of each country, 1 for the one spoken of most; names of few homes count too.

    Args:
        scan: what the report says of places.
    """
    weights = {code: 1.0 + math.log(count) for code, count in scan.countries.items()}
    for name in {m.name: m for m in scan.mentions}.values():
        homes = {match.entry.country for match in name.matches if match.entry.country}
        for code in homes if len(homes) <= 3 else ():
            weights[code] = weights.get(code, 0.0) + 0.6 / len(homes)
    most = max(weights.values(), default=1.0)
    return {code: weight / most for code, weight in weights.items()}


def shared_homes(scan: Scan) -> dict[str, int]:
    """Return the countries that two or more names of few homes share: each vouches for the other, unnamed as it is.

    Args:
        scan: what the report says of places.
    """
    shared: Counter[str] = Counter()
    for name in {m.name: m for m in scan.mentions}.values():
        homes = {match.entry.country for match in name.matches if match.entry.country}
        shared.update(homes if len(homes) <= 2 else ())
    return {code: count for code, count in shared.items() if count >= 2}


def homes_of(mentions: Sequence[PlaceMention], chosen: Sequence[PlaceEntry | None]) -> Counter[str]:
    """Return how many places speak of each country: no street's does, nor what is called like a place in another.

    A place counts once, however often it is named: one misread ten times is still one.

    Args:
        mentions: a report's names of places.
        chosen: what each was taken for.
    """
    homes: dict[str, str] = {}
    for mention, entry in zip(mentions, chosen, strict=True):
        holder = chosen[mention.inside] if mention.inside is not None else None
        at_home = entry is not None and (holder is None or holder.country in {None, entry.country})
        if entry is not None and entry.country and at_home and not is_called_after(mention):
            homes[entry.id] = entry.country
    return Counter(homes.values())
