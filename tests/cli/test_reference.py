from pathlib import Path

from dateline.cli.group import COMMANDS
from dateline.cli.reference import reference

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"


def test_the_page_is_what_the_commands_say() -> None:
    assert PAGE.read_text("utf-8") == reference(), "docs/cli.md is old: run `make reference`"


def test_every_command_has_its_section() -> None:
    headings = [line for line in reference().splitlines() if line.startswith("## ")]
    assert headings == ["## dateline", *(f"## dateline {name}" for name in COMMANDS)]
