"""Places that head a paragraph, as notes and round-ups have them: "Patikul: the army reports …", "Taiz. On 17 …"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Annotated, Mention
from dateline.model.how import TAKEN_OVER
from dateline.model.place import PlaceLink
from dateline.model.report import BlockKind
from dateline.resolve.places.labels import LABEL

_OPENING: Final = re.compile(r"[^\W_]")  # past bullets and dashes
_NAMED: Final = re.compile(
    r"[\s•*–—-]*(?P<name>(?:[Aa]l-|[Ee]l-)?[^\W\d_a-z][\w'’-]+"
    r"(?:[ ](?:al-|el-|ed-|ez-|de |del |da |do )?[^\W\d_a-z][\w'’-]+){0,3})"
    r"(?:, [^\W\d][\w' -]{1,30})?[:.]\s"
)
_HEAD_END: Final = re.compile(r"(?:, ?[^\W\d][\w' -]{1,30})?[:.] ")


def headed(annotated: Annotated, mentioned: Sequence[PlaceLink]) -> dict[int, PlaceLink]:
    """Return the place that heads each sentence's paragraph, by the sentence's number, for those that have one.

    Args:
        annotated: the report.
        mentioned: what each name of a place in it was taken for.
    """
    heads: dict[int, PlaceLink] = {}
    for number in range(len(annotated.report.blocks)):
        if link := _head(annotated, number, mentioned):
            heads[number] = link
    return {number: heads[one.block] for number, one in enumerate(annotated.sentences) if one.block in heads}


def head_end(annotated: Annotated, start: int, end: int) -> int | None:
    """Return where the paragraph ends that a name is the head of, None for a name anywhere else.

    Args:
        annotated: the report.
        start: where the name begins in its text.
        end: where it ends.
    """
    text = annotated.report.text
    block = next((one for one in annotated.report.blocks if one.start <= start < one.end), None)
    if block is None or block.kind is not BlockKind.BODY:
        return None
    opening = _OPENING.search(text, block.start, block.end)
    heads = opening is not None and opening.start() == start and _HEAD_END.match(text, end) is not None
    return block.end if heads else None


def headed_names(annotated: Annotated, known: Callable[[str], bool]) -> dict[int, list[Mention]]:
    """Return the known names that head paragraphs, by their sentences, where two paragraphs or more have a name there.

    The tagger sees few of them: "Sheikh Zuweid. A bomb …" is a sentence of two words.

    Args:
        annotated: the report.
        known: tells whether the gazetteer knows a name.
    """
    text, found, heads = annotated.report.text, {}, 0
    for block in annotated.report.blocks:
        head = _NAMED.match(text, block.start, block.end) if block.kind is BlockKind.BODY else None
        if head is None:
            continue
        number = next(n for n, one in enumerate(annotated.sentences) if head.start("name") < one.end)
        heads += any(t.start == head.start("name") and t.upos == "PROPN" for t in annotated.sentences[number].tokens)
        if known(head["name"]):
            found[number] = [Mention(*head.span("name"), LABEL, number, 1.0)]
    return found if max(heads, len(found)) > 1 else {}


def _head(annotated: Annotated, number: int, mentioned: Sequence[PlaceLink]) -> PlaceLink | None:
    block, text = annotated.report.blocks[number], annotated.report.text
    if block.kind is not BlockKind.BODY:
        return None
    opening = _OPENING.search(text, block.start, block.end)
    link = next((one for one in mentioned if opening and one.start == opening.start() and one.entry), None)
    if link is None or not _HEAD_END.match(text, link.end):
        return None
    return replace(link, how=f"{TAKEN_OVER} the head of the paragraph: {link.how}")
