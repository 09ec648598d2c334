"""Bare heads: a town alone before a stop or colon, as local papers open a report: "MOSUL. The search …", "Aden: Two …".

A stop or colon ends much else, so only a town that the gazetteer knows counts, and only where no other paragraph opens
so: the notes of a round-up each have theirs.
"""

import re
from collections.abc import Sequence
from typing import Final

from dateline.model.place import PlacePrecision
from dateline.model.report import Block, Dateline
from dateline.reference.places import Closeness, shared_places
from dateline.sources.agencies import not_places

_WORD: Final = r"[^\W\d_][\w'’-]*"
_HEAD: Final = re.compile(
    rf"\s*(?P<place>{_WORD}(?:[ ]{_WORD}){{0,3}})(?:,[ ]{_WORD}(?:[ ]{_WORD})?)?(?P<end>[.:])\s+(?=\S)"
)
_TITLE: Final = re.compile(r"[^\W\d_a-zß-ÿ]")  # a capital letter
# Behind a speaker's colon: "Hassan: We will …".
_SPEECH: Final = re.compile(r"[\"“‘'«]|(?:We|I|Our|My|You|Yes|No|This)\b")
_SHORTEST: Final = 4  # letters; what is shorter and in capitals is somebody's initials
_KNOWN: Final = 30_000  # people of a town that is told from a speaker or a heading


def read_head(text: str, body: Sequence[Block]) -> Dateline | None:
    """Read the town that a report's first paragraph opens with, where it alone opens so.

    Args:
        text: the report's text.
        body: its paragraphs.
    """
    heads = [_HEAD.match(text, block.start, block.end) for block in body]
    head = heads[0] if heads else None
    if head is None or not _is_town(head, text) or any(one and _is_named(one["place"]) for one in heads[1:]):
        return None
    return Dateline(
        start=head.start("place"),
        end=head.end(),
        place=head["place"],
        place_start=head.start("place"),
        place_end=head.end("place"),
        month=None,
        day=None,
        year=None,
        agency=None,
    )


def _is_named(words: str) -> bool:
    """Tell whether words may be a name, be it of no town that is known."""
    return all(_TITLE.match(word) for word in words.split())


def _is_town(head: re.Match[str], text: str) -> bool:
    """Tell whether a head is a town that is known: in capitals, or a large one before a colon that quotes nobody."""
    place = head["place"]
    if text == text.upper() or len(place) < _SHORTEST or place.casefold() in not_places():
        return False
    if place != place.upper() and (head["end"] == "." or not _is_named(place) or _SPEECH.match(text, head.end())):
        return False
    least, most = (0, Closeness.KEY) if place == place.upper() else (_KNOWN, Closeness.SPELLING)
    named = (match for match in shared_places().named(place) if match.closeness <= most)
    towns = (match.entry for match in named if match.entry.precision is PlacePrecision.TOWN)
    return _TITLE.match(text, head.end()) is not None and any(town.population >= least for town in towns)
