"""Arcs that parsers hang one word too high: the subject of what is said on "said", a preposition beside its noun."""

from dataclasses import replace
from typing import Final

from dateline.extract.lemmas import lemma_of
from dateline.model.annotated import Token
from dateline.reference.lexicon import lexicon

_PHRASES: Final = ("obl", "nmod")
_LOOSE: Final = frozenset({"obl", "advmod", "dep", "compound:prt"})
_PLACING: Final = frozenset({"in", "at", "near", "outside", "inside"})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_PASTS: Final = frozenset({"VBD", "VBN"})
_OF_CLAUSES: Final = ("nsubj", "cop", "aux", "mark", "case", "obj")
_OF_NOUNS: Final = {"mark": "case", "obl": "nmod"}
_BETWEEN: Final = frozenset({"det", "compound", "amod", "nummod", "nmod:poss", "flat"})


def with_told_subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give the clause that is said its own subject: "A, the main city, had been shelled, the ministry said".

    The tree takes A for a second subject of "said", before the clause that has none.

    Args:
        tokens: the sentence's tokens with the parser's heads and relations.
    """
    for verb, token in enumerate(tokens):
        if token.upos != "VERB" or lemma_of(token.text, token.lemma) not in lexicon()["say_verb"]:
            continue
        subjects = [n for n, t in enumerate(tokens) if t.head == verb and t.deprel.startswith("nsubj")]
        if len(subjects) < 2:
            continue
        told = [n for n, t in enumerate(tokens) if t.head == verb and t.deprel == "ccomp" and n < subjects[-1]]
        bare = [n for n in told if subjects[0] < n and not _has(tokens, n, "nsubj")]
        if bare:
            moved = replace(tokens[subjects[0]], head=bare[0], deprel=_subject(tokens, bare[0]))
            tokens = (*tokens[: subjects[0]], moved, *tokens[subjects[0] + 1 :])
    return tokens


def with_cases(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang a preposition on the noun right behind it that the tree takes for another phrase: "signed in Libreville".

    Args:
        tokens: the sentence's tokens with the parser's heads and relations.
    """
    out = list(tokens)
    for number, token in enumerate(tokens):
        if token.upos != "ADP" or token.deprel not in _LOOSE or token.head < 0 or token.text.lower() not in _PLACING:
            continue
        noun = _noun_behind(tokens, number)
        if noun is not None:
            out[number] = replace(token, head=noun, deprel="case")
    return tuple(out)


def _noun_behind(tokens: tuple[Token, ...], at: int) -> int | None:
    """Return the phrase of the same verb that begins right behind a preposition and has none of its own."""
    for noun in range(at + 1, len(tokens)):
        token = tokens[noun]
        if token.head == tokens[at].head and token.deprel.startswith(_PHRASES) and token.upos in ("PROPN", "NOUN"):
            return None if _has(tokens, noun, "case") else noun
        if token.deprel not in _BETWEEN:
            return None
    return None


def _has(tokens: tuple[Token, ...], head: int, relation: str) -> bool:
    return any(t.head == head and t.deprel.startswith(relation) for t in tokens)


def _subject(tokens: tuple[Token, ...], verb: int) -> str:
    return "nsubj:pass" if _has(tokens, verb, "aux:pass") else "nsubj"


def with_listed_objects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Join a noun to the object before it that the tree joins to the verb: "took the town of A and the villages of B".

    Args:
        tokens: the sentence's tokens with the parser's heads and relations.
    """
    out = list(tokens)
    for number, token in enumerate(tokens):
        if token.deprel != "conj" or token.upos not in _NOUNS or token.head < 0 or tokens[token.head].upos != "VERB":
            continue
        kids = {t.deprel for t in tokens if t.head == number}
        objects = [
            n for n in range(token.head + 1, number) if (t := tokens[n]).head == token.head and t.deprel == "obj"
        ]
        if objects and "cc" in kids and not any(kid.startswith(_OF_CLAUSES) for kid in kids):
            out[number] = replace(token, head=objects[-1])
    return tuple(out)


def with_verbal_nouns(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Make a noun of a word in -ing that an adjective stands before: "after a day of heavy fighting with soldiers".

    Args:
        tokens: the sentence's tokens with the parser's heads and relations.
    """
    found = {
        n
        for n, token in enumerate(tokens[1:], 1)
        if token.xpos == "VBG" and token.deprel == "acl" and tokens[n - 1].deprel == "amod" and tokens[n - 1].head == n
    }
    if not found:
        return tokens
    nouns = (
        replace(t, upos="NOUN", xpos="NN", lemma=t.text.lower(), deprel="nmod") if n in found else t
        for n, t in enumerate(tokens)
    )
    return tuple(replace(t, deprel=_OF_NOUNS.get(t.deprel, t.deprel)) if t.head in found else t for t in nouns)


def with_joined_verbs(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Join a verb to the verb before it where the tree joins it to a noun: "were parted from their families and shot".

    Args:
        tokens: the sentence's tokens with the parser's heads and relations.
    """
    out = list(tokens)
    for number, token in enumerate(tokens):
        noun = tokens[token.head]
        if token.deprel != "conj" or token.xpos not in _PASTS or token.upos != "VERB" or noun.upos not in _NOUNS:
            continue
        verb = noun.head
        if noun.deprel not in ("obl", "obj") or not 0 <= verb < token.head or tokens[verb].xpos not in _PASTS:
            continue
        own = any(t.head == number and t.deprel in ("nsubj", "nsubj:pass", "det", "amod") for t in tokens)
        if not own and any(t.head == number and t.deprel == "cc" for t in tokens[token.head : number]):
            out[number] = replace(token, head=verb)
    return tuple(out)
