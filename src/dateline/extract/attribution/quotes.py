"""Speech by quotation marks: who vouches for a quotation, wherever in it the "he said" stands."""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.extract.attribution.speech import Speech, is_punct
from dateline.extract.quotations import Quotation
from dateline.extract.tree import Tree

_SPOKEN_WORDS: Final = 4  # a shorter quotation without a speaker is a name or a word held at arm's length


def quoted_speech(trees: Sequence[Tree], quoted: Sequence[Quotation], speeches: Sequence[Speech]) -> Iterator[Speech]:
    """Yield, for each quotation with a known speaker, the speech that covers all its words.

    The speaker is the one whose reporting clause takes in a part of it, or stands right before its first sentence with
    a colon. A quotation that fills its sentences and names nobody goes on from the sentence before, if that was speech.

    Args:
        trees: the report's trees.
        quoted: its quotations.
        speeches: what reporting verbs, prepositions and headlines gave.
    """
    by_sentence: dict[int, list[Speech]] = {}
    for speech in speeches:
        by_sentence.setdefault(speech.sentence, []).append(speech)
    spoken: dict[int, Speech] = {}  # the speech that each quotation's last sentence ends in
    for one in quoted:
        source = _speaker(one, by_sentence) or _going_on(trees, one, by_sentence, spoken)
        if source is None:
            continue
        spoken[one.last] = source
        for sentence, inside in one.parts:
            yield source.over(sentence, inside)


def _speaker(one: Quotation, by_sentence: dict[int, list[Speech]]) -> Speech | None:
    """Return the speech that takes in most of a quotation from outside it."""
    best, most = None, 0
    for sentence, inside in one.parts:
        for speech in by_sentence.get(sentence, ()):
            shared = (speech.content & inside).bit_count()
            if not inside >> speech.at & 1 and shared > most:
                best, most = speech, shared
    return best or next((s for s in by_sentence.get(one.first - 1, ()) if s.opens), None)


def _going_on(
    trees: Sequence[Tree], one: Quotation, by_sentence: dict[int, list[Speech]], spoken: dict[int, Speech]
) -> Speech | None:
    """Return the speech of the sentence before, for a quotation that fills its sentences and names no speaker."""
    words = sum(inside.bit_count() for _, inside in one.parts)
    if words < _SPOKEN_WORDS or not all(_fills(trees[sentence], inside) for sentence, inside in one.parts):
        return None
    before = spoken.get(one.first) or spoken.get(one.first - 1)
    if before:
        return before
    earlier = by_sentence.get(one.first - 1, ())
    return max(earlier, key=lambda s: s.content.bit_count(), default=None)


def _fills(tree: Tree, inside: int) -> bool:
    """Return whether a quotation takes up a whole sentence but for an "and" before it."""
    return sum(not inside >> n & 1 and not is_punct(tree, n) for n in range(len(tree))) <= 1
