"""What "the city", "the base", "there" and "the provincial capital" mean: a place that the report names elsewhere."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.reference.places import Places
from dateline.resolve.places.choice import lies_in

_FORWARD: Final = 4  # sentences: a lead describes what the next ones name
_BACK: Final = 8
_THERE: Final = 2
_REPEATED: Final = 0.5  # a place told of again and again outweighs one mentioned in passing a sentence later
_LEAD: Final = 2  # sentences that tell what a report is about
_IN_LEAD: Final = 1.5
_MOST_REPEATS: Final = 4


@dataclass(frozen=True, slots=True)
class Spot:
    """A resolved mention: where it stands, what it means.

    `passing` if it only says where another place lies, `spoken` if only where those are whom the report quotes.
    """

    sentence: int
    start: int
    entry: PlaceEntry
    passing: bool
    spoken: bool = False


Fits = Callable[[PlaceEntry], bool]


def _town(entry: PlaceEntry) -> bool:
    return entry.precision is PlacePrecision.TOWN


def _province(entry: PlaceEntry) -> bool:
    return entry.precision in (PlacePrecision.PROVINCE, PlacePrecision.DISTRICT)


def _any(entry: PlaceEntry) -> bool:
    return entry.precision is not PlacePrecision.COUNTRY


def _feature(*features: str) -> Fits:
    return lambda entry: entry.feature in features


_FITS: Final[dict[str, Fits]] = {
    "town": _town, "quarter": _feature("district of a city"), "province": _province, "division": _province,
    "countryside": _province, "country": lambda entry: entry.precision is PlacePrecision.COUNTRY,
    "base": _feature("base", "airport"), "airport": _feature("airport"), "crossing": _feature("crossing"),
    "camp": _feature("camp", "base"), "site": _town,
}  # fmt: skip


class Coreference:
    """The places of one report, as what later (or earlier) words may mean."""

    def __init__(self, spots: Sequence[Spot], places: Places) -> None:
        self._spots = sorted(spots, key=lambda spot: spot.start)
        self._counts = Counter(spot.entry.id for spot in spots)
        self._places = places

    def meant(
        self, kind: str, start: int, sentence: int, holder: PlaceEntry | None, *, new: bool
    ) -> tuple[PlaceEntry, str] | None:
        """Return the place that a noun of some kind stands for, and how it was found.

        Args:
            kind: of the noun ("town", "base", "area" …).
            start: where its phrase begins in the report's text.
            sentence: the sentence of the phrase.
            holder: the province or country that the phrase itself names, if any.
            new: the phrase describes rather than points back ("the last city in …", "a base"): what comes after it in
                the report goes before what came already.
        """
        if kind == "capital":
            return self._capital(start, sentence, holder)
        if kind == "area":
            return self.latest(start, sentence)
        fits = _FITS.get(kind)
        if fits is None:
            return None
        right = [s for s in self._spots if fits(s.entry) and (holder is None or lies_in(s.entry, holder))]
        before = self._before(right, start, sentence, 1 if kind == "site" else _BACK)
        later = [s for s in right if s.start > start and s.sentence - sentence <= _FORWARD] if kind != "site" else []
        if before and not (new and later):
            return before, f"{before.name}, named before"
        return (later[0].entry, f"{later[0].entry.name}, named later in the report") if later else None

    def _before(self, right: Sequence[Spot], start: int, sentence: int, reach: int) -> PlaceEntry | None:
        """Return the likeliest of the places named before: near in the text, told of often, not named in passing."""
        near = [s for s in right if s.start < start and sentence - s.sentence <= reach]
        near = [s for s in near if not s.spoken] or near  # "medics in A said that 38 died in the battle for the town"
        if not near:
            return None

        def weight(spot: Spot) -> tuple[float, int]:
            often = _REPEATED * min(self._counts[spot.entry.id], _MOST_REPEATS)
            lead = _IN_LEAD * (spot.sentence < _LEAD)
            return often + lead - (sentence - spot.sentence) - 1.5 * spot.passing, spot.start

        return max(near, key=weight).entry

    def _capital(self, start: int, sentence: int, holder: PlaceEntry | None) -> tuple[PlaceEntry, str] | None:
        area = holder or self._before([s for s in self._spots if _province(s.entry)], start, sentence, _BACK)
        town = self._places.capital(area) if area else None
        return (town, f"{town.name}, capital of {area.name}") if town and area else None

    def country_capital(self, code: str | None) -> tuple[PlaceEntry, str] | None:
        """Return the capital of a country, of the one that most of the report's places lie in if none is given."""
        homes = Counter(spot.entry.country for spot in self._spots if spot.entry.country)
        code = code or (homes.most_common(1)[0][0] if homes else None)
        country = self._places.country(code) if code else None
        town = self._places.capital(country) if country else None
        return (town, f"{town.name}, capital of {country.name}") if town and country else None

    def latest(self, start: int, sentence: int) -> tuple[PlaceEntry, str] | None:
        """Return the place that "there" or "the area" means: the last one named, a town before its province."""
        near = [s for s in self._spots if _any(s.entry) and s.start < start and sentence - s.sentence <= _THERE]
        if not near:
            return None
        found = max(near, key=lambda s: (s.sentence, not s.passing, not _province(s.entry), s.start)).entry
        return found, f"{found.name}, named before"
