"""Knowledge edited by hand: reads its YAML files and checks what every table of words has in common."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from dateline.errors import ResourceError
from dateline.reference import kept
from dateline.reference.yaml_text import NotYamlError, parsed


def read_yaml(path: Path) -> Any:
    """Return what a YAML file holds; one of Dateline's own is parsed once on a machine, and kept.

    Raises:
        ResourceError: the file is missing or is no YAML.
    """
    try:
        source = path.read_bytes()
        return kept.content(path, source, parsed)
    except (OSError, NotYamlError) as why:
        raise ResourceError(f"{path}: cannot be read ({why}); install Dateline again") from why


def read_table(path: Path, known: Collection[str] | None = None) -> dict[str, Any]:
    """Return what a YAML file holds, a table.

    Args:
        path: the file.
        known: the entries that it may have; any, if None.

    Raises:
        ResourceError: the file is missing, holds something else, or an entry that nothing knows.
    """
    table = read_yaml(path)
    if not isinstance(table, dict):
        raise ResourceError(f"{path}: expected a table")
    if known is not None and (unknown := sorted(str(key) for key in table.keys() - set(known))):
        raise ResourceError(f"{path}: unknown entry {unknown[0]!r}")
    return table


def words_of(value: object, where: str, *, least: int = 1) -> list[str]:
    """Return a list of words as it is.

    Args:
        value: what a file holds at some place.
        where: names the file and the place.
        least: how many words there must be.

    Raises:
        ResourceError: `value` is something else.
    """
    if not isinstance(value, list) or len(value) < least or not all(isinstance(word, str) and word for word in value):
        raise ResourceError(f"{where}: expected a list of words (quote yes, no, on and off)")
    return value


def lists_of(value: object, where: str) -> dict[str, list[str]]:
    """Return a table of lists of words as it is.

    Raises:
        ResourceError: `value` is something else; `where` names the file and the place.
    """
    if not isinstance(value, dict):
        raise ResourceError(f"{where}: expected a table of lists")
    return {str(key): words_of(words, f"{where}: {key}") for key, words in value.items()}
