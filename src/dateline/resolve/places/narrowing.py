"""A place narrowed to the one that its sentence tells to lie in it: "near Sukhna in the desert of Homs"."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.reading import Phrase
from dateline.resolve.places.choice import Choice
from dateline.resolve.places.reader import PlaceMention


def narrowed(
    mentions: Sequence[PlaceMention], choices: Sequence[Choice], phrase: Phrase, number: int, text: str
) -> tuple[Phrase, int]:
    """Return the phrase and mention of the only place told to lie in (or beside) a mention, else what was given.

    Args:
        mentions: the report's mentions.
        choices: what each was taken for.
        phrase: the words that name the wider place.
        number: its mention.
        text: the report's text.
    """
    known = choices[number].entry is not None
    inner = [
        n
        for n, one in enumerate(mentions)
        if (one.inside == number and known) or (one.beside == number and mentions[number].near)
    ]
    if len(inner) != 1 or mentions[inner[0]].start >= phrase.start or mentions[inner[0]].sentence != phrase.sentence:
        return phrase, number
    one = mentions[inner[0]]
    return replace(phrase, head=one.last, start=one.start, end=one.end, text=text[one.start : one.end]), inner[0]
