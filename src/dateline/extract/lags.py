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
    if tree.tokens[verb].deprel != "advcl":
        return False
    mark = next((k for k in tree.children(verb, "mark") if tree.words[k] in _MARKS), -1)
    if mark < 1 or tree.lemma(mark - 1) not in _SPANS:
        return False
    # A tree may take who did it for a circumstance: "five years after militants killed 67".
    return any(mark < k < verb and not tree.case(k) for k in tree.children(verb, "nsubj", "obl"))
