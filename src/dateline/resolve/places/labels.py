"""Names in the labels of a chronicle's entries: behind the day each is a place, whether the tagger saw it or not."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import Final

from dateline.model.annotated import Annotated, Mention, Token
from dateline.model.entries import entries
from dateline.reference.calendar import MONTHS, WEEKDAYS
from dateline.resolve.places.runs import PARTICLES

_DAYS: Final = frozenset((*MONTHS, *WEEKDAYS))
_JOINS: Final = frozenset({"-", "'", "’"})  # within a name: "Sidi-Moussa"
_SHORTEST: Final = 3  # letters
_HEAD: Final = 3  # sentences
_MONTH: Final = "|".join(MONTHS)
_FILED: Final = re.compile(  # "Osh, 11 June.", "Oruro, Friday, 3 May 2002"
    rf"(?P<place>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){{0,2}}), "
    rf"(?i:(?:\w+day,? )?(?:\d\d? (?:{_MONTH})|(?:{_MONTH})\.? \d\d?))(?:,? \d{{4}})?\.?"
)
LABEL: Final = "label"
"""The type of these mentions: a location, and nothing else."""


def labelled_places(annotated: Annotated, knows: Callable[[str], bool]) -> dict[int, list[Mention]]:
    """Return the names in each label of a report's entries, as those of places; so is that of a line of place and day.

    Args:
        annotated: the report.
        knows: whether a name is spelt like a place's.
    """
    ranges = set(entries(annotated).values())
    labels = sorted({number for label in ranges for number in label})
    told = {number: names for number in labels if (names := list(_names(annotated, number)))}
    bare = (label.stop for label in ranges if not any(number in told for number in label))
    told = _filed(annotated, knows) | told
    return told | {number: names[:1] for number in bare if (names := list(_opening(annotated, number)))}


def _filed(annotated: Annotated, knows: Callable[[str], bool]) -> dict[int, list[Mention]]:
    """Return the place of a line that tells a place and a day and nothing else, at the head of a report."""
    found = {}
    for number, sentence in enumerate(annotated.sentences[:_HEAD]):
        line = _FILED.fullmatch(annotated.report.text[sentence.start : sentence.end].strip())
        if line and knows(line["place"]):
            found[number] = [Mention(sentence.start, sentence.start + line.end("place"), LABEL, number, 1.0)]
    return found


def _opening(annotated: Annotated, number: int) -> Iterator[Mention]:
    """Yield the name that a verbless note opens with behind a bare day: "4.10 - Sarra, school. Drone. 9 dead"."""
    tokens = annotated.sentences[number].tokens if number < len(annotated.sentences) else ()
    name = next(_names(annotated, number), None) if tokens else None
    if name is None or name.start != tokens[0].start or any(token.deprel.startswith("nsubj") for token in tokens):
        return
    behind = next((token.text for token in tokens if token.start >= name.end), ".")
    if behind == "," or (behind == "(" and len(tokens) > 2):
        yield name


def _names(annotated: Annotated, number: int) -> Iterator[Mention]:
    run: list[Token] = []
    tokens = annotated.sentences[number].tokens
    for token, following in zip_longest(tokens, tokens[1:]):
        joins = run and (
            (token.text in _JOINS and token.start == run[-1].end)
            or (token.text in PARTICLES and following is not None and _is_name(following))
        )
        if _is_name(token) or joins:
            run.append(token)
        elif run:
            yield from _mention(run, number)
            run = []
    yield from _mention(run, number)


def _mention(run: Sequence[Token], number: int) -> Iterator[Mention]:
    if run and run[-1].end - run[0].start >= _SHORTEST:
        yield Mention(run[0].start, run[-1].end, LABEL, number, 1.0)


def _is_name(token: Token) -> bool:
    return token.text[0].isupper() and token.text.lower().rstrip(".") not in _DAYS
