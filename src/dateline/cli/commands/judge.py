"""`dateline judge`: keep a person's decisions about what was read or linked."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import click

from dateline import judging
from dateline.cli import judged
from dateline.cli.options import record_option
from dateline.cli.table import output
from dateline.cli.wording import number
from dateline.export.judgements import judgement_row
from dateline.judging import Marked
from dateline.model.judgement import Decision, Judgement
from dateline.settings import user_name
from dateline.store import RecordView, open_record, open_view

Decisions = Sequence[Decision]

_OPTIONS: Final = (
    click.option("--reason", required=True, help="Why; kept beside the decision."),
    click.option("--who", help="Who decides; your name as a user of this machine if not told."),
    click.option(
        "--seen",
        type=int,
        metavar="NUMBER",
        help="Refuse if someone judged the same after this decision, the last that you saw.",
    ),
    record_option,
)


def signed(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options --reason, --who, --seen and --record."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.group("judge")
def command() -> None:
    """Keep a person's decision about what was read or linked.

    Each is signed and dated, has a reason, is never overwritten, and holds when reports are read again.
    Of several on one thing the latest counts. The beginning of an id is enough where no other begins so.

    \b
      dateline judge correct c19ae3b0 place=Binnish --reason "the headline names it"
      dateline judge split c19ae3b0 c77d0f21 --reason "a second strike, in the evening"
      dateline judge undo 7 --reason "misread"
    """


@command.command("accept")
@click.argument("given", metavar="ID")
@signed
def accept(given: str, **signature: Any) -> None:
    """Say that a thing is right as it stands.

    That is a claim, an incident with all its claims, a toll or spell of control with the claims that it rests on, or
    (by the file's name) the day that a report is taken to be of.
    """
    _keep(lambda view, _: judging.accept(view, given), **signature)


@command.command("correct")
@click.argument("claim", metavar="CLAIM")
@click.argument("values", nargs=-1, required=True, metavar="NAME=VALUE...")
@signed
def correct(claim: str, values: tuple[str, ...], **signature: Any) -> None:
    """Say that values of a claim are others. What was read stays beside them.

    An event has type, actors, targets; a toll low, high, harm, status, side, demographic, scope, part_of,
    event; control holders, change; each also place, when, stance, said_by. Several names stand with
    semicolons between them, "none" says that the report does not tell.

    \b
      dateline judge correct c19ae3b0 low=12 high=none --reason "at least twelve"
      dateline judge correct c77d0f21 place="Binnish, Idlib" when="2015-03-24 to 2015-03-25" --reason ...
      dateline judge correct c77d0f21 actors="Ahrar al-Sham; rebel group: Sarra Brigade" --reason ...
    """
    _keep(lambda view, _: judging.correct(view, claim, _pairs(values)), **signature)


@command.command("reject")
@click.argument("given", metavar="CLAIM|REPORT")
@signed
def reject(given: str, **signature: Any) -> None:
    """Say that a claim does not count, or (by the file's name) that the day others lent to a report is wrong."""
    _keep(lambda view, _: judging.reject(view, given), **signature)


@command.command("merge")
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@signed
def merge(left: str, right: str, **signature: Any) -> None:
    """Say that two claims or incidents tell of one happening; the first decides what else may join."""
    _keep(lambda view, _: judging.merge(view, left, right), **signature)


@command.command("split")
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@signed
def split(left: str, right: str, **signature: Any) -> None:
    """Say that two claims or incidents tell of two happenings."""
    _keep(lambda view, _: judging.split(view, left, right), **signature)


@command.command("part-of")
@click.argument("part", metavar="PART")
@click.argument("whole", metavar="WHOLE|none")
@signed
def part_of(part: str, whole: str, **signature: Any) -> None:
    """Say that an incident is part of a wider one, or of none: no toll counts for both."""
    _keep(lambda view, _: judging.part_of(view, part, None if whole == "none" else whole), **signature)


@command.command("add")
@click.argument("report", metavar="REPORT")
@click.argument("kind", type=click.Choice(("event", "toll", "control")))
@click.argument("values", nargs=-1, required=True, metavar="NAME=VALUE...")
@click.option("--quote", help="The words of the report that make the claim; they must stand there once.")
@click.option("--start", type=int, help="Instead of --quote: the first character of the cleaned text.")
@click.option("--end", type=int, help="One past the last character.")
@signed
def add(report: str, kind: str, values: tuple[str, ...], **options: Any) -> None:
    """Add a claim that was not found: mark its words in a report and tell its values (as for correct).

    \b
      dateline judge add 12-darkush.txt toll low=3 harm=killed event=c77d0f21 \\
        --quote "three of them died" --reason "not read"
    """
    quote, start, end = (options.pop(name) for name in ("quote", "start", "end"))

    def made(view: RecordView, who: str) -> Decisions:
        marked = _marked(view, report, quote, start, end)
        return judging.add(view, marked, kind, _pairs(values), who=who)

    _keep(made, **options)


@command.command("grade")
@click.argument("incident", metavar="INCIDENT")
@click.argument("level", type=click.Choice([str(grade) for grade in judging.GRADES]))
@signed
def grade(incident: str, level: str, **signature: Any) -> None:
    """Say that an incident is confirmed, or discounted: it stays in view, and its tolls are in no sum."""
    _keep(lambda view, _: judging.grade(view, incident, level), **signature)


@command.command("undo")
@click.argument("numbers", nargs=-1, required=True, type=int, metavar="NUMBER...")
@signed
def undo(numbers: tuple[int, ...], **signature: Any) -> None:
    """Say that decisions no longer hold: what stood before them stands again. This can be undone too."""
    _keep(lambda view, _: _undone(view, numbers), **signature)


@command.command("list")
@click.argument("given", metavar="[ID]", required=False)
@click.option("--orphaned", is_flag=True, help="Only those that count of which a claim is no longer found.")
@click.option("--json", "as_json", is_flag=True, help="As JSON lines.")
@record_option
def listed(given: str | None, orphaned: bool, as_json: bool, record: Path) -> None:
    """List all decisions, or those on a claim or incident."""
    with open_view(record) as view:
        found = list(view.judged.orphans() if orphaned else _of(view, given))
        counting = {one.number for one in view.standing()}
        for one in found:
            if as_json:
                click.echo(json.dumps(judgement_row(one, counting), ensure_ascii=False))
            else:
                output().print(
                    f"{one.at}  {judged.line(one)}{judged.fate(one, counting)}", highlight=False, markup=False
                )
        if not found and not as_json:
            click.echo("No decision is on record for this.")


def _of(view: RecordView, given: str | None) -> Sequence[Judgement]:
    if given is None:
        return list(view.judgements())
    return list(view.judged.about(*judging.ids_of(view, given)))


def _undone(view: RecordView, numbers: Sequence[int]) -> list[Decision]:
    """Return what undoes decisions, each once: those that were made at once are undone at once."""
    return list({one.undoes: one for given in numbers for one in judging.undo(view, given)}.values())


def _keep(
    make: Callable[[RecordView, str], Decisions], *, record: Path, who: str | None, reason: str, seen: int | None
) -> None:
    signer = who or user_name()
    with open_record(record) as opened:
        kept = judging.decide(opened, make(opened.view, signer), who=signer, reason=reason, seen=seen)
    for one in kept:
        output().print(f"kept as {judged.line(one)}", markup=False)
    if len(kept) > 1:
        click.echo(
            f"{number(len(kept), 'decision')}; to take them back: undo {' '.join(str(one.number) for one in kept)}"
        )


def _pairs(values: Sequence[str]) -> dict[str, str]:
    pairs = {}
    for given in values:
        name, mark, value = given.partition("=")
        if not mark:
            raise click.UsageError(f"{given!r} sets nothing; write NAME=VALUE, like place=Binnish")
        pairs[name.strip()] = value.strip()
    return pairs


def _marked(view: RecordView, report: str, quote: str | None, start: int | None, end: int | None) -> Marked:
    if quote is not None:
        return judging.mark(view, report, quote)
    if start is None or end is None:
        raise click.UsageError("say which words make the claim, with --quote, or with --start and --end")
    return Marked(report, start, end)
