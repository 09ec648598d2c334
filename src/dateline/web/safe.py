"""Safe: text of reports made fit to be shown, whatever is in it.

Escaping is the templates' work; here stands what escaping leaves: letters that no one sees but that turn the line round
them about, and control characters.
"""

from typing import Any, Final

_DIRECTIONS: Final = {
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip
_KEPT: Final = "\t\n\r"
_SHOWN: Final = {
    **{ord(letter): f"⟨{name}⟩" for letter, name in _DIRECTIONS.items()},
    **{number: chr(0x2400 + number) for number in range(0x20) if chr(number) not in _KEPT},
    **dict.fromkeys(range(127, 160), "�"),
    **dict.fromkeys(range(55296, 57344), "�"),
}
"""What stands for each character that must not act: its name in angles, its picture, or the replacement character."""


def visible(text: str) -> str:
    """Return a text with characters that steer how others are shown made visible; letters of all scripts stay."""
    return text.translate(_SHOWN)


def visible_all(value: Any) -> Any:
    """Return plain values (as of JSON) with all texts in them made visible."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {visible_all(key): visible_all(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [visible_all(held) for held in value]
    return value
