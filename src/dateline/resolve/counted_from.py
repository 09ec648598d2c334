"""What "two days after …" counts from where no event is told there: a place that stands for one, or "that strike"."""

from collections.abc import Sequence
from typing import Final

from dateline.model.annotated import Annotated, Token
from dateline.model.when import When
from dateline.reference.lexicon import lexicon
from dateline.resolve.asides import is_pointing
from dateline.resolve.draft import Draft

_NAMING: Final = frozenset({"PROPN", "ADP", "DET", "PUNCT"})


def day_of_named(drafts: Sequence[Draft], number: int, span: tuple[int, int], annotated: Annotated) -> When | None:
    """Return the day of what a name or a noun behind "the" takes up: "the day after A", "twelve days before that raid".

    Args:
        drafts: the events told before, in text order.
        number: the number of the sentence that counts.
        span: where the words begin and end that are counted from.
        annotated: their report.
    """
    sentence = annotated.sentences[number]
    dated = [draft for draft in drafts if draft.when and draft.when.first]
    if not dated:
        return None
    own = [n for n, token in enumerate(sentence.tokens) if span[0] <= token.start < span[1]]
    if any(_takes_up(sentence.tokens, n) for n in own):
        return dated[-1].when
    names = [sentence.tokens[n] for n in own if sentence.tokens[n].upos == "PROPN"]
    if not names or any(sentence.tokens[n].upos not in _NAMING for n in own):
        return None
    return _day_at(dated, annotated.report.text[names[0].start : names[-1].end].casefold(), annotated)


def _takes_up(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a noun takes up an event that was told: "that strike", "the attack"."""
    named = any(tokens[noun].lemma.lower() in lexicon()[name] for name in ("happening", "outrage"))
    return tokens[noun].upos == "NOUN" and named and is_pointing(tokens, noun)


def _day_at(dated: Sequence[Draft], name: str, annotated: Annotated) -> When | None:
    """Return the day of the last event at a place of that name, or of a paragraph that names it."""
    there = [draft for draft in dated if draft.place is not None and draft.place.words.casefold() == name]
    if not there:
        text, blocks = annotated.report.text, annotated.report.blocks
        naming = {
            n for n in {draft.block for draft in dated} if name in text[blocks[n].start : blocks[n].end].casefold()
        }
        there = [draft for draft in dated if draft.block in naming]
    return there[-1].when if there else None
