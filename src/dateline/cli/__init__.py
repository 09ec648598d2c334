"""The command `dateline`: its commands, and what these share."""

from dateline.cli.group import dateline

__all__ = ["main"]


def main() -> None:
    """Run the command given on the command line."""
    dateline()
