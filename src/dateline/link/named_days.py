"""Named days: the weekdays that the words of a claim give for what they tell, and not for when somebody said so."""

import re
from typing import Final

from dateline.reference.calendar import WEEKDAYS

NAMES: Final = "|".join(name for name in WEEKDAYS if name.endswith("day"))
_WEEKDAY: Final = re.compile(rf"\b(?:{NAMES})\b", re.IGNORECASE)
_SAID: Final = re.compile(
    rf"\b(?:said|says|told|announced|reported|stated|confirmed|declared)\b(?: [\w'’.-]+){{0,4}}? "
    rf"(?:on )?(?:early |late )?(?:{NAMES}|yesterday|today|tonight)\b",
    re.IGNORECASE,
)


def without_saying(text: str) -> str:
    """Return a text without the words that say on which day somebody said a thing."""
    return _SAID.sub("", text)


def weekdays(text: str) -> dict[str, int]:
    """Return the weekdays that a text names, as it spells them, with their numbers, 0 for Monday."""
    return {found[0]: WEEKDAYS[found[0].lower()] for found in _WEEKDAY.finditer(text)}
