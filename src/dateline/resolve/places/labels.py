"""Names in the labels of a chronicle's entries: behind the day each is a place, whether the tagger saw it or not."""

from collections.abc import Iterator
from typing import Final

from dateline.model.annotated import Annotated, Mention, Token
from dateline.model.entries import entries
from dateline.reference.calendar import MONTHS, WEEKDAYS

_DAYS: Final = frozenset((*MONTHS, *WEEKDAYS))
_JOINS: Final = frozenset({"-", "'", "’"})  # within a name: "Sidi-Moussa"
_SHORTEST: Final = 3  # letters
LABEL: Final = "label"
"""The type of these mentions: a location, and nothing else."""


def labelled_places(annotated: Annotated) -> dict[int, list[Mention]]:
    """Return the names in each label of a report's entries, as those of places.

    Args:
        annotated: the report.
    """
    labels = sorted({number for label in entries(annotated).values() for number in label})
    return {number: names for number in labels if (names := list(_names(annotated, number)))}


def _names(annotated: Annotated, number: int) -> Iterator[Mention]:
    run: list[Token] = []
    for token in (*annotated.sentences[number].tokens, None):
        if token is not None and (_is_name(token) or (run and token.text in _JOINS and token.start == run[-1].end)):
            run.append(token)
        elif run:
            if run[-1].end - run[0].start >= _SHORTEST:
                yield Mention(run[0].start, run[-1].end, LABEL, number, 1.0)
            run = []


def _is_name(token: Token) -> bool:
    return token.text[0].isupper() and token.text.lower().rstrip(".") not in _DAYS
