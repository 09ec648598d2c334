"""Writes the page: template and style in, one file out."""

from pathlib import Path
from typing import Final

import dateline
from dateline.export.page.view import Record, page_view
from dateline.templates import environment
from dateline.whole_files import write_whole

_FOLDER: Final = Path(__file__).parent


def write_page(record: Record, out: Path) -> None:
    """Write a record as one page that needs no other file and no network.

    Args:
        record: the record.
        out: the file to write; replaced in one step, so that no half page is ever seen.

    Raises:
        DatelineError: the file cannot be written.
    """
    style = (_FOLDER / "page.css").read_text("utf-8")
    template = environment(_FOLDER).get_template("page.html")
    write_whole(out, template.render(page=page_view(record), style=style, version=dateline.__version__))
