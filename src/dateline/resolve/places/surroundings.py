"""The words around a name of a place: the noun it goes with, the preposition before it, the side that is told."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dateline.reference.places_words import COMPASS, DISTANCES, NEAR, PEOPLES, STREETS, URBAN, place_nouns
from dateline.resolve.places.units import Unit

BASE_KINDS: Final = frozenset({"base", "airport", "crossing", "camp"})
WIDER: Final = frozenset({"province", "division", "countryside"})
WAYS: Final = frozenset({"highway", "motorway", "expressway", "railway"})  # that run far from what they are called by
_MIDDLE: Final = "central"  # "central Kabul" is in the town
_LOCAL_GOVERNMENT: Final = ["Local", "Government"]  # "Igabi Local Government Area"
_HOUSES: Final = frozenset({"embassy", "consulate"})
_MOST_MODIFIERS: Final = 3
_LONGEST_WAY: Final = 4  # words that are looked at behind a name


class Surroundings:
    """Answers about the units of one sentence; `at` is the unit where a name begins, `end` the one after it."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = units
        self._nouns = place_nouns()

    def noun(self, at: int) -> str | None:
        """Return the kind of place that a unit says by itself, None if it is no such noun."""
        unit = self._units[at]
        return self._nouns.get(unit.lemma) or self._nouns.get(unit.text.lower())

    def kind(self, at: int) -> tuple[str | None, str]:
        """Return the kind of a noun, of the two words that end at it if they have one of their own."""
        units = self._units
        pair = f"{units[at - 1].text.lower()} {units[at].lemma}" if at else ""
        return (self._nouns[pair], pair) if pair in self._nouns else (self.noun(at), units[at].lemma)

    def noun_after(self, end: int) -> int | None:
        """Return the noun that the name stands before: "Idlib province", "Idlib's southern countryside"."""
        for at in range(end, min(end + _MOST_MODIFIERS, len(self._units))):
            unit = self._units[at]
            if self.noun(at) not in (None, "capital") and unit.upos in ("NOUN", "PROPN"):
                following = self._units[at + 1] if at + 1 < len(self._units) else None
                if following is None or not (self.noun(at + 1) and following.upos in ("NOUN", "PROPN")):
                    return at
            of_noun = unit.upos in ("ADJ", "NOUN") or self.is_local_government(at) or self.is_local_government(at - 1)
            if not of_noun and not self.noun(at) and not self.is_tag(at):
                return None
        return None

    def is_house_abroad(self, end: int) -> bool:
        """Tell whether a country's name is that of its house in another: "the US embassy compound"."""
        return end < len(self._units) and self._units[end].lemma in _HOUSES

    def is_some_street(self, at: int, noun: int) -> bool:
        """Tell whether a noun is any street of a town rather than part of a name: "a Gori street", "Gori streets"."""
        unit = self._units[noun]
        some = unit.text.lower() != unit.lemma or (at > 0 and self._units[at - 1].lemma in ("a", "an"))
        return unit.lemma in STREETS and some

    def is_local_government(self, at: int) -> bool:
        """Tell whether a unit opens "Local Government", which parts a name from the kind of its area."""
        return [unit.text for unit in self._units[max(at, 0) : at + 2]] == _LOCAL_GOVERNMENT

    def is_tag(self, at: int) -> bool:
        """Tell whether a unit behind a name tells by its letters for whom a place is: "the Dedebit IDP camp"."""
        word = self._units[at].text.rstrip("s")
        return at > 0 and len(word) > 1 and word.isupper() and not self._units[at - 1].text.isupper()

    def noun_before(self, at: int) -> int | None:
        """Return the noun that the name stands behind: "the city of Idlib", "an air base at Abu Duhur"."""
        back = at - 1
        while back >= 0 and self._units[back].upos in ("DET", "ADJ"):
            back -= 1
        if back >= 1 and self._units[back].lemma in ("of", "at"):
            noun, inner = back - 1, self._units[back].lemma == "at"
            return (
                noun
                if self.noun(noun) not in (None, "capital") and (not inner or self.kind(noun)[0] in BASE_KINDS)
                else None
            )
        before = self._units[at - 1] if at and not self._units[at - 1].possessive else None
        return at - 1 if before and self.noun(at - 1) and before.upos == "NOUN" else None

    def opening(self, at: int) -> str:
        """Return the preposition before the name's phrase, "" if there is none."""
        for back in range(at - 1, max(at - 7, -1), -1):
            unit = self._units[back]
            if unit.upos in ("ADP", "SCONJ") or unit.lemma in NEAR:
                if unit.lemma == "of" and back and self.noun(back - 1):
                    return self.opening(back - 1)
                return unit.lemma
            if unit.upos not in ("DET", "ADJ", "NOUN", "PROPN", "NUM") and unit.text not in ("-", ","):
                return ""
        return ""

    def compass_of(self, at: int) -> bool:
        """Tell whether the words put it to one side of the name: "south of Ramadi", "10 km from the city of X"."""
        back = at - 1
        while back >= 0 and self._units[back].upos in ("DET", "ADJ"):
            back -= 1
        if back >= 2 and self._units[back].lemma == "of" and self.noun(back - 1):
            return self.compass_of(back - 1)
        if back < 1 or self._units[back].lemma not in ("of", "from"):
            return False
        word = self._units[back - 1].lemma
        return word in DISTANCES or (word in COMPASS and not self._after_article(back - 1))

    def _after_article(self, at: int) -> bool:
        return at > 0 and self._units[at - 1].upos == "DET"

    def wide(self, at: int) -> bool:
        """Tell whether the land is meant: "southern Idlib", "a base in Idlib"; "central Baghdad" is the city itself."""
        units = self._units
        if at and units[at - 1].lemma in COMPASS and units[at - 1].lemma != _MIDDLE:
            return True
        return at > 1 and units[at - 1].lemma == "in" and self.kind(at - 2)[0] in (*BASE_KINDS, "town")

    def urban(self, at: int) -> bool:
        """Tell whether what is told to be on that side is of a city: "markets in northern Baghdad"."""
        if at < 3 or self._units[at - 2].lemma not in ("in", "of"):
            return False
        return self._units[at - 3].lemma in URBAN

    def says_where(self, end: int) -> int:
        """Return how much what follows speaks for a place: ", 25 km west of B" and "near B" more than "in B"."""
        rest = self._units[end : end + _LONGEST_WAY]
        rest = rest[1:] if rest and rest[0].text == "," else rest
        if len(rest) < 2:
            return 0
        if self._is_label(end, rest):
            return 3
        if rest[0].lemma in NEAR or (rest[0].lemma in COMPASS and rest[1].lemma == "of") or rest[0].upos == "NUM":
            return 2 * (rest[0].upos != "NUM" or any(unit.lemma in DISTANCES for unit in rest[1:3]))
        return int(rest[0].lemma == "in" and rest[1].name)

    def _is_label(self, end: int, rest: Sequence[Unit]) -> bool:
        """Tell whether a name opens notes before a day: "Djibo, 28 June."."""
        only = all(unit.upos in ("PROPN", "NUM", "PUNCT") for unit in self._units)
        return only and self._units[end].text == "," and rest[0].upos == "NUM" and rest[1].upos == "PROPN"

    def is_people(self, at: int) -> bool:
        """Tell whether a unit means the people that a province is called after: "Karen positions", "Shan fighters"."""
        unit, after = self._units[at], self._units[at + 1] if at + 1 < len(self._units) else None
        told = after is not None and after.upos == "NOUN" and not after.name and self.noun(at + 1) is None
        return told and not unit.possessive and unit.text.lower() in PEOPLES


def told_kilometres(words: Sequence[str]) -> float:
    """Return the length told in figures among the words between two places ("250 km north of"), 0 for none."""
    for figure, measure in pairwise(words):
        plain = figure.replace(",", "")
        if measure in DISTANCES and plain.replace(".", "", 1).isdecimal():
            return float(plain) * DISTANCES[measure]
    return 0.0


def is_way(words: str | None, noun: int | None, last: int) -> bool:
    """Whether a name is a highway's: what happens on it may be far from the town."""
    return words in WAYS and noun is not None and noun > last
