"""What a format is: a name, an ending, and what writes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from dateline.errors import DatelineError
from dateline.export.options import Options
from dateline.export.taken import Taken
from dateline.pipeline import POLICY

Counts = Mapping[str, int]
"""How many rows were written, by what they are."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format that a record can be written in.

    `suffix` is "" for one that is a folder of files; `policy` what its figures follow unless the user names another;
    `limits` are what it cannot say, for METHOD.md.
    """

    name: str
    suffix: str
    about: str
    write: Callable[[Taken, Path, Options], Counts]
    policy: str = POLICY
    limits: tuple[str, ...] = ()


def needed(module: str, extra: str) -> Any:
    """Return a module that only some formats need.

    Raises:
        DatelineError: it is not installed; says how to get it.
    """
    try:
        return import_module(module)
    except ImportError as why:
        package = module.partition(".")[0]
        raise DatelineError(f"this format needs {package}; install it with: pip install 'dateline[{extra}]'") from why
