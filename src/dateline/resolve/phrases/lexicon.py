"""Reads the grammars' resource files and says which file and entry is at fault when one is broken."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from dateline.errors import ResourceError
from dateline.reference.knowledge import read_table


def load_yaml(path: Path, shape: Mapping[str, type]) -> dict[str, Any]:
    """Return a resource file's content.

    Args:
        path: the file.
        shape: the keys that it must have, with the type of each.

    Raises:
        ResourceError: the file is missing, no YAML, or lacks a key; the message names the file and the key.
    """
    content = _table(path)
    for key, kind in shape.items():
        if not isinstance(content.get(key), kind):
            message = f"{path.name}: '{key}' must be a {kind.__name__}"
            raise ResourceError(message)
    return content


_table = lru_cache(maxsize=8)(read_table)
