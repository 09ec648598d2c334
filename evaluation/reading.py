"""Texts of corpora as the program reads them: claims, and the rows that `dateline export claims` would write."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any, Final

from dateline.errors import ReportError
from dateline.export.jsonl import claim_row
from dateline.model.claim import Claim
from dateline.pipeline import annotate, extract, resolve
from dateline.workers import in_order
from evaluation.corpora import Document

_PIECE: Final = 16  # texts that a process gets at once


@dataclass(frozen=True, slots=True)
class Read:
    """A text with the claims that the program finds in it; `fault` says why it could not be read."""

    document: Document
    claims: tuple[Claim, ...] = ()
    fault: str | None = None

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The claims as exported."""
        return [claim_row(claim, None) for claim in self.claims]


def read(document: Document, file: str | None = None) -> Read:
    """Take a text through the program, as a file of this name."""
    try:
        report = document.report(file)
    except ReportError as error:
        return Read(document, fault=str(error))
    annotated = annotate(report)
    return Read(document, resolve(annotated, extract(annotated)))


def read_all(documents: Iterable[Document], *, jobs: int = 2) -> Iterator[Read]:
    """Yield the texts as read, in order, by several processes."""
    pending = iter(documents)
    pieces = iter(partial(_next_piece, pending), [])
    for piece in in_order(_read_piece, pieces, jobs=jobs):
        yield from piece


def _next_piece(pending: Iterator[Document]) -> list[Document]:
    return list(islice(pending, _PIECE))


def _read_piece(documents: Sequence[Document]) -> list[Read]:
    return [read(document) for document in documents]
