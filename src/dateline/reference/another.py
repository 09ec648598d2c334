"""Words that tell a happening apart from one told before: "another raid", "a second blast"."""

import re
from typing import Final

_REACH: Final = 25  # characters before the trigger that belong to it
_ANOTHER: Final = re.compile(r"\b(?:another|separate|second|third|different|similar)\b", re.I)
_NOT_ANOTHER: Final = re.compile(r"\b(?:second|third)[- ](?:largest|biggest|in|day|consecutive|straight)\b", re.I)


def tells_another(text: str, at: int) -> bool:
    """Return whether a word such as "another" stands before a trigger, close enough to belong to it.

    Args:
        text: the words around the trigger.
        at: where it starts in them.
    """
    before = text[max(at - _REACH, 0) : at]
    return bool(_ANOTHER.search(before)) and not _NOT_ANOTHER.search(before)
