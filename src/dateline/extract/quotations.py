"""Quotations: stretches of a report in quotation marks, over sentences and paragraphs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from dateline.extract.attribution.speech import between, is_punct
from dateline.extract.tree import Tree

_CLOSER: Final = {
    "“": frozenset("”"),
    "``": frozenset({"''", '"'}),
    "`": frozenset("'’"),
    "‘": frozenset("’'"),
    "«": frozenset("»"),
}
_OPENERS: Final = frozenset({*_CLOSER, '"', "„", "''", "”"})
_STRAIGHT: Final = frozenset({'"', "''", "”"})
_SINGLE: Final = frozenset({"`", "‘"})
_STOPS: Final = frozenset({",", ".", "!", "?", ";", ":", ")", "-", "–", "—", "..."})
_SINGLE_REACH: Final = 400  # tokens; a lone ` or ‘ is otherwise an apostrophe or a transliterated ayn


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: for each sentence it runs through, the tokens inside, as bits (bit n is token n)."""

    parts: tuple[tuple[int, int], ...]

    @property
    def first(self) -> int:
        """The first sentence's number."""
        return self.parts[0][0]

    @property
    def last(self) -> int:
        """The last sentence's number."""
        return self.parts[-1][0]


@dataclass(slots=True)
class _Open:
    """A quotation not yet closed: its opening mark, and what was read of it."""

    mark: str
    start: int
    parts: list[tuple[int, int]] = field(default_factory=list)


def quotations(trees: Sequence[Tree]) -> list[Quotation]:
    """Return the report's quotations in order.

    A quotation that is not closed at the end of its paragraph goes on if the next paragraph opens with a mark again
    (the American way), and ends there otherwise.
    """
    if not any(token.text in _OPENERS for tree in trees for token in tree.tokens):
        return []
    out: list[Quotation] = []
    state: _Open | None = None
    for number, tree in enumerate(trees):
        if state and _new_paragraph(trees, number) and not _reopens(tree):
            out.extend(_closed(state))
            state = None
        state = _read_sentence(trees, number, state, out)
    return out + (list(_closed(state)) if state else [])


def _new_paragraph(trees: Sequence[Tree], number: int) -> bool:
    return number > 0 and trees[number].sentence.block != trees[number - 1].sentence.block


def _reopens(tree: Tree) -> bool:
    return bool(tree.tokens) and tree.tokens[0].text in _OPENERS


def _read_sentence(trees: Sequence[Tree], number: int, state: _Open | None, out: list[Quotation]) -> _Open | None:
    """Read one sentence's marks; closed quotations go to `out`, an open one is returned."""
    tree = trees[number]
    if state:
        state.start = 0
    for n, token in enumerate(tree.tokens):
        if token.text not in _OPENERS and (state is None or token.text not in _CLOSER.get(state.mark, ())):
            continue
        if state is None:
            state = _Open(token.text, n + 1) if _may_open(trees, number, n) else None
        elif n == 0 and _new_paragraph(trees, number) and token.text in _OPENERS:
            state.start = 1
        elif _closes(tree, n, state):
            state.parts.append((number, between(state.start, n)))
            out.extend(_closed(state))
            state = None
    if state:
        state.parts.append((number, between(state.start, len(tree))))
    return state


def _closed(state: _Open) -> Iterator[Quotation]:
    parts = tuple((sentence, inside) for sentence, inside in state.parts if inside)
    if parts:
        yield Quotation(parts)


def _may_open(trees: Sequence[Tree], number: int, n: int) -> bool:
    """Return whether a mark opens a quotation: a single one must have its closing mark within the paragraph."""
    mark = trees[number].tokens[n].text
    if mark in ("”", "''"):
        return n == 0
    if mark not in _SINGLE:
        return True
    ahead, start = 0, n + 1
    for tree in trees[number:]:
        if tree.sentence.block != trees[number].sentence.block or ahead > _SINGLE_REACH:
            return False
        if any(tree.tokens[k].text in _CLOSER[mark] and _ends_single(tree, k) for k in range(start, len(tree))):
            return True
        ahead, start = ahead + len(tree), 0
    return False


def _closes(tree: Tree, n: int, state: _Open) -> bool:
    text = tree.tokens[n].text
    if state.mark in _SINGLE:
        return text in _CLOSER[state.mark] and _ends_single(tree, n)
    if state.mark in _STRAIGHT:
        return text in _STRAIGHT
    return text in _CLOSER.get(state.mark, _STRAIGHT)


def _ends_single(tree: Tree, n: int) -> bool:
    """Return whether a single mark closes, rather than being the apostrophe of "the rebels' advance"."""
    token = tree.tokens[n]
    if token.xpos == "POS" or token.deprel == "case":
        return False
    after_s = n > 0 and tree.tokens[n - 1].text.lower().endswith("s")
    if not after_s or n + 1 >= len(tree):
        return True
    return tree.tokens[n - 1].text in _STOPS or tree.tokens[n + 1].text in _STOPS or is_punct(tree, n + 1)
