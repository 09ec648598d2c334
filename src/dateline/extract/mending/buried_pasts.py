"""Past tenses that parsers bury: "fighters led by Jund al-Fath overran Sinjar", "A drone mistook shepherds"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.lemmas import lemma_of
from dateline.extract.mending.tagging import PASTS
from dateline.model.annotated import Token

_NAMES: Final = frozenset({"flat", "flat:name", "compound", "appos"})
_BURIED: Final = _NAMES | {"xcomp", "obj"}
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
_PARTICIPLES: Final = frozenset({"VBN", "VBD"})


def with_buried_past(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens, a past tense that the tree has in a name or for a noun made the verb that it is.

    Args:
        tokens: the sentence's tokens with the parser's heads and relations.
    """
    for number, token in enumerate(tokens):
        if number and token.text in PASTS and token.upos in _NOUNS:
            if token.deprel in _BURIED and 0 <= token.head < number:
                return _behind_a_name(tokens, number)
            if tokens[number - 1].head == number and tokens[number - 1].deprel == "compound":
                return _behind_its_doer(tokens, number)
    return tokens


def _behind_its_doer(tokens: tuple[Token, ...], verb: int) -> tuple[Token, ...]:
    """Mend "A drone mistook shepherds", where the doer passes for what sort of thing the verb is."""
    doer, out = verb - 1, list(tokens)
    for number, token in enumerate(tokens):
        if token.head == verb and number < doer and token.deprel != "punct":
            out[number] = replace(token, head=doer)
    out[doer] = replace(tokens[doer], deprel="nsubj")
    out[verb] = _as_past(tokens[verb], tokens[verb].head, tokens[verb].deprel)
    return tuple(out)


def _behind_a_name(tokens: tuple[Token, ...], verb: int) -> tuple[Token, ...]:
    """Mend a verb that is part of the name before it, the doer's or that of whoever leads the doer."""
    name = tokens[verb].head
    above = name if tokens[name].upos == "VERB" else tokens[name].head
    if above < 0 or above > verb or tokens[above].upos != "VERB" or tokens[above].xpos not in _PARTICIPLES:
        return tokens
    doer = next((n for n, t in enumerate(tokens[:above]) if t.head == above and t.deprel in _SUBJECTS), -1)
    if doer < 0 or _is_helped(tokens, above):
        return tokens
    out = list(tokens)
    out[verb] = _as_past(tokens[verb], tokens[above].head, tokens[above].deprel)
    out[doer] = replace(tokens[doer], head=verb, deprel="nsubj")
    out[above] = replace(tokens[above], head=doer, deprel="acl")
    taken = False
    for number in range(verb + 1, len(tokens)):
        token = tokens[number]
        if token.head not in (verb, name, above) or token.deprel == "obj":
            continue
        if token.deprel in _NAMES and not taken:
            out[number], taken = replace(token, head=verb, deprel="obj"), True
        elif token.deprel not in _NAMES:
            out[number] = replace(token, head=verb, deprel="obl" if token.deprel == "nmod" else token.deprel)
        elif taken:
            out[number] = replace(token, head=_object(out, verb))
    return tuple(out)


def _is_helped(tokens: Sequence[Token], verb: int) -> bool:
    return any(token.head == verb and token.upos == "AUX" for token in tokens)


def _object(tokens: Sequence[Token], verb: int) -> int:
    return next(n for n, token in enumerate(tokens) if token.head == verb and token.deprel == "obj")


def _as_past(token: Token, head: int, deprel: str) -> Token:
    lemma = lemma_of(token.text, token.lemma)
    return replace(token, upos="VERB", xpos="VBD", lemma=lemma, head=head, deprel=deprel)
