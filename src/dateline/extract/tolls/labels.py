"""Numbers behind a word of harm that stands as a label: "Killed: 5, injured: 19", "Victims: 14", "K 5 W 19"."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from dateline.extract.tolls.group import Group
from dateline.extract.tolls.numbers import text
from dateline.extract.tree import Tree

_KILLED: Final = ("killed", "dead", "deaths", "fatalities", "victims", "deceased", "martyrs", "kia", "died")
_WOUNDED: Final = ("wounded", "injured", "injuries", "hurt", "wia")
_LABELS: Final[Mapping[str, str]] = MappingProxyType(
    dict.fromkeys(_KILLED, "killed") | dict.fromkeys(_WOUNDED, "wounded")
)
_LETTERS: Final[Mapping[str, str]] = MappingProxyType({"k": "killed", "d": "killed", "w": "wounded", "i": "wounded"})
_NOTE: Final = 8  # words within which a note's first letter stands, at most
_LEAST: Final = frozenset({"min", "minimum", "low", "least", "lowest"})
_MOST: Final = frozenset({"max", "maximum", "high", "most", "highest"})
_SIGNS: Final = frozenset({":", "="})
_OPENS: Final = frozenset({".", ";", ",", "|", "/", "-", "–", "(", ":", "and", ""})
_CLOSES: Final = frozenset({".", ";", ",", "|", "/", "(", ")", "and", ""})


def labelled(tree: Tree, groups: Sequence[Group]) -> dict[int, str]:
    """Return the harm of each number that a label heads, by the group's number; of "min 8, max 10" the first.

    Single letters are labels only where one of the dead and one of the wounded stand in the same sentence.

    Args:
        tree: the sentence.
        groups: its groups.
    """
    out = {i: harm for i, group in enumerate(groups) if group.bare and (harm := _word(tree, group))}
    letters = dict(_lettered(tree, groups))
    return out | letters if len(set(letters.values())) > 1 else out


def opens_with_letter(tree: Tree) -> bool:
    """Return whether a sentence may be a log's short note of the harmed, "K 5 W 19"."""
    return any(text(tree, k) in _LETTERS and tree.tokens[k].text.isupper() for k in range(min(len(tree), _NOTE)))


def _word(tree: Tree, group: Group) -> str | None:
    """Return the harm of "Killed: 5"; a party's name before it ("Rebels killed: 5") says more than a label."""
    label = group.first - 2 - (text(tree, group.first - 1) in _LEAST)
    alone = text(tree, label - 1) in _OPENS and text(tree, group.last + 1) in _CLOSES
    return _LABELS.get(text(tree, label)) if label >= 0 and text(tree, label + 1) in _SIGNS and alone else None


def most_of(tree: Tree, groups: Sequence[Group], number: int) -> Group | None:
    """Return the group of the upper end of "min 8, max 10", None where a number has none.

    Args:
        tree: the sentence.
        groups: its groups.
        number: the number of the group that tells the lower end.
    """
    low, rest = groups[number], groups[number + 1 : number + 2]
    both = text(tree, low.first - 1) in _LEAST and bool(rest) and text(tree, rest[0].first - 1) in _MOST
    return rest[0] if both else None


def _lettered(tree: Tree, groups: Sequence[Group]) -> Iterator[tuple[int, str]]:
    for i, group in enumerate(groups):
        letter = group.first - 1 - (text(tree, group.first - 1) in _SIGNS)
        if letter >= 0 and tree.tokens[letter].text.isupper() and (harm := _LETTERS.get(text(tree, letter))):
            yield i, harm
