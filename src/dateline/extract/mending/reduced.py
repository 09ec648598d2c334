"""Mending "a girl thought to be ten blew herself up": what only describes somebody, taken for the sentence's verb.

Parsers take the participle for the main verb and the true main verb for its complement, which would then be doubtful.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Token

_DESCRIBES: Final = frozenset({"think", "believe", "suspect", "know", "say", "presume", "report", "rumour", "allege"})
_SPELT_ALIKE: Final = frozenset({"VBD", "VBN"})
_BEFORE_NOUNS: Final = frozenset({"DET", "NUM", "ADV"})
_TAKEN: Final = frozenset({"ccomp", "xcomp"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})


def with_main_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens of a sentence, the main verb above the participle that describes its subject.

    Args:
        tokens: the sentence's tokens with the parser's heads and relations.
    """
    for number, token in enumerate(tokens):
        if token.xpos not in _SPELT_ALIKE or token.lemma.lower() not in _DESCRIBES or not _is_to_be(tokens, number):
            continue
        subjects = _below(tokens, number, _SUBJECTS)
        mains = [n for n in _below(tokens, number, _TAKEN) if _stands_by_itself(tokens, number, n)]
        if len(subjects) == 1 and len(mains) == 1:
            return _turned(tokens, number, subjects[0], mains[0])
    return tokens


def _is_to_be(tokens: Sequence[Token], number: int) -> bool:
    """Whether "to be" follows, and no "was" goes with the participle."""
    after = [token.text.lower() for token in tokens[number + 1 : number + 3]]
    helped = any(token.head == number and token.upos == "AUX" and n < number for n, token in enumerate(tokens))
    return after == ["to", "be"] and not helped


def _below(tokens: Sequence[Token], head: int, rels: frozenset[str]) -> list[int]:
    return [n for n, token in enumerate(tokens) if token.head == head and token.deprel in rels]


def _stands_by_itself(tokens: Sequence[Token], participle: int, main: int) -> bool:
    """Whether a verb behind "to be …" has a past form, no subject of its own, and something between it and "be"."""
    if tokens[main].xpos not in _SPELT_ALIKE or main < participle + 4:
        return False
    if any(token.head == main and token.deprel in _SUBJECTS for token in tokens):
        return False
    return tokens[participle + 3].upos in _BEFORE_NOUNS or tokens[main].xpos == "VBD"


def _turned(tokens: tuple[Token, ...], participle: int, subject: int, main: int) -> tuple[Token, ...]:
    """Hang the participle on the subject, the subject on the main verb, and that where the participle hung."""
    out = list(tokens)
    out[main] = replace(tokens[main], head=tokens[participle].head, deprel=tokens[participle].deprel)
    out[subject] = replace(tokens[subject], head=main, deprel="nsubj")
    out[participle] = replace(tokens[participle], head=subject, deprel="acl")
    for n, token in enumerate(tokens):
        if token.head == main and participle < n < main and token.deprel in ("mark", "cop", "aux:pass", "det", "aux"):
            out[n] = replace(token, head=main - 1 if n < main - 1 else participle)
        elif token.head == participle and n > main and token.deprel != "acl":
            out[n] = replace(token, head=main)
    return tuple(out)


def with_laden(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Mend "a car laden with explosives", where the tree takes "laden" for the thing and "car" for its kind.

    Args:
        tokens: the sentence's tokens with the parser's heads and relations.
    """
    for number, token in enumerate(tokens[1:], 1):
        thing = tokens[number - 1]
        if token.text != "laden" or token.upos != "NOUN" or thing.head != number or thing.deprel != "compound":
            continue
        out = [replace(t, head=number - 1) if t.head == number and n < number else t for n, t in enumerate(tokens)]
        out[number - 1] = replace(thing, head=token.head, deprel=token.deprel)
        out[number] = replace(token, head=number - 1, deprel="acl", upos="VERB", xpos="VBN", lemma="lade")
        return tuple(out)
    return tokens
