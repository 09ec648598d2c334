"""Verbs joined to their means by a hyphen: "police baton-charged the marchers".

The tokens part at the hyphen, and parsers take such a verb for an adjective of the noun behind it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Token

_NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON"})
_MEANS: Final = frozenset({
    "baton", "lathi", "cane", "tear", "pepper", "petrol", "fire", "gang", "car", "carpet", "drone", "rocket", "mortar",
    "stone", "truck", "grenade", "suicide", "hand", "strip", "pistol", "horse", "water", "rubber", "machine", "dive",
})  # fmt: skip
_LOOSE: Final = frozenset({"obl:unmarked", "compound", "nmod", "obj", "nmod:unmarked", "dep", "root"})


def with_compound_verbs(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with the doer and the object of each such verb below it, where a doer stands before it.

    Args:
        tokens: the sentence's tokens with the parser's heads and relations.
    """
    for verb in range(3, len(tokens)):
        if _is_joined(tokens, verb) and tokens[verb - 3].upos in _NOUNS:
            tokens = _with_parties(tokens, verb)
    return tokens


def _is_joined(tokens: Sequence[Token], verb: int) -> bool:
    means, hyphen, token = tokens[verb - 2 : verb + 1]
    past = token.upos in ("VERB", "ADJ") and token.text.lower().endswith("ed")
    return past and hyphen.text == "-" and means.text.lower() in _MEANS


def _with_parties(tokens: tuple[Token, ...], verb: int) -> tuple[Token, ...]:
    doer, out = verb - 3, list(tokens)
    struck = out[verb].head
    if out[verb].deprel == "amod" and struck > verb:
        out[verb] = replace(out[verb], head=out[struck].head, deprel=out[struck].deprel, upos="VERB", xpos="VBD")
        out[struck] = replace(out[struck], head=verb, deprel="obj")
    elif out[verb].upos != "VERB":
        return tokens
    if out[doer].head in (verb, struck) and out[doer].deprel in _LOOSE:
        out[doer] = replace(out[doer], head=verb, deprel="nsubj")
    return tuple(out)
