"""Templates: what makes pages of them, the same for all that Dateline writes."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def environment(*folders: Path) -> Environment:
    """Return what makes pages of the templates in some folders.

    Reports are hostile input: everything printed is escaped. What a template asks for and is not given is an error.
    """
    return Environment(
        loader=FileSystemLoader(folders), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
