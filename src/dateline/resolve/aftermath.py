"""Aftermath: what is done about an event once it is over, whose time is none of the event's.

"On Tuesday the president visited victims of the bombing in A" tells only by when the bomb went off.
"""

from collections.abc import Collection, Sequence
from typing import Final

from dateline.model.annotated import Annotated, Token
from dateline.model.reading import Phrase
from dateline.reference.lexicon import lexicon
from dateline.resolve.asides import is_pointing
from dateline.resolve.dates.expression import TimeExpression
from dateline.resolve.heads import covered, top_of, up

_WITHIN: Final = frozenset({"nmod", "nmod:poss", "compound", "acl", "acl:relcl", "appos", "nsubj:pass", "nsubj", "obl"})
_PARTS: Final = frozenset({"obj", "obl", "nsubj", "nsubj:pass"})
_OBJECTS: Final = frozenset({"obj", "nsubj:pass"})
_BURIED: Final = frozenset({"bury", "cremate", "inter"})
_BE: Final = frozenset({"is", "are", "was", "were"})
_OVER: Final = frozenset({"about", "against", "for", "of", "on", "over", "to"})


def is_of_aftermath(
    annotated: Annotated, trigger: Phrase, expression: TimeExpression, told: Collection[tuple[int, int]]
) -> bool:
    """Return whether a time before an event's word belongs to a verb that tells what was done about it afterwards.

    Args:
        annotated: the report.
        trigger: the event's word.
        expression: a time of its sentence.
        told: the sentences and heads of all events' words: a verb among them tells its own.
    """
    tokens = annotated.sentences[trigger.sentence].tokens
    if expression.start > trigger.start:  # "mourned the dead of the attack on Monday" may be of either
        return _is_of_burial(tokens, expression, trigger.head)
    verb = _verb_of(tokens, expression)
    if verb is None or verb == trigger.head:
        return False
    path = _path(tokens, trigger.head, verb)
    if path is None:
        return False
    lemma = tokens[verb].lemma.lower()
    if _goes_on_still(tokens, verb) and (trigger.sentence, verb) not in told:
        return True  # "were still digging on Thursday in the ruins of a café which a missile hit"
    about = lemma in lexicon()["aftermath_verb"]
    carried = (trigger.sentence, verb) not in told and _is_carried(tokens, path, verb)
    if len(path) == 1:
        return carried or ((about or lemma in lexicon()["say_verb"]) and _is_object(tokens, trigger.head))
    below = tokens[path[-1]].deprel in _PARTS and all(tokens[n].deprel in _WITHIN for n in path[:-1])
    return below and (about or carried)


def is_of_source(
    annotated: Annotated, trigger: Phrase, expression: TimeExpression, told: Collection[tuple[int, int]]
) -> bool:
    """Return whether a time behind an event's word is that of who or what tells of it.

    "…, according to the Red Cross, which closed its tents on Monday"; "…, he said in a letter read out on Monday".

    Args:
        annotated: the report.
        trigger: the event's word.
        expression: a time of its sentence.
        told: the sentences and heads of all events' words.
    """
    sentence = annotated.sentences[trigger.sentence]
    tokens, at = sentence.tokens, sentence.token_at(expression.start)
    if at < 0 or expression.start < trigger.end:
        return False
    above = up(tokens, trigger.head)
    for n in up(tokens, at):
        if n in above[1:] and tokens[above[above.index(n) - 1]].deprel == "nsubj:pass":
            return False  # "an attack was reported on Monday"
        if n == trigger.head or (trigger.sentence, n) in told:
            return False
        between = trigger.start < tokens[n].start < expression.start
        if between and (_is_source(tokens, n) or _says(tokens, n)):
            return True
    return False


def _is_of_burial(tokens: Sequence[Token], expression: TimeExpression, event: int) -> bool:
    """Whether a time is that of a burial told behind a killing: "with 43 bodies buried on Sunday"."""
    top = top_of(tokens, covered(tokens, expression.start, expression.end))
    verb = tokens[top].head if top is not None else -1
    return verb >= 0 and verb != event and tokens[verb].lemma.lower() in _BURIED


def _goes_on_still(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb tells what was still going on: "were still collecting remains on Saturday"."""
    beside = [token.text.lower() for token in tokens if token.head == verb and token.deprel.startswith(("adv", "aux"))]
    return tokens[verb].xpos == "VBG" and "still" in beside and not _BE.isdisjoint(beside)


def _verb_of(tokens: Sequence[Token], expression: TimeExpression) -> int | None:
    """Return the verb that a time belongs to: right behind it, "police on Monday arrested", or by the tree."""
    own = covered(tokens, expression.start, expression.end)
    behind = (n for n in range(own[-1] + 1, len(tokens)) if tokens[n].upos not in {"ADV", "AUX"}) if own else iter(())
    next_word = next(behind, None)
    if next_word is not None and tokens[next_word].upos == "VERB":
        return next_word
    top = top_of(tokens, own)
    verb = tokens[top].head if top is not None else -1
    return verb if verb >= 0 and tokens[verb].upos == "VERB" else None


def _path(tokens: Sequence[Token], at: int, verb: int) -> list[int] | None:
    """Return the tokens from one up to a verb, without the verb; None where it does not stand below it."""
    path = up(tokens, at)
    return path[: path.index(verb)] if verb in path else None


def _is_source(tokens: Sequence[Token], noun: int) -> bool:
    return any(token.head == noun and token.text.lower() == "according" for token in tokens)


def _says(tokens: Sequence[Token], verb: int) -> bool:
    return tokens[verb].upos == "VERB" and tokens[verb].lemma.lower() in lexicon()["say_verb"]


def _is_carried(tokens: Sequence[Token], path: Sequence[int], verb: int) -> bool:
    """Whether an event stands below or behind what is left of it: "the site of the raid", "raised the toll from it"."""
    top = path[-1]
    if any(tokens[n].lemma.lower() in lexicon()["aftermath_noun"] for n in path[1:]):
        return True
    beside = (t for t in tokens[verb + 1 : top] if t.head == verb and t.deprel == "obj")
    return tokens[top].deprel == "obl" and any(t.lemma.lower() in lexicon()["aftermath_noun"] for t in beside)


def _is_object(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a noun behind "the" is what a verb is about: "condemned the attack", "arrested them over the attack"."""
    if tokens[noun].upos != "NOUN":
        return False
    cases = {t.text.lower() for t in tokens if t.head == noun and t.deprel == "case"}
    about = tokens[noun].deprel in _OBJECTS or (tokens[noun].deprel.startswith("obl") and cases <= _OVER and cases)
    return bool(about) and is_pointing(tokens, noun)
