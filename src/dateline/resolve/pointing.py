"""Triggers that point back: "the explosion", "when the bomb went off"."""

from collections.abc import Sequence
from typing import Final

from dateline.model.annotated import Annotated, Token
from dateline.model.reading import Phrase
from dateline.reference.lexicon import lexicon

_GOES_OFF: Final = frozenset({"explode", "detonate", "go"})  # by itself: its subject is the bomb
_COMES_DOWN: Final = frozenset({"hit", "strike", "fall", "land", "crash", "slam", "rip"})  # so does a missile
_WEAPONS: Final = ("materiel", "heavy")
_POINTING: Final = frozenset({"the", "this", "that", "these", "those"})


def is_definite(trigger: Phrase, annotated: Annotated) -> bool:
    """Return whether a trigger points back: "the explosion", "this attack", "when the bomb went off".

    Args:
        trigger: an event's trigger.
        annotated: its report.
    """
    tokens = annotated.sentences[trigger.sentence].tokens
    word = tokens[trigger.head]
    if word.upos in ("NOUN", "PROPN"):
        return _is_pointing(tokens, trigger.head)
    subjects = [n for n, token in enumerate(tokens) if token.head == trigger.head and token.deprel == "nsubj"]
    if word.lemma.lower() in _COMES_DOWN:
        subjects = [n for n in subjects if any(tokens[n].lemma.lower() in lexicon()[name] for name in _WEAPONS)]
    elif word.lemma.lower() not in _GOES_OFF:
        return False
    return any(_is_pointing(tokens, subject) for subject in subjects)


def is_many(trigger: Phrase, annotated: Annotated) -> bool:
    """Return whether a trigger tells of several: "strikes across the country".

    Args:
        trigger: an event's trigger.
        annotated: its report.
    """
    return annotated.sentences[trigger.sentence].tokens[trigger.head].xpos in ("NNS", "NNPS")


def _is_pointing(tokens: Sequence[Token], noun: int) -> bool:
    return any(t.head == noun and t.deprel == "det" and t.text.lower() in _POINTING for t in tokens)


def is_told_when(trigger: Phrase, annotated: Annotated) -> bool:
    """Return whether a trigger is the verb of a clause with "when", or a noun in it.

    Args:
        trigger: an event's trigger.
        annotated: its report.
    """
    tokens = annotated.sentences[trigger.sentence].tokens
    at = trigger.head
    for _ in tokens:
        if any(token.head == at and token.text.lower() == "when" for token in tokens[:at]):
            return True
        if tokens[at].head < 0 or tokens[at].upos == "VERB":
            return False
        at = tokens[at].head
    return False
