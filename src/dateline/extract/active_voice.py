"""Verbs that parsers take for passives: "ISGS fighters attacked a village", "IS militants executed miners"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Token

_PARTICLES: Final = frozenset({"down", "up", "off", "out", "over", "away"})


def with_active_verbs(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens, a verb with an object behind it and no auxiliary before it in the active.

    "IS" in capitals is a party and no auxiliary, and "down" between a verb and its object is the verb's: "burnt down
    houses".

    Args:
        tokens: the sentence's tokens with the parser's heads and relations.
    """
    out = list(_with_the_party(tokens))
    for number, token in enumerate(out):
        verb = token.head
        if token.deprel == "nsubj:pass" and 0 <= number < verb and _is_active(out, verb):
            out[number] = replace(token, deprel="nsubj")
            out[verb] = replace(out[verb], xpos="VBD")
        elif token.deprel == "case" and token.text in _PARTICLES and _is_behind(out, number):
            out[number] = replace(token, head=number - 1, deprel="compound:prt")
    return tuple(out)


def _is_behind(tokens: Sequence[Token], particle: int) -> bool:
    """Whether a particle stands between a verb and the object that the tree hangs it on."""
    noun = tokens[particle].head
    return noun > particle and tokens[noun].deprel == "obj" and tokens[noun].head == particle - 1


def _is_active(tokens: Sequence[Token], verb: int) -> bool:
    if tokens[verb].upos != "VERB" or tokens[verb].xpos not in ("VBN", "VBD"):
        return False
    kids = [(n, token.deprel) for n, token in enumerate(tokens) if token.head == verb]
    return any(n > verb and rel == "obj" for n, rel in kids) and all(not rel.startswith("aux") for _, rel in kids)


def _with_the_party(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Make a party of "IS" in a sentence that is not all in capitals."""
    if not any(token.text == "IS" and token.upos == "AUX" for token in tokens) or all(t.text.isupper() for t in tokens):
        return tokens
    if sum(token.text.isupper() for token in tokens if token.text.isalpha()) * 2 > len(tokens):
        return tokens
    out = list(tokens)
    for number, token in enumerate(tokens[:-1]):
        if token.text == "IS" and token.upos == "AUX":
            noun = tokens[number + 1].upos in ("NOUN", "PROPN")
            where = (number + 1, "compound") if noun else (token.head, "nsubj")
            out[number] = replace(token, upos="PROPN", xpos="NNP", lemma="IS", head=where[0], deprel=where[1])
            if not noun and token.head >= 0:
                out[token.head] = replace(tokens[token.head], xpos="VBD")
    return tuple(out)
