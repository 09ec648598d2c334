"""Numbers that say of themselves that they are only some: "three of the dead", "two more bodies".

Whoever gives them gives no second, lower account of all who died.
"""

import re
from typing import Final

from dateline.model.reckoned import Figure
from dateline.reckon.spelt import spelt

_HARMED: Final = r"(?:dead|victims|killed|slain|fallen|bodies|martyrs|deceased|fatalities|casualties)"
_OF_THEM: Final = re.compile(
    rf"\W+of (?:the|those|these|its|their|our) (?:\w+ )?{_HARMED}\b|"
    r"\W+of (?:them|whom|these|those)\b|"
    rf"\W+(?:\w+ ){{0,3}}(?:was|were|are|is) (?:also )?among (?:the|those) (?:\w+ )?{_HARMED}\b|"
    r"\W+(?:more|others?|further|additional)\b(?! than)",
    re.IGNORECASE,
)
_FURTHER: Final = re.compile(r"\b(?:another|a further|an additional)\s+$", re.IGNORECASE)


def are_some(figure: Figure, text: str) -> bool:
    """Return whether a text tells a number as that of some of those who were harmed.

    Args:
        figure: the figure.
        text: the sentence that it stands in.
    """
    number = figure.number
    if number is None:
        return False
    return any(
        _OF_THEM.match(text[found.end() :]) or _FURTHER.search(text[: found.start()])
        for found in spelt(number).finditer(text)
    )
