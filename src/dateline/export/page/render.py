"""Writes the page: template and style in, one file out."""

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import dateline
from dateline.export.page.view import Record, page_view

_FOLDER: Final = Path(__file__).parent


def write_page(record: Record, out: Path) -> None:
    """Write a record as one page that needs no other file and no network.

    Args:
        record: the record.
        out: the file to write; replaced in one step, so that no half page is ever seen.

    Raises:
        OSError: the file cannot be written.
    """
    # Reports are hostile input: everything printed is escaped, and the page's policy forbids scripts altogether.
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = (_FOLDER / "page.css").read_text("utf-8")
    text = environment.get_template("page.html").render(
        page=page_view(record), style=style, version=dateline.__version__
    )
    half = out.with_name(out.name + ".part")
    half.write_text(text, "utf-8")
    half.replace(out)
