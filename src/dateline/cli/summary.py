"""Summary: what came of the reports given, and why some were skipped or failed."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

import click

from dateline.cli.wording import number
from dateline.intake import Outcome
from dateline.pipeline import Failure
from dateline.store import RecordView

MOST_NAMED: Final = 20  # skipped files named one by one; failures are all named


def tell(outcome: Outcome, view: RecordView, *, fresh: bool) -> None:
    """Say on stderr what was read, found, skipped and failed, and what the record holds now.

    Args:
        outcome: what came of the reports.
        view: the record.
        fresh: whether incidents, tolls and control are up to date with the claims.
    """
    for line in (*_read(outcome), *_skipped(outcome.skipped), *_failed(outcome.failed), *_notes(outcome.notes)):
        click.echo(line, err=True)
    click.echo(_held(view.counts(), fresh=fresh), err=True)
    if outcome.stopped:
        left = number(outcome.total - outcome.done, "file")
        click.echo(f"Stopped with {left} left. Give the same command again to go on.", err=True)


def _held(counts: dict[str, int], *, fresh: bool) -> str:
    reports = number(counts["reports"], "report")
    if not fresh:
        return f"The record now holds {reports}; incidents, tolls and control are reckoned when next asked for."
    others = f"{number(counts['incidents'], 'incident')}, {number(counts['tolls'], 'toll')}"
    return f"The record now holds {reports}, {others} and {number(counts['spells'], 'spell')} of control."


def _read(outcome: Outcome) -> Iterator[str]:
    claims = ", ".join(f"{count:,} {kind}" for kind, count in sorted(outcome.claims.items())) or "none"
    yield f"Read {number(outcome.read, 'report')}: {number(outcome.claims.total(), 'claim')} ({claims})."


def _skipped(skipped: list[Failure]) -> Iterator[str]:
    for reason, count in Counter(one.reason for one in skipped).items():
        files = [one.file for one in skipped if one.reason == reason]
        rest = f" and {count - MOST_NAMED:,} more" if count > MOST_NAMED else ""
        yield f"Skipped {number(count, 'file')}, {reason}: {', '.join(files[:MOST_NAMED])}{rest}."


def _notes(notes: tuple[str, ...]) -> Iterator[str]:
    yield from (f"Note: {note}." for note in notes[:MOST_NAMED])
    if len(notes) > MOST_NAMED:
        yield f"Note: {len(notes) - MOST_NAMED:,} more of this kind."


def _failed(failed: list[Failure]) -> Iterator[str]:
    if failed:
        yield f"Failed on {number(len(failed), 'file')}:"
    for one in failed:
        yield f"  {one.file}: {one.reason}"
