"""Reference: docs/cli.md, written from the commands. `make reference` writes it, a test holds it to them."""

import inspect
import sys
from collections.abc import Iterator
from typing import Final

import click

from dateline.cli.group import COMMANDS, dateline

INTRODUCTION: Final = """\
# Commands

Written from the commands by `make reference`: change their help texts, not this page.
Each command tells the same with `--help`.
"""


def reference() -> str:
    """Return the page: the program's own help, then each command's."""
    context = click.Context(dateline, info_name="dateline")
    parts = [INTRODUCTION, *_section(dateline, context, "##")]
    for name in COMMANDS:
        command = dateline.get_command(context, name)
        assert command is not None
        own = click.Context(command, info_name=name, parent=context)
        parts += _section(command, own, "##")
        for below in command.commands.values() if isinstance(command, click.Group) else ():
            parts += _section(below, click.Context(below, info_name=below.name, parent=own), "###")
    return "\n".join(parts).rstrip() + "\n"


def _section(command: click.Command, context: click.Context, mark: str) -> Iterator[str]:
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"{mark} {context.command_path}\n"
    yield f"```\n{context.command_path} {usage}\n```\n"
    yield _prose(inspect.cleandoc(command.help or "")) + "\n"
    rows = list(_options(command, context))
    if rows:
        yield "| option | |\n| --- | --- |\n" + "\n".join(rows) + "\n"


def _prose(text: str) -> str:
    r"""Return help as Markdown: what click leaves as it is (after \b) becomes a block of code."""
    parts = []
    for paragraph in text.split("\n\n"):
        if paragraph.startswith("\b\n"):
            parts.append(f"```\n{inspect.cleandoc(paragraph.removeprefix(chr(8)).strip(chr(10)))}\n```")
        else:
            parts.append(paragraph)
    return "\n\n".join(parts)


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    """Yield a row for each option of the command's own (`--help` is everywhere, arguments stand in the usage)."""
    for parameter in command.params:
        record = parameter.get_help_record(context) if isinstance(parameter, click.Option) else None
        if record is not None:
            name, text = (" ".join(part.split()).replace("|", "\\|") for part in record)
            yield f"| `{name}` | {text} |"


if __name__ == "__main__":
    sys.stdout.write(reference())
