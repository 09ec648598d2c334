"""Mending trees of two joined clauses: "soldiers left A and B's army entered it", where the tree joins A and B."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Token

_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
_SECOND: Final = frozenset({"ccomp", "conj", "parataxis", "advcl"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})


def with_second_subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a second clause the subject that the tree joins to the object of the first.

    A finite verb right behind a joined noun, with no "and" and no subject of its own, has that noun for its subject.

    Args:
        tokens: the sentence's tokens.
    """
    for verb, token in enumerate(tokens):
        if token.deprel not in _SECOND or token.xpos not in _FINITE or token.head < 0 or token.head > verb:
            continue
        noun = _joined_before(tokens, verb)
        if noun >= 0 and not _has_own(tokens, verb):
            return _with_subject(tokens, noun, verb)
    return tokens


def _joined_before(tokens: Sequence[Token], verb: int) -> int:
    """Return the noun that ends right before a verb and is joined to the object of the verb above, -1 for none."""
    noun, first_verb = verb - 1, tokens[verb].head
    while noun > first_verb and tokens[noun].deprel != "conj":
        above = tokens[noun].head
        if not first_verb < above < verb:
            return -1
        noun = above
    first = tokens[noun].head
    if tokens[noun].deprel != "conj" or not 0 <= first < noun or tokens[first].deprel not in ("obj", "obl", "nmod"):
        return -1
    return noun if tokens[noun].upos in ("NOUN", "PROPN") else -1


def _has_own(tokens: Sequence[Token], verb: int) -> bool:
    return any(t.head == verb and t.deprel in (*_SUBJECTS, "cc", "mark", "expl") for t in tokens[:verb])


def _with_subject(tokens: tuple[Token, ...], noun: int, verb: int) -> tuple[Token, ...]:
    out = list(tokens)
    out[verb] = replace(tokens[verb], deprel="conj")
    out[noun] = replace(tokens[noun], head=verb, deprel="nsubj")
    for number, token in enumerate(tokens):
        if token.head == noun and token.deprel == "cc":
            out[number] = replace(token, head=verb)
    return tuple(out)
