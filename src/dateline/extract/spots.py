"""The places that a noun phrase names: one phrase a place, lists taken apart."""

from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.noun_classes import part_of
from dateline.extract.tree import Tree
from dateline.model.reading import Phrase
from dateline.reference.lexicon import lexicon

_MISSIONS: Final = frozenset({"embassy", "consulate", "legation"})
_SIDES: Final = frozenset({"between"})  # "in X between the army and the rebels"
_WITHIN: Final = frozenset({"in", "at", "near", "around", "outside"})
_NOT_OF_A_PLACE: Final = frozenset({"from", "to", "by", "after", "during", "with", "for", "since", "including", "as"})


def expand_places(tree: Tree, classes: Classes, head: int, *, via: str | None = None) -> list[Phrase]:
    """Return the phrases of the places that a noun phrase names, one a place.

    "the towns of A and B" and "embassies in A and B" give A and B; "X and Y bases" gives both; "the capital, Z"
    gives Z.

    Args:
        tree: the sentence.
        classes: the report's classes.
        head: the phrase's head.
        via: how it was found, when not by an arc of the claim's own clause.
    """
    inner = part_of(tree, head)
    if inner is not None and "place" in classes.of(tree, inner):
        return expand_places(tree, classes, inner, via=via)
    named = [
        k for k in tree.children(head, "appos") if "name" in classes.of(tree, k) and "place" in classes.of(tree, k)
    ]
    if named and tree.tokens[head].upos != "PROPN" and not _has_name(tree, classes, head):
        return [tree.phrase(k, via=via) for k in named]
    other = _misjoined(tree, classes, head)
    if other is not None:
        inside = [t for t in tree.subtree(head) if t < other and tree.tokens[t].deprel not in ("cc", "punct")]
        return [tree.span(inside, head, via=via), *expand_places(tree, classes, other, via=via)]
    listed = _listed(tree, classes, head)
    if listed:
        return [phrase for k in listed for phrase in expand_places(tree, classes, k, via=via)]
    if tree.tokens[head].upos == "PROPN" or is_mission(tree, head):
        return [_spot(tree, head, via)]
    inside = [k for k in tree.children(head, "nmod") if tree.case(k) == "of" and "place" in classes.of(tree, k)]
    members = [c for k in inside for c in tree.conjuncts(k)]
    if len(members) > 1 or (members and tree.tokens[head].xpos == "NNS"):
        return [phrase for c in members for phrase in expand_places(tree, classes, c, via=via)]
    return _spread(tree, classes, head, via) if tree.tokens[head].xpos == "NNS" else [_spot(tree, head, via)]


def _spread(tree: Tree, classes: Classes, head: int, via: str | None) -> list[Phrase]:
    """Return the places of a plural: "embassies in A and B", "X and Y bases"."""
    spread = [k for k in tree.children(head, "nmod") if tree.case(k) in _WITHIN and len(tree.conjuncts(k)) > 1]
    members = [c for c in (tree.conjuncts(spread[0]) if spread else []) if _is_named_place(tree, classes, c)]
    if len(members) > 1:
        return [phrase for c in members for phrase in expand_places(tree, classes, c, via=via)]
    parts = _named_parts(tree, classes, head)
    if len(parts) > 1:
        return [tree.span(part, part[-1], via=via) for part in parts]
    return [_spot(tree, head, via)]


def is_mission(tree: Tree, head: int) -> bool:
    """Whether a place is named for the state that it belongs to alone: "the embassies of A and B"."""
    if tree.lemma(head) not in _MISSIONS:
        return False
    kids = tree.children(head, "nmod")
    return any(tree.case(k) == "of" for k in kids) and not any(tree.case(k) in _WITHIN for k in kids)


def _has_name(tree: Tree, classes: Classes, head: int) -> bool:
    """Whether a noun has a name of its own before or behind it: "Gbeji village, Benue State" is the village."""
    kids = [k for k in tree.children(head, "compound", "nmod") if tree.case(k) in ("", "of")]
    kids = [k for k in kids if tree.tokens[k].deprel != "nmod:poss"]  # "Darfur's second city, X" is X
    return any(_is_named_place(tree, classes, kid) for kid in kids)


def _is_named_place(tree: Tree, classes: Classes, head: int) -> bool:
    return tree.tokens[head].upos == "PROPN" and "place" in classes.of(tree, head)


def _spot(tree: Tree, head: int, via: str | None) -> Phrase:
    """Return a place's phrase without what only tells who took it from whom."""
    without = _NOT_OF_A_PLACE if tree.lemma(head) in lexicon()["link"] else _NOT_OF_A_PLACE | _SIDES
    return tree.phrase(head, via=via, without=without)


def _misjoined(tree: Tree, classes: Classes, head: int) -> int | None:
    """Return the next member of a list that the tree hangs on a name in the first: "a base in A and a port at B"."""
    for token in tree.subtree(head):
        above = tree.head(token)
        if (
            token > head
            and tree.tokens[token].deprel == "conj"
            and above not in (head, -1)
            and tree.tokens[above].upos == "PROPN"
            and tree.tokens[token].upos == "NOUN"
            and "place" in classes.of(tree, token)
            and tree.tokens[head].upos == "NOUN"
        ):
            return token
    return None


def _listed(tree: Tree, classes: Classes, head: int) -> list[int]:
    """Return the members of a list of places behind "including" or "such as", none where there is no such list."""
    out: list[int] = []
    for kid in tree.children(head, "nmod", "obl", "acl"):
        if tree.case(kid) in ("including", "like", "such as") or tree.lemma(kid) == "include":
            members = (
                tree.conjuncts(kid)
                if tree.lemma(kid) != "include"
                else [c for k in tree.children(kid, "obj") for c in tree.conjuncts(k)]
            )
            out.extend(m for m in members if "place" in classes.of(tree, m))
    return out


def _named_parts(tree: Tree, classes: Classes, head: int) -> list[list[int]]:
    """Return the runs of names that stand before a plural noun: "Tall X and Y bases"."""
    below = [t for t in tree.subtree(head) if t < head]
    runs: list[list[int]] = []
    for token in below:
        if tree.tokens[token].upos != "PROPN" or classes.mention_type(tree.index, token) not in ("location", None):
            continue
        if runs and runs[-1][-1] == token - 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs
