"""Those whom a pronoun of their own sentence means: "two gunmen opened fire before they were shot dead"."""

from typing import Final

from dateline.extract.predicates import subject
from dateline.extract.tolls.triggers import Trigger
from dateline.extract.tree import Tree

_THEY: Final = frozenset({"they", "them", "themselves"})
_BELOW: Final = frozenset({"advcl", "conj", "parataxis", "ccomp", "advcl:relcl"})
_MANY: Final = frozenset({"NNS", "NNPS", "CD"})
_STEPS: Final = 3  # verbs above the one of harm, at most


def meant(tree: Tree, trigger: Trigger, head: int) -> list[int]:
    """Return whom a pronoun that is harmed stands for: the many who are the subject of the clause above, if any.

    Who killed them is not meant: "two gunmen stormed the house and killed them". Where the doer is the same, they are
    those to whom it did something before: "dragged 14 men from their homes and shot them".

    Args:
        tree: the sentence.
        trigger: the word of harm.
        head: the word that the tree gives as harmed.
    """
    if tree.words[head] not in _THEY or not trigger.verb:
        return []
    own = subject(tree, trigger.token)
    verb = trigger.token
    for _ in range(_STEPS):
        if tree.tokens[verb].deprel not in _BELOW or tree.head(verb) < 0:
            return []
        verb = tree.head(verb)
        above = [k for k in subject(tree, verb) if k < head and tree.tokens[k].xpos in _MANY]
        done = trigger.of_subject or trigger.pred.passive
        if above and (done or set(above).isdisjoint(own)):
            return above
        taken = [k for k in tree.children(verb, "obj") if k < head and tree.tokens[k].xpos in _MANY]
        if above or taken:
            return [] if done else taken
    return []
