"""Who speaks of themselves: "the ministry said its units had occupied it" tells of the ministry's own."""

from collections.abc import Iterator
from typing import Final

from dateline.model.actor import ARMED, ActorKind, ActorLink
from dateline.model.annotated import Token
from dateline.reference.actors import entry_of, party_of
from dateline.reference.actors_keys import fold
from dateline.reference.actors_words import lexicon
from dateline.resolve.actors.parts import Part, Scene

_ONE: Final = frozenset({"it", "its", "itself"})
_SEVERAL: Final = frozenset({"they", "their", "them", "themselves"})
_PLURALS: Final = frozenset({"NNS", "NNPS"})
_AS_PLURAL: Final = frozenset({"police", "taliban"})
_QUOTES: Final = frozenset({'"', "“", "”", "``", "''", "«", "»"})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_STATE_SIDE: Final = "government of "
_THAT: Final = "that"
_PRONOUN: Final = "PRON"
_BEFORE: Final = frozenset({"det", "amod", "compound", "nmod:poss", "nummod", "flat", "punct", "nmod:desc"})


def sayer(scene: Scene, part: Part) -> Part | None:
    """Return the subject of the verb of saying whose words a pronoun stands in, where the two agree in number.

    "The army said that its men had gone", and not what stands in quotation marks: nobody speaks so of themselves.

    Args:
        scene: the report.
        part: words that begin with the pronoun.
    """
    tokens, first = scene.tokens(part.sentence), part.words[0]
    if _is_quoted(tokens, first):
        return None
    for verb in _verbs_of_saying(tokens, first):
        subject = next((n for n, t in enumerate(tokens) if t.head == verb and t.deprel == "nsubj" and n != first), None)
        if subject is not None:
            return _phrase(part.sentence, tokens, subject) if agree(tokens[first], tokens[subject]) else None
    return None


def between(scene: Scene, part: Part, said: Part) -> Iterator[Part]:
    """Yield the subjects told between who speaks and a pronoun that it may point to as well, in text order.

    Behind "and that" the words begin anew: "the army said that the rebels' group had shelled A and that it fired back".

    Args:
        scene: the report.
        part: words that begin with the pronoun.
        said: the words for who speaks.
    """
    tokens, first = scene.tokens(part.sentence), part.words[0]
    anew = [n for n in range(first) if fold(tokens[n].text) == _THAT and tokens[n].deprel == "mark"]
    for index in range(max([said.words[-1] + 1, *anew]), first):
        token = tokens[index]
        if token.deprel.startswith("nsubj") and token.upos in _NOUNS and agree(tokens[first], token):
            yield Part(part.sentence, tuple(range(_start(tokens, index), index + 1)))


def agree(pronoun: Token, noun: Token) -> bool:
    """Say whether a pronoun agrees in number with a noun, or with the pronoun that speaks."""
    word, plural = fold(pronoun.text), noun.xpos in _PLURALS or fold(noun.lemma) in _AS_PLURAL
    if noun.upos == _PRONOUN:
        return (word in _ONE and fold(noun.text) in _ONE) or (word in _SEVERAL and fold(noun.text) in _SEVERAL)
    return (word in _ONE and not plural) or (word in _SEVERAL and plural)


def forces_of(speaker: ActorLink) -> ActorLink | None:
    """Return whom a speaker means by "we": an armed party itself, for a part of a state its army.

    Args:
        speaker: who says so.
    """
    entry = entry_of(speaker.id) if speaker.id else None
    rules = entry is not None and entry == party_of("government", entry.country)
    if speaker.kind in ARMED | {ActorKind.UNIDENTIFIED} and not rules:
        return speaker
    governs = rules or (entry is not None and entry.kind is ActorKind.ORGANISATION)
    if entry is None or not governs or not (entry.side or "").startswith(_STATE_SIDE):
        return None
    army = party_of("military", entry.country)
    return ActorLink.to(army, speaker.words, speaker.start, speaker.end, f"the army of {entry.name}'s state")


def _verbs_of_saying(tokens: tuple[Token, ...], index: int) -> Iterator[int]:
    """Yield the verbs of saying of whose content a token is part, the nearest first."""
    while tokens[index].head >= 0:
        head = tokens[index].head
        if tokens[index].deprel == "ccomp" and fold(tokens[head].lemma) in lexicon().particles["speech"]:
            yield head
        index = head


def _is_quoted(tokens: tuple[Token, ...], index: int) -> bool:
    return sum(token.text in _QUOTES for token in tokens[:index]) % 2 == 1


def _phrase(sentence: int, tokens: tuple[Token, ...], index: int) -> Part:
    """Return the words for a subject: those before it, and those behind it up to the verb or a comma."""
    last = index
    while last + 1 < len(tokens) and last + 1 != tokens[index].head and tokens[last + 1].text != ",":
        if not _is_under(tokens, last + 1, index):
            break
        last += 1
    return Part(sentence, tuple(range(_start(tokens, index), last + 1)))


def _start(tokens: tuple[Token, ...], index: int) -> int:
    first = index
    while first and tokens[first - 1].deprel in _BEFORE and _is_under(tokens, first - 1, index):
        first -= 1
    return first


def _is_under(tokens: tuple[Token, ...], index: int, head: int) -> bool:
    while index >= 0 and index != head:
        index = tokens[index].head
    return index == head
