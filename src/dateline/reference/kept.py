"""What Dateline's own YAML files hold, kept as JSON in the user's cache, since parsing takes long.

A file is kept under a hash of its bytes, so that a changed one is parsed anew, and with a hash of what is kept, so that
a damaged one is passed over. Where nothing can be kept, all works as before, only slower.
"""

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from dateline.settings import PACKAGE, cache_folder
from dateline.whole_files import clear_away, whole

FORMAT: Final = "1"
"""How contents are kept; another one after a change."""


def content(path: Path, source: bytes, parse: Callable[[bytes], Any]) -> Any:
    """Return what a file holds, from the cache if it is one of Dateline's own.

    Args:
        path: where the file lies.
        source: its bytes.
        parse: makes the content of them.
    """
    place = _place(path, source)
    if place is None:
        return parse(source)
    with suppress(OSError, ValueError):  # not kept yet, or damaged
        return _read(place)
    found = parse(source)
    with suppress(OSError, TypeError, ValueError):  # cannot be written, or is nothing that JSON can say
        _write(place, found)
    return found


def _place(path: Path, source: bytes) -> Path | None:
    """Return where the content of a file is kept, None if it is not Dateline's own or there is no cache."""
    if not path.is_relative_to(PACKAGE):
        return None
    name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
    digest = hashlib.sha256(source).hexdigest()[:24]
    try:
        return cache_folder() / "knowledge" / f"{name}-{digest}.{FORMAT}.json"
    except OSError:
        return None


def _read(place: Path) -> Any:
    digest, _, body = place.read_bytes().partition(b"\n")
    if digest != _digest(body):
        raise ValueError(f"{place}: damaged")
    return json.loads(body)


def _write(place: Path, found: Any) -> None:
    body = json.dumps(found, ensure_ascii=False, allow_nan=False).encode()
    if json.loads(body) != found:  # a key that is no text, say
        return
    place.parent.mkdir(exist_ok=True)
    with whole(place) as part:
        part.write_bytes(_digest(body) + b"\n" + body)
    clear_away(place, [f"{place.name.rpartition('-')[0]}-*"])


def _digest(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode()
