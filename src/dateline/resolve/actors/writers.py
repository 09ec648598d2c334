"""Who writes: the party behind a report's own "we", by its outlet or heading ("Communique of the Eastern Front")."""

from typing import Final

from dateline.model.actor import ActorLink
from dateline.model.annotated import Annotated
from dateline.model.reading import Phrase
from dateline.reference.outlets import armed_party, army_named

_HEADING: Final = 3  # sentences in which a statement says whose it is


def writer(annotated: Annotated, country: str | None, phrase: Phrase) -> ActorLink | None:
    """Return the armed party that puts a report out; None where neither outlet nor heading names one.

    Args:
        annotated: the report.
        country: the code of the country that it tells of.
        phrase: the word that means those who write.
    """
    outlet, sentences = annotated.report.outlet or "", annotated.sentences
    heading = annotated.report.text[: sentences[min(_HEADING, len(sentences)) - 1].end] if sentences else ""
    first = heading.partition("\n")[0]
    fuller = first if outlet and first.startswith(outlet) else ""  # "General Command of the Libyan Arab Armed Forces"
    entry = armed_party(outlet) or armed_party(fuller) or army_named(outlet, country)
    entry = entry or armed_party(heading) or army_named(heading, country)
    if entry is None:
        return None
    how = f"“{phrase.text}”: those who put the report out"
    return ActorLink.to(entry, phrase.text, phrase.start, phrase.end, how)
