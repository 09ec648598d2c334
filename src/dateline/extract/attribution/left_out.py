"""Accounts whose verb is left out: "officials spoke of eight dead, the Red Cross of six".

So are "the monitor counted 74 and the hospital 72" and "the army puts its losses at nine; the rebels, at 40". Trees of
such sentences are seldom right, so words and their order are asked: a verb that counts or speaks, a break, a short noun
phrase of someone, a number, and a break again.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from dateline.extract.attribution.lexicon import SpeechLexicon
from dateline.extract.attribution.speech import Speech, between
from dateline.extract.tree import Tree

_WAYS: Final = frozenset({"of", "object", "clause"})
_SEES: Final = frozenset({"see", "find", "bury", "receive", "identify"})
_BREAKS: Final = frozenset({",", ";", "and", "but", "while", "–", "—", "-", "whereas"})
_LINKS: Final = frozenset({"of", "at", "as", "to"})
_ABOUT: Final = frozenset(
    {"at", "least", "about", "around", "some", "nearly", "more", "than", "over", "only", "just", "up", "to", "as"}
    | {"many", "almost", "no", "fewer", "less", "roughly", "close", "under", "a", "an"}
)
_NAMES: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "PART"})
_INSIDE: Final = frozenset({"of", "for", "'s", "’s", "-", "in", "at"})
_COUNTED: Final = frozenset({"NOUN", "ADJ", "PROPN"})
_ENDS: Final = frozenset({".", ",", ";", ":", "and", "but", "while", "or", "–", "—", "-", ")"})
_LONGEST: Final = 8  # words of who gives a number, at most
_TWO: Final = 2  # numbers, one and another
_NOUNS: Final = 2  # words that a number may count, at most


def accounts_left_out(tree: Tree, lexicon: SpeechLexicon) -> Mapping[int, tuple[int, int, int]]:
    """Return the numbers that someone is told to give without a verb, by their token.

    Args:
        tree: the sentence.
        lexicon: the words that report speech.

    Returns:
        for each number the first and last word and the head of who gives it.
    """
    if sum(token.upos == "NUM" for token in tree.tokens) < _TWO or (verb := _counting(tree, lexicon)) is None:
        return {}
    out: dict[int, tuple[int, int, int]] = {}
    for at in range(verb + 2, len(tree)):
        if tree.tokens[at].upos == "NUM" and tree.tokens[at - 1].upos != "NUM":
            who = _who(tree, at, verb, lexicon)
            if who is not None and _ends(tree, at):
                out[at] = who
    return out


def left_out_speech(tree: Tree, lexicon: SpeechLexicon) -> Iterator[Speech]:
    """Yield who vouches for the numbers of accounts whose verb is left out.

    Args:
        tree: the sentence.
        lexicon: the words that report speech.
    """
    for number, (first, last, head) in accounts_left_out(tree, lexicon).items():
        who = tree.span(range(first, last + 1), head)
        yield Speech(tree.index, number, (who,), between(number, _end(tree, number)))


def _counting(tree: Tree, lexicon: SpeechLexicon) -> int | None:
    """Return the first verb by which someone counts or speaks, which a tagger may take for a noun ("media report")."""
    for n, token in enumerate(tree.tokens):
        if (token.upos == "VERB" and token.xpos != "VBG") or (token.upos == "NOUN" and token.head < 0):
            lemma = tree.lemma(n)
            if lexicon.verbs.get(lemma, frozenset()) & _WAYS or lemma in _SEES:
                return n
    return None


def _who(tree: Tree, number: int, verb: int, lexicon: SpeechLexicon) -> tuple[int, int, int] | None:
    """Return the words before a number that name who gives it, between a break and the number."""
    last = number - 1
    while last > verb and tree.words[last] in _ABOUT:
        last -= 1
    while last > verb and tree.words[last] in (*_LINKS, ","):
        last -= 1
    first = last
    while first > verb and last - first < _LONGEST and tree.words[first] not in _BREAKS and _names(tree, first):
        first -= 1
    if first <= verb or first == last or tree.words[first] not in _BREAKS:
        return None
    first += 1
    return (first, last, last) if _can_speak(tree, first, last, lexicon) else None


def _names(tree: Tree, token: int) -> bool:
    upos = tree.tokens[token].upos
    return upos in _NAMES and (upos not in ("ADP", "PART") or tree.words[token] in _INSIDE)


def _can_speak(tree: Tree, first: int, last: int, lexicon: SpeechLexicon) -> bool:
    """Whether words name someone: an office or a body of those who speak, or a name without a preposition before it."""
    if tree.tokens[last].upos not in ("NOUN", "PROPN") or tree.tokens[first].upos == "ADP":
        return False
    if any(tree.lemma(n) in lexicon.speakers | lexicon.persons for n in range(first, last + 1)):
        return True
    return tree.tokens[last].upos == "PROPN"


def _ends(tree: Tree, number: int) -> bool:
    """Whether nothing but what a number counts stands between it and the next break."""
    end = number + 1
    while end < len(tree) and tree.tokens[end].upos == "NUM":
        end += 1
    nouns = 0
    while end < len(tree) and tree.tokens[end].upos in _COUNTED and nouns < _NOUNS:
        end, nouns = end + 1, nouns + 1
    return end >= len(tree) or tree.words[end] in _ENDS


def _end(tree: Tree, number: int) -> int:
    return next((n for n in range(number + 1, len(tree)) if tree.words[n] in _ENDS), len(tree))
