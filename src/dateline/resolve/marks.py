"""What an event's trigger says of it by its place in the sentence and by the words before it."""

from typing import Final

from dateline.model.annotated import Annotated
from dateline.reference.trigger_words import sets_apart, tells_another, tells_later
from dateline.resolve.asides import aside_of, tells_before
from dateline.resolve.draft import Draft
from dateline.resolve.merging import is_definite, is_many, is_opened

_FIRST: Final = ("the first ", "The first ")


def mark(draft: Draft, annotated: Annotated) -> None:
    """Set whether an event points back, tells of several or of one more, is told aside, or in the headline.

    Args:
        draft: the event; changed in place.
        annotated: its report.
    """
    trigger, text = draft.reading.trigger, annotated.report.text
    draft.definite = is_definite(trigger, annotated)
    draft.many = any(is_many(phrase, annotated) for phrase in (trigger, *draft.reading.places))
    draft.aside, draft.opened = aside_of(trigger, annotated), is_opened(trigger, annotated)
    draft.before = tells_before(trigger, annotated)
    draft.heading = not trigger.sentence and has_headline(annotated)
    before = text[annotated.sentences[trigger.sentence].start : trigger.start]
    draft.first = draft.definite and before.endswith(_FIRST)
    draft.another = tells_another(text, trigger.start) or tells_later(before) or sets_apart(before)


def has_headline(annotated: Annotated) -> bool:
    """Return whether the first sentence stands by itself, above the rest.

    Args:
        annotated: a report.
    """
    first, *rest = (sentence.block for sentence in annotated.sentences[:2])
    return first not in rest
