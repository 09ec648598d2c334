"""Texts of corpora as the program reads them: claims, and the rows that `dateline export claims` would write."""

import hashlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any, Final

from dateline.export.jsonl import claim_row
from dateline.model.claim import Claim
from dateline.model.report import Report
from dateline.pipeline import Failure
from dateline.pipeline import read_all as read_raws
from dateline.store import RawReport
from dateline.workers import in_order
from evaluation.annotations import STAGES
from evaluation.corpora import Document

_PIECE: Final = 16  # texts that a process gets at once


@dataclass(frozen=True, slots=True)
class Read:
    """A text with the claims that the program finds in it; without a report where it could not be read."""

    document: Document
    report: Report | None
    claims: tuple[Claim, ...] = ()

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The claims as exported."""
        return [claim_row(claim, None) for claim in self.claims]


def read(document: Document, file: str | None = None) -> Read:
    """Take a text through the program, as a file of this name; what fails is told of and holds no claims."""
    (result,) = read_raws([raw_report(document, file or f"{document.safe_id}.txt")], STAGES)
    if isinstance(result, Failure):
        print(f"{document.id}: {result.reason}", file=sys.stderr)
        return Read(document, None)
    return Read(document, result.report, result.claims)


def raw_report(document: Document, file: str) -> RawReport:
    """Return a text as a file whose day and outlet, where the corpus gives them, stand in the user's table."""
    data = document.text.encode()
    cells = {"file": file, "number": "2", "table": "corpus"}
    if document.published:
        cells["published"] = document.published.isoformat()
    if document.outlet:
        cells["outlet"] = document.outlet
    return RawReport(f"sha256:{hashlib.sha256(data).hexdigest()}", file, data, cells)


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
