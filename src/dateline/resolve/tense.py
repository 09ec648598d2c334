"""Tense: whether a reading is told in the present."""

from typing import Final

from dateline.model.annotated import Annotated, Sentence
from dateline.model.reading import Reading

_PRESENT: Final = frozenset({"VBZ", "VBP"})
_FINITE: Final = frozenset({"VBZ", "VBP", "VBD", "MD"})
_HAVE: Final = frozenset({"have", "has", "'ve", "’ve"})
_BESIDE: Final = frozenset({"aux", "aux:pass", "cop"})


def in_present(annotated: Annotated, reading: Reading) -> bool:
    """Return whether the nearest finite verb at or above a reading's words stands in the present tense.

    Args:
        annotated: the report with its annotation.
        reading: the reading.
    """
    sentence = annotated.sentences[reading.sentence]
    at = next((n for n, token in enumerate(sentence.tokens) if token.start == reading.trigger.start), None)
    seen: set[int] = set()
    while at is not None and at >= 0 and at not in seen:
        seen.add(at)
        tags = [sentence.tokens[at].xpos, *_auxiliaries(sentence, at)]
        if finite := [tag for tag in tags if tag in _FINITE]:
            return all(tag in _PRESENT for tag in finite)
        at = sentence.tokens[at].head
    return False


def in_perfect(annotated: Annotated, reading: Reading) -> bool:
    """Return whether a reading's own verb tells what has come about: "have taken", "has been retaken".

    Args:
        annotated: the report with its annotation.
        reading: the reading.
    """
    tokens = annotated.sentences[reading.sentence].tokens
    verb = reading.trigger.head
    have = any(t.head == verb and t.deprel == "aux" and t.text.lower() in _HAVE for t in tokens)
    return have and tokens[verb].xpos == "VBN"


def is_told_as_news(annotated: Annotated, reading: Reading) -> bool:
    """Return whether a reading's verb is in the perfect, or a headline's in the present: "Rebels leave A".

    Args:
        annotated: the report with its annotation.
        reading: the reading.
    """
    heads = not reading.sentence and len({sentence.block for sentence in annotated.sentences[:2]}) > 1
    verb = annotated.sentences[reading.sentence].tokens[reading.trigger.head]
    return in_perfect(annotated, reading) or (heads and verb.xpos in _PRESENT)


def _auxiliaries(sentence: Sentence, verb: int) -> list[str]:
    return [token.xpos for token in sentence.tokens if token.head == verb and token.deprel in _BESIDE]
