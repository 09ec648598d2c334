"""Who gives a number, told in brackets behind it: "up to 336 dead (local press), 150 (state government)"."""

from collections.abc import Iterator
from typing import Final

from dateline.extract.attribution.lexicon import SpeechLexicon
from dateline.extract.attribution.speech import Speech, between
from dateline.extract.tree import Tree

_LONGEST: Final = 6  # words in brackets, at most
_NEAR: Final = 3  # words from a number to the bracket, at most
_NAMES: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "PART"})


def bracketed_speech(tree: Tree, lexicon: SpeechLexicon) -> Iterator[Speech]:
    """Yield who vouches for the numbers of a note that name them in brackets.

    Args:
        tree: the sentence.
        lexicon: the words that report speech.
    """
    for opens in (n for n, word in enumerate(tree.words) if word == "("):
        closes = next((n for n in range(opens + 1, min(opens + _LONGEST + 2, len(tree))) if tree.words[n] == ")"), 0)
        number = next((n for n in range(opens - 1, max(opens - _NEAR, 0) - 1, -1) if tree.tokens[n].upos == "NUM"), -1)
        inside = range(opens + 1, closes)
        if number < 0 or not inside or any(tree.tokens[n].upos not in _NAMES for n in inside):
            continue
        if tree.lemma(closes - 1) in lexicon.speakers:
            who = tree.span(inside, closes - 1)
            yield Speech(tree.index, number, (who,), between(number, closes + 1))
