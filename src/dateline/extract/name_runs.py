"""Runs of name words in a sentence, and those that a noun beside them calls a town."""

from collections.abc import Iterator

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


def called_places(tree: Tree) -> Iterator[str]:
    """Yield the names that a sentence calls a town: "the border town of X", "X village"; in lower case.

    Args:
        tree: the sentence.
    """
    for run in name_runs(tree):
        last = run[-1]
        above = tree.head(last)
        of_a_town = tree.case(last) == "of" and above >= 0 and _is_town(tree, above)
        if of_a_town or (last + 1 < len(tree) and tree.head(last) == last + 1 and _is_town(tree, last + 1)):
            yield tree.text[tree.tokens[run[0]].start : tree.tokens[last].end].lower()


def _is_town(tree: Tree, token: int) -> bool:
    return tree.tokens[token].upos == "NOUN" and place_nouns().get(tree.lemma(token)) == "town"
