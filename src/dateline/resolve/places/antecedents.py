"""The names of a report as what "the town" and "the camp" may mean: where each stands, and what it is called there."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Annotated, Sentence
from dateline.model.place import PlaceEntry
from dateline.reference.places_words import place_nouns
from dateline.resolve.places.choice import Choice
from dateline.resolve.places.coreference import Spot
from dateline.resolve.places.headed import head_end
from dateline.resolve.places.passing import leads_elsewhere
from dateline.resolve.places.reader import PlaceMention
from dateline.resolve.places.sayers import speaks_there
from dateline.resolve.places.shapes import PlaceShapes
from dateline.resolve.places.site_words import is_of_village
from dateline.resolve.places.surroundings import WIDER
from dateline.resolve.places.unknown import unknown

_DESCRIBING: Final = frozenset({"DET", "ADJ", "NUM", "PROPN", "PART", "ADV"})
_TIMES: Final = frozenset({"day", "fortnight", "hour", "minute", "month", "morning", "night", "week", "year"})
_LONGEST: Final = 6  # words of "the largest army camp" behind a name


def spots(  # noqa: PLR0913, PLR0917 - all that a report's names say
    annotated: Annotated,
    mentions: Sequence[PlaceMention],
    choices: Sequence[Choice],
    shapes: PlaceShapes,
    home: str | None,
    capital: str | None,
) -> list[Spot]:
    """Return what later (or earlier) words may mean; the dateline is no scene of the report.

    Args:
        annotated: the report.
        mentions: its names of places, in text order.
        choices: what each was taken for.
        shapes: gives the base at a town and the like.
        home: code of the country that the report's places lie in, if they do.
        capital: the id of the capital in the dateline, if it is one.
    """
    line = annotated.report.dateline
    holders = {mention.inside for mention in mentions}
    found = []
    for number, (mention, choice) in enumerate(zip(mentions, choices, strict=True)):
        if line and line.start <= mention.start < line.end:
            continue
        sentence = annotated.sentences[mention.sentence]
        noun = called(mention, sentence)
        bare = choice.entry is None and mention.noun is None and noun is None
        holder = choices[mention.inside].entry if mention.inside is not None else None
        village = bare or is_of_village(mention, sentence.tokens)
        entry = _by_name(mention, "town" if village else place_nouns().get(noun or ""), holder, home)
        if choice.entry is not None:
            entry = shapes.shaped(replace(mention, near=False), choice)[0]
            if entry.near == choice.entry.name and mention.noun not in WIDER:
                entry, noun = choice.entry, None  # "an outpost in A" names the town A, which is none
        if entry is not None:
            spoken = speaks_there(sentence, mention.start)
            elsewhere = leads_elsewhere(mention, sentence) or spoken or mention.noun == "airport"
            passing = mention.attributive or mention.near or elsewhere or number in holders
            spot = Spot(mention.sentence, mention.start, entry, passing, elsewhere, noun, bare, spoken)
            heads = head_end(annotated, mention.start, mention.end)
            found.append(replace(spot, heads=heads, filed=entry.id == capital))
    return found


def called(mention: PlaceMention, sentence: Sentence) -> str | None:
    """Return the noun that a place is called by where it is named: "the village of A", "B, the largest camp in …".

    Args:
        mention: the name.
        sentence: the sentence that it stands in.
    """
    if mention.noun_words:
        return mention.noun_words.split()[-1]
    behind = sentence.tokens[mention.last + 1 : mention.last + 2 + _LONGEST]
    if len(behind) < 2 or behind[0].text != "," or behind[1].upos != "DET":
        return None
    noun = next((token for token in behind[1:] if token.upos not in _DESCRIBING), None)
    word = noun.lemma.lower() if noun is not None and noun.upos == "NOUN" else None
    return None if word in _TIMES else word


def _by_name(mention: PlaceMention, kind: str | None, holder: PlaceEntry | None, home: str | None) -> PlaceEntry | None:
    """Return a town that the gazetteer lacks, where the report calls it one or leaves open what it is."""
    return unknown(mention.name, "town", holder, home) if "town" in (mention.noun, kind) else None
