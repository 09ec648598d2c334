"""Groups: people told with a number ("at least 31 soldiers", "two of whom", "another 12", "a family of five")."""

from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.tolls.group import Group
from dateline.extract.tolls.indefinite import RUN, indefinite
from dateline.extract.tolls.nouns import are_people, may_be_people
from dateline.extract.tolls.numbers import (
    HARMED,
    LOGGED,
    NOTED,
    SPEAKS,
    can_count,
    is_nobody,
    is_number,
    is_year,
    is_years_end,
    may_open,
    number_span,
    text,
    words,
)
from dateline.extract.tree import Tree
from dateline.model.reading import Phrase
from dateline.reference.lexicon import lexicon, time_heads

_BACK: Final = frozenset({"them", "whom", "these", "those", "which", "us"})
_POINTING: Final = frozenset({"the", "those", "these", "their"})
_OF_THE_HARMED: Final = frozenset({"dead", "victims", "killed", "wounded", "injured", "bodies", "corpses"})
_INSIDE: Final = frozenset({"ADJ", "NOUN", "PROPN", "ADV"})
_OURS: Final = frozenset({"ours", "theirs"})
_NAMED_AGES: Final = frozenset(
    {"year", "month", "week", "day", "hour", "minute", "years", "months", "weeks", "days", "hours"}
)
_STRONG: Final = frozenset({"man", "member", "person", "strong", "odd", "plus"})
_FURTHER: Final = frozenset({"more", "others", "other", "additional", "further"})
_COMPARING: Final = frozenset({"more", "fewer", "less"})
_QUOTES: Final = frozenset({'"', "“", "”", "'", "‘", "``"})


def find_groups(tree: Tree, classes: Classes) -> list[Group]:
    """Return the groups of a sentence in order, none overlapping.

    Args:
        tree: the sentence.
        classes: the report's classes.
    """
    out: list[Group] = []
    token = 0
    while token < len(tree):
        if not may_open(tree, token):
            token += 1
            continue
        group = _at(tree, classes, token)
        if group is not None:
            out.append(group)
            token = max(group.last, token)
        elif is_number(tree, token) and not is_years_end(tree, token):
            token = number_span(tree, token)[1]
        token += 1
    return out


def _at(tree: Tree, classes: Classes, token: int) -> Group | None:
    if text(tree, token) in ("no", "not") and (group := _not_a_single(tree, token)) is not None:
        return group
    if is_nobody(tree, token):
        last = token + (text(tree, token) in ("no", "not"))
        if text(tree, last + 1) == "of" and text(tree, last + 2) in _BACK:
            return None  # "none of them Americans" says who they were, not that nobody was harmed
        return Group(token, last, last, words(tree, token, last, last), bare=True)
    if is_number(tree, token):
        put_right = text(tree, token - 1) == "not" and tree.tokens[token].upos == "NUM"  # "19 died, not 15 as was said"
        return None if put_right or is_years_end(tree, token) else _numbered(tree, classes, token)
    if text(tree, token) in ("a", "an"):
        return indefinite(tree, classes, token)
    if text(tree, token) == "another" and _stands_alone(tree, token):
        return Group(token, token, token, words(tree, token, token, token), bare=True)
    if text(tree, token) == "both" and tree.tokens[token].upos == "DET":
        head = tree.head(token)
        told = token < head <= token + RUN and are_people(tree, classes, head)
        return Group(token, head, head, words(tree, token, token, token)) if told else None
    return None


def _not_a_single(tree: Tree, token: int) -> Group | None:
    """Return the group of "not a single villager", "not one soldier", "no single person"."""
    single = token + 1 + (text(tree, token + 1) in ("a", "one"))
    if text(tree, single) != "single":
        single = token + 1 if text(tree, token) == "not" and text(tree, token + 1) == "one" else -1
    if single < 0:
        return None
    head = tree.head(single)
    if not single < head <= token + RUN or tree.tokens[head].upos != "NOUN":
        return None
    return Group(token, head, head, words(tree, token, single, token))


def _numbered(tree: Tree, classes: Classes, token: int) -> Group | None:
    first, last = number_span(tree, token)
    if text(tree, first - 1) == "but" and text(tree, first - 2) == "all":
        return None  # "killed all but two of the crew"
    whole = _collective(tree, first)
    if whole is not None:
        return Group(whole[0], last, whole[1], words(tree, whole[0], last, whole[1]))
    count = words(tree, first, last, last)
    after = last + 1
    if text(tree, after) in _COMPARING and text(tree, after + 1) == "than":
        return None  # "56 dead, two more than the ministry had counted"
    while text(tree, after) in _FURTHER and not is_number(tree, after):
        after += 1
    while text(tree, after) in _QUOTES:
        after += 1
    if is_year(tree, first, last) or (_is_age_or_measure(tree, after) and not _work_by_the_day(tree, classes, after)):
        return None
    if text(tree, after) == "of" or text(tree, last) == "of":
        if text(tree, after + 1) == "which" and not _follows_people(tree, classes, first):
            return None  # "hit two aircraft, one of which fell"
        return _partitive(tree, classes, first, after if text(tree, after) == "of" else last, count)
    noun = None if _is_logged(tree, after) else _noun(tree, classes, first, last, after)
    if noun is not None:
        noun = _whole_name(tree, noun, last)
        sure = are_people(tree, classes, noun)
        one_family = tree.lemma(noun) in lexicon()["collective"] and tree.tokens[noun].xpos == "NN"
        people = (sure or may_be_people(tree, classes, noun)) and not one_family
        return Group(first, noun, noun, count, sure=sure) if people else None
    alone = can_count(tree, first, after - 1) and text(tree, token) != "no"
    return Group(first, after - 1, last, count, bare=True) if alone else None


def _is_logged(tree: Tree, after: int) -> bool:
    """Whether the letter of a log's next number follows: the "W" of "K 5 W 19"."""
    letter = text(tree, after) in NOTED and tree.tokens[after].text.isupper()
    return letter and after + 1 < len(tree) and tree.tokens[after + 1].upos == "NUM"


def _is_age_or_measure(tree: Tree, after: int) -> bool:
    """Whether a number is an age or measure by what follows: "12-year-old", "67 years old", "a 45-caliber pistol"."""
    hyphen = text(tree, after) == "-"
    return text(tree, after + hyphen) in _NAMED_AGES or (hyphen and text(tree, after + 1) not in _STRONG)


def _work_by_the_day(tree: Tree, classes: Classes, after: int) -> bool:
    """Whether "day" says how people work: "two day labourers"."""
    people = after + 1 < len(tree) and tree.tokens[after + 1].xpos == "NNS" and are_people(tree, classes, after + 1)
    return text(tree, after) == "day" and people


def _stands_alone(tree: Tree, token: int) -> bool:
    """Whether "another" is a person by itself: "killed one soldier and wounded another"."""
    after = token + 1
    if after < len(tree) and (is_number(tree, after) or tree.tokens[after].upos in ("NOUN", "PROPN", "ADJ")):
        return text(tree, after) in HARMED and (after + 1 >= len(tree) or tree.tokens[after + 1].upos != "NOUN")
    return True


def _collective(tree: Tree, first: int) -> tuple[int, int] | None:
    """Return the first word and head of "a family of" before a number, None where no such noun stands there."""
    if text(tree, first - 1) != "of" or tree.lemma(first - 2) not in lexicon()["collective"]:
        return None
    start = first - 2
    while start and tree.tokens[start - 1].upos in ("DET", "ADJ", "PROPN"):
        start -= 1
    if text(tree, start - 1) == "," and not SPEAKS.isdisjoint(tree.lemmas[:start]):
        return None  # "a medic speaks of 61 dead, the General Staff of 17"
    return start, first - 2


def _partitive(tree: Tree, classes: Classes, first: int, of: int, count: Phrase) -> Group | None:
    """Return the group of "dozens of people", "six of its members", "three of them children"."""
    after = of + 1
    if text(tree, after) in _BACK:
        noun = _noun(tree, classes, after, after, after + 1)
        if noun is not None and text(tree, after) == "them" and are_people(tree, classes, noun):
            return Group(first, noun, noun, count, back=True)
        return Group(first, after, count.head, count, back=True, bare=True)
    back = text(tree, after) in _POINTING and text(tree, after + 1) in _OF_THE_HARMED
    if text(tree, after) in _OURS:
        return Group(first, after, after, count, bare=True)  # "seventy of ours were killed"
    if text(tree, after) in ("the", "those", "these") and is_number(tree, after + 1):
        last = number_span(tree, after + 1)[1]  # "one of the 37", of whom no noun is told
        if _noun(tree, classes, last, last, last + 1) is None:
            return Group(first, last, count.head, count, back=True, bare=True)
    while after < len(tree) and (
        tree.tokens[after].upos in ("DET", "NUM") or tree.tokens[after].xpos in ("PRP$", "WP$")
    ):
        after += 1
    noun = _noun(tree, classes, of, of, after)
    if noun is None and text(tree, after) in HARMED and tree.tokens[after - 1].xpos == "PRP$":
        return Group(first, after, after, count)  # "forty of our wounded"
    if noun is None and text(tree, after) == "own":
        return Group(first, after, after, count, bare=True)  # "four of their own"
    if noun is None:
        return Group(first, after, count.head, count, back=True, bare=True) if back else None
    sure = are_people(tree, classes, noun)
    if not sure and not may_be_people(tree, classes, noun):
        return None
    return Group(first, noun, noun, count, back=back, sure=sure)


def _follows_people(tree: Tree, classes: Classes, first: int) -> bool:
    """Whether the nearest plural noun before a word names people."""
    plural = next((k for k in range(first - 1, -1, -1) if tree.tokens[k].xpos in ("NNS", "NNPS")), None)
    return plural is not None and are_people(tree, classes, plural)


def _noun(tree: Tree, classes: Classes, first: int, last: int, after: int) -> int | None:
    """Return the noun that a number counts: the one the tree ties it to, else the last of the words that follow."""
    end = after
    while end < len(tree) and end - after < RUN and _goes_on(tree, end):
        end += 1
    nouns = [
        k for k in range(after, end) if tree.tokens[k].upos in ("NOUN", "PROPN") and not _is_time(tree, classes, k)
    ]
    tied = {
        _whole_compound(tree, tree.head(k))
        for k in range(first, last + 1)
        if tree.tokens[k].deprel in ("nummod", "amod", "det", "nmod")
    }
    told = [
        k for k in tied if last < k <= last + RUN and tree.tokens[k].upos == "NOUN" and not _is_time(tree, classes, k)
    ]
    if (
        told
        and tree.tokens[last].deprel == "nummod"
        and _whole_compound(tree, tree.head(last)) == told[0]
        and _is_one_phrase(tree, last, told[0])
    ):
        return told[0]
    if not nouns:
        return None
    for noun in nouns:
        if noun in tied:
            return noun
    return next((k for k in nouns if tree.tokens[k].xpos == "NNS" and are_people(tree, classes, k)), nouns[-1])


def _whole_compound(tree: Tree, noun: int) -> int:
    """Return the head of the compound that a noun opens: "14 PKK fighters" are fighters, wherever the tree ties 14."""
    while tree.tokens[noun].deprel == "compound" and tree.head(noun) > noun:
        noun = tree.head(noun)
    return noun


def _whole_name(tree: Tree, noun: int, number: int) -> int:
    """Return the head of a name that a hyphen parts: "12 al-Shabaab" were of one party."""
    head = tree.head(noun)
    parted = tree.tokens[noun].deprel == "flat" and number < head < noun and "-" in tree.words[head:noun]
    return head if parted else noun


def _is_one_phrase(tree: Tree, first: int, last: int) -> bool:
    """Whether nothing but words of one noun phrase stands between two words ("six off-duty police officers")."""
    for token in range(first + 1, last):
        one = tree.tokens[token]
        if one.text == "-" or text(tree, token + 1) == "-":
            continue
        if one.upos in ("ADP", "PUNCT", "AUX", "CCONJ", "PRON") or (one.upos == "VERB" and one.deprel != "amod"):
            return False
    return True


def _goes_on(tree: Tree, token: int) -> bool:
    """Whether a word may stand between a number and its noun, or be the noun."""
    one = tree.tokens[token]
    if tree.words[token] in LOGGED or tree.words[token] == "incl":
        return False
    if one.upos in _INSIDE:
        return one.upos != "ADV" or one.deprel != "advmod" or tree.head(token) > token
    if one.text.lower() in HARMED and (one.upos != "VERB" or one.deprel == "amod"):
        return token + 1 < len(tree) and tree.tokens[token + 1].upos in ("NOUN", "PROPN", "ADJ")
    if one.text == "IS":  # the Islamic State, which a tagger may take for the verb
        return token + 1 < len(tree) and tree.tokens[token + 1].upos in ("NOUN", "PROPN")
    if one.upos == "VERB":
        return one.deprel == "amod" and tree.head(token) > token
    return one.text in ("-", "'s") or (one.upos == "NUM" and tree.head(token) > token and text(tree, token + 1) == "-")


def _is_time(tree: Tree, classes: Classes, token: int) -> bool:
    return tree.lemma(token) in time_heads() or "time" in classes.of(tree, token)
