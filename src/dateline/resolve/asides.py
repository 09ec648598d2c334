"""Asides: clauses that tell of another time than their sentence does, and lend it neither day nor place."""

from typing import Final

from dateline.model.annotated import Annotated
from dateline.model.reading import Phrase

_ELSEWHEN: Final = frozenset({"after", "before", "since", "until", "till", "unless"})


def aside_of(trigger: Phrase, annotated: Annotated) -> int | None:
    """Return the verb of the innermost relative or temporal clause that a trigger stands in, None outside any.

    "The group, which took A in June, …" and "two weeks after rebels seized A" tell of June and of then alone.

    Args:
        trigger: an event's trigger.
        annotated: its report.
    """
    tokens = annotated.sentences[trigger.sentence].tokens
    at = trigger.head
    for _ in tokens:
        if at < 0:
            return None
        marks = {t.text.lower() for t in tokens if t.head == at and t.deprel == "mark"}
        if tokens[at].deprel == "acl:relcl" or (tokens[at].deprel == "advcl" and marks & _ELSEWHEN):
            return at
        at = tokens[at].head
    return None
