"""Names of places in a report, each with the words around it that tell what sort of place is meant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.model.annotated import Annotated, Mention
from dateline.model.place import PlacePrecision
from dateline.reference.actors import actor_book
from dateline.reference.actors_keys import keyed
from dateline.reference.places import Closeness, PlaceMatch, Places
from dateline.reference.places_words import COMPASS, LOCATIVE, NEAR, PARTY_NOUNS, place_nouns
from dateline.resolve.place_units import Unit, is_cased, units_of

_LONGEST_NAME: Final = 6  # units: "Donbas" to "International Peacekeeping and Security Centre"
_INSIDE: Final = frozenset({"of", "the", "de", "del", "la", "las", "los", "al", "el", "ul", "e", "i", "and", "du", "des", "le"})
_MODIFIERS: Final = frozenset({"ADJ", "NOUN", "PROPN", "VERB"})
_MOST_MODIFIERS: Final = 3
_LEAST_EVIDENCE: Final = 1
_SHORTEST: Final = 3  # letters of a name that is a town's; shorter ones are initials, save of countries
_WIDE: Final = (PlacePrecision.COUNTRY, PlacePrecision.PROVINCE)
BASE_KINDS: Final = frozenset({"base", "airport", "crossing", "camp"})
_KNOWN_TOWN: Final = 100_000  # inhabitants from which a bare name is taken for the town
_PEOPLE_NOUNS: Final = frozenset({"president", "minister", "general", "colonel", "commander", "mr", "mr.", "mrs", "leader", "spokesman"})
_NEVER: Final = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december police army government reuters twitter facebook telegram god allah mr islam
    muslim christian sunni shia shiite arab kurdish english russian advertisement union independence""".split()
)  # names of towns too, somewhere; in news they are not


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name of a place: `text[start:end]` of the report, tokens `first` to `last` of its sentence.

    `noun` is the kind that a noun beside it says, `noun_at` that noun's token; `near` that the words say near it rather
    than at it; `wide` that they mean the land around rather than the town ("southern Idlib", "a base in Idlib"); `inside`
    the index of the mention that it is told to lie in; `matches` what the name may stand for, nothing for an unknown name; `evidence` how surely it is a place.
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    name: str
    matches: tuple[PlaceMatch, ...]
    evidence: int
    noun: str | None = None
    noun_at: int | None = None
    noun_words: str | None = None
    near: bool = False
    wide: bool = False
    inside: int | None = None
    attributive: bool = False


@dataclass(frozen=True, slots=True)
class Scan:
    """What a report says of places: mentions in text order, and how often each country is spoken of."""

    mentions: tuple[PlaceMention, ...]
    countries: dict[str, int]


def scan(annotated: Annotated, places: Places) -> Scan:
    """Return the names of places in a report and the countries that it speaks of."""
    found: list[PlaceMention] = []
    countries: dict[str, int] = {}
    tagged = _by_sentence(annotated)
    for number, sentence in enumerate(annotated.sentences):
        cased = is_cased(annotated.report.text[sentence.start : sentence.end])
        units = units_of(sentence, annotated.report.text, cased=cased)
        for unit in units:
            code = places.people_of(unit.text) if unit.upos in ("ADJ", "PROPN", "NOUN") else None
            if code:
                countries[code] = countries.get(code, 0) + 1
        here = _Reader(number, units, tagged.get(number, []), places).mentions()
        found.extend(_contained(here, units, len(found)))
    return Scan(tuple(found), _with_named(found, countries))


def _by_sentence(annotated: Annotated) -> dict[int, list[Mention]]:
    tagged: dict[int, list[Mention]] = {}
    for mention in annotated.mentions:
        tagged.setdefault(mention.sentence, []).append(mention)
    return tagged


def _with_named(found: Sequence[PlaceMention], countries: dict[str, int]) -> dict[str, int]:
    for mention in found:
        for match in mention.matches:
            if match.entry.precision is PlacePrecision.COUNTRY and match.entry.country:
                countries[match.entry.country] = countries.get(match.entry.country, 0) + 2
    return countries


class _Reader:
    """Finds the names of places in one sentence."""

    def __init__(self, number: int, units: list[Unit], tagged: list[Mention], places: Places) -> None:
        self._number = number
        self._units = units
        self._tagged = tagged
        self._places = places
        self._nouns = place_nouns()
        self._taken = _actor_units(units)

    def mentions(self) -> list[PlaceMention]:
        out: list[PlaceMention] = []
        at = 0
        while at < len(self._units):
            end, mention = self._at(at)
            if mention:
                out.append(mention)
            at = end
        return out

    def _at(self, at: int) -> tuple[int, PlaceMention | None]:
        """Return the unit after the name that begins here and its mention, the next unit and None if there is none."""
        if at in self._taken or not self._units[at].name or self._units[at].lemma in _NEVER:
            return at + 1, None
        for end in self._ends(at):
            if end == at + 1 and self._common(at):
                return end, None
            matches = self._places.named(self._text(at, end))
            if matches:
                return self._judged(at, end, matches)
        return self._unknown(at)

    def _common(self, at: int) -> bool:
        """Tell whether a unit by itself names no place, though some town is called so: "Syrian", "city", "north-west"."""
        unit = self._units[at]
        return unit.lemma in COMPASS or self._noun(at) is not None or self._places.people_of(unit.text) is not None

    def _ends(self, at: int) -> Iterator[int]:
        """Yield where a name beginning at a unit may end, the longest first."""
        stop = at + 1
        while stop < len(self._units) and stop - at < _LONGEST_NAME and stop not in self._taken:
            unit, before = self._units[stop], self._units[stop - 1]
            if before.possessive or not (unit.name or unit.lemma in self._nouns or unit.lemma in _INSIDE or unit.upos == "ADJ"):
                break
            stop += 1
        for end in range(stop, at, -1):
            last = self._units[end - 1]
            if end == at + 1 or last.name or last.lemma in self._nouns:
                yield end

    def _judged(self, at: int, end: int, matches: tuple[PlaceMatch, ...]) -> tuple[int, PlaceMention | None]:
        mention = self._described(at, end, matches)
        evidence = self._evidence(at, end, mention)
        return end, replace(mention, evidence=evidence) if evidence >= _LEAST_EVIDENCE else None

    def _unknown(self, at: int) -> tuple[int, PlaceMention | None]:
        """Return a run of name units that no entry has, when the words around say that it is a place."""
        end = at + 1
        while end < len(self._units) and self._units[end].name and end not in self._taken and not self._units[end - 1].possessive:
            end += 1
        while end > at + 1 and self._units[end - 1].lemma in self._nouns:
            end -= 1
        if any(self._places.named(self._units[n].text) for n in range(at + 1, end)):
            return at + 1, None  # the rest of the run is known: begin again there
        mention = self._described(at, end, ())
        sure = self._evidence(at, end, mention) >= 3 and "location" in self._types(at, end)
        return end, replace(mention, evidence=1) if sure else None

    def _text(self, at: int, end: int) -> str:
        return " ".join(unit.text for unit in self._units[at:end])

    def _described(self, at: int, end: int, matches: tuple[PlaceMatch, ...]) -> PlaceMention:
        units = self._units
        noun_unit, attributive = self._noun_after(end), False
        if noun_unit is not None:
            attributive = noun_unit + 1 < len(units) and units[noun_unit + 1].lemma == "of"
        else:
            noun_unit = self._noun_before(at)
        kind, words = self._kind(noun_unit) if noun_unit is not None else (None, None)
        opening = self._opening(at)
        return PlaceMention(
            self._number, units[at].first, units[end - 1].last, units[at].start, units[end - 1].end, self._text(at, end),
            matches, 0, None if attributive else kind, units[noun_unit].last if noun_unit is not None else None, words,
            near=opening in NEAR or self._compass_of(at), wide=self._wide(at), attributive=attributive,
        )  # fmt: skip

    def _wide(self, at: int) -> bool:
        """Tell whether the land is meant: "southern Idlib", "a base in Idlib", "towns in Aleppo"."""
        units = self._units
        if at and units[at - 1].lemma in COMPASS:
            return True
        return at > 1 and units[at - 1].lemma == "in" and self._kind(at - 2)[0] in (*BASE_KINDS, "town")

    def _kind(self, at: int) -> tuple[str | None, str]:
        """Return the kind of a noun, of the two words that end at it if they have one of their own."""
        units = self._units
        pair = f"{units[at - 1].text.lower()} {units[at].lemma}" if at else ""
        return (self._nouns[pair], pair) if pair in self._nouns else (self._noun(at), units[at].lemma)

    def _noun(self, at: int) -> str | None:
        unit = self._units[at]
        return self._nouns.get(unit.lemma) or self._nouns.get(unit.text.lower())

    def _noun_after(self, end: int) -> int | None:
        """Return the noun that the name stands before: "Idlib province", "Idlib's southern countryside"."""
        for at in range(end, min(end + _MOST_MODIFIERS, len(self._units))):
            unit = self._units[at]
            if self._noun(at) and unit.upos in ("NOUN", "PROPN"):
                following = self._units[at + 1] if at + 1 < len(self._units) else None
                if following is None or not (self._noun(at + 1) and following.upos in ("NOUN", "PROPN")):
                    return at
            if unit.upos not in ("ADJ", "NOUN") and not self._noun(at):
                return None
        return None

    def _noun_before(self, at: int) -> int | None:
        """Return the noun that the name stands behind: "the city of Idlib", "an air base at Abu Duhur", "the town Binnish"."""
        back = at - 1
        while back >= 0 and self._units[back].upos in ("DET", "ADJ"):
            back -= 1
        if back >= 1 and self._units[back].lemma in ("of", "at"):
            noun, inner = back - 1, self._units[back].lemma == "at"
            return noun if self._noun(noun) and (not inner or self._kind(noun)[0] in BASE_KINDS) else None
        return at - 1 if at and self._noun(at - 1) and self._units[at - 1].upos == "NOUN" else None

    def _opening(self, at: int) -> str:
        """Return the preposition before the name's phrase, "" if there is none."""
        for back in range(at - 1, max(at - 7, -1), -1):
            unit = self._units[back]
            if unit.upos in ("ADP", "SCONJ") or unit.lemma in NEAR:
                if unit.lemma == "of" and back and self._noun(back - 1):
                    return self._opening(back - 1)
                return unit.lemma
            if unit.upos not in ("DET", "ADJ", "NOUN", "PROPN", "NUM") and unit.text not in ("-", ","):
                return ""
        return ""

    def _compass_of(self, at: int) -> bool:
        """Tell whether the words put it to one side of the name: "10 km south of Ramadi", "north-east of the city of X"."""
        back = at - 1
        while back >= 0 and self._units[back].upos in ("DET", "ADJ"):
            back -= 1
        if back >= 2 and self._units[back].lemma == "of" and self._noun(back - 1):
            return self._compass_of(back - 1)
        if back < 1 or self._units[back].lemma not in ("of", "from"):
            return False
        word = self._units[back - 1].lemma
        return word in ("km", "kilometre", "kilometer", "mile", "kms") or (word in COMPASS and not self._after_article(back - 1))

    def _after_article(self, at: int) -> bool:
        return at > 0 and self._units[at - 1].upos == "DET"

    def _types(self, at: int, end: int) -> set[str]:
        start, stop = self._units[at].start, self._units[end - 1].end
        return {tag.type for tag in self._tagged if tag.start <= start and stop <= tag.end}

    def _tag_ends(self, end: int) -> bool:
        """Tell whether the tagger lets a place end here."""
        return any(tag.type == "location" and tag.end == end for tag in self._tagged)

    def _evidence(self, at: int, end: int, mention: PlaceMention) -> int:
        """Return how much speaks for a place here; below `_LEAST_EVIDENCE` it is none."""
        units, matches = self._units, mention.matches
        types = self._types(at, end)
        score = 2 * ("location" in types) - 2 * bool(types & {"person", "time", "quantity", "weapon"})
        score -= 1 * ("organisation" in types) + ("location" not in types and not types)
        score += 3 * (mention.noun is not None) + 2 * (self._opening(at) in LOCATIVE)
        wide = any(m.entry.precision in _WIDE for m in matches)
        score += 2 * wide - 2 * (bool(matches) and matches[0].closeness > Closeness.SPELLING)
        score -= 4 * (end == at + 1 and len(units[at].text.strip(".")) < _SHORTEST and not wide)
        score += 2 * any(m.entry.population >= _KNOWN_TOWN or m.entry.id.startswith("dateline:") for m in matches)
        after = units[end].lemma if end < len(units) else ""
        score -= 4 * (after in PARTY_NOUNS and not units[end - 1].possessive and self._noun(end) is None)
        score -= 4 * (at > 0 and units[at - 1].name and at - 1 not in self._taken and self._runs_on(at))
        runs_on = end < len(units) and units[end].name and not units[end - 1].possessive and self._noun(end) is None
        score -= (2 if wide else 4) * (runs_on and not self._tag_ends(units[end - 1].end))
        return score - 4 * (at > 0 and units[at - 1].lemma in _PEOPLE_NOUNS)

    def _runs_on(self, at: int) -> bool:
        """Tell whether the name runs on from the unit before it, as a surname does from a first name."""
        before = self._units[at - 1]
        known = self._noun(at - 1) or before.lemma in COMPASS or self._places.people_of(before.text) or before.possessive
        return not known


def _actor_units(units: Sequence[Unit]) -> set[int]:
    """Return the units inside names of groups, outlets and leaders."""
    pieces = keyed([unit.text for unit in units])
    book, taken, at = actor_book(), set[int](), 0
    while at < len(pieces):
        hit = book.longest(pieces, at)
        if hit is None:
            at += 1
            continue
        length, senses = hit
        if any(sense.role in ("actor", "leader") for sense in senses):
            taken.update(pieces[n][1] for n in range(at, at + length))
        at += length
    return taken


def _contained(here: list[PlaceMention], units: Sequence[Unit], offset: int) -> list[PlaceMention]:
    """Return a sentence's mentions, each with the one it is told to lie in and the noun it shares with a neighbour."""
    out = list(here)
    by_token = {n: unit for unit in units for n in range(unit.first, unit.last + 1)}
    for number in range(1, len(out)):
        before, mention = out[number - 1], out[number]
        gap = [by_token[n] for n in range(before.last + 1, mention.first) if n in by_token]
        words = [unit.lemma for unit in dict.fromkeys(gap)]
        if before.attributive and before.noun_at == mention.noun_at:
            out[number] = replace(mention, inside=offset + number - 1)
        elif _is_inside(words, before, mention):
            out[number - 1] = replace(before, inside=offset + number)
        elif words in (["and"], [","], ["or"], [",", "and"]):
            _share(out, number)
    return out


def _share(out: list[PlaceMention], number: int) -> None:
    """Let "the towns of A and B" and "A and B provinces" say their noun of both."""
    before, mention = out[number - 1], out[number]
    if mention.noun is None and before.noun and before.noun_at is not None and before.noun_at < before.first:
        out[number] = replace(mention, noun=before.noun, noun_at=before.noun_at, noun_words=before.noun_words, inside=before.inside)
    elif before.noun is None and mention.noun and mention.noun_at is not None and mention.noun_at > mention.last:
        out[number - 1] = replace(before, noun=mention.noun, noun_at=mention.noun_at, noun_words=mention.noun_words)


def _is_inside(words: list[str], before: PlaceMention, mention: PlaceMention) -> bool:
    """Tell whether the words between two names put the first inside the second."""
    wide = any(m.entry.precision in (PlacePrecision.COUNTRY, PlacePrecision.PROVINCE, PlacePrecision.AREA) for m in mention.matches)
    if words == [","]:
        return wide and not any(m.entry.precision is PlacePrecision.COUNTRY for m in before.matches)
    rest = [word for word in words if word not in (",", "the", "a")]
    if before.noun_words and rest and rest[0] == before.noun_words.split()[-1]:
        rest = rest[1:]
    return wide and bool(rest) and rest[0] in ("in", "of") and len(rest) <= 4 and not set(rest) & {"and", "on", "near", "from", "to"}
