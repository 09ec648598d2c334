"""Tense: whether a reading is told in the present, in the perfect, as news or as going on."""

from collections.abc import Sequence
from typing import Final

from dateline.model.annotated import Annotated, Sentence, Token
from dateline.model.reading import Reading
from dateline.reference.lexicon import lexicon
from dateline.resolve.asides import is_pointing
from dateline.resolve.heads import up
from dateline.resolve.marks import has_headline

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
    for at in up(sentence.tokens, sentence.token_at(reading.trigger.start)):
        tags = [sentence.tokens[at].xpos, *_auxiliaries(sentence, at)]
        if finite := [tag for tag in tags if tag in _FINITE]:
            return all(tag in _PRESENT for tag in finite)
    return False


def in_perfect(annotated: Annotated, reading: Reading) -> bool:
    """Return whether a reading's verb tells what has come about: "have taken", "has committed a massacre".

    Args:
        annotated: the report with its annotation.
        reading: the reading.
    """
    tokens = annotated.sentences[reading.sentence].tokens
    verb = _verb(tokens, reading.trigger.head)
    have = any(t.head == verb and t.deprel == "aux" and t.text.lower() in _HAVE for t in tokens)
    return have and tokens[verb].xpos == "VBN"


def is_told_as_news(annotated: Annotated, reading: Reading) -> bool:
    """Return whether a reading's verb is in the perfect, or a headline's in the present: "Rebels leave A".

    Args:
        annotated: the report with its annotation.
        reading: the reading.
    """
    heads = not reading.sentence and len(annotated.sentences) > 1 and has_headline(annotated)
    tokens = annotated.sentences[reading.sentence].tokens
    verb = tokens[_verb(tokens, reading.trigger.head)]
    # "Toll of the raid climbs" is news of the toll alone
    again = any(t.upos == "NOUN" and t.lemma.lower() in lexicon()["aftermath_noun"] for t in tokens)
    return in_perfect(annotated, reading) or (heads and verb.xpos in _PRESENT and not again)


def is_going_on(annotated: Annotated, reading: Reading) -> bool:
    """Return whether a reading's verb tells what goes on as it is told: "are fighting", "battles continue".

    Args:
        annotated: the report with its annotation.
        reading: the reading.
    """
    sentence = annotated.sentences[reading.sentence]
    verb = _verb(sentence.tokens, reading.trigger.head)
    tags = _auxiliaries(sentence, verb)
    if sentence.tokens[verb].xpos == "VBG":
        return bool(tags) and all(tag in _PRESENT for tag in tags)
    return sentence.tokens[verb].xpos in _PRESENT and not tags


def _verb(tokens: Sequence[Token], at: int) -> int:
    """Return the verb of a word: itself, or the one of which a noun without "the" is subject or object."""
    noun = tokens[at]
    if noun.upos != "NOUN" or noun.deprel not in {"obj", "nsubj"} or is_pointing(tokens, at):
        return at
    return noun.head if tokens[noun.head].upos == "VERB" else at


def _auxiliaries(sentence: Sentence, verb: int) -> list[str]:
    return [token.xpos for token in sentence.tokens if token.head == verb and token.deprel in _BESIDE]
