"""`dateline judge`: keep a person's decision about what was read or linked."""

import getpass
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from dateline.cli.options import record_option
from dateline.cli.table import output
from dateline.errors import RecordError
from dateline.model.claim import EventClaim
from dateline.model.judgement import Judgement, Verdict, day_subject, link_subject
from dateline.store import Record, RecordView, open_record

Subject = tuple[str, tuple[str, ...]]
"""What is judged, and the ids of the claims that it is about."""

ACTIONS: Final = ("reject", "merge", "split", "undo", "list")


@click.command("judge")
@click.argument("action", type=click.Choice(ACTIONS))
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--who", help="Who decides; your name as a user of this machine if not told.")
@click.option("--reason", help="Why; kept beside the decision.")
@record_option
def command(action: str, ids: tuple[str, ...], who: str | None, reason: str | None, record: Path) -> None:
    """Keep a decision about what was read or linked.

    It is signed, never overwritten, and holds when reports are read again.

    \b
      reject CLAIM     the claim does not count
      reject REPORT    the day that others lent to this report (its file's name) is wrong
      merge A B        the two, claims or incidents, tell of one happening
      split A B        they tell of two
      undo NUMBER      the decision no longer holds
      list             all decisions

    \b
      dateline judge split c19ae3b0 c77d0f21 --reason "a second strike, in the evening"
    """
    with open_record(record) as opened:
        if action == "list":
            _list(opened.view)
            return
        if not reason:
            raise click.UsageError("say why, with --reason")
        for verdict, (subject, claims) in _meant(opened.view, action, ids):
            opened.judge(verdict, subject, claims, who or getpass.getuser(), reason)
            output().print(f"kept as {_last(opened)}: {verdict} {subject}", highlight=False)


def _meant(view: RecordView, action: str, ids: Sequence[str]) -> list[tuple[Verdict, Subject]]:
    """Return what is to be kept; raises UsageError or RecordError where the ids do not fit the action."""
    wanted = 2 if action in {"merge", "split"} else 1
    if len(ids) != wanted:
        raise click.UsageError(f"{action} takes {wanted} id{'s' * (wanted > 1)}")
    if action == "undo":
        return [(Verdict.WITHDRAW, _of_number(view, ids[0]))]
    if action == "reject":
        return [(Verdict.REJECT, _rejected(view, ids[0]))]
    (left, *_), others = (_claims(view, one) for one in ids)
    if left in others:
        raise click.UsageError("these are one")
    return [(Verdict(action), (link_subject(left, right), (left, right))) for right in others]


def _of_number(view: RecordView, number: str) -> Subject:
    found = next((one for one in view.judgements() if str(one.number) == number), None)
    if found is None:
        raise RecordError(f"there is no decision {number}; `dateline judge list` lists them")
    return found.subject, found.claims


def _rejected(view: RecordView, given: str) -> Subject:
    reports = [one.id for one in view.report_heads() if one.file == given]
    if len(reports) > 1:
        raise RecordError(f"{given}: {len(reports)} reports have this name")
    if reports:
        return day_subject(reports[0]), ()
    _, claim = _only(view, given, {"claim"})
    return claim, (claim,)


def _claims(view: RecordView, given: str) -> tuple[str, ...]:
    """Return the ids of the event claims that an id, or the beginning of one, means: all those of an incident."""
    kind, whole = _only(view, given, {"claim", "incident"})
    incident = view.incident(whole) if kind == "incident" else None
    if incident is None and not isinstance(view.claim(whole), EventClaim):
        raise RecordError(f"{given} is no claim of an event: only these are linked")
    return incident.claims if incident else (whole,)


def _only(view: RecordView, given: str, kinds: set[str]) -> tuple[str, str]:
    found = [(kind, whole) for kind, whole in view.find(given) if kind in kinds]
    if len(found) != 1:
        raise RecordError(f"{given} means {len(found) or 'no'} {' or '.join(sorted(kinds))}s; give a whole id")
    return found[0]


def _list(view: RecordView) -> None:
    console = output()
    for one in view.judgements():
        console.print(_line(one), highlight=False)


def _line(one: Judgement) -> str:
    return f"{one.number}  {one.at}  {one.who}  {one.verdict} {one.subject}: {one.reason}"


def _last(record: Record) -> int:
    return max(one.number for one in record.view.judgements())
