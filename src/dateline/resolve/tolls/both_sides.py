"""Dead fighters "of both sides", who were of neither party alone."""

import re
from typing import Final

from dateline.model.actor import ActorKind, ActorLink
from dateline.model.annotated import Annotated
from dateline.model.reading import TollReading

_BOTH: Final = re.compile(
    r"\b(?:of|on|from|for) (?:both|either|each|the two|all) (?:the )?(?:warring |opposing )?"
    r"(?:sides?|part(?:y|ies)|camps?)\b",
    re.IGNORECASE,
)


def of_both_sides(reading: TollReading, annotated: Annotated, side: ActorLink) -> bool:
    """Return whether fighters whom nothing else names are told as those of both sides: "70 fighters on both sides".

    Args:
        reading: a toll as read.
        annotated: its report.
        side: the party that its words give.
    """
    if side.kind is not ActorKind.UNIDENTIFIED or side.side is not None:
        return False
    sentence = annotated.sentences[reading.sentence]
    return bool(_BOTH.search(annotated.report.text, sentence.start, sentence.end))
