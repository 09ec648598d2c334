"""What each name of a sentence is told to lie in or near: "A in B", "the A quarter of B", "A, a town near B"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dateline.model.place import PlacePrecision
from dateline.reference.places_words import COMPASS, DISTANCES, place_nouns
from dateline.resolve.places.holders import TOWN, size
from dateline.resolve.places.reader import PlaceMention
from dateline.resolve.places.surroundings import told_kilometres
from dateline.resolve.places.units import Unit

_WIDE: Final = (PlacePrecision.COUNTRY, PlacePrecision.PROVINCE, PlacePrecision.DISTRICT, PlacePrecision.AREA)
_TOWNSHIPS: Final = frozenset({"township", "municipality"})  # "A village in B township", the land around the town of B
_OF_A_TOWN: Final = ("site", "quarter")
_IN_A_TOWN: Final = (*_OF_A_TOWN, "division", "camp", "town")  # "Omdurman's Ombada district"
_WIDER_NOUNS: Final = ("province", "division")
_CITY: Final = 100_000  # people: it has quarters, which may be called like villages elsewhere
_APPOSED: Final = frozenset({*_IN_A_TOWN, "area", "capital"})  # "A, a rebel-held quarter of B"
_SEATS: Final = frozenset({"headquarters", "seat", "capital", "centre", "center"})
_LONGEST_APPOSED: Final = 8  # words of that between the two names
_LONGEST_WAY: Final = 8  # words between a place and what it is told to lie near
_CLOSE_BY: Final = frozenset({"near", "nr", "nr.", "outside", "beside", "to"})  # "to" only after "close" and the like
_NEXT: Final = frozenset({"close", "next", "adjacent"})
_ELSEWHERE: Final = frozenset({"and", "in", "on", "to", "after", "while"})
_APART: Final = _ELSEWHERE | {"at", "near", "outside", "by", "from", "with", "for", "when", "where", "that", "which"}
_BORDERING: Final = frozenset({"side", "edge", "outskirt", "outskirts", "bank", "shore", "slope", "foot"})  # "… of B"
_LISTING: Final = (["and"], ["or"], [",", "and"], [","])


def contained(here: list[PlaceMention], units: Sequence[Unit], offset: int) -> list[PlaceMention]:
    """Return a sentence's mentions, each with the one it is told to lie in and the noun it shares with a neighbour.

    Args:
        here: the mentions.
        units: the sentence's units.
        offset: the number of its first mention in the report.
    """
    if len(here) < 2:
        return here
    out = list(here)
    by_token = {n: unit for unit in units for n in range(unit.first, unit.last + 1)}
    gaps = [[], *(_words_between(by_token, one, other) for one, other in pairwise(here)), []]
    for number in range(1, len(out)):
        before, mention, words = out[number - 1], out[number], gaps[number]
        if (before.attributive and before.noun_at == mention.noun_at) or (
            not words and by_token[before.last].possessive and mention.noun in _IN_A_TOWN
        ):
            out[number] = replace(mention, inside=offset + number - 1)
        elif kind := _apposed(words, mention):
            out[number - 1] = replace(before, inside=offset + number, noun=before.noun or kind)
            out[number] = _without_noun(mention, before)
        elif _is_listed(gaps, here, number):
            _share(out, number)
        elif _is_inside(words, before, mention) or _is_in_city(words, before, mention):
            kind = "town" if mention.noun_words in _TOWNSHIPS and not size(before.matches)[0] else None
            out[number - 1] = replace(before, inside=offset + number, noun=before.noun or kind)
        elif _is_beside(words, before):
            out[number - 1] = replace(before, beside=offset + number, away=told_kilometres(words))
        elif words in _LISTING:
            _share(out, number)
    if out[1].inside is None and _is_opened(out[0], out[1], by_token):
        out[1] = replace(out[1], inside=offset)
    return out


def _is_opened(first: PlaceMention, mention: PlaceMention, by_token: Mapping[int, Unit]) -> bool:
    """Tell whether a sentence opens with the province that its next name lies in: "In A, a bomb at a hotel in B …".

    Not where it goes on to something else in between: "In A, shells killed two men, and in B …".
    """
    gap = list(dict.fromkeys(by_token[n] for n in range(first.last + 1, mention.first) if n in by_token))
    opens = first.first == 1 and first.noun is None and by_token.get(0) is not None and by_token[0].lemma == "in"
    if not opens or len(gap) < 2 or gap[0].text != "," or gap[-1].lemma not in ("in", "at"):
        return False
    verbs = sum(unit.upos == "VERB" for unit in gap)
    if verbs > 1 or any(unit.upos in ("CCONJ", "PUNCT") for unit in gap[1:]):
        return False
    provinces = [m.entry for m in first.matches if m.entry.precision is PlacePrecision.PROVINCE]
    parts = {(one.country, one.admin1) for one in provinces}
    towns = (m.entry for m in mention.matches if m.entry.precision is PlacePrecision.TOWN)
    return any((town.country, town.admin1) in parts for town in towns)


def _words_between(by_token: Mapping[int, Unit], before: PlaceMention, mention: PlaceMention) -> list[str]:
    gap = (by_token[n] for n in range(before.last + 1, mention.first) if n in by_token)
    return [unit.lemma for unit in dict.fromkeys(gap)]


def _apposed(words: Sequence[str], mention: PlaceMention) -> str | None:
    """Return what an apposition between two names calls the first: "A, a rebel-held quarter of B".

    The seat of a district is a town: "A, the headquarters of B district".
    """
    if not 4 <= len(words) <= _LONGEST_APPOSED or words[0] != "," or words[1] not in ("a", "an", "the"):
        return None
    kind = place_nouns().get(words[-2]) if words[-1] in ("of", "in") else None
    if words[-2] in _SEATS and words[-1] == "of" and mention.noun in _WIDER_NOUNS:
        kind = "town"
    return kind if kind in _APPOSED and _APART.isdisjoint(words[2:-1]) else None


def _without_noun(mention: PlaceMention, before: PlaceMention) -> PlaceMention:
    """Return a name without the noun that the apposition before it says of another."""
    if mention.noun_at is None or not before.last < mention.noun_at < mention.first:
        return mention
    return replace(mention, noun=None, noun_at=None, noun_words=None)


def _share(out: list[PlaceMention], number: int) -> None:
    """Let "the towns of A and B" and "A and B provinces" say their noun of both."""
    before, mention = out[number - 1], out[number]
    if mention.noun is None and before.noun and before.noun_at is not None and before.noun_at < before.first:
        out[number] = replace(
            mention, noun=before.noun, noun_at=before.noun_at, noun_words=before.noun_words, inside=before.inside
        )
    elif before.noun is None and mention.noun and mention.noun_at is not None and mention.noun_at > mention.last:
        out[number - 1] = replace(before, noun=mention.noun, noun_at=mention.noun_at, noun_words=mention.noun_words)


def _is_beside(words: Sequence[str], before: PlaceMention) -> bool:
    """Tell whether the words between two names put the first near the second: "A, 25 km west of B", "A near B"."""
    if before.noun_words and words and words[0] == before.noun_words.split()[-1]:
        words = words[1:]
    rest = [word for word in words if word not in ("the", "a", "an", "city", "town", "village", "just", ",")]
    if not rest or len(rest) > _LONGEST_WAY:
        return False
    if rest[-1] in _CLOSE_BY:
        return set(rest[:-1]) <= _NEXT and (len(rest) > 1 or rest[0] != "to")
    if rest[-1] == "of" and rest[-2:-1] and rest[-2] in _BORDERING and rest[0] in ("on", "at"):
        return True  # "A, on the eastern side of B"
    measured = any(word in DISTANCES or word in COMPASS for word in rest[:-1])
    return rest[-1] in ("of", "from") and measured and not set(rest) & _ELSEWHERE


def _is_inside(words: list[str], before: PlaceMention, mention: PlaceMention) -> bool:
    """Tell whether the words between two names put the first inside the second.

    Anything may lie in a country, province or area; what the gazetteer lacks or a street, school or quarter in a town.
    """
    holds = any(m.entry.precision in _WIDE for m in mention.matches) or mention.noun in _WIDER_NOUNS
    holds = holds or (mention.noun_words in _TOWNSHIPS and before.noun_words not in _TOWNSHIPS)
    if not holds and (not before.matches or before.noun in _OF_A_TOWN):
        in_quarter = before.noun == "site" and mention.noun == "quarter"
        holds = (mention.noun not in _OF_A_TOWN or in_quarter) and (bool(mention.matches) or before.noun in _OF_A_TOWN)
    noun = before.noun_words.split()[-1] if before.noun_words else None
    if noun in words[:2]:
        words = words[words.index(noun) + 1 :]  # "the A shopping district of B"
    if words in ([","], ["("]):  # "Bandiagara (Mopti)", as analysts' notes have it
        return holds and not any(m.entry.precision is PlacePrecision.COUNTRY for m in before.matches)
    rest = [word for word in words if word not in (",", "the", "a")]
    rest = rest[1:] if rest[:2] == ["part", "of"] else rest  # "A, part of the township of B"
    return (
        holds
        and bool(rest)
        and rest[0] in ("in", "of")
        and len(rest) <= 4
        and not set(rest) & {"and", "on", "near", "from", "to"}
    )


def _is_listed(gaps: Sequence[list[str]], here: Sequence[PlaceMention], number: int) -> bool:
    """Tell whether a comma between two names is that of a list, "A, B and C", rather than of an address, "A, B, C".

    In an address each name is of something larger than the one before.
    """
    if gaps[number] != [","]:
        return False
    around = [size(one.matches) for one in here[max(number - 2, 0) : number + 2]]
    grows = all(one < other for one, other in pairwise(around))
    return gaps[number + 1] in _LISTING[:-1] or ([","] in (gaps[number - 1], gaps[number + 1]) and not grows)


def _is_in_city(words: list[str], before: PlaceMention, mention: PlaceMention) -> bool:
    """Tell whether a small place is told to be in a city: "A in B", "A, B", "the A district of B"."""
    noun = before.noun_words.split()[-1] if before.noun_words else None
    if noun in words[:1]:
        words = words[1:]
    if words == ["of"]:
        small = before.noun is not None and not before.attributive and size(before.matches) < size(mention.matches)
    else:
        small = words in (["in"], [","]) and size(before.matches) < (TOWN, _CITY)
    return small and size(mention.matches) >= (TOWN, _CITY) and mention.noun in (None, "town")
