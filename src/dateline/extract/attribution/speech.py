"""Speech: that someone vouches for some words of one sentence, and the sets of tokens it is measured in."""

from dataclasses import dataclass, replace

from dateline.extract.tree import Tree
from dateline.model.reading import Phrase

COMMAS = frozenset({",", ";", "-", "--", "—", "–", '"', "“", "”", "''", "``", "'", "’", "`", "»", "«", "!", "?", ":"})


@dataclass(frozen=True, slots=True)
class Speech:
    """Who vouches for which words of a sentence.

    `at` is the reporting word's index; `content` the tokens vouched for, as bits (bit n is token n); `speakers` the
    phrases of who vouches, the closest first; `inserted` tells that the reporting clause follows or interrupts what is
    said; `opens` that its words come after the sentence ("the statement read:").
    """

    sentence: int
    at: int
    speakers: tuple[Phrase, ...]
    content: int
    inserted: bool = False
    opens: bool = False

    def over(self, sentence: int, content: int) -> "Speech":
        """Return the same speakers vouching for other words."""
        return replace(self, sentence=sentence, content=content, inserted=False, opens=False)


def bits(tree: Tree, token: int) -> int:
    """Return the token and all below it, as bits."""
    out, todo = 0, [token]
    while todo:
        one = todo.pop()
        out |= 1 << one
        todo.extend(tree.kids[one])
    return out


def between(first: int, after: int) -> int:
    """Return the tokens from `first` up to but not including `after`, as bits."""
    return ((1 << after) - (1 << first)) if after > first else 0


def last_bit(content: int) -> int:
    """Return the index of the last token in a set, -1 for none."""
    return content.bit_length() - 1


def is_punct(tree: Tree, token: int) -> bool:
    """Return whether a token is punctuation, whatever the tagger called it."""
    return not any(c.isalnum() for c in tree.tokens[token].text)
