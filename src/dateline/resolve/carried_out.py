"""Days told of a deed in the sentence behind it, which calls it "it" alone: "It was on 4 May. Two men carried it out".

Who claims an attack, or tells of one that was read of before, says what it was first and when it was next.
"""

from collections.abc import Collection, Sequence
from typing import Final

from dateline.model.annotated import Token
from dateline.model.when import When
from dateline.resolve.draft import Draft
from dateline.resolve.whens import WhenResolver

_IT: Final = frozenset({"it", "this", "that"})
_DONE: Final = frozenset({"commit", "do", "execute", "mount", "perpetrate", "stage"})
_HAPPENED: Final = frozenset({"happen", "occur"})
_PARTS: Final = {"carry": "out", "take": "place"}


def date_by_next(drafts: Sequence[Draft], whens: WhenResolver) -> None:
    """Date the last event of a sentence by what the next sentence tells of "it".

    Args:
        drafts: the events of a report; changed in place.
        whens: the report's times.
    """
    telling = {draft.reading.sentence for draft in drafts}
    last = {draft.reading.sentence: draft for draft in sorted(drafts, key=lambda one: one.reading.trigger.start)}
    for sentence, draft in last.items():
        if draft.when is None and whens.of(draft.reading).anchored is None:
            draft.when = _day_of_it(sentence + 1, telling, whens)


def _day_of_it(sentence: int, telling: Collection[int], whens: WhenResolver) -> When | None:
    """Return the one day of a sentence that tells no event but "it"."""
    sentences = whens.annotated.sentences
    if sentence in telling or sentence >= len(sentences):
        return None
    tokens = sentences[sentence].tokens
    if (day := whens.opening_day(sentence)) is not None:
        return day
    if not any(_takes_it_up(tokens, n) for n in range(len(tokens))):
        return None
    return whens.plain(sentence, (0, 0), inside=False)


def _takes_it_up(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb tells that what was told before was done: "carried it out", "it was staged", "this happened"."""
    lemma = tokens[verb].lemma.lower()
    done = lemma in _DONE or lemma in _HAPPENED or any(_is_part(tokens, n, verb) for n in range(len(tokens)))
    if tokens[verb].upos != "VERB" or not done:
        return False
    own = ("nsubj",) if lemma in _HAPPENED or lemma == "take" else ("nsubj:pass", "obj")
    return any(token.head == verb and token.deprel in own and token.text.lower() in _IT for token in tokens)


def _is_part(tokens: Sequence[Token], at: int, verb: int) -> bool:
    part = _PARTS.get(tokens[verb].lemma.lower())
    return part is not None and tokens[at].head == verb and tokens[at].text.lower() == part
