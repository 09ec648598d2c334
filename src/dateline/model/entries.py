"""Entries: which sentences of a chronicle or round-up stand behind a label, the day and place of their paragraph."""

from collections.abc import Mapping

from dateline.model.annotated import Annotated


def entries(annotated: Annotated) -> Mapping[int, range]:
    """Return the sentences that label each sentence of a report, for those of a paragraph with a label; it is its own.

    A label is a block of its own on the line of the block that it labels (sources/entries.py). A report with one only
    has none: "MOSCOW, 8 April. …" is a dateline.

    Args:
        annotated: the report.
    """
    text, sentences = annotated.report.text, annotated.sentences
    out: dict[int, range] = {}
    first: int | None = None  # of the block before
    label: range | None = None
    for number, sentence in enumerate(sentences):
        before = sentences[number - 1] if number else None
        if before is None or before.block != sentence.block:
            ends = before is None or "\n" in text[before.end : sentence.start]
            label = None if ends or first is None else range(first, number)
            first = number
        if label is not None:
            out |= dict.fromkeys((*label, number), label)
    return out if len(set(out.values())) > 1 else {}
