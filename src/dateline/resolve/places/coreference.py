"""What "the city", "the base", "there" and "the provincial capital" mean: a place that the report names elsewhere."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.model.how import NAMED_BEFORE
from dateline.model.place import POINTS, PlaceEntry, PlacePrecision
from dateline.model.reading import Phrase
from dateline.reference.places import Places
from dateline.reference.places_words import VILLAGES
from dateline.resolve.places.choice import lies_in

NAMED_LATER: Final = "named later in the report"
"""In the reason of a link to what the report had not named by then."""
_FORWARD: Final = 4  # sentences: a lead describes what the next ones name
_BACK: Final = 8
_THERE: Final = 2
_IT: Final = 3
_REPEATED: Final = 0.5  # a place told of again and again outweighs one mentioned in passing a sentence later
_LEAD: Final = 2  # sentences that tell what a report is about
_IN_LEAD: Final = 1.5
_MOST_REPEATS: Final = 4
_SO_CALLED: Final = 1.5
_HEADED: Final = 8.0  # a paragraph's head holds for all of it, and for no other
_CITY: Final = 100_000  # people of what is called a city
_LARGE: Final = 1.0
_VILLAGE: Final = 50_000  # people: what has more is no village


@dataclass(frozen=True, slots=True)
class Spot:
    """A resolved mention: where it stands, what it means and by which noun it is called there.

    `passing` says that it only tells where another place lies, `elsewhere` that it is where a road leads or somebody
    goes, `spoken` that it is where those are whom the report quotes, `bare` that it is a name that the gazetteer lacks
    and the report calls nothing: it may be "the village". `heads` is where the paragraph ends that it is the head of
    ("A: calm."), `filed` that it is the capital from which the report was filed.
    """

    sentence: int
    start: int
    entry: PlaceEntry
    passing: bool
    elsewhere: bool = False
    called: str | None = None
    bare: bool = False
    spoken: bool = False
    heads: int | None = None
    filed: bool = False


Fits = Callable[[PlaceEntry], bool]


def _town(entry: PlaceEntry) -> bool:
    """Whether a place is a town, be it one that the gazetteer lacks and the report calls so."""
    return entry.precision is PlacePrecision.TOWN or (entry.unlisted and entry.feature == "town")


def _is_called(spot: Spot, noun: str) -> bool:
    """Whether a place was called by a noun where it was named; a country or province only lends its name to one."""
    return (
        bool(noun)
        and spot.called == noun
        and spot.entry.precision is not PlacePrecision.COUNTRY
        and not _province(spot.entry)
    )


def _is_other(spot: Spot, noun: str) -> bool:
    """Whether a place that the gazetteer lacks, and so is known by its noun alone, was called by another: no "town"."""
    return spot.entry.unlisted and spot.called is not None and spot.called != noun


def _is_unlike(spot: Spot, noun: str) -> bool:
    """Whether a place is no village and called one, or is called nothing and no village is meant."""
    return spot.entry.population >= _VILLAGE and not _is_called(spot, noun) if noun in VILLAGES else spot.bare


def _province(entry: PlaceEntry) -> bool:
    return entry.precision in (PlacePrecision.PROVINCE, PlacePrecision.DISTRICT)


def _any(entry: PlaceEntry) -> bool:
    return entry.precision is not PlacePrecision.COUNTRY


def _is_it(entry: PlaceEntry) -> bool:
    """Whether a place is one that "it" may mean, where somebody takes it: no land, province or country."""
    return entry.precision in POINTS or entry.unlisted


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
        self._counts = Counter(spot.entry.id for spot in spots if not spot.elsewhere)
        self._places = places

    def meant(
        self, kind: str, phrase: Phrase, holder: PlaceEntry | None, *, new: bool, noun: str = ""
    ) -> tuple[PlaceEntry, str] | None:
        """Return the place that a noun of some kind stands for, and how it was found.

        Args:
            kind: of the noun ("town", "base", "area" …).
            phrase: its phrase.
            holder: the province or country that the phrase itself names, if any.
            new: the phrase describes rather than points back ("the last city in …", "a base"): what comes after it in
                the report goes before what came already.
            noun: the noun itself: "the camp" is rather what was called a camp than a base called otherwise.
        """
        start, sentence = phrase.start, phrase.sentence
        if kind == "capital":
            return self._capital(start, sentence, holder)
        if kind == "area":
            return self.latest(start, sentence) or (self.pronoun(phrase) if noun == "place" else None)
        fits = _FITS.get(kind)
        if fits is None:
            return None
        right = [
            s
            for s in self._spots
            if (fits(s.entry) or _is_called(s, noun))
            and not _is_other(s, noun)
            and not _is_unlike(s, noun)
            and (holder is None or lies_in(s.entry, holder))
        ]
        if kind == "site":
            right = [s for s in right if not s.elsewhere]
        before = self._before(right, start, sentence, 1 if kind == "site" else _BACK, noun)
        later = [s for s in right if s.start > start and s.sentence - sentence <= _FORWARD and not s.spoken]
        later = [s for s in later if not s.elsewhere] or later
        later = later if kind != "site" else []
        if before and not (new and later):
            return before, f"{before.name}, {NAMED_BEFORE}"
        if later:
            return later[0].entry, f"{later[0].entry.name}, {NAMED_LATER}"
        return None if new or holder else self._lacking(kind, start, sentence)

    def pronoun(self, phrase: Phrase) -> tuple[PlaceEntry, str] | None:
        """Return the place that "it" means, for what is taken, lost or struck: that of its sentence named last before.

        Else the first that one of the sentences before tells of: "A was the scene of the worst. The army took it back".

        Args:
            phrase: the word.
        """
        told = [s for s in self._spots if s.start < phrase.start and _is_it(s.entry)]
        told = [s for s in told if not s.spoken] or told
        for sentence in range(phrase.sentence, phrase.sentence - _IT - 1, -1):
            near = [s for s in told if s.sentence == sentence]
            near = [s for s in near if not s.elsewhere] or near
            if near:
                spot = near[-1] if sentence == phrase.sentence else near[0]
                return spot.entry, f"{spot.entry.name}, {NAMED_BEFORE}"
        return None

    def _lacking(self, kind: str, start: int, sentence: int) -> tuple[PlaceEntry, str] | None:
        """Return the name that the gazetteer lacks which was told just before "the town", "the church"."""
        told = (s for s in self._spots if s.bare and s.start < start and sentence - s.sentence <= 1 and not s.spoken)
        last = max(told, key=lambda s: s.start, default=None) if kind in ("town", "site") else None
        return (last.entry, f"{last.entry.name}, {NAMED_BEFORE}") if last else None

    def before(self, phrase: Phrase) -> PlaceEntry | None:
        """Return the town that a quarter or street is in: the likeliest of those named before, none named later."""
        towns = [spot for spot in self._spots if _town(spot.entry) and not (spot.bare or spot.elsewhere)]
        return self._before(towns, phrase.start, phrase.sentence, _BACK)

    def named_in(self, sentence: int) -> list[Spot]:
        """Return the places that a sentence names."""
        return [spot for spot in self._spots if spot.sentence == sentence and not spot.bare]

    def _before(
        self, right: Sequence[Spot], start: int, sentence: int, reach: int, noun: str = ""
    ) -> PlaceEntry | None:
        """Return the likeliest of the places named before: near in the text, told of often, not named in passing."""
        near = [s for s in right if s.start < start and sentence - s.sentence <= reach]
        near = [s for s in near if not s.elsewhere] or near
        if not near:
            return None

        def weight(spot: Spot) -> tuple[float, int]:
            often = _REPEATED * min(self._counts[spot.entry.id], _MOST_REPEATS)
            named = _SO_CALLED * _is_called(spot, noun)
            lead = _IN_LEAD * (spot.sentence < _LEAD)
            head = 0.0 if spot.heads is None else (_HEADED if start < spot.heads else -_HEADED)
            named += _LARGE * (noun == "city" and spot.entry.population >= _CITY) - 1.5 * spot.filed + head
            return often + lead - (sentence - spot.sentence) - 1.5 * spot.passing + named, spot.start

        return max(near, key=weight).entry

    def _capital(self, start: int, sentence: int, holder: PlaceEntry | None) -> tuple[PlaceEntry, str] | None:
        area = holder or self._before([s for s in self._spots if _province(s.entry)], start, sentence, _BACK)
        town = self._places.capital(area) if area else None
        return (town, f"{town.name}, capital of {area.name}") if town and area else None

    def seat(self, phrase: Phrase, holder: PlaceEntry | None) -> tuple[PlaceEntry, str] | None:
        """Return the town that "the regional capital" or "breakaway capital" means.

        It is that of the province that the sentence names, one that the report calls a capital, or else its province's;
        a headline's is told behind it: "A, the capital of breakaway B".

        Args:
            phrase: the words.
            holder: the province or country that they name, if any.
        """
        provinces = [s for s in self._spots if _province(s.entry)]
        holder = holder or self._before(provinces, phrase.start, phrase.sentence, 0)  # "in A, … the provincial capital"
        near = (s for s in self._spots if s.called == "capital" and abs(s.sentence - phrase.sentence) <= _BACK)
        called = [s for s in near if _town(s.entry) and not self._heads_a_country(s.entry)]
        called = [s for s in called if holder is None or lies_in(s.entry, holder)]
        if called:
            town = min(called, key=lambda s: abs(s.sentence - phrase.sentence)).entry
            return town, f"{town.name}, which the report calls a capital"
        later = (s.entry for s in provinces if 0 <= s.sentence - phrase.sentence <= _FORWARD)
        if holder is not None and holder.precision is PlacePrecision.COUNTRY:
            return None  # "a provincial capital in northern Nicaragua" is one of many, and not Managua
        return self._capital(phrase.start, phrase.sentence, holder) or (
            self._capital(phrase.start, phrase.sentence, area) if (area := next(later, None)) else None
        )

    def _heads_a_country(self, entry: PlaceEntry) -> bool:
        country = self._places.country(entry.country) if entry.country else None
        capital = self._places.capital(country) if country else None
        return capital is not None and capital.id == entry.id

    def country_capital(self, code: str | None) -> tuple[PlaceEntry, str] | None:
        """Return the capital of a country, of the one that most of the report's places lie in if none is given."""
        homes = Counter(spot.entry.country for spot in self._spots if spot.entry.country)
        code = code or (homes.most_common(1)[0][0] if homes else None)
        country = self._places.country(code) if code else None
        town = self._places.capital(country) if country else None
        return (town, f"{town.name}, capital of {country.name}") if town and country else None

    def latest(self, start: int, sentence: int) -> tuple[PlaceEntry, str] | None:
        """Return the place that "there" or "the area" means: the last one named, a town before its province."""
        told = (s for s in self._spots if _any(s.entry) and not (s.bare or s.spoken))
        near = [s for s in told if s.start < start and sentence - s.sentence <= _THERE]
        if not near:
            return None
        found = max(near, key=lambda s: (s.sentence, not s.passing, not _province(s.entry), s.start)).entry
        return found, f"{found.name}, {NAMED_BEFORE}"
