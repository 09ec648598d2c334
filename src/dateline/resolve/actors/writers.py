"""Who writes: the party behind a report's own "we", by its outlet or heading ("Communique of the Eastern Front")."""

import re
from typing import Final

from dateline.model.actor import ActorEntry, ActorKind, ActorLink
from dateline.model.annotated import Annotated
from dateline.model.reading import Phrase
from dateline.reference.actors import actors_named, entry_of

_HEADING: Final = 3  # sentences in which a statement says whose it is
_LONGEST: Final = 5  # words of a name, at most
_ARMED: Final = frozenset(
    {
        ActorKind.STATE_FORCES,
        ActorKind.REBEL_GROUP,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
        ActorKind.EXTERNAL_FORCES,
    }
)
_WORD: Final = re.compile(r"[\w'’.-]*\w")
_OF_THE_STATE: Final = re.compile(
    r"\b(?:army|armed forces|general (?:staff|command)|ministry of defen[cs]e|defen[cs]e ministry)\b", re.IGNORECASE
)


def writer(annotated: Annotated, country: str | None, phrase: Phrase) -> ActorLink | None:
    """Return the armed party that puts a report out; None where neither outlet nor heading names one.

    Args:
        annotated: the report.
        country: the code of the country that it tells of.
        phrase: the word that means those who write.
    """
    outlet, sentences = annotated.report.outlet or "", annotated.sentences
    heading = annotated.report.text[: sentences[min(_HEADING, len(sentences)) - 1].end] if sentences else ""
    entry = _named_in(outlet) or _of_state(outlet, country) or _named_in(heading) or _of_state(heading, country)
    if entry is None:
        return None
    how = f"“{phrase.text}”: those who put the report out"
    return ActorLink(
        entry.name, entry.id, entry.kind, entry.side, phrase.text, phrase.start, phrase.end, how, entry.country
    )


def _named_in(text: str) -> ActorEntry | None:
    """Return the first armed party that a text names, by the longest run of words that is a name."""
    words = _WORD.findall(text)
    for first in range(len(words)):
        for last in range(min(first + _LONGEST, len(words)), first, -1):
            armed = [entry for entry in actors_named(" ".join(words[first:last])) if entry.kind in _ARMED]
            if len(armed) == 1:
                return armed[0]
    return None


def _of_state(text: str, country: str | None) -> ActorEntry | None:
    return entry_of(f"{country.lower()}.military") if country and _OF_THE_STATE.search(text) else None
