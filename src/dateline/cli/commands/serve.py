"""`dateline serve`: the record in a browser, with review."""

import importlib.util
import os
from pathlib import Path
from typing import Any

import click

from dateline.cli.options import fresh_view, record_option, stages
from dateline.errors import DatelineError
from dateline.settings import user_name

NEEDED = ("starlette", "uvicorn")


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8321, show_default=True, help="The port.")
@click.option("--password-file", type=click.Path(path_type=Path, dir_okay=False, exists=True),
              help="A file with the password that lets in.")  # fmt: skip
@click.option("--name", "names", multiple=True, metavar="HOST", help="A name by which other machines call this one.")
@click.option("--tiles", default="", metavar="URL", help="Raster tiles under the map, like https://…/{z}/{x}/{y}.png: "
              "their server sees what is looked at.")  # fmt: skip
@record_option
def command(record: Path, password_file: Path | None, **asked: Any) -> None:
    """Show the record in a browser, with review for whoever is let in.

    On this machine alone anyone may read; to review, open the link that is printed at the start. Listening on another
    address needs a password, in a file or in DATELINE_PASSWORD, and then reading needs it too.

    \b
      dateline serve
      dateline serve --host 0.0.0.0 --name archive.example --password-file password.txt
    """
    if missing := [name for name in NEEDED if importlib.util.find_spec(name) is None]:
        raise DatelineError(f"to serve, {' and '.join(missing)} must be installed: pip install 'dateline[serve]'")
    from dateline.web.serve import Settings, serve  # noqa: PLC0415 - needs what may not be installed

    with fresh_view(record):
        pass
    settings = Settings(**asked, secret=_secret(password_file), user=user_name() or "reviewer")
    serve(record, settings, click.echo, stages())


def _secret(file: Path | None) -> str:
    if file is None:
        return os.environ.get("DATELINE_PASSWORD", "")
    secret = file.read_text("utf-8").strip()
    if not secret:
        raise DatelineError(f"{file}: there is no password in it")
    return secret
