"""Bytes to characters: which encoding a file is in, decided the same way every time."""

import codecs
import re
from typing import Final

from dateline.errors import ReportError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC: Final = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3", "a database"),
)
_CONTROLS: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH_RUN: Final = re.compile(rb"[\x80-\xff]{4}")
_CANDIDATES: Final = [
    *("cp1251", "koi8_r", "cp1256", "iso8859_6", "cp1255", "cp1253", "cp1250", "cp1254"),
    *("gb18030", "big5", "shift_jis", "euc_kr"),
]
_MOST_CONTROLS: Final = 0.01  # text has hardly any control characters; a picture or program is full of them
_SOUND_PER_BROKEN: Final = 4
_MOST_CHAOS: Final = 0.2  # charset-normalizer's measure of mess, 0 to 1, above which its guess is no better than chance


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """Decode a file's bytes.

    UTF-8 and whatever a byte order mark tells come first, then the encoding that the page declares, then Windows-1252
    where the odd byte looks like a curly quote or an accent in English text, and only then charset-normalizer among
    the encodings of other scripts. A character cut in two at the very end is left out.

    Args:
        data: the bytes, not empty.
        name: the file's name, for the message.
        declared: the encoding that an HTML page gives for itself, if any.

    Returns:
        The text, without a byte order mark.

    Raises:
        ReportError: if the bytes are no text, or no encoding fits.

    """
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if not marked:
        _refuse_binary(data, name)
    for encoding in filter(None, (marked, "utf-8", declared)):
        text = _try(data, encoding)
        if text is not None:
            return text
    return _damaged(data) or _western(data) or _guess(data, name)


def _refuse_binary(data: bytes, name: str) -> None:
    """Raise ReportError if the bytes are those of a picture, program, archive or the like."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise ReportError(f"{name}: is {what}, not text; save its text as .txt, .md or .html and add that")
    sample = data[:65536]
    if b"\x00" in sample or len(_CONTROLS.findall(sample)) > _MOST_CONTROLS * len(sample):
        raise ReportError(f"{name}: is a binary file, or UTF-16 without its mark; save it as text in UTF-8")


def _try(data: bytes, encoding: str) -> str | None:
    """Return the text, or None where the encoding is unknown or does not fit."""
    try:
        return data.decode(encoding)
    except LookupError:
        return None
    except UnicodeDecodeError as error:
        cut_off = error.reason == "unexpected end of data" and error.start > max(0, len(data) - 4)
        return data[: error.start].decode(encoding) if cut_off else None


def _damaged(data: bytes) -> str | None:
    """Return the text of UTF-8 in which a few bytes are broken, as a careless cut or paste leaves it."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    sound = sum(not character.isascii() for character in text) - broken
    return text if sound > _SOUND_PER_BROKEN * broken else None


def _western(data: bytes) -> str | None:
    """Return the text as Windows-1252 where bytes above ASCII are few and stand alone, as quotes and accents do.

    Other scripts write them in runs.
    """
    return None if _HIGH_RUN.search(data) else _try(data, "cp1252")


def _guess(data: bytes, name: str) -> str:
    """Return the text as charset-normalizer reads it."""
    from charset_normalizer import from_bytes  # noqa: PLC0415  most files are UTF-8: most runs never need it

    best = from_bytes(data, cp_isolation=_CANDIDATES).best()
    if best is None or best.chaos > _MOST_CHAOS:
        raise ReportError(f"{name}: its encoding is not known; save it in UTF-8")
    return str(best)
