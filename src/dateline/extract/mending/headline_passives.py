"""Headlines that leave the auxiliary of a passive out: "Sarmin bombed overnight", "Market hit in Abs".

Parsers take the place that was hit for who did it, or the verb for a noun.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Token
from dateline.reference.lexicon import lexicon

_STRUCK: Final = frozenset({
    "bombed", "bombarded", "shelled", "attacked", "raided", "ambushed", "stormed", "targeted", "besieged", "struck",
    "hit", "torched", "pounded", "overrun", "recaptured", "retaken", "captured", "seized", "liberated", "freed",
    "destroyed", "annihilated", "liquidated",
})  # fmt: skip
_WITH_OBJECT: Final = frozenset({
    "ambushed", "targeted", "besieged", "torched", "overrun", "recaptured", "retaken", "captured", "seized",
    "liberated", "freed", "destroyed", "annihilated", "liquidated",
})  # fmt: skip
_DONE: Final = frozenset({
    "shot", "killed", "stabbed", "hacked", "executed", "beheaded", "murdered", "massacred", "slaughtered", "abducted",
    "kidnapped", "seized", "wounded", "assassinated", "ambushed",
})  # fmt: skip
_BY: Final = frozenset({"obl", "nmod", "obl:agent"})
_ENDS: Final = frozenset({"!", "?", '"', "”"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
_OBJECTS: Final = frozenset({"obj", "ccomp", "xcomp", "aux", "aux:pass", "obl:agent"})
_ARMED: Final = ("combatant", "irregular", "security", "aircraft", "heavy", "attacker")
_WHERE: Final = frozenset({"in", "at", "near", "outside"})


def with_headline_passive(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens, the verb of a headline that tells only what was struck in the passive.

    Args:
        tokens: the sentence's tokens with the parser's heads and relations.
    """
    if not tokens or tokens[-1].text in _ENDS:
        return tokens
    root = next((n for n, token in enumerate(tokens) if token.head < 0), None)
    if root is None:
        return tokens
    kids = [n for n, token in enumerate(tokens) if token.head == root]
    if tokens[root].text.lower() in _DONE:
        return _done_by(tokens, root, kids)
    if tokens[root].text.lower() not in _STRUCK:
        return tokens
    if tokens[root].upos == "NOUN":
        return _of_a_noun(tokens, root, kids)
    subject = next((n for n in kids if n < root and tokens[n].deprel in _SUBJECTS), None)
    quarrel = any(token.text.lower() == "over" and tokens[token.head].head == root for token in tokens)
    if subject is None or quarrel or any(tokens[n].deprel in _OBJECTS for n in kids):
        return tokens  # "minister attacked over budget"
    if tokens[root].text.lower() not in _WITH_OBJECT and _bears_arms(tokens, subject):
        return tokens  # "rebels attacked near Gao", but "rebels ambushed near Gao"
    return _passive(tokens, root, subject)


def _done_by(tokens: tuple[Token, ...], root: int, kids: Sequence[int]) -> tuple[Token, ...]:
    """Return the tokens of "Men shot in their homes by gunmen", in which those who were shot passed for the doers."""
    subject = next((n for n in kids if n < root and tokens[n].deprel in _SUBJECTS), None)
    by = [n for n in kids if n > root and tokens[n].deprel in _BY and _case(tokens, n) == "by"]
    if subject is None or any(tokens[n].deprel in _OBJECTS for n in kids):
        return tokens
    if not any(_bears_arms(tokens, n) for n in by):
        return tokens
    out = [replace(t, deprel="obl:agent") if n in by else t for n, t in enumerate(tokens)]
    return _passive(tuple(out), root, subject)


def _case(tokens: Sequence[Token], noun: int) -> str:
    return next((t.text.lower() for t in tokens if t.head == noun and t.deprel == "case"), "")


def _of_a_noun(tokens: tuple[Token, ...], root: int, kids: Sequence[int]) -> tuple[Token, ...]:
    """Return the tokens of "Market hit in Abs", in which the verb was taken for a noun that the market qualifies."""
    subject = root - 1
    behind = tokens[root + 1].text.lower() if root + 1 < len(tokens) else ""
    qualifies = subject in kids and tokens[subject].deprel == "compound" and tokens[subject].upos in ("NOUN", "PROPN")
    if not qualifies or behind not in _WHERE or _bears_arms(tokens, subject):
        return tokens
    out = [replace(t, deprel="obl") if t.head == root and t.deprel == "nmod" else t for t in tokens]
    out[root] = replace(out[root], upos="VERB")
    out = [replace(t, head=subject) if n < subject and t.head == root else t for n, t in enumerate(out)]
    return _passive(tuple(out), root, subject)


def _passive(tokens: tuple[Token, ...], verb: int, subject: int) -> tuple[Token, ...]:
    out = list(tokens)
    out[subject] = replace(out[subject], deprel="nsubj:pass")
    out[verb] = replace(out[verb], xpos="VBN")
    return tuple(out)


def _bears_arms(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a noun names who may strike: "Rebels attacked near Gao" leaves open who was."""
    words = {tokens[noun].text.lower(), tokens[noun].lemma.lower()}
    return any(words & lexicon()[name] for name in _ARMED)
