"""Places that head a paragraph, as notes and round-ups have them: "Patikul: the army reports …", "Taiz. On 17 …"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Annotated
from dateline.model.how import TAKEN_OVER
from dateline.model.place import PlaceLink
from dateline.model.report import BlockKind

_OPENING: Final = re.compile(r"[^\W_]")  # past bullets and dashes
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


def _head(annotated: Annotated, number: int, mentioned: Sequence[PlaceLink]) -> PlaceLink | None:
    block, text = annotated.report.blocks[number], annotated.report.text
    if block.kind is not BlockKind.BODY:
        return None
    opening = _OPENING.search(text, block.start, block.end)
    link = next((one for one in mentioned if opening and one.start == opening.start() and one.entry), None)
    if link is None or not _HEAD_END.match(text, link.end):
        return None
    return replace(link, how=f"{TAKEN_OVER} the head of the paragraph: {link.how}")
