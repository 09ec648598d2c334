"""What a verb is done to, where the tree does not say so: shared objects, relative pronouns, objects it mistook."""

from dateline.extract.arguments import Predicate
from dateline.extract.tree import Tree
from dateline.extract.voice import is_passive, is_verbal
from dateline.reference.lexicon import lexicon, time_heads

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X"})
_CLOSE = 3  # words between coordinated verbs that share an object
_ADVERBS = frozenset({"where", "when", "why"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


def is_object(tree: Tree, kid: int) -> bool:
    """Whether a phrase without a preposition is the object that the tree took for a circumstance."""
    verb = tree.head(kid)
    return not (
        kid < verb
        or is_passive(tree, verb)
        or any(not tree.case(one) for one in tree.children(verb, "obj"))
        or tree.tokens[kid].upos != "NOUN"
        or tree.lemma(kid) in time_heads()
    )


def add_aim(tree: Tree, obj: int, pred: Predicate) -> None:
    """Give "opened fire on the crowd" its aim, which the tree hangs on the fire."""
    if tree.lemma(obj) in lexicon()["fire"]:
        for kid in tree.children(obj, "nmod"):
            pred.add(tree.case(kid) or "unmarked", tree.conjuncts(kid))


def add_gap(tree: Tree, token: int, pred: Predicate) -> None:
    """Give a relative or participial clause the noun that it describes."""
    verb = _first_of_clause(tree, token)
    rel, head = tree.tokens[verb].deprel, tree.head(verb)
    if head < 0 or tree.tokens[head].upos not in NOMINAL:
        return
    if any(tree.words[k] in _ADVERBS for k in tree.children(token, "advmod")):
        return  # "in A, where gunmen broke into a chapel"
    if rel == "acl:relcl" and not pred.passive and not pred.get("patient") and head not in pred.get("agent"):
        pred.add("patient", tree.conjuncts(head) if tree.rel(head) != "conj" else [head])
    elif rel == "acl" and tree.tokens[token].xpos == "VBN" and not pred.get("patient"):
        pred.add("patient", [head])
        pred.passive = True


def _first_of_clause(tree: Tree, token: int) -> int:
    """Return the first verb of "whom they hacked, shot or burnt" for each of its verbs; the verb itself elsewhere."""
    verb = token
    while tree.tokens[verb].deprel == "conj" and tree.tokens[tree.head(verb)].upos == "VERB":
        verb = tree.head(verb)
    opened = tree.tokens[verb].deprel == "acl:relcl" and tree.words[tree.subtree(verb)[0]] == "whom"
    return verb if opened and not tree.children(token, "nsubj", "obj") else token


def share_objects(tree: Tree, token: int, pred: Predicate) -> None:
    """Let coordinated verbs share the object that only the last one states ("attacked and seized the town")."""
    if pred.passive or pred.get("patient"):
        return
    first = tree.head(token)
    if tree.tokens[token].deprel == "conj" and is_verbal(tree, first) and not is_passive(tree, first):
        for obj in tree.children(first, "obj"):  # "stormed and occupied the base": the tree may tie it to the first
            if obj > token and token - first <= _CLOSE:
                pred.add("patient", tree.conjuncts(obj))
    for kid in tree.children(token, "conj"):
        if is_verbal(tree, kid) and not tree.children(kid, "nsubj") and kid - token <= _CLOSE:
            for obj in tree.children(kid, "obj"):
                pred.add("patient", tree.conjuncts(obj))


def resolved(tree: Tree, kid: int, verb: int) -> list[int]:
    """Return what an argument stands for: a relative pronoun stands for the noun that its clause describes."""
    if tree.lemma(kid) in _RELATIVE and tree.tokens[kid].upos in ("PRON", "DET", "SCONJ"):
        for one in [verb, *tree.ancestors(verb)]:
            if tree.tokens[one].deprel == "acl:relcl":
                return [tree.head(one)]
    return tree.conjuncts(kid)
