"""Captions: which passages describe a picture rather than tell the news."""

import re
from itertools import pairwise
from typing import Final

from dateline.reference.calendar import find_dates
from dateline.sources.boilerplate import boilerplate

_SLUG: Final = re.compile(r"(?P<label>[\w'’.-]+(?: [\w'’.-]+){0,3}) ?: (?=\w)")
_SAYING: Final = re.compile(r"\b(?:sa(?:id|ys|ying)|told|add(?:ed|s)|reads?|wrote|statement|caption)\b", re.IGNORECASE)
_SIGNED: Final = re.compile(r"\s\([A-Z][^()]{1,40}\)$")
_WORD: Final = re.compile(r"[a-z]+")
_INNER_STOP: Final = re.compile(r"[a-z)][.!?][\"”'’]? [A-Z]")
_NOUN_NEXT: Final = {
    *("a", "an", "the", "its", "his", "her", "their", "this", "that", "some", "any", "no", "heavy"),
    *("of", "in", "on", "by", "to", "from", "under", "with", "for", "at", "into", "and", "or"),
}
_LONGEST: Final = 70  # words; a caption is a sentence or two


def is_caption(text: str) -> bool:
    """Tell whether a passage speaks as a caption does.

    It opens with the picture ("In this photo …", "FILE –", "Pictured:"), says what the picture shows, has a short label
    and a colon before either, is one sentence in the present with a full date near its end ("A man walks past …,
    April 25, 2015"), or a view without a verb, so dated and signed ("Smoke over the town, April 25, 2015. (Agency)").
    """
    if text.count(" ") >= _LONGEST:
        return False
    words = boilerplate().captions
    if words.openers.match(text):
        return not _tells_news(text)
    slug = slug_length(text)
    if slug and (words.openers.match(text[slug:]) or words.photo.search(text) or _is_scene_told_whole(text[slug:])):
        return True
    if words.photo.search(text) and not _tells_news(text):
        return True
    return _has_late_date(text) and (_is_scene(text) or _is_credited_view(text))


def slug_length(text: str) -> int:
    """Return how long the label and colon are that a passage begins with ("aftermath: "), 0 where there is none."""
    slug = _SLUG.match(text)
    return slug.end() if slug and not _SAYING.search(slug["label"]) else 0


def is_old_picture(text: str) -> bool:
    """Tell whether a caption says that its picture comes from a file, so that its date is not the report's."""
    return boilerplate().captions.file.search(text) is not None


def _tells_news(text: str) -> bool:
    """Tell whether a sentence about a picture is news about it ("a video released on Monday showed …, he said")."""
    return bool(re.search(r"\b(?:said|told|showed|appeared|emerged)\b", text)) and not re.search(r"\bshows\b", text)


def _is_scene(text: str) -> bool:
    """Tell whether a passage is one sentence with a verb of what pictures show and no past tense that gives news away.

    A word after an article or preposition is a noun there ("the train", "under fire").
    """
    captions = boilerplate().captions
    words = _WORD.findall(text.lower())
    shown = any(word in captions.verbs and before not in _NOUN_NEXT for before, word in pairwise(words))
    return shown and captions.past.isdisjoint(words) and not _INNER_STOP.search(text)


def _is_credited_view(text: str) -> bool:
    """Tell whether a passage is signed in brackets and holds no past tense: a view rather than an event."""
    words = _WORD.findall(text.lower())
    told = any(word.endswith("ed") for word in words) or not boilerplate().captions.past.isdisjoint(words)
    return _SIGNED.search(text) is not None and not told


def _is_scene_told_whole(text: str) -> bool:
    """Tell whether the words after a label are a scene and end in a stop, as those of a headline do not."""
    return text.endswith((".", "!")) and _is_scene(text)


def _has_late_date(text: str) -> bool:
    """Tell whether a date with its year stands in the second half, as captions have it."""
    return any(date.year and date.start > len(text) // 2 for date in find_dates(text))
