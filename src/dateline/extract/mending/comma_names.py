"""Names of places set behind others by commas: what they lie in, and what follows them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Token

_REGIONS: Final = 2  # a district and a province
_WHERE: Final = frozenset({"in", "at", "near", "around", "outside"})


def with_regions(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with such names hung as the parser hangs them where it sees what they are.

    "At Bih, Koro, Mopti" is no list, for a list ends with "and"; in "control of Bih, Mopti region, from the rebels" the
    rebels lost the control.

    Args:
        tokens: the sentence's tokens with the parser's heads and relations.
    """
    out = list(tokens)
    for number, token in enumerate(tokens):
        if token.deprel == "conj" and _is_region(tokens, number):
            out[number] = replace(token, deprel="appos")
        elif token.deprel == "nmod" and (verb := _taken_by(tokens, number)) >= 0:
            out[number] = replace(token, head=verb, deprel="obl")
    return tuple(out)


def _is_region(tokens: Sequence[Token], name: int) -> bool:
    place = tokens[name].head
    listed = _below(tokens, place, "conj")
    if not 0 < place < name or len(listed) > _REGIONS or any(tokens[n].upos != "PROPN" for n in (place, *listed)):
        return False
    joined = any(_below(tokens, n, "cc") for n in listed) or any(tokens[n - 1].text != "," for n in listed)
    return not joined and any(tokens[k].text.lower() in _WHERE for k in _below(tokens, place, "case"))


def _taken_by(tokens: Sequence[Token], loser: int) -> int:
    """Return the verb that "from" goes with where a name in commas stands between them, -1 elsewhere."""
    case = next((k for k in _below(tokens, loser, "case") if tokens[k].text.lower() == "from"), 0)
    above = tokens[loser].head
    if case < 1 or tokens[case - 1].text != "," or above < 0 or tokens[above].upos != "PROPN":
        return -1
    while above >= 0 and tokens[above].upos != "VERB":
        above = tokens[above].head
    return above


def _below(tokens: Sequence[Token], head: int, *rels: str) -> list[int]:
    return [n for n, token in enumerate(tokens) if token.head == head and token.deprel in rels]
