"""Who suffered what those did of whom the sentence before told: "So did two guards", "Nor did any", "As did a boy"."""

from typing import Final

from dateline.extract.tolls.sentence import TollSentence

_SO: Final = frozenset({"so", "as"})
_DID: Final = frozenset({"did", "was", "were", "had", "have", "has"})


def likewise(told: TollSentence) -> list[int]:
    """Return the groups of "So did two guards and a boy", none where a sentence tells anything else of them.

    Args:
        told: the sentence.
    """
    start = 1 if told.text(0) in ("and", "but") else 0
    if told.text(start) not in _SO or told.text(start + 1) not in _DID:
        return []
    verb = any(told.upos(k) == "VERB" for k in range(start + 2, len(told)))
    return [] if verb else [i for i, group in enumerate(told.groups) if group.sure or group.bare]
