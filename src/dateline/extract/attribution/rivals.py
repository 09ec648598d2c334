"""Rival accounts in one sentence: "the ministry said 12 had died, while residents put it at 30"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.attribution.speech import Speech, between
from dateline.extract.tree import Tree

_TURNS: Final = frozenset({";", "while", "whereas", "but", "though", "although"})


def apart_from_rivals(tree: Tree, found: Sequence[Speech], left_out: Sequence[Speech]) -> Iterator[Speech]:
    """Yield the speeches of a sentence, none of them vouching for what a rival says.

    A rival's clause opens behind a turn ("while", "but", a semicolon) with who speaks in it, after the other's verb. A
    tree hangs such a clause below what was said before.

    Args:
        tree: the sentence.
        found: the speeches that its words report.
        left_out: those whose verb is left out.
    """
    rivals = [(opening, speech) for speech in found if (opening := _opening(tree, speech)) is not None]
    for speech in found:
        others = 0
        for own in left_out:
            others |= own.content
        for opening, rival in rivals:
            if rival is speech:
                others |= between(0, opening)
            elif speech.at < opening:
                others |= (rival.content | between(opening, rival.at + 1)) & between(opening, len(tree))
        yield replace(speech, content=speech.content & ~others) if others else speech
    yield from left_out


def _opening(tree: Tree, speech: Speech) -> int | None:
    """Return the first word of who speaks, where a turn stands right before it and the verb behind; None elsewhere."""
    if speech.inserted or not speech.speakers:
        return None
    start = min(phrase.start for phrase in speech.speakers)
    first = next((n for n, token in enumerate(tree.tokens) if token.start >= start), 0)
    return first if 0 < first < speech.at and tree.words[first - 1] in _TURNS else None
