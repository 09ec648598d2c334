"""Verbs: which words stand as verbs rather than as nouns, and which of them are passive, whatever the tree says."""

from dateline.extract.tree import Tree
from dateline.reference.lexicon import lexicon

HARMS = frozenset({"kill", "wound", "injure", "maim", "hurt"})
"""Verbs that tell the harm alone: what was done they leave to others."""
_NOUN_RELATIONS = frozenset({"nsubj", "csubj", "nsubj:pass", "csubj:pass", "nmod", "obl", "obj"})


def is_verbal(tree: Tree, token: int) -> bool:
    """Return whether a word stands as a verb."""
    return tree.tokens[token].upos in ("VERB", "AUX") and not is_verbal_noun(tree, token)


def is_verbal_noun(tree: Tree, token: int) -> bool:
    """Return whether a gerund that the tree takes for a verb stands as a noun: "fighting raged", "after shelling"."""
    word = tree.tokens[token]
    if word.upos != "VERB" or word.xpos != "VBG":
        return False
    counted = word.deprel == "acl" and tree.words[token - 1] == "of"  # "five days of fighting"
    if word.deprel not in _NOUN_RELATIONS and not counted:
        return False
    return not tree.children(token, "obj", "nsubj")


def is_passive(tree: Tree, token: int) -> bool:
    """Return whether a verb is passive: by its marks, as a bare participle, or by the verb it is coordinated with."""
    rels = {tree.tokens[k].deprel for k in tree.children(token)}
    if rels & {"aux:pass", "obl:agent", "csubj:pass"}:
        return True
    if "nsubj:pass" in rels:  # "units pulled out": trees take the subject of a bare past for a passive's
        return tree.tokens[token].xpos != "VBD" and tree.lemma(token) not in lexicon()["active"]
    if tree.tokens[token].xpos not in ("VBN", "VBD"):
        return False
    rel = tree.tokens[token].deprel
    if rel in ("acl", "acl:relcl"):  # "those hurt in the raid": no pronoun, so a participle, whatever the tree says
        return not rels & {"obj", "nsubj", "aux"}
    if rel == "advcl":
        return tree.tokens[token].xpos == "VBN" and "obj" not in rels and "nsubj" not in rels and "aux" not in rels
    if _counts_the_harmed(tree, token) and "obj" not in rels:
        return True
    if rel == "conj" and not rels & {"nsubj", "obj", "aux"}:
        head = tree.head(token)
        # "Was dragged out and shot": of a form that may be either, a deed that is always done to somebody is passive.
        bare = tree.tokens[token].xpos == "VBN" or tree.lemma(token) in lexicon()["done_to"]
        return is_verbal(tree, head) and bare and is_passive(tree, head)
    return False


def _counts_the_harmed(tree: Tree, token: int) -> bool:
    """Whether the subject of a bare verb of harm is a number: "32 were killed and more than 80 wounded"."""
    if tree.lemma(token) not in HARMS or tree.children(token, "aux"):
        return False
    subjects = tree.children(token, "nsubj")
    return bool(subjects) and all(tree.tokens[k].upos == "NUM" for k in subjects)
