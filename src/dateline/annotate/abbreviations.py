"""Abbreviations that keep their full stop, and whether a sentence may end with one."""

from typing import Final

TITLES: Final = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "cmdr",
        "cpl",
        "sgt",
        "brig",
        "adm",
        "gov",
        "sen",
        "rep",
        "reps",
        "sens",
        "rev",
        "hon",
        "pres",
        "st",
        "ft",
        "mt",
        "messrs",
        "pvt",
        "supt",
        "insp",
        "det",
        "mlle",
        "fr",
        "sr",
    ]
)
# These stand before a number or a name, so that no sentence ends with them.
LEADING: Final = frozenset(["vs", "eg", "ie", "approx", "ca", "vol", "pp", "fig", "dept"])
# These may also be the last word of a sentence.
TRAILING: Final = frozenset(["inc", "corp", "ltd", "co", "jr", "bros", "al", "ph.d", "m.sc"])
MONTHS: Final = frozenset(["jan", "feb", "aug", "sept", "sep", "oct", "nov", "dec"])
# Words in their own right but before a number.
BEFORE_NUMBER: Final = frozenset(["no", "nos", "art", "sec", "para", "apr", "mar", "jun", "jul", "op"])

# A capital after "U.S." or "a.m." need not open a sentence; these words nearly always do.
OPENERS: Final = frozenset(
    [
        "the",
        "a",
        "an",
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "this",
        "that",
        "these",
        "those",
        "there",
        "in",
        "on",
        "at",
        "but",
        "and",
        "however",
        "if",
        "when",
        "while",
        "as",
        "for",
        "after",
        "before",
        "since",
        "although",
        "though",
        "meanwhile",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "what",
        "who",
        "why",
        "how",
        "no",
        "not",
        "some",
        "many",
        "most",
        "all",
        "both",
        "one",
        "another",
        "other",
        "according",
    ]
)
