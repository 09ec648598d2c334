"""The number of a point in a numbered text, which parsers take for one that counts: "2. 46 soldiers were killed"."""

import re
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Token

_NUMBER: Final = re.compile(r"[1-9]\d?")
_CLOSES: Final = frozenset({".", ")"})
_SHORTEST: Final = 4  # words of a sentence that a number may open: "2. Kabul" may be an address


def with_point_number(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Take the number of a point out of what its sentence tells.

    Communiqués and reports of offices number their sentences. "2. 5. 2013" is a day.

    Args:
        tokens: the sentence's tokens with the parser's heads and relations.
    """
    if len(tokens) < _SHORTEST or tokens[1].text not in _CLOSES or not _NUMBER.fullmatch(tokens[0].text):
        return tokens
    if _NUMBER.fullmatch(tokens[2].text) and tokens[3].text == ".":
        return tokens
    top, rooted = _top(tokens), any(token.head < 0 for token in tokens[2:])
    number = replace(tokens[0], upos="X", xpos="LS", head=top, deprel="discourse")
    stop = replace(tokens[1], upos="PUNCT", xpos=".", head=top, deprel="punct")
    rest = (_rehung(token, top, is_root=not rooted and at == top) for at, token in enumerate(tokens[2:], 2))
    return (number, stop, *rest)


def _top(tokens: tuple[Token, ...]) -> int:
    """Return the root of the sentence, or what hangs highest in it where the tree makes the point's number its root."""
    root = next((at for at, token in enumerate(tokens) if at > 1 and token.head < 0), None)
    if root is not None:
        return root
    below = (at for at, token in enumerate(tokens) if at > 1 and token.head <= 1 and token.deprel != "punct")
    return next(below, 2)


def _rehung(token: Token, top: int, *, is_root: bool) -> Token:
    """Hang on the top of the sentence what the tree hangs on the point's number."""
    if is_root:
        return replace(token, head=-1, deprel="root")
    return replace(token, head=top) if 0 <= token.head <= 1 else token
