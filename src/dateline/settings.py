"""Where things lie, who is at work, and the few limits that hold everywhere."""

import getpass
from pathlib import Path
from typing import Final

from platformdirs import user_cache_path

PACKAGE: Final = Path(__file__).parent
RESOURCES: Final = PACKAGE / "resources"
DEFAULT_RECORD: Final = Path("dateline.db")
MAX_REPORT_BYTES: Final = 20_000_000  # a news report is a few kilobytes; larger files are dumps, named and skipped


def cache_folder() -> Path:
    """Return the folder for what can be rebuilt at any time (the gazetteer's look-up), made if missing."""
    folder = user_cache_path("dateline")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def user_name() -> str:
    """Return the name of this machine's user; "" in a container that runs under a number without a name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
