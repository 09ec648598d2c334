"""Run: the measure of `evaluation.language` and its table."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from dateline.annotate import Annotator
from dateline.model.annotated import Annotated
from evaluation.language.data import (
    DATA,
    GoldText,
    MentionText,
    gold_text,
    read_documents,
    read_mentions,
)
from evaluation.language.scores import Node, TreeScores, mention_tallies, squeezed_offsets
from evaluation.re3d_mentions import held_back
from evaluation.tally import Tally

Figures = dict[str, dict[str, float]]
_CASES: dict[str, Callable[[str], str]] = {"": str, " lower": str.lower, " upper": str.upper}
_METRICS = ("sentences", "words", "UPOS", "XPOS", "lemmas", "UAS", "LAS", "LAS+")


def measure(annotator: Annotator, *, sample: int = 1, data: Path = DATA) -> Figures | None:
    """Return figures in per cent by set and metric, or None where the shared data is absent.

    `sample` takes every so-manieth document.
    """
    if not data.is_dir():
        return None
    figures: Figures = {}
    for name in ("ewt", "gum"):
        documents = list(read_documents(data / f"treebank/{name}-dev.conllu"))[::sample]
        for suffix, case in _CASES.items():
            for raw in (False, True):
                texts = (gold_text(document, raw=raw, case=case) for document in documents)
                label = f"{name} {'raw' if raw else 'gold words'}{suffix}"
                figures[label] = _trees(annotator, texts, raw=raw)
    kept = held_back()
    re3d = data / "entities/re3d"
    figures["re3d held back"] = _mentions(annotator, read_mentions(re3d, lambda i, _: i in kept))
    figures["re3d BBC Online"] = _mentions(annotator, read_mentions(re3d, lambda _, f: f == "BBC Online"))
    return figures


def _trees(annotator: Annotator, texts: Iterable[GoldText], *, raw: bool) -> dict[str, float]:
    scores = TreeScores()
    for gold in texts:
        found = annotator.annotate_one(gold.report) if raw else annotator.annotate_words(gold.report, gold.words)
        scores.add(_system_nodes(found), gold.nodes)
    return scores.figures()


def _system_nodes(found: Annotated) -> list[list[Node]]:
    squeezed = squeezed_offsets(found.report.text)
    sentences = []
    for sentence in found.sentences:
        spans = [(squeezed[token.start], squeezed[token.end]) for token in sentence.tokens]
        sentences.append(
            [
                Node(span, t.upos, t.xpos, t.lemma, spans[t.head] if t.head >= 0 else None, t.deprel)
                for t, span in zip(sentence.tokens, spans, strict=True)
            ]
        )
    return sentences


def _mentions(annotator: Annotator, texts: Iterable[MentionText]) -> dict[str, float]:
    total: dict[str, Tally] = {}
    for gold in texts:
        found = annotator.annotate_one(gold.report)
        system = [((m.start, m.end), m.type) for m in found.mentions]
        for kind, tally in mention_tallies(system, gold.mentions).items():
            total.setdefault(kind, Tally()).merge(tally)
    return {kind: round(100 * tally.f1, 1) for kind, tally in total.items()}


def table(figures: Figures) -> str:
    """Lay figures out for the terminal."""
    lines = [f"{'':24}" + "".join(f"{metric:>10}" for metric in _METRICS)]
    for label, row in figures.items():
        if "LAS" in row:
            lines.append(f"{label:24}" + "".join(f"{row[metric]:10.2f}" for metric in _METRICS))
        else:
            lines.append(f"{label}: " + ", ".join(f"{kind} {value}" for kind, value in row.items()))
    return "\n".join(lines)


def main() -> None:
    """Measure and print; say so and stop where the shared data is absent."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=1, metavar="N", help="take every Nth document")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--weights", type=Path, help="a folder with other weights")
    parser.add_argument("--json", type=Path, help="write the figures here too")
    options = parser.parse_args()
    where = {"folder": options.weights} if options.weights else {}
    figures = measure(Annotator.load(options.threads, **where), sample=options.sample)
    if figures is None:
        print("skipped: the shared data is not beside the repository")
        sys.exit(0)
    print(table(figures))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
