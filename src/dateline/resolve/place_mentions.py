"""Names of places in a report, each with the one that it is told to lie in, and the countries that it speaks of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.model.annotated import Annotated, Mention
from dateline.model.place import PlacePrecision
from dateline.reference.places import Places
from dateline.resolve.place_reader import PlaceMention, PlaceReader
from dateline.resolve.place_units import Unit, is_cased, units_of


@dataclass(frozen=True, slots=True)
class Scan:
    """What a report says of places: mentions in text order, and how often each country is spoken of."""

    mentions: tuple[PlaceMention, ...]
    countries: dict[str, int]


def scan(annotated: Annotated, places: Places) -> Scan:
    """Return the names of places in a report and the countries that it speaks of."""
    text, sentences = annotated.report.text, annotated.sentences
    units = [units_of(s, cased=is_cased(text[s.start : s.end])) for s in sentences]
    countries = _countries_of((unit for here in units for unit in here), places)
    tagged, found = _by_sentence(annotated), list[PlaceMention]()
    for number, here in enumerate(units):
        if not any(unit.name for unit in here):
            continue
        mentions = PlaceReader(number, here, tagged.get(number, []), places, countries).mentions()
        found.extend(_contained(mentions, here, len(found)))
    return Scan(tuple(found), countries)


def _countries_of(units: Iterable[Unit], places: Places) -> dict[str, int]:
    """Count the words that speak of each country: its name ("Syria") weighs twice an adjective ("Syrian")."""
    counts: dict[str, int] = {}
    for unit in units:
        if unit.upos not in ("ADJ", "PROPN", "NOUN"):
            continue
        if code := places.people_of(unit.text):
            counts[code] = counts.get(code, 0) + 1
        elif unit.name and (code := places.country_named(unit.text)):
            counts[code] = counts.get(code, 0) + 2
    return counts


def _by_sentence(annotated: Annotated) -> dict[int, list[Mention]]:
    tagged: dict[int, list[Mention]] = {}
    for mention in annotated.mentions:
        tagged.setdefault(mention.sentence, []).append(mention)
    return tagged


def _contained(here: list[PlaceMention], units: Sequence[Unit], offset: int) -> list[PlaceMention]:
    """Return a sentence's mentions, each with the one it is told to lie in and the noun it shares with a neighbour."""
    if len(here) < 2:
        return here
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
        out[number] = replace(
            mention, noun=before.noun, noun_at=before.noun_at, noun_words=before.noun_words, inside=before.inside
        )
    elif before.noun is None and mention.noun and mention.noun_at is not None and mention.noun_at > mention.last:
        out[number - 1] = replace(before, noun=mention.noun, noun_at=mention.noun_at, noun_words=mention.noun_words)


def _is_inside(words: list[str], before: PlaceMention, mention: PlaceMention) -> bool:
    """Tell whether the words between two names put the first inside the second."""
    wide = any(
        m.entry.precision in (PlacePrecision.COUNTRY, PlacePrecision.PROVINCE, PlacePrecision.AREA)
        for m in mention.matches
    )
    if words == [","]:
        return wide and not any(m.entry.precision is PlacePrecision.COUNTRY for m in before.matches)
    rest = [word for word in words if word not in (",", "the", "a")]
    if before.noun_words and rest and rest[0] == before.noun_words.split()[-1]:
        rest = rest[1:]
    return (
        wide
        and bool(rest)
        and rest[0] in ("in", "of")
        and len(rest) <= 4
        and not set(rest) & {"and", "on", "near", "from", "to"}
    )
