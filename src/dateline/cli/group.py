"""Group: the commands by name, each loaded when it is asked for, and how a run ends."""

import importlib
import logging
import os
import sys
from difflib import get_close_matches
from typing import Any, Final

import click

import dateline as package
from dateline.errors import DatelineError

COMMANDS: Final = {
    "add": "Read reports into the record.",
    "incidents": "List what happened, by day.",
    "tolls": "List how many were harmed, with every speaker's figure.",
    "control": "List who held which place over which days.",
    "explain": "Show the evidence behind an id.",
    "export": "Write the record in the formats of the field.",
    "verify": "Hold a record or an export against its hashes.",
    "compare": "Hold the record against coded data or another record.",
    "import": "Read an export of claims back into a record.",
    "page": "Make one page of the record, to open in a browser.",
    "sitrep": "Write a situation report for a period and area.",
    "serve": "Show the record in a browser, with review.",
    "site": "Write the record as a folder of pages.",
    "annotate": "Show the sentences, trees and mentions of one report.",
    "why-not": "Show what was considered in a line, and why nothing came of it.",
    "review": "List what most needs a person's eyes.",
    "judge": "Keep a person's decisions about what was read or linked.",
    "places": "Add places of your own, and see what a name stands for.",
    "reread": "Read the record's own reports again with this version.",
}
"""Each command's module bears its name; its help is repeated here so that `dateline --help` loads none of them."""

MODULES: Final = {"import": "import_claims"}
"""Modules that cannot bear their command's name."""

INTERRUPTED: Final = 130  # what a shell gives for Ctrl-C


class Failed(click.ClickException):
    """An error on purpose, shown as one line."""

    exit_code = 2


class Unfinished(click.ClickException):
    """An error on purpose that left reports undone."""

    exit_code = 1


class Group(click.Group):
    """Commands that are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command's module and return the command."""
        if cmd_name not in COMMANDS:
            return None
        module = MODULES.get(cmd_name, cmd_name.replace("-", "_"))
        command: click.Command = importlib.import_module(f"dateline.cli.commands.{module}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; where there is none of that name, say which are spelled like it."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            alike = get_close_matches(args[0], COMMANDS, 2)
            if alike and not args[0].startswith("-"):
                raise click.UsageError(f"{error.message} Perhaps you mean {' or '.join(alike)}.", ctx) from error
            raise

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from `COMMANDS`."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an error on purpose becomes one line, a reader that left is no error."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except DatelineError as error:
            raise Failed(str(error)) from error
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing left to fail at exit
            ctx.exit(0)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        return result


@click.command(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("-v", "--verbose", is_flag=True, help="Say more on stderr, with the full trace of faults.")
@click.version_option(package.__version__, prog_name="dateline")
def dateline(verbose: bool) -> None:
    """Turn news reports of an armed conflict into a record that can be checked.

    \b
      dateline add reports/            read reports into the record dateline.db
      dateline incidents --place Idlib show what happened in a place
      dateline explain i3f2a           show who says so, in which words, in which file
      dateline page record.html        make a page of it all

    Exit codes: 0 done, 1 some reports failed (they are named), 2 wrong use or an unusable record,
    130 stopped by Ctrl-C.
    """
    logging.basicConfig(level=logging.INFO if verbose else logging.WARNING, format="%(message)s", stream=sys.stderr)
