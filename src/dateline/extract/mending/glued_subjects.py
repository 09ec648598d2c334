"""Subjects that parsers glue to the name before them: "in the assault on Kidal 14 soldiers lost their lives"."""

from dataclasses import replace
from typing import Final

from dateline.model.annotated import Token

_PHRASES: Final = frozenset({"nmod", "obl"})
_OF_NAMES: Final = frozenset({"compound", "amod", "nmod"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS: Final = ("nsubj", "nsubj:pass", "csubj", "expl")


def with_counted_subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part a name from the number behind it where the verb that follows lacks a subject.

    The tree takes the name for the first part of a compound: nobody counts "Kidal soldiers" behind "on" or "near".

    Args:
        tokens: the sentence's tokens with the parser's heads and relations.
    """
    for noun, token in enumerate(tokens):
        if token.xpos != "NNS" or token.deprel not in _PHRASES:
            continue
        name = _name_before(tokens, noun)
        verb = _verb_without_subject(tokens, noun) if name is not None else None
        if name is not None and verb is not None:
            return _parted(tokens, name, noun, verb)
    return tokens


def _name_before(tokens: tuple[Token, ...], noun: int) -> int | None:
    """Return the name that stands right before the number of a noun, as a part of a compound with it."""
    number = next((n for n in range(noun) if tokens[n].head == noun and tokens[n].deprel == "nummod"), 0)
    name = number - 1
    if name < 1 or tokens[name].xpos != "NNP" or tokens[name].head != noun or tokens[name].deprel not in _OF_NAMES:
        return None
    return name if any(t.head in {noun, name} and t.deprel == "case" for t in tokens[:name]) else None


def _verb_without_subject(tokens: tuple[Token, ...], noun: int) -> int | None:
    at = tokens[noun].head
    while at >= 0 and tokens[at].upos != "VERB":
        at = tokens[at].head
    if at < noun or any(t.head == at and t.deprel in _SUBJECTS for t in tokens):
        return None
    passive = any(t.head == at and t.deprel == "aux:pass" for t in tokens)
    return at if passive or tokens[at].xpos in _FINITE else None


def _parted(tokens: tuple[Token, ...], name: int, noun: int, verb: int) -> tuple[Token, ...]:
    passive = any(t.head == verb and t.deprel == "aux:pass" for t in tokens)
    out = []
    for at, token in enumerate(tokens):
        if at == noun:
            out.append(replace(token, head=verb, deprel="nsubj:pass" if passive else "nsubj"))
        elif at == name:
            out.append(replace(token, head=tokens[noun].head, deprel=tokens[noun].deprel))
        elif at < name and token.head == noun:
            out.append(replace(token, head=name))
        else:
            out.append(token)
    return tuple(out)
