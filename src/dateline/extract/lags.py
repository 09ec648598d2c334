"""Clauses told to have happened a span of time apart from the rest: "…, a week after bandits killed 22 farmers"."""

from typing import Final

from dateline.extract.tree import Tree

_MARKS: Final = frozenset({"after", "before", "since"})
_SPANS: Final = frozenset({"minute", "hour", "day", "night", "week", "fortnight", "month", "year", "decade"})


def lagging(tree: Tree, token: int) -> int | None:
    """Return the verb of the clause a span apart that holds a word, None where none does.

    Args:
        tree: the sentence.
        token: the word.
    """
    if _MARKS.isdisjoint(tree.words):
        return None
    return next((one for one in (token, *tree.ancestors(token)) if _is_apart(tree, one)), None)


def _is_apart(tree: Tree, verb: int) -> bool:
    if tree.tokens[verb].deprel != "advcl" or not tree.children(verb, "nsubj"):
        return False
    mark = next((k for k in tree.children(verb, "mark") if tree.words[k] in _MARKS), -1)
    return mark > 0 and tree.lemma(mark - 1) in _SPANS
