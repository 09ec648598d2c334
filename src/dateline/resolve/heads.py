"""Ways up the tree of a sentence: from a word to those above it, and from words together to the one that heads them."""

from collections.abc import Sequence

from dateline.model.annotated import Token


def up(tokens: Sequence[Token], at: int) -> list[int]:
    """Return a token and those above it.

    Args:
        tokens: a sentence's tokens.
        at: the token's number among them; none is above -1.
    """
    out: list[int] = []
    while at >= 0 and at not in out:
        out.append(at)
        at = tokens[at].head
    return out


def covered(tokens: Sequence[Token], start: int, end: int) -> list[int]:
    """Return the numbers of the tokens that share a character with a stretch of the report's text."""
    return [n for n, token in enumerate(tokens) if token.start < end and token.end > start]


def top_of(tokens: Sequence[Token], own: Sequence[int]) -> int | None:
    """Return the first of some tokens that hangs on none of them, None of no tokens."""
    return next((n for n in own if tokens[n].head not in own), None)
