"""Reads the tables of crosswalks."""

from collections.abc import Iterable
from typing import Any, Final

from dateline.errors import ResourceError
from dateline.reference.knowledge import read_yaml
from dateline.settings import RESOURCES

FOLDER: Final = RESOURCES / "crosswalks"


def table(name: str) -> Any:
    """Return what one of the tables holds.

    Raises:
        ResourceError: it is missing or broken.
    """
    return read_yaml(FOLDER / name)


def sourced(name: str, rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows of a table, each of which says where it is from.

    Raises:
        ResourceError: one does not.
    """
    listed = list(rows)
    for number, row in enumerate(listed, 1):
        if not row.get("source"):
            raise ResourceError(f"{name}: row {number}: says not where it is from")
    return listed
