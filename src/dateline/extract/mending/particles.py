"""Particles of verbs that parsers take for something else: "won back the town", "burnt down houses"."""

from dataclasses import replace
from typing import Final

from dateline.model.annotated import Token
from dateline.reference.lexicon import lexicon

_PARTICLES: Final = frozenset({"down", "up", "off", "out", "over", "away"})
_PAST: Final = frozenset({"VBD", "VBN"})
_AUXILIARIES: Final = frozenset({"be", "have", "do"})


def with_particles(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens, what stands between a verb and its object as the verb's particle: "burnt down houses".

    Args:
        tokens: the sentence's tokens with the parser's heads and relations.
    """
    return tuple(
        replace(token, head=number - 1, deprel="compound:prt")
        if token.deprel == "case" and token.text in _PARTICLES and _is_behind(tokens, number)
        else token
        for number, token in enumerate(tokens)
    )


def with_back(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Make "back" the particle of the verb before it where the tree takes it for a verb: "won back the town".

    Args:
        tokens: the sentence's tokens with the parser's heads and relations.
    """
    for number, token in enumerate(tokens):
        verb = token.head
        if token.text.lower() != "back" or token.upos != "VERB" or verb != number - 1:
            continue
        if tokens[verb].upos not in ("VERB", "AUX"):
            continue
        back = replace(token, upos="ADV", xpos="RP", lemma="back", deprel="compound:prt")
        moved = [replace(other, head=verb) if other.head == number else other for other in tokens]
        tokens = (*moved[:verb], replace(moved[verb], upos="VERB"), back, *moved[number + 1 :])
    return _with_those_back(_with_back_as_verb(_with_back_behind(tokens)))


def _with_back_behind(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Make "back" the particle of a verb where it stands behind the object: "won the town back on Tuesday"."""
    out = list(tokens)
    for number, token in enumerate(tokens):
        if token.text.lower() != "back" or token.upos != "ADV" or token.head < number:
            continue
        verb = tokens[token.head].head
        behind = tokens[token.head].deprel == "obl" and 0 <= verb < number and tokens[verb].upos == "VERB"
        if behind and any(t.deprel == "obj" and t.head == verb for t in tokens[verb + 1 : number]):
            out[number] = replace(token, head=verb, xpos="RP", deprel="compound:prt")
    return tuple(out)


def _with_those_back(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "the army is back in A" as that it returned, where those who are back bear arms."""
    for number, token in enumerate(tokens):
        if token.text.lower() != "back" or token.upos != "ADV":
            continue
        cop = next((n for n, t in enumerate(tokens) if t.head == number and t.deprel == "cop"), -1)
        who = next((t for t in tokens if t.head == number and t.deprel == "nsubj"), None)
        if cop < 0 or who is None or who.lemma.lower() not in lexicon()["combatant"] | lexicon()["irregular"]:
            continue
        out = list(tokens)
        out[cop] = replace(tokens[cop], deprel="aux")
        out[number] = replace(token, upos="VERB", xpos="VBN", lemma="return")
        return tuple(out)
    return tokens


def _with_back_as_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Make "back" a particle where the tree takes it for the verb, and the verb before it for its auxiliary."""
    for number, token in enumerate(tokens):
        before = tokens[number - 1] if number else token
        if token.text.lower() != "back" or token.upos != "VERB" or before.head != number or before.deprel != "aux":
            continue
        if before.xpos not in _PAST or before.lemma in _AUXILIARIES:
            continue
        moved = [replace(other, head=number - 1) if other.head == number else other for other in tokens]
        moved[number - 1] = replace(before, upos="VERB", head=token.head, deprel=token.deprel, event=token.event)
        moved[number] = replace(token, upos="ADV", xpos="RP", lemma="back", head=number - 1, deprel="compound:prt")
        return _with_back_as_verb(tuple(moved))
    return tokens


def _is_behind(tokens: tuple[Token, ...], particle: int) -> bool:
    """Whether a particle stands between a verb and the object that the tree hangs it on."""
    noun = tokens[particle].head
    return noun > particle and tokens[noun].deprel == "obj" and tokens[noun].head == particle - 1
