"""The words of a number within a sentence: where it begins, where it ends, and whether it can count people at all."""

import re
from functools import cache
from typing import Final

from dateline.extract.tree import Tree
from dateline.model.reading import Phrase
from dateline.reference.calendar import MONTHS
from dateline.reference.lexicon import lexicon, time_heads
from dateline.reference.numerals import numerals

_FIGURES: Final = re.compile(r"\d{1,3}(?:[,.\s]\d{3})+\+?|\d{1,7}\+?")
_NTH: Final = re.compile(r"(?!1st)\d+(?:st|nd|rd|th)")
_CLOCK: Final = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_STANDS: Final = frozenset({"stand", "put", "estimate", "remain", "toll", "it", "dead", "number", "count", "figure"})
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_BEFORE_A_YEAR: Final = frozenset(
    {"in", "since", "by", "of", "early", "late", "mid", "until", "the", ",", "from", "to"}
)
_SHORT_MONTHS: Final = frozenset(month[:3] for month in MONTHS) | {"sept"}
_DAY_OF_MONTH: Final = re.compile(r"(?:[0-3]?\d)(?:st|nd|rd|th)?")
_SCALES: Final = frozenset({"hundred", "thousand", "million", "dozen", "lakh", "score"})
_TURNED: Final = frozenset({"and", "of", "or", "other", "others", "couple", "number", "handful"})
_OPENING: Final = frozenset({"total", "maximum", "minimum", "upwards", "upward", "excess"})  # of a number
_UNITS: Final = frozenset(
    {
        "%",
        "percent",
        "per",
        "am",
        "pm",
        "a.m.",
        "p.m.",
        "gmt",
        "utc",
        "hrs",
        "km",
        "kilometres",
        "miles",
        "metres",
        "th",
        "-year",
        "years",
        "°",
    }
)
_BEFORE_AN_AGE: Final = frozenset(
    {"aged", "age", "ages", "no.", "number", "#", "$", "€", "£", "route", "chapter", "article"}
)
_OF_AN_AGE: Final = frozenset({"them", "those", "whom", "aged", "all", "both", "mostly", "each"})
_AGES_OPEN: Final = frozenset({"under", "over", "between", "below", "above"})
_GROWN: Final = frozenset({"man", "boy", "girl", "youth", "child", "son", "daughter", "student"})
_YOUNG: Final = frozenset(
    {"boy", "girl", "sister", "brother", "twin", "son", "daughter", "pupil", "schoolgirl", "schoolboy"}
)  # "two girls of nine"
_AFTER_A_COUNT: Final = frozenset(
    {"in", "at", "near", "dead", "killed", "slain", "wounded", "injured", "hurt", "missing", "feared", "reported"}
)  # what follows a number of people behind a name, and no age: "Shells hit Gaza, 15 dead"
HARMED: Final = frozenset({"dead", "killed", "wounded", "injured", "missing", "hurt", "displaced"})
"""Words that say what people suffered, and may stand for them."""
_NUMBERED: Final = HARMED | {"deaths", "fatalities", "victims"}  # "the dead now number 23"
_AS_MANY: Final = frozenset({"many", "much", "few", "high"})
_TOPIC: Final = 9  # words from "the dead" to "number", at most: "the dead of Monday's raid on the market number 23"
_GROUP: Final = 3  # figures of a number that stand together
_VAST: Final = frozenset({"large", "unknown", "growing", "huge", "significant", "undisclosed", "unspecified"})
_NOBODY: Final = frozenset({"nobody", "none"})
_GOES: Final = frozenset({"go", "climb", "creep", "move", "come", "shoot", "own"})
_WHEN: Final = frozenset(
    {"overnight", "later", "earlier", "early", "today", "yesterday", "tonight", "tomorrow"}
)  # uncounted
SPEAKS: Final = frozenset({"speak", "talk", "tell", "write"})
"""Verbs with which somebody gives a number: "spoke of 40"."""
NOTED: Final = frozenset({"k", "d", "w", "i", "m"})
"""Letters of logs for the killed, dead, wounded, injured and missing: "K 5 W 19"."""
LOGGED: Final = frozenset({"kia", "wia", "ekia", "ewia"})  # "25 KIA", which a tagger may take for one number


def text(tree: Tree, token: int) -> str:
    """Return a word in lower case, "" outside the sentence."""
    return tree.words[token] if 0 <= token < len(tree.words) else ""


@cache
def _bounds() -> frozenset[str]:
    """Return the words that may stand before a number and belong to it."""
    return lexicon()["count_word"] - _TURNED


def is_number(tree: Tree, token: int) -> bool:
    """Return whether a word is a number or stands for one ("dozens", "several", "no")."""
    one = tree.tokens[token]
    word = tree.words[token]
    if _opens_with_number(tree, token):
        return True
    if one.upos == "NUM" or (one.xpos == "LS" and not LOGGED.isdisjoint(tree.words)):  # "25 ANSF KIA" opens a note
        return word not in LOGGED
    if word not in lexicon()["quantity"] and tree.lemmas[token] not in _SCALES:
        return False
    if word == "no":
        return one.upos == "DET"
    if word == "many":
        return text(tree, token + 1) != "as"
    if word == "number":
        return "a" in (text(tree, token - 1), text(tree, token - 2)) or text(tree, token - 1) in _VAST
    return one.upos != "VERB" or (one.xpos == "VBZ" and text(tree, token + 1) in ("more", "of", "wounded", "injured"))


def _opens_with_number(tree: Tree, token: int) -> bool:
    """Whether a sentence opens with a number in letters taken for a name: "Ten Al-Shabaab died"."""
    if token or tree.tokens[0].upos != "PROPN":
        return False
    return (numerals("units") | numerals("tens")).get(tree.words[0], 1) > 1


def may_open(tree: Tree, token: int) -> bool:
    """Return whether a word may open a group at all; most words of a sentence cannot, and are not looked at further."""
    one = tree.tokens[token]
    if _opens_with_number(tree, token):
        return True
    return one.upos == "NUM" or one.xpos == "LS" or tree.words[token] in _openers() or tree.lemmas[token] in _SCALES


@cache
def _openers() -> frozenset[str]:
    return lexicon()["quantity"] | _NOBODY | {"no", "not", "a", "an", "another", "both"}


def is_nobody(tree: Tree, token: int) -> bool:
    """Return whether a word says that there is nobody: "nobody", "none", "no one"."""
    word = text(tree, token)
    return word in _NOBODY or (word in ("no", "not") and text(tree, token + 1) == "one")


def is_nth(tree: Tree, token: int) -> bool:
    """Return whether a word tells a place in a count that is no first one: "a sixth man", "a 29th life"."""
    word = text(tree, token)
    return bool(_NTH.fullmatch(word)) or numerals("ordinals").get(word, 1) > 1


def words(tree: Tree, first: int, last: int, head: int) -> Phrase:
    """Return the words from one to another as they stand; the prepositions at their edges may belong to a number.

    Args:
        tree: the sentence.
        first: the first word.
        last: the last word.
        head: the word that stands for all.
    """
    start, end = tree.tokens[first].start, tree.tokens[last].end
    return Phrase(tree.index, head, start, end, tree.text[start:end])


def is_years_end(tree: Tree, token: int) -> bool:
    """Return whether a word is the year of a date told to the day: "9 October 2023", "October 9th, 2023".

    Such a year belongs to no number that follows it: "on October 9th, 2023, up to 15 members of a family".

    Args:
        tree: the sentence.
        token: the word.
    """
    if not _YEAR.fullmatch(text(tree, token)):
        return False
    before = token - 1 - (text(tree, token - 1) == ",")
    if _is_month(text(tree, before)):
        return True
    if not _DAY_OF_MONTH.fullmatch(text(tree, before)):
        return False
    return any(_is_month(text(tree, k)) for k in (before - 1, before - 2))


def _is_month(word: str) -> bool:
    return word in MONTHS or word.rstrip(".") in _SHORT_MONTHS


def number_span(tree: Tree, token: int) -> tuple[int, int]:
    """Return the first and last word of the number that a word opens, with what bounds it.

    Args:
        tree: the sentence.
        token: the number's first word that is a number.
    """
    first = token
    while first and text(tree, first - 1) in _bounds() and not is_number(tree, first - 1):
        if text(tree, first - 1) == "as" and not {text(tree, first), text(tree, first - 2)} & _AS_MANY:
            break  # "such as three", "with as many"
        first -= 1
    if text(tree, first) in ("fewer", "less") and text(tree, first - 1) == "not":
        first -= 1
    if text(tree, first - 1) == "of" and text(tree, first - 2) in _OPENING:
        first -= 2 + (text(tree, first - 3) in ("a", "the", "in"))
    if text(tree, first) == "up" and first and tree.lemma(first - 1) in _GOES and first + 1 < token:
        first += 1  # "has gone up to 76" and "owns up to five" are no "up to"
    if text(tree, first) in ("to", "at") and text(tree, first + 1) not in ("least", "most"):
        first += 1  # "rose to 45", "put at 17"
    return first, _last(tree, first, token)


def _last(tree: Tree, first: int, token: int) -> int:
    last = token
    between = text(tree, first) in ("between", "from")
    while True:
        after = _continued(tree, last, between=between)
        if after == last:
            break
        last = after
    if text(tree, last + 1) == "of" and tree.tokens[last].upos != "NUM":
        if text(tree, last + 2) in lexicon()["quantity"]:
            return _last(tree, first, last + 2)  # "hundreds of thousands"
        return last + (text(tree, last) in ("number", "couple", "handful"))
    return last


def _continued(tree: Tree, last: int, *, between: bool) -> int:
    """Return the last word after one step on: "one" "hundred" "and" "twenty", "10" "-" "15", "two" "or" "three"."""
    if between and text(tree, last + 1) == "(" and text(tree, last + 3) == ")":
        last += 3  # "between 98 (official) and 300"
    after, beyond = text(tree, last + 1), last + 2
    numeral = beyond < len(tree) and is_number(tree, beyond)
    if after in LOGGED:
        return last
    if after == "+" and tree.words[last][-1].isdigit() and tree.tokens[last + 1].start == tree.tokens[last].end:
        return last + 1  # "100+ injured"
    if last + 1 < len(tree) and (tree.tokens[last + 1].upos == "NUM" or after in _SCALES):
        return last if _is_next_number(tree.words[last], after) else last + 1
    if numeral and (after in ("-", "–", "to", "or") or (after == "and" and (between or _is_round(tree, last)))):
        return beyond
    if bound := _bound_behind(tree, last):
        return bound
    if text(tree, beyond) == "as" and text(tree, beyond + 1) not in _AS_MANY:
        return last  # "is 58, as two died on arrival"
    if after in ("and", "to", ",", "or", "-") and text(tree, beyond) in ("up", "as", "possibly", "perhaps", "maybe"):
        return _most(tree, beyond) or last
    return last


def _bound_behind(tree: Tree, last: int) -> int | None:
    """Return the last word of "or more", "and more" and "at least" behind a number, None where none bounds it."""
    after, beyond = text(tree, last + 1), last + 2
    if after == "or" and text(tree, beyond) in ("more", "so"):
        return beyond
    if after == "and" and text(tree, beyond) == "more" and _closes(text(tree, beyond + 1)):
        return beyond  # "they buried sixty and more"
    least = beyond + (text(tree, beyond) == "the")
    if after == "at" and text(tree, least) == "least" and not (least + 1 < len(tree) and is_number(tree, least + 1)):
        return least  # "twenty at least died"
    return None


def _closes(word: str) -> bool:
    """Whether a word or sign ends what stands before it."""
    return not word or not word[0].isalnum()


def _is_next_number(word: str, after: str) -> bool:
    """Whether a number behind figures is one of its own: "June 22 98 people", "June 1 ten"; "12 000" is one."""
    if not word.isdigit():
        return False
    return (len(after) != _GROUP or len(word) > _GROUP) if after.isdigit() else after.isalpha() and after not in _SCALES


def _most(tree: Tree, start: int) -> int | None:
    """Return the number of "and up to 25", "possibly 12", None where none follows."""
    token = start + 1
    while text(tree, token) in ("to", "many", "as"):
        token += 1
    return token if token < len(tree) and token - start <= 3 and is_number(tree, token) else None


def _is_round(tree: Tree, token: int) -> bool:
    return text(tree, token) in ("hundred", "thousand")


def is_year(tree: Tree, first: int, last: int) -> bool:
    """Return whether a number is the year of a date: "in 1977", "August 2023".

    Args:
        tree: the sentence.
        first: the number's first word.
        last: its last word.
    """
    if first != last or not _YEAR.fullmatch(text(tree, last)):
        return False
    return text(tree, first - 1) in _BEFORE_A_YEAR or text(tree, first - 1) in MONTHS


def _is_age(tree: Tree, first: int) -> bool:
    """Whether a number without a noun tells an age: "a man of 18", "aged 9 and 12", "identified as either 65 or 66"."""
    before = text(tree, first - 1)
    if before in ("and", "or"):
        if text(tree, first - 3) == "of" and _is_age(tree, first - 2):
            return True  # "boys of fourteen and fifteen"
        return any(text(tree, k) in ("aged", "ages") for k in (first - 2, first - 3, first - 4))
    if before == "either":
        return text(tree, first - 2) in ("as", "aged", "(", "was", "were")
    if first < 2 or tree.tokens[first - 2].xpos not in ("NN", "NNS"):
        return False
    whose = tree.lemma(first - 2)
    return whose in _YOUNG or (tree.tokens[first - 2].xpos == "NN" and whose in _persons())


@cache
def _persons() -> frozenset[str]:
    """Return the nouns for one person, of whom a number behind "of" tells the age: "a nurse of 20", no "crew of 20"."""
    words = lexicon()
    return (words["woman"] | words["civilian"] | words["rank"] | _GROWN) - words["collective"] - {"toll", "leader"}


def _tells_how_many(tree: Tree, token: int) -> bool:
    """Whether "number" is what the dead do: "the dead of Monday's raid now number 23", but "exhibit number 23"."""
    before = token - 1 - (text(tree, token - 1) in ("now", "already"))
    if text(tree, token) != "number":
        return False
    dead = next((k for k in range(before, max(before - _TOPIC, -1), -1) if text(tree, k) in _NUMBERED), None)
    between = range(before if dead is None else dead + 1, before + 1)
    said = any(tree.tokens[k].upos in ("VERB", "AUX", "PUNCT") for k in between)
    return dead is not None and not said and (dead == before or tree.tokens[dead + 1].upos == "ADP")


def can_count(tree: Tree, first: int, last: int) -> bool:
    """Return whether a number without a noun may count people: no year, day, age, hour, share or part of a name.

    Args:
        tree: the sentence.
        first: the number's first word.
        last: its last word.
    """
    word, before, after = text(tree, last), text(tree, first - 1), text(tree, last + 1)
    if after == "may" and tree.tokens[last + 1].upos == "AUX":
        after = ""  # "17 may have died" is no day
    if before == "at" and first == last and _CLOCK.fullmatch(word) and tree.lemma(first - 2) not in _STANDS:
        return False  # "confirmed at 1545"
    if text(tree, first) in _AGES_OPEN and before in _OF_AN_AGE:
        return False  # "most of them under 25", "four boys, all between 12 and 14"
    if before in ("(", "[") and after in (")", "]", "or", "and", "/"):
        return False
    if any(c.isdigit() for c in word) and (not _FIGURES.fullmatch(word) or (_YEAR.fullmatch(word) and first == last)):
        return False
    if (
        before.rstrip(".") in _SHORT_MONTHS
        or after in _UNITS
        or after in MONTHS
        or before in MONTHS
        or (before in _BEFORE_AN_AGE and not _tells_how_many(tree, first - 1))
        or after in time_heads() - _WHEN
    ):
        return False
    named = before in (",", "(") and first >= 2 and tree.tokens[first - 2].upos == "PROPN"
    if named and tree.head(last) < first and after not in _AFTER_A_COUNT:
        return tree.tokens[last].deprel == "conj" or tree.head(last) < 0  # "Nour, 43, said"
    if after in ("-", "–") or before in ("-", "–", "$"):
        return False
    if before in ("either", "of", "and", "or") and _is_age(tree, first):
        return False
    # "Apollo 11", but "the Houthis 15" and a log's "K 12, W 30"
    named = first > 0 and tree.tokens[first - 1].xpos == "NNP" and before not in NOTED
    return not (named and tree.tokens[last].deprel in ("flat", "compound", "dep"))
