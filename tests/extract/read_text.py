"""Texts read with the shipped annotator, for cases written as sentences."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from dateline.annotate import Annotator
from dateline.errors import ResourceError
from dateline.extract.tree import Tree, trees
from dateline.model.annotated import Annotated
from dateline.model.report import Block, BlockKind, Report

CASES = Path(__file__).parents[1] / "cases"


def cases(name: str) -> list[dict[str, Any]]:
    """Return the entries of a file of cases."""
    loaded: list[dict[str, Any]] = yaml.safe_load((CASES / name).read_text("utf-8"))
    return loaded


@cache
def _annotator() -> Annotator | None:
    try:
        return Annotator.load()
    except ResourceError:
        return None


def read(text: str, *, headline: bool = False) -> tuple[Annotated, list[Tree]]:
    """Return a text annotated, its paragraphs parted by empty lines; the test is skipped where no weights are."""
    spans = [match.span() for match in re.finditer(r"[^\n]+", text)]
    kinds = [BlockKind.HEADLINE if headline and not n else BlockKind.BODY for n in range(len(spans))]
    blocks = tuple(Block(start, end, kind) for (start, end), kind in zip(spans, kinds, strict=True))
    report = Report(id="sha256:0", file="case.txt", text=text, blocks=blocks)
    annotated = read_report(report)
    return annotated, trees(annotated.sentences, text)


def read_report(report: Report) -> Annotated:
    """Return a report annotated; the test is skipped where no weights are."""
    annotator = _annotator()
    if annotator is None:
        pytest.skip("the annotator's weights are missing")
    return annotator.annotate_one(report)


def find(all_trees: list[Tree], word: str) -> tuple[Tree, int]:
    """Return the first place where a word stands."""
    return next((tree, n) for tree in all_trees for n, token in enumerate(tree.tokens) if token.text == word)
