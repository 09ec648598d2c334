"""Verbs that parsers take for passives: "ISGS fighters attacked a village"."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.annotated import Token


def with_active_verbs(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens, a verb with an object behind it and no auxiliary before it in the active.

    Args:
        tokens: the sentence's tokens with the parser's heads and relations.
    """
    out = list(tokens)
    for number, token in enumerate(out):
        verb = token.head
        if token.deprel == "nsubj:pass" and 0 <= number < verb and _is_active(out, verb):
            out[number] = replace(token, deprel="nsubj")
            out[verb] = replace(out[verb], xpos="VBD")
    return tuple(out)


def _is_active(tokens: Sequence[Token], verb: int) -> bool:
    if tokens[verb].upos != "VERB" or tokens[verb].xpos not in ("VBN", "VBD"):
        return False
    kids = [(n, token.deprel) for n, token in enumerate(tokens) if token.head == verb]
    return any(n > verb and rel == "obj" for n, rel in kids) and all(not rel.startswith("aux") for _, rel in kids)
