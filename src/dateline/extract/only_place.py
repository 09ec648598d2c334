"""The one place that a sentence names, for events that neither the tree nor their pattern ties to any.

"Police in Conakry shot two men during a march" hangs the town on the police, "gunned down mourners chanting slogans
against the establishment in Zahedan" on what was chanted against. Where a sentence names a single spot in which
something is, all that it tells was there.
"""

from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.nearest import AT, ELSEWHEN, FOLLOWING, is_apart_in_time, is_motive, is_named_place
from dateline.extract.spots import expand_places
from dateline.extract.tree import Tree
from dateline.model.reading import Phrase
from dateline.reference.lexicon import lexicon
from dateline.reference.places import shared_places

_VIA: Final = "the only place of its sentence"
_AIM: Final = frozenset({"for", "to", "toward", "towards"})


def only_place(tree: Tree, classes: Classes, start: int) -> tuple[Phrase, ...]:
    """Return the place of a sentence that names one only; empty where it names none, several, or one elsewhere.

    Args:
        tree: the sentence.
        classes: the report's classes.
        start: the predicate.
    """
    named = [n for n in range(len(tree)) if is_named_place(tree, classes, n) and not _is_within(tree, classes, n)]
    spots = [n for n in named if _is_spot(tree, n)]
    if len(spots) != 1 or len({tree.words[n] for n in named}) != 1:
        return ()
    if shared_places().country_named(tree.tokens[spots[0]].text) or _is_of_another_scene(tree, spots[0], start):
        return ()
    return tuple(expand_places(tree, classes, spots[0], via=_VIA))


def _is_within(tree: Tree, classes: Classes, token: int) -> bool:
    """Whether a name is part of another that is counted: "Conakry" in "Conakry market"."""
    above = tree.head(token)
    return above >= 0 and tree.rel(token) in ("compound", "flat", "appos") and is_named_place(tree, classes, above)


def _is_spot(tree: Tree, token: int) -> bool:
    """Whether something is told to be there: "in X", "residents of X"."""
    if tree.rel(token) not in ("obl", "nmod") or tree.tokens[token].deprel == "nmod:poss":
        return False
    case = tree.case(token)
    if case == "of":
        return tree.lemma(tree.head(token)) in lexicon()["populace"]
    return case in AT or (case in _AIM and tree.rel(token) == "obl")


def _is_of_another_scene(tree: Tree, spot: int, start: int) -> bool:
    """Whether the place is of what was before or after, of who speaks, or of a clause that only describes somebody.

    "Since the fall of X", "revenge for the raid on X", "told radio in X", "those who had settled in X", "on
    Tuesday, the day before the talks in X opened".
    """
    above = [spot, *tree.ancestors(spot)]
    own = [one for one in (start, *tree.ancestors(start)) if one not in above]
    if any(is_apart_in_time(tree, one) for one in own):
        return True
    inner = above[: next((k for k, one in enumerate(above) if one == start), len(above))]
    for one in inner:
        if one != start and tree.case(one) in ELSEWHEN and tree.rel(one) in ("obl", "nmod") and one != spot:
            return True
        if tree.rel(one) in ("advcl", "acl") and any(tree.lemma(k) in ELSEWHEN for k in tree.children(one, "mark")):
            return True
        if tree.tokens[one].deprel == "acl:relcl" or is_motive(tree, one):
            return True
        if tree.rel(one) == "obj" and tree.lemma(tree.head(one)) in FOLLOWING:
            return True
        if one == spot and tree.head(one) >= 0 and tree.lemma(tree.head(one)) in lexicon()["say_verb"]:
            return True
    return False
