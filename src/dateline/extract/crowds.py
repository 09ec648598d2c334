"""Who protests: people called so, and people of whom the sentence says that they march, rally or chant."""

from typing import Final

from dateline.extract.tree import Tree
from dateline.reference.lexicon import lexicon

_CLAUSES: Final = frozenset({"acl", "acl:relcl"})
_GATHERED_AT: Final = frozenset({"of", "at", "in", "from"})


def protests(tree: Tree, token: int) -> bool:
    """Return whether a noun names people who protest or their gathering.

    It does by its own word ("marchers", "the sit-in"), by a clause of its own ("students chanting slogans", "people who
    had taken to the streets"), or by what hangs on it ("a crowd of demonstrators", "mourners at a rally").

    Args:
        tree: the sentence.
        token: the noun.
    """
    words = lexicon()
    if tree.lemma(token) in words["protester"]:
        return tree.tokens[token].text != "March" or tree.tokens[token].upos != "PROPN"  # the month
    if tree.words[token] == "in" and tree.tokens[token].upos == "NOUN":
        return tree.words[max(token - 2, 0)] == "sit"
    if not tree.vocabulary & words["protest_word"]:
        return False
    for kid in tree.kids[token]:
        rel = tree.tokens[kid].deprel
        if rel in _CLAUSES and _is_protesting(tree, kid):
            return True
        if rel == "nmod" and tree.case(kid) in _GATHERED_AT and protests(tree, kid):
            return True
    # Trees tie "marching" in "fired at people marching" to the verb before.
    after = token + 1
    return after < len(tree) and tree.tokens[after].xpos == "VBG" and _is_protesting(tree, after)


def _is_protesting(tree: Tree, verb: int) -> bool:
    """Whether a clause tells a protest: by its verb, or by what is staged, chanted, blocked or held up."""
    words = lexicon()
    lemma = tree.lemma(verb)
    if lemma in words["protest_verb"]:
        return True
    aims = {tree.lemma(k) for k in tree.children(verb, "obj", "obl")}
    return bool(aims & (words["protester"] | {"street", "slogan", "placard", "banner", "road", "highway"}))
