"""Persons and the offices that a report names with them: "Observatory director X Y", "X Y, a spokesman for Z"."""

from typing import Final

from dateline.reference.actors_keys import fold
from dateline.reference.actors_words import lexicon
from dateline.resolve.actors.parts import Part, Scene

_COMMA_AND_NAME: Final = 2  # tokens from an office to the name behind it
_BEFORE: Final = frozenset(
    {"det", "amod", "compound", "nmod:poss", "case", "nummod", "flat", "nmod", "punct", "nmod:unmarked"}
)
_AFTER: Final = frozenset({"flat", "flat:name", "compound", "nmod", "case", "appos", "det"})
_NOMINAL: Final = frozenset({"PROPN", "NOUN", "ADP", "DET", "ADJ"})


def offices(scene: Scene) -> dict[str, list[Part]]:
    """Return the persons whom a report names with offices ("Observatory director X Y"): their words by surname."""
    out: dict[str, list[Part]] = {}
    for number, sentence in enumerate(scene.annotated.sentences):
        tokens = sentence.tokens
        for index, token in enumerate(tokens):
            if fold(token.lemma) not in lexicon().particles["titles"]:
                continue
            if index + 1 < len(tokens) and tokens[index + 1].upos == "PROPN":
                last = index + 1
                while last + 1 < len(tokens) and (tokens[last + 1].upos == "PROPN" or tokens[last + 1].text == "-"):
                    last += 1
                first = noun_phrase(scene, number, index)[0]
                office = Part(number, tuple(range(min(first, index), index + 1)))
                out.setdefault(fold(tokens[last].text), []).append(office)
            elif token.deprel == "appos" and token.head >= 0 and tokens[token.head].upos == "PROPN":
                _apposed(scene, out, number, index)
            _named_behind(scene, out, number, index)
    return out


def _named_behind(scene: Scene, out: dict[str, list[Part]], number: int, index: int) -> None:
    """Add a person whose name follows the office after a comma ("an army spokesman, X Y, said")."""
    tokens = scene.tokens(number)
    last = index + _COMMA_AND_NAME
    if last >= len(tokens) or tokens[index + 1].text != "," or tokens[last].upos != "PROPN":
        return
    apposed = tokens[last].head == index and tokens[last].deprel == "appos"
    if not apposed and (tokens[last].deprel, tokens[last].head) != ("nsubj", tokens[index].head):
        return  # read as a second subject of one verb: "an army spokesman, X Y, said"
    while last + 1 < len(tokens) and tokens[last + 1].upos == "PROPN":
        last += 1
    first = noun_phrase(scene, number, index)[0]
    out.setdefault(fold(tokens[last].text), []).append(Part(number, tuple(range(first, index + 1))))


def _apposed(scene: Scene, out: dict[str, list[Part]], number: int, index: int) -> None:
    """Add a person whose office follows the name ("X Y, a spokesman for Z")."""
    tokens = scene.tokens(number)
    name = tokens[index].head
    while name + 1 < index and tokens[name + 1].upos == "PROPN":
        name += 1
    last = index
    while last + 1 < len(tokens) and tokens[last + 1].text not in {",", ".", ";"} and tokens[last + 1].upos != "VERB":
        last += 1
    first = noun_phrase(scene, number, index)[0]
    out.setdefault(fold(tokens[name].text), []).append(Part(number, tuple(range(first, last + 1))))


def noun_phrase(scene: Scene, sentence: int, index: int) -> tuple[int, int]:
    """Return the first and last token of the words about a noun that belong to it without a clause."""
    tokens = scene.tokens(sentence)
    first = last = index
    while first and tokens[first - 1].deprel in _BEFORE and tokens[first - 1].upos not in {"VERB", "AUX", "CCONJ"}:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].deprel in _AFTER and tokens[last + 1].upos in _NOMINAL:
        last += 1
    return first, last
