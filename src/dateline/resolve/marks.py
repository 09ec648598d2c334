"""What an event's trigger says of it by its place in the sentence and by the words before it."""

import re
from typing import Final

from dateline.model.annotated import Annotated
from dateline.model.reading import Phrase
from dateline.reference.lexicon import lexicon
from dateline.reference.trigger_words import sets_apart, tells_another, tells_later
from dateline.resolve.asides import aside_of, is_pointing, tells_before
from dateline.resolve.draft import Draft

_THEN: Final = re.compile(r"\bsince [^,;.]{3,40}, when [^,;.]*$")  # what is told there is not the news, but was before
_FIRST: Final = ("the first ", "The first ")
_GOES_OFF: Final = frozenset({"explode", "detonate", "go"})  # by itself: its subject is the bomb
_COMES_DOWN: Final = frozenset({"hit", "strike", "fall", "land", "crash", "slam", "rip"})  # so does a missile
OF_DEAD: Final = "harm."  # how the rules are called that make an event of its dead alone
BY_HARM: Final = ("toll.", OF_DEAD)
WEAPONS: Final = ("materiel", "heavy")  # the sets of words for what goes off
_CLAIMS: Final = frozenset({"claim", "admit", "assume", "accept", "acknowledge", "avow"})
_BEGINS: Final = frozenset({"begin", "start", "open", "commence"})


def mark(draft: Draft, annotated: Annotated) -> None:
    """Set whether an event points back, tells of several, of one more or the first, is told aside, or heads its report.

    Args:
        draft: the event; changed in place.
        annotated: its report.
    """
    trigger, text = draft.reading.trigger, annotated.report.text
    draft.definite = _is_definite(trigger, annotated)
    draft.many = any(_is_many(phrase, annotated) for phrase in (trigger, *draft.reading.places))
    draft.aside, draft.opened = aside_of(trigger, annotated), _is_opened(trigger, annotated)
    draft.before = tells_before(trigger, annotated)
    draft.heading = not trigger.sentence and has_headline(annotated)
    before = text[annotated.sentences[trigger.sentence].start : trigger.start]
    draft.first = draft.definite and before.endswith(_FIRST)
    draft.claimed = _is_claimed(trigger, annotated)
    draft.another = tells_another(text, trigger.start) or tells_later(before) or sets_apart(before)
    if _THEN.search(before):
        draft.another = draft.before = True


def has_headline(annotated: Annotated) -> bool:
    """Return whether the first sentence stands by itself, above the rest.

    Args:
        annotated: a report.
    """
    first, *rest = (sentence.block for sentence in annotated.sentences[:2])
    return first not in rest


def _is_definite(trigger: Phrase, annotated: Annotated) -> bool:
    """Whether a trigger points back: "the explosion", "this attack", "when the bomb went off"."""
    tokens = annotated.sentences[trigger.sentence].tokens
    word = tokens[trigger.head]
    if word.upos in ("NOUN", "PROPN"):
        return is_pointing(tokens, trigger.head)
    subjects = [n for n, token in enumerate(tokens) if token.head == trigger.head and token.deprel == "nsubj"]
    if word.lemma.lower() in _COMES_DOWN:
        subjects = [n for n in subjects if any(tokens[n].lemma.lower() in lexicon()[name] for name in WEAPONS)]
    elif word.lemma.lower() not in _GOES_OFF:
        return False
    return any(is_pointing(tokens, subject) for subject in subjects)


def _is_claimed(trigger: Phrase, annotated: Annotated) -> bool:
    """Whether a noun is what somebody says to have done: "claims responsibility for the attack", "accept the raid"."""
    tokens = annotated.sentences[trigger.sentence].tokens
    noun = tokens[trigger.head]
    if noun.upos != "NOUN" or noun.head < 0 or noun.deprel not in ("obj", "nmod", "obl"):
        return False
    above = tokens[noun.head]
    if above.lemma.lower() == "responsibility" and above.head >= 0:
        above = tokens[above.head]
    elif noun.deprel != "obj" and above.lemma.lower() not in _CLAIMS:
        return False
    return above.lemma.lower() in _CLAIMS


def _is_opened(trigger: Phrase, annotated: Annotated) -> bool:
    """Whether an event's trigger is a noun of which the words tell how it began: "the assault opened with …"."""
    tokens = annotated.sentences[trigger.sentence].tokens
    noun = tokens[trigger.head]
    verb = tokens[noun.head] if noun.head >= 0 else noun
    return noun.deprel.startswith("nsubj") and verb.lemma.lower() in _BEGINS


def _is_many(phrase: Phrase, annotated: Annotated) -> bool:
    """Whether an event's trigger or place tells of several: "strikes across the country", "lost two bases"."""
    return annotated.sentences[phrase.sentence].tokens[phrase.head].xpos == "NNS"
