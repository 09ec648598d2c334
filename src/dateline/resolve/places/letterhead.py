"""Letterheads: a report's first line that tells who writes and where they sit, "National Police Service, A"."""

from typing import Final

from dateline.model.annotated import Sentence

_TELLING: Final = frozenset({"VERB", "AUX", "ADP"})  # "Raid on A", "Bomb kills ten": a headline


def is_letterhead(sentence: Sentence, start: int) -> bool:
    """Return whether a first line is no headline: names and nouns alone, with a place behind a comma.

    Args:
        sentence: the report's first sentence.
        start: where the place's name begins in the report's text.
    """
    before = [token for token in sentence.tokens if token.end <= start]
    comma = len(before) > 1 and before[-1].text == ","
    return comma and not any(token.upos in _TELLING for token in before)
