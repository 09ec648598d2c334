"""Names of places made comparable: one place is written in many ways in Latin letters.

Three keys, each coarser than the one before; all are made of lower-case letters and digits without spaces:

- plain: case, accents, apostrophes, hyphens and articles are gone;
- key: the usual spellings of one sound are one (kh and x, q and k, ou and u, ee and i, -ah and -a);
- skeleton: vowels are gone too (Deir ez-Zor and Dayr az Zawr, Kharkiv and Kharkov).

The rules follow the romanisations met in news: BGN/PCGN, IJMES, French usage in Syria and Lebanon, and the two ways
(from Ukrainian and from Russian) of writing towns of Ukraine. Every rule works on many names at once, one a line:
folding the whole gazetteer a name at a time takes five times as long.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

# Letters that NFKD leaves as they are.
_LETTERS: Final = str.maketrans(
    {"ł": "l", "ø": "o", "ı": "i", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "e", "þ": "th", "ħ": "h",
     "ŋ": "n", "x": "kh"}
)  # fmt: skip
_QUOTES: Final = re.compile(r"['’‘`´ʻʼʽʾʿˈ\".()\u0300-\u036f]+")
_BREAKS: Final = re.compile(r"[^a-z0-9\n]+")
_ARTICLE: Final = re.compile(
    r"(?<![a-z0-9])(?:al|el|ul|il|a[rdstnz]|e[rdstnz]|ash|esh|ath|adh|the) (?=[a-z0-9])"
)  # "al-Bab", "ez-Zor", "ash-Sham", "The Hague"; never the last word
# An article written as one with the second word, whose consonant is then doubled: "Deir Ezzor". Never with the first:
# Arras and Essen have none.
_JOINED_ARTICLE: Final = re.compile(r"(?<=[a-z0-9] )[ae]([rdnsz])\1(?=[aeiou][a-z])")

# Applied in this order: a later rule sees what an earlier one left.
_SOUNDS: Final = (
    ("dzh", "j"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("dj", "j"), ("q", "k"), ("ck", "k"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"), ("ae", "ai"), ("ei", "ai"), ("aw", "au"), ("ow", "au"),
)  # fmt: skip
_DOUBLED: Final = re.compile(r"(.)\1+")
_SILENT_H: Final = re.compile(r"(?<=[a-z]{2}[aeiou])h$", re.MULTILINE)
_LAST_E: Final = re.compile(r"(?<=[a-z]{3})e$", re.MULTILINE)

_CONSONANTS: Final = (("tch", "c"), ("sch", "c"), ("sh", "c"), ("ch", "c"), ("w", "v"), ("z", "s"))
_FIRST_VOWEL: Final = re.compile(r"^[aeiou]", re.MULTILINE)
_VOWELS: Final = re.compile(r"[aeiou]+")


def plain_lines(names: str) -> str:
    """Return names, one a line, without case, accents, apostrophes, breaks and articles."""
    text = names.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    text = _BREAKS.sub(" ", _QUOTES.sub("", text.translate(_LETTERS)))
    return _JOINED_ARTICLE.sub(r"\1", _ARTICLE.sub("", text)).replace(" ", "")


def key_lines(plain: str) -> str:
    """Return the keys of names, one a line, that `plain_lines` has been applied to."""
    text = _replaced(plain, _SOUNDS)
    return _LAST_E.sub("a", _SILENT_H.sub("", _DOUBLED.sub(r"\1", text)))


def skeleton_lines(keys: str) -> str:
    """Return the consonants of keys, one a line; a vowel that comes first is kept as "a"."""
    text = _FIRST_VOWEL.sub("A", _replaced(keys, _CONSONANTS))
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", text)).lower()


def _replaced(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for written, sound in pairs:
        text = text.replace(written, sound)
    return text


@lru_cache(maxsize=32768)
def plain_name(name: str) -> str:
    """Return one name as `plain_lines` does ("Ar-Raqqah" gives "raqqah"); "" where it has no Latin letter or digit."""
    return plain_lines(name.replace("\n", " "))


def name_key(name: str) -> str:
    """Return the key under which spellings of one name meet ("Raqa", "Raqqa" and "Ar-Raqqah" give "raka")."""
    return key_lines(plain_name(name))


def name_skeleton(name: str) -> str:
    """Return the consonants of a name's key ("Deir ez-Zor" and "Dayr az Zawr" give "drsr")."""
    return skeleton_lines(name_key(name))
