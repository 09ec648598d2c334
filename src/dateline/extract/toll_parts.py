"""Parts of a toll: the groups that an earlier one already includes ("including 19 children", "two of whom")."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.toll_groups import Group, are_people
from dateline.extract.toll_numbers import is_number, text
from dateline.extract.toll_triggers import Trigger
from dateline.extract.tree import Tree

_THEM: Final = frozenset({"them", "whom", "these", "those", "which"})
_HARMED: Final = frozenset(
    {
        "dead",
        "killed",
        "wounded",
        "injured",
        "missing",
        "victims",
        "casualties",
        "fatalities",
        "slain",
        "deceased",
        "victim",
        "captured",
        "abducted",
        "kidnapped",
        "hurt",
        "detained",
        "displaced",
    }
)
_WOUNDED: Final = frozenset({"wounded", "injured", "hurt"})
_VIOLENT: Final = frozenset({"shoot", "stab", "hang", "strangle", "bomb", "burn", "hit", "strike", "behead", "torture", "die", "kill"})
_REACH: Final = 25  # words between a whole and the list of its parts, at most


@dataclass(frozen=True, slots=True)
class Part:
    """How a group is part of a whole: the whole's number in the sentence, None where it was told before.

    `named` is the token of the word for the harmed that it is counted among ("among the dead"); `described` the noun that
    says who they were ("seven were civilians"); `listed` that it stands in a list of parts ("including …").
    """

    whole: int | None
    listed: bool = False
    named: int | None = None
    described: int | None = None


def find_parts(
    tree: Tree, classes: Classes, triggers: Mapping[int, Trigger], groups: Sequence[Group]
) -> dict[int, Part]:
    """Return which of a sentence's groups are parts of another one, of this sentence or of one before.

    Args:
        tree: the sentence.
        classes: the report's classes.
        triggers: its triggers.
        groups: its groups.
    """
    if not groups:
        return {}
    out: dict[int, Part] = {}
    for token in range(len(tree)):
        word = text(tree, token)
        if word in ("including", "notably") or (
            word in ("among", "amongst") and text(tree, token + 1) in ("them", "whom")
        ):
            _list(tree, triggers, groups, token, out)
        elif word in ("included", "include", "includes", "among", "amongst"):
            _among(tree, triggers, groups, token, out)
        elif word in (":", ";") and token > 2:
            _list(tree, triggers, groups, token, out)
    for i, group in enumerate(groups):
        if i not in out:
            part = _pointing_back(tree, classes, groups, out, i, group)
            if part is not None:
                out[i] = part
    return out


def _list(
    tree: Tree, triggers: Mapping[int, Trigger], groups: Sequence[Group], start: int, out: dict[int, Part]
) -> None:
    """Take the groups behind "including" up to the next verb."""
    whole = _whole(groups, out, start)
    if text(tree, start) in (":", ";") and (whole is None or any(g.bare for g in groups if g.first > start)):
        return
    end = next((k for k in range(start + 1, len(tree)) if _ends_list(tree, triggers, k)), len(tree))
    for i, group in enumerate(groups):
        if start < group.first < end and not (group.bare and end < len(tree) and group.last + 1 == end):
            out.setdefault(i, Part(whole, listed=True))


def _ends_list(tree: Tree, triggers: Mapping[int, Trigger], token: int) -> bool:
    one = tree.tokens[token]
    if one.text == ";" or one.upos == "AUX":
        return True
    if token in triggers and token + 1 < len(tree) and is_number(tree, token + 1):
        return True  # "… and wounding 30"
    return one.upos == "VERB" and one.deprel not in ("amod", "acl")


def _whole(groups: Sequence[Group], parts: Mapping[int, Part], before: int) -> int | None:
    """Return the nearest group before a word that is no part itself."""
    near = [i for i, g in enumerate(groups) if before - _REACH <= g.last < before and i not in parts]
    return near[-1] if near else None


def _among(
    tree: Tree, triggers: Mapping[int, Trigger], groups: Sequence[Group], token: int, out: dict[int, Part]
) -> None:
    """Read "two women were among the dead", "among the victims were two women", "the dead included two women"."""
    include = text(tree, token).startswith("include")
    around = range(max(token - 4, 0), token) if include else range(token + 1, min(token + 7, len(tree)))
    named = next((k for k in around if text(tree, k) in _HARMED), None)
    if named is None or (not include and text(tree, token + 1) not in ("the", "those", "these", "at", "its", "their")):
        return
    whole = next((i for i, g in enumerate(groups) if token < g.first <= named or g.first <= named <= g.last), None)
    if include or (named + 1 < len(tree) and tree.tokens[named + 1].upos == "AUX"):
        _after(tree, triggers, groups, named, token if include else named + 1, out)
    elif tree.tokens[token - 1].upos in ("AUX", "VERB"):
        before = [i for i, g in enumerate(groups) if g.last < token and i not in out]
        for i in reversed(before):
            if any(tree.tokens[k].upos == "VERB" for k in range(groups[i].last + 1, token - 1)):
                break
            out[i] = Part(whole, named=named)


def _after(
    tree: Tree, triggers: Mapping[int, Trigger], groups: Sequence[Group], named: int, start: int, out: dict[int, Part]
) -> None:
    end = next((k for k in range(start + 1, len(tree)) if _ends_list(tree, triggers, k)), len(tree))
    for i, group in enumerate(groups):
        if start < group.first < end:
            out.setdefault(i, Part(None, named=named))


def _pointing_back(
    tree: Tree, classes: Classes, groups: Sequence[Group], parts: Mapping[int, Part], i: int, group: Group
) -> Part | None:
    """Read "eight of them", "of whom 25 were civilians", "seven were civilians"."""
    told_of = text(tree, group.first - 1) in _THEM and text(tree, group.first - 2) == "of"
    described = _said_to_be(tree, classes, group) if group.bare else None
    if not (group.back or told_of or described is not None):
        return None
    if described is None and group.bare and _does_something(tree, group):
        return None
    return Part(_whole(groups, parts, group.first), described=described)


def _does_something(tree: Tree, group: Group) -> bool:
    """Whether a part is told only for what became of it afterwards: "three of them were released"."""
    after = group.last + 1
    while after < len(tree) and tree.tokens[after].upos in ("AUX", "ADV", "PART"):
        after += 1
    if after >= len(tree) or (after == group.last + 1 and tree.tokens[after].upos != "VERB"):
        return False
    helped = any(tree.tokens[k].upos == "AUX" for k in range(group.last + 1, after))
    does = helped or tree.tokens[after].upos == "VERB"
    return does and tree.lemma(after) not in _VIOLENT and text(tree, after) not in _HARMED


def _said_to_be(tree: Tree, classes: Classes, group: Group) -> int | None:
    """Return the noun that a copula says a bare number to be: "seven were civilians"."""
    token = group.last + 1
    if tree.lemma(token) != "be" if token < len(tree) else True:
        return None
    token += 1
    while token < len(tree) and tree.tokens[token].upos in ("DET", "ADV", "ADJ") and text(tree, token) not in _HARMED:
        token += 1
    while (
        token + 1 < len(tree) and tree.tokens[token + 1].upos in ("NOUN", "PROPN") and tree.tokens[token].upos != "VERB"
    ):
        token += 1
    if token < len(tree) and tree.tokens[token].upos in ("NOUN", "PROPN") and are_people(tree, classes, token):
        return token
    return None


def names_the_harmed(tree: Tree) -> bool:
    """Return whether a sentence has a word for the harmed as people: "the victims", "the dead"."""
    return any(token.text.lower() in _HARMED for token in tree.tokens)


def named_harm(tree: Tree, token: int) -> str:
    """Return the harm of a word for the harmed: "wounded" for the wounded, "killed" for the dead and for victims.

    Args:
        tree: the sentence.
        token: the word.
    """
    return "wounded" if text(tree, token) in _WOUNDED else "killed"
