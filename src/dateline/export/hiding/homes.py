"""Homes: addresses and coordinates in a text, by their shape."""

import re
from collections.abc import Iterator
from typing import Final

_WAY: Final = r"(?:(?:Street|Road|Avenue|Lane|Boulevard|Drive|Alley|Way|Row|Close|Terrace)\b|(?:St|Rd|Ave|Blvd)\b\.?)"
_NAMES: Final = r"(?:(?:[A-Z][\w’'-]*|al|el|of|the|de|la)\s+){1,5}"
_HOUSE: Final = r"(?:house|flat|apartment|building|villa|home|block|tent|door|room|unit|bungalow|shelter)"
SHAPES: Final = tuple(
    re.compile(shape)
    for shape in (
        rf"\b\d{{1,5}}[A-Za-z]?,?\s+{_NAMES}{_WAY}",  # 12 Orchard Street
        rf"\b{_NAMES}{_WAY},?\s+(?:(?:No|Nr|no|nr|number)\b\.?\s*)?\d{{1,5}}[A-Za-z]?\b",  # Orchard Street 12
        rf"\b(?i:{_HOUSE})\s+(?:(?:number|no|nr)\b\.?\s*|#\s*)?\d{{1,5}}[A-Za-z]?\b(?!\s*(?:people|men|women|families))",
        rf"(?<=home on )\s*{_NAMES}{_WAY}|(?<=house on )\s*{_NAMES}{_WAY}|(?<=home in )\s*{_NAMES}{_WAY}",
        rf"(?<=house in )\s*{_NAMES}{_WAY}|(?<=home at )\s*{_NAMES}{_WAY}|(?<=house at )\s*{_NAMES}{_WAY}",
        rf"(?<=lived on )\s*{_NAMES}{_WAY}|(?<=lives on )\s*{_NAMES}{_WAY}|(?<=flat on )\s*{_NAMES}{_WAY}",
        r"-?\d{1,2}\.\d{3,}\s*°?\s*[NS]?\s*[,;]\s*-?\d{1,3}\.\d{3,}\s*°?\s*[EW]?",  # degrees
    )
)


def homes(text: str) -> Iterator[tuple[int, int]]:
    """Yield where addresses stand in a text."""
    for shape in SHAPES:
        for found in shape.finditer(text):
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            yield start, found.end()
