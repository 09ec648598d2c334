"""Who writes: the party behind a report's own "we", by its outlet or heading ("Communique of the Eastern Front")."""

from typing import Final

from dateline.model.actor import ActorEntry, ActorLink
from dateline.model.annotated import Annotated, Token
from dateline.model.reading import Phrase
from dateline.reference.actors import party_of
from dateline.reference.outlets import armed_party, army_named, army_that_writes, state_that_writes

_HEADING: Final = 3  # sentences in which a statement says whose it is
_VERBS: Final = frozenset({"VERB", "AUX"})


def writer(annotated: Annotated, country: str | None, phrase: Phrase) -> ActorLink | None:
    """Return the armed party that puts a report out; None where neither outlet nor heading names one.

    Args:
        annotated: the report.
        country: the code of the country that it tells of.
        phrase: the word that means those who write.
    """
    heading = _heading(annotated, _HEADING)
    state = state_writing(annotated)
    entry = _by_name(annotated, country) or (party_of("military", state) if state else None)
    entry = entry or armed_party(heading) or army_named(heading, country)
    return _link(entry, phrase) if entry else None


def writer_by_name(annotated: Annotated, country: str | None, phrase: Phrase) -> ActorLink | None:
    """Return the armed party that puts a report out by its outlet or the title above it alone, for a bare "we".

    Args:
        annotated: the report.
        country: the code of the country that it tells of.
        phrase: the word that means those who write.
    """
    title = _title(annotated)
    entry = _by_name(annotated, country) or armed_party(title) or army_named(title, country)
    return _link(entry, phrase) if entry else None


def army_writing(annotated: Annotated) -> str | None:
    """Return the code of the country whose army or ministry of defence puts a report out; None for any other."""
    return army_that_writes(annotated.report.outlet or "") or army_that_writes(_title(annotated))


def press_writing(annotated: Annotated) -> str | None:
    """Return the code of the country whose state press puts a report out; its army may write from abroad."""
    return None if army_writing(annotated) else state_writing(annotated)


def state_writing(annotated: Annotated) -> str | None:
    """Return the code of the country whose army, ministry or state press puts a report out; None for any other."""
    dateline = annotated.report.dateline
    agency = (dateline.agency if dateline else None) or ""
    return state_that_writes(annotated.report.outlet or agency) or army_writing(annotated)


def _by_name(annotated: Annotated, country: str | None) -> ActorEntry | None:
    outlet = annotated.report.outlet or ""
    first = _heading(annotated, _HEADING).partition("\n")[0]
    fuller = first if outlet and first.startswith(outlet) else ""  # "General Command of the Libyan Arab Armed Forces"
    return armed_party(outlet) or armed_party(fuller) or army_named(outlet, country)


def _heading(annotated: Annotated, length: int) -> str:
    sentences = annotated.sentences
    return annotated.report.text[: sentences[min(length, len(sentences)) - 1].end] if sentences else ""


def _title(annotated: Annotated) -> str:
    """Return the first line where it only names something ("Kenya Defence Forces"); a headline tells something."""
    first = _heading(annotated, 1).partition("\n")[0]
    telling = any(token.upos in _VERBS and token.start < len(first) for token in _first_tokens(annotated))
    return "" if telling or first.endswith((".", "?", "!")) else first


def _first_tokens(annotated: Annotated) -> tuple[Token, ...]:
    return annotated.sentences[0].tokens if annotated.sentences else ()


def _link(entry: ActorEntry, phrase: Phrase) -> ActorLink:
    how = f"“{phrase.text}”: those who put the report out"
    return ActorLink.to(entry, phrase.text, phrase.start, phrase.end, how)
