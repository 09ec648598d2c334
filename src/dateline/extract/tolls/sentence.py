"""A sentence as the toll readers see it: its tree, its words of harm, and the groups of people told with a number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.tolls.group import Group
from dateline.extract.tolls.numbers import text
from dateline.extract.tolls.triggers import Trigger
from dateline.extract.tree import Tree

_SOFTENS: Final = frozenset({"now", "already", "only", "just", "currently", "even", "up", "down", "later"})
_QUOTES: Final = frozenset({'"', "“", "‘", "``", "'"})


@dataclass(frozen=True, slots=True)
class TollSentence:
    """A sentence with its triggers by token and its groups in order."""

    tree: Tree
    classes: Classes
    triggers: Mapping[int, Trigger]
    groups: Sequence[Group]

    def __len__(self) -> int:
        return len(self.tree)

    def text(self, token: int) -> str:
        """Return a word in lower case, "" outside the sentence."""
        return text(self.tree, token)

    def before(self, number: int) -> int:
        """Return the last word before a number that is no "now" or "only": "reached just 40", "put it at “40”"."""
        at = number - 1
        while at > 0 and (self.text(at) in _SOFTENS or self.text(at) in _QUOTES):
            at -= 1
        return at

    def upos(self, token: int) -> str:
        """Return a word's part of speech, "" outside the sentence."""
        return self.tree.tokens[token].upos if 0 <= token < len(self.tree) else ""
