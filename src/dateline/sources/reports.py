"""Reading a report: from a file's bytes to the cleaned text with its blocks, dateline, day and map back."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from dateline.errors import ReportError
from dateline.model.report import Block, BlockKind, Dateline, Report
from dateline.settings import MAX_REPORT_BYTES
from dateline.sources.cleaning import Piece, clean
from dateline.sources.datelines import read_dateline
from dateline.sources.decoding import decode
from dateline.sources.entries import label_end, labelled
from dateline.sources.formats import format_of
from dateline.sources.headings import read_bare_day
from dateline.sources.heads import read_head
from dateline.sources.metadata import Metadata, Row
from dateline.sources.own_days import read_own_day
from dateline.sources.passage import joined
from dateline.sources.published import publication

BETWEEN: Final = "\n\n"
"""What stands between two blocks of a report's text."""

_DATELINE_BLOCKS: Final = 4  # body paragraphs in which a dateline may stand: standfirsts come before it


def read_report(path: Path, metadata: Metadata | None = None, *, name: str | None = None) -> Report:
    """Read a file as a report.

    Args:
        path: the file.
        metadata: the user's table, if any.
        name: what the record calls the file; its own name if not told.

    Returns:
        The report.

    Raises:
        ReportError: if the file cannot be opened, is too large, is no text, or holds no report; the message names it.

    """
    name = name or path.name
    try:
        size = path.stat().st_size
        if size > MAX_REPORT_BYTES:
            raise _too_large(name, size)
        data = path.read_bytes()
    except OSError as error:
        raise ReportError(f"{name}: cannot be opened: {error.strerror or error}") from error
    row = metadata.row(path.as_posix()) or metadata.row(name) if metadata else None
    return read_bytes(data, name, row)


def read_bytes(data: bytes, name: str, row: Row | None = None) -> Report:
    """Read a file's bytes as a report.

    Args:
        data: the bytes as they were published.
        name: what the record calls the file; its suffix tells the format.
        row: what the user's table says of it.

    Returns:
        The report. Its id is the hash of `data`; its text is cleaned, with `origin` leading back to the decoded bytes.

    Raises:
        ReportError: if the bytes are too many, no text, or hold no report.

    """
    if len(data) > MAX_REPORT_BYTES:
        raise _too_large(name, len(data))
    if not data.strip():
        raise ReportError(f"{name}: is empty")
    form = format_of(name, data)
    draft = form.read(decode(data, name, form.encoding(data)), name, row.url if row else None)
    cleaned = clean(draft.passages)
    if not cleaned.pieces:
        raise ReportError(f"{name}: holds no report, only what pages print around one")
    pieces = _with_body(cleaned.pieces)
    whole = joined([piece.passage for piece in pieces], BETWEEN)
    blocks = tuple(_blocks(pieces))
    opening = _dateline(whole.text, blocks)
    dateline = _with_own_day(opening, whole.text, blocks)
    given = (row.published, f"{row.table}, line {row.number}") if row and row.published else None
    return Report(
        id=f"sha256:{hashlib.sha256(data).hexdigest()}",
        file=name,
        text=whole.text,
        blocks=labelled(whole.text, [_after(block, opening) for block in blocks]),
        origin=whole.runs,
        published=publication(given, draft, cleaned.stamps, dateline, pieces),
        dateline=dateline,
        outlet=(row.outlet if row else None) or draft.outlet,
        agency=(dateline.agency if dateline else None) or cleaned.agency,
        url=(row.url if row else None) or draft.url,
        title=(row.title if row else None) or draft.title or _headline(pieces),
        partial=cleaned.partial,
    )


def _too_large(name: str, size: int) -> ReportError:
    """Return the error for a file with more bytes than any report has."""
    return ReportError(f"{name}: {size:,} bytes are more than a report has ({MAX_REPORT_BYTES:,}); split it first")


def _with_body(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return the pieces of a report; where all look like headlines or captions, they are the text itself.

    A single sentence of a wire has no full stop more often than not, and a note may read like a caption.
    """
    if any(piece.kind is BlockKind.BODY for piece in pieces):
        return pieces
    return [replace(piece, kind=BlockKind.BODY) for piece in pieces]


def _blocks(pieces: Sequence[Piece]) -> Iterator[Block]:
    """Yield the blocks of the pieces, joined."""
    at = 0
    for piece in pieces:
        end = at + len(piece.passage.text)
        yield Block(at, end, piece.kind)
        at = end + len(BETWEEN)


def _dateline(text: str, blocks: Sequence[Block]) -> Dateline | None:
    """Return the dateline of the first body paragraph that opens with one; the day of a chronicle's entry is none."""
    body = [block for block in blocks if block.kind is BlockKind.BODY]
    lines = [(line, b) for b in body[:_DATELINE_BLOCKS] if (line := read_dateline(text, b.start, b.end))]
    if lines and not _is_entry(*lines[0], text, body):
        return lines[0][0]
    return None if lines else read_head(text, body) or _only_day(text, blocks)


def _with_own_day(line: Dateline | None, text: str, blocks: Sequence[Block]) -> Dateline | None:
    """Return a dateline with the day that a line at the head or foot tells, where it tells none itself."""
    if line is not None and (line.month is not None or line.weekday is not None):
        return line
    own = read_own_day(text, blocks)
    if own is None:
        return line
    bare = Dateline(own.start, own.end, None, own.start, own.start, None, None, None, None)
    return replace(line or bare, month=own.month, day=own.day, weekday=own.weekday)


def _is_entry(line: Dateline, first: Block, text: str, body: Sequence[Block]) -> bool:
    """Tell whether a paragraph's opening is a day, with a town and a colon or stop if any, and another opens so, too.

    Neither ends the dateline of a wire: "BEIRUT, May 15 - …".
    """
    dated = line.month is not None or line.weekday is None
    if line.agency is not None or (dated and line.place and not text[: line.end].rstrip().endswith((":", "."))):
        return False
    return any(label_end(text, block) for block in body if block != first)


def _only_day(text: str, blocks: Sequence[Block]) -> Dateline | None:
    """Return the day that the first body paragraph opens with; in a chronicle others open with one too."""
    body = [block for block in blocks if block.kind is BlockKind.BODY]
    days = [read_bare_day(text, block.start, block.end) for block in body]
    return days[0] if days and not any(days[1:]) else None


def _after(block: Block, dateline: Dateline | None) -> Block:
    """Return the block without the dateline that it opens with."""
    opens = dateline is not None and block.start <= dateline.start < block.end and dateline.end < block.end
    return replace(block, start=dateline.end) if dateline and opens else block


def _headline(pieces: Sequence[Piece]) -> str | None:
    """Return the headline that the text opens with."""
    first = pieces[0]
    return first.passage.text if first.kind is BlockKind.HEADLINE else None
