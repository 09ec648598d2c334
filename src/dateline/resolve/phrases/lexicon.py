"""Reads the grammars' resource files and says which file and entry is at fault when one is broken."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from dateline.errors import ResourceError

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_yaml(path: Path, shape: Mapping[str, type]) -> dict[str, Any]:
    """Return a resource file's content.

    Args:
        path: the file.
        shape: the keys that it must have, with the type of each.

    Raises:
        ResourceError: the file is missing, no YAML, or lacks a key; the message names the file and the key.
    """
    content = _read(path)
    for key, kind in shape.items():
        if not isinstance(content.get(key), kind):
            message = f"{path.name}: '{key}' must be a {kind.__name__}"
            raise ResourceError(message)
    return content


@lru_cache(maxsize=8)
def _read(path: Path) -> dict[str, Any]:
    try:
        content = yaml.load(path.read_bytes(), _LOADER)
    except OSError as error:
        message = f"{path.name}: cannot be read ({error.strerror}); install dateline again"
        raise ResourceError(message) from error
    except yaml.YAMLError as error:
        message = f"{path.name}: not valid YAML: {error}"
        raise ResourceError(message) from error
    if not isinstance(content, dict):
        message = f"{path.name}: must be a mapping"
        raise ResourceError(message)
    return content
