"""Runs of name words in a sentence, and those that a noun beside them calls a town."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from dateline.extract.tree import Tree
from dateline.reference.places_words import place_nouns


def name_runs(tree: Tree) -> Iterator[range]:
    """Yield the runs of proper nouns of a sentence, hyphens within them included ("Jisr al-Shughur")."""
    tokens, start = tree.tokens, -1
    for number, token in enumerate(tokens):
        if token.upos == "PROPN":
            start = number if start < 0 else start
        elif start >= 0 and not (token.text == "-" and any(t.upos == "PROPN" for t in tokens[number + 1 : number + 2])):
            yield range(start, number)
            start = -1
    if start >= 0:
        yield range(start, len(tokens))


def names_with_genitive(tree: Tree, known: Callable[[str], bool]) -> Iterator[range]:
    """Yield the names with a genitive within them that are known ("Luhansk People's Republic"), and adjectives.

    An adjective in capitals before a noun names a party where it is known as one: "Houthi control".

    Args:
        tree: the sentence.
        known: whether a name is a known party's.
    """
    for one, other in pairwise(list(name_runs(tree))):
        between = [token.text.lower() for token in tree.tokens[one.stop : other.start]]
        if between in (["'s"], ["’s"], ["'"], ["’"]):
            name = tree.text[tree.tokens[one.start].start : tree.tokens[other[-1]].end]
            if known(name):
                yield range(one.start, other.stop)
    for number, token in enumerate(tree.tokens):
        if token.upos == "ADJ" and token.xpos == "NNP" and token.deprel == "compound" and known(token.text):
            yield range(number, number + 1)


def called_places(tree: Tree) -> Iterator[str]:
    """Yield the names that a sentence calls a town: "the border town of X", "X village", "X, a town"; in lower case.

    Args:
        tree: the sentence.
    """
    for run in name_runs(tree):
        last = run[-1]
        above = tree.head(last)
        of_a_town = tree.case(last) == "of" and above >= 0 and _is_town(tree, above)
        beside = any(_is_town(tree, kid) for one in run for kid in tree.children(one, "appos"))
        if of_a_town or beside or (last + 1 < len(tree) and tree.head(last) == last + 1 and _is_town(tree, last + 1)):
            yield tree.text[tree.tokens[run[0]].start : tree.tokens[last].end].lower()


def _is_town(tree: Tree, token: int) -> bool:
    return tree.tokens[token].upos == "NOUN" and place_nouns().get(tree.lemma(token)) == "town"
