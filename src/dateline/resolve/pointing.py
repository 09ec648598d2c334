"""Triggers that point back: "the explosion", "when the bomb went off", "it was the third attack in a week"."""

import re
from collections.abc import Sequence
from typing import Final

from dateline.model.annotated import Annotated, Token
from dateline.model.reading import Phrase
from dateline.reference.lexicon import lexicon

_GOES_OFF: Final = frozenset({"explode", "detonate", "go"})  # by itself: its subject is the bomb
_COMES_DOWN: Final = frozenset({"hit", "strike", "fall", "land", "crash", "slam", "rip"})  # so does a missile
_WEAPONS: Final = ("materiel", "heavy")
_POINTING: Final = frozenset({"the", "this", "that", "these", "those"})
_ORDINALS: Final = re.compile(
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|\d+(?:nd|rd|th))$", re.IGNORECASE
)
_ITSELF: Final = frozenset({"it", "this", "that"})


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


def is_ranked(trigger: Phrase, annotated: Annotated) -> bool:
    """Return whether a noun only ranks what was told: "this is the fifth attack on the pipeline in six months".

    Args:
        trigger: an event's trigger.
        annotated: its report.
    """
    tokens = annotated.sentences[trigger.sentence].tokens
    kids = [n for n, token in enumerate(tokens) if token.head == trigger.head]
    if tokens[trigger.head].upos not in ("NOUN", "PROPN") or not any(tokens[n].deprel == "cop" for n in kids):
        return False
    itself = any(tokens[n].deprel == "nsubj" and tokens[n].text.lower() in _ITSELF for n in kids)
    return itself and any(_ORDINALS.match(tokens[n].text) for n in kids)
