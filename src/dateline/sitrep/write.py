"""Writing: a situation report in the format that its file's name asks for."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from dateline.errors import DatelineError
from dateline.sitrep.document import Document
from dateline.sitrep.docx import to_docx
from dateline.sitrep.html import to_html
from dateline.sitrep.markdown import to_markdown
from dateline.whole_files import write_whole

FORMATS: Final[dict[str, Callable[[Document], bytes]]] = {
    ".html": lambda document: to_html(document).encode(),
    ".md": lambda document: to_markdown(document).encode(),
    ".docx": to_docx,
}


def write_sitrep(document: Document, out: Path) -> None:
    """Write a situation report; the file is there when all of it is written, and as it was before if not.

    Args:
        document: the report.
        out: the file; its ending says in which format.

    Raises:
        DatelineError: there is no such format, what it needs is not installed, or the file cannot be written.
    """
    made = FORMATS.get(out.suffix.casefold())
    if made is None:
        raise DatelineError(f"{out}: name a file that ends in {', '.join(FORMATS)}")
    write_whole(out, made(document))
