"""Parts of a toll: the groups that an earlier one already includes ("including 19 children", "two of whom")."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from dateline.extract.tolls.group import Group
from dateline.extract.tolls.nouns import are_people
from dateline.extract.tolls.numbers import HARMED, is_number
from dateline.extract.tolls.sentence import TollSentence
from dateline.extract.tree import Tree

_OF_AN_AGE: Final = frozenset({"under", "below", "over", "aged", "younger", "older", "between"})
_THEM: Final = frozenset({"them", "whom", "these", "those", "which"})
NAMES: Final = HARMED | frozenset(
    [
        "victims",
        "victim",
        "casualties",
        "fatalities",
        "slain",
        "fallen",
        "deceased",
        "captured",
        "abducted",
        "kidnapped",
        "detained",
    ]
)
"""Words that stand for the harmed: "among the dead"."""
_WOUNDED: Final = frozenset({"wounded", "injured", "hurt"})
_VIOLENT: Final = frozenset(
    ["shoot", "stab", "hang", "strangle", "bomb", "burn", "hit", "strike", "behead", "torture", "die", "kill"]
)
_HOW_BADLY: Final = frozenset({"critically", "seriously", "severely", "badly", "gravely", "slightly", "lightly"})
_POINTING: Final = frozenset({"the", "those", "these", "at", "its", "their"})
_DASHES: Final = frozenset({"-", "–", "—", "--", "("})
_AMONG: Final = frozenset({"among", "amongst", "included"})
_DESCRIBED: Final = frozenset({"NOUN", "PROPN", "ADJ"})
_CLOSES: Final = frozenset({",", ".", ";", ")", "–", "-", "—", ""})
_ORIGIN: Final = 6  # words of where some of them came from, at most: "from the Central Reserve Police Force"
_REACH: Final = 25  # words between a whole and the list of its parts, at most


@dataclass(frozen=True, slots=True)
class Part:
    """How a group is part of a whole: the whole's number in the sentence, None where it was told before.

    `listed` tells that it stands in a list of parts ("including …"); `named` is the token of the word for the harmed
    that it is counted among ("among the dead"); `described` the noun that says who they were ("seven were civilians").
    """

    whole: int | None
    listed: bool = False
    named: int | None = None
    described: int | None = None


def find_parts(told: TollSentence) -> dict[int, Part]:
    """Return which of a sentence's groups are parts of another one, of this sentence or of one before.

    Args:
        told: the sentence.
    """
    out: dict[int, Part] = {}
    for token in range(len(told)) if told.groups else ():
        word, pointing = told.text(token), told.text(token + 1) in ("them", "whom")
        behind = token + (2 if pointing else 1)
        if (pointing or word == "included") and word in _AMONG and told.text(behind) in _CLOSES:
            _list_before(told, token, out)
        elif word in _AMONG and _opens_with_them(told, token):
            for i, group in enumerate(told.groups):  # "Among them were six women and nine children"
                if group.first > token and not any(told.upos(k) == "VERB" for k in range(token, group.first)):
                    out.setdefault(i, Part(None))
        elif word in ("including", "notably") or (pointing and word in ("among", "amongst")):
            _list(told, token, out)
        elif word in ("included", "include", "includes", "among", "amongst"):
            _among(told, token, out)
        elif (word in (":", ";") and token > 2) or (word in _DASHES and _stands_between(told, token)):
            _list(told, token, out)
    joined: set[int] = set()
    for i, group in enumerate(told.groups):
        part = _pointing_back(told, out, group) if i not in out else None
        if part is not None:
            out[i] = part
        elif i not in out and _is_joined(told, out, i, joined):
            out[i] = Part(out[i - 1].whole)
            joined.add(i)
    return out


def _is_joined(told: TollSentence, parts: Mapping[int, Part], i: int, joined: Collection[int]) -> bool:
    """Whether a group goes on with the parts before it: "nine of them children and three women"."""
    before, group = parts.get(i - 1), told.groups[i]
    if before is None or before.listed or before.named is not None or before.described is not None:
        return False
    last = told.groups[i - 1]
    if group.bare and told.text(group.last + 1) not in ("from", "of"):
        return False  # "72 of them from the reserve and one from the district police"
    between = [told.text(k) for k in range(last.last + 1, group.first)]
    of_them = any(told.text(k) in _THEM for k in range(last.first - 1, last.last + 1))
    joint = between[-1:] in ([","], ["and"]) and between[-2:] != [",", "and"]
    few = len([word for word in between if word not in (",", "and")]) <= (_ORIGIN if group.bare else 1)
    return (of_them or i - 1 in joined) and joint and few


def _list_before(told: TollSentence, end: int, out: dict[int, Part]) -> None:
    """Take the groups before "among them": "45 Indians, 21 women and 15 children among them"."""
    comma = next((n for n in range(end - 1, max(end - _REACH, 0), -1) if told.text(n) in (",", "–", "-", "(")), -1)
    whole = _whole(told, out, comma) if comma > 0 else None
    if whole is None or any(told.upos(n) in ("VERB", "AUX") for n in range(comma + 1, end)):
        return
    for i, group in enumerate(told.groups):
        if comma < group.first < end:
            out.setdefault(i, Part(whole))


def _opens_with_them(told: TollSentence, token: int) -> bool:
    """Whether a sentence opens with "among them were" or "among those at the morgue were": people told of before."""
    if any(told.text(k) not in ("and", "but", '"') for k in range(token)) or any(g.last < token for g in told.groups):
        return False
    verb = token + 2
    if told.text(token + 1) == "those":
        verb = next((k for k in range(verb, min(verb + _REACH, len(told))) if told.upos(k) in ("AUX", "VERB")), verb)
    return told.text(token + 1) in ("them", "those") and told.text(verb) in ("were", "was", "are", "is")


def _stands_between(told: TollSentence, token: int) -> bool:
    """Whether a number of people ends before a dash and another begins behind it: "31 bodies - 15 civilians and …"."""
    return any(g.last == token - 1 for g in told.groups) and any(g.first == token + 1 for g in told.groups)


def _list(told: TollSentence, start: int, out: dict[int, Part]) -> None:
    """Take the groups behind "including", or behind a colon, up to the next verb."""
    whole = _whole(told, out, start)
    marked = told.text(start) in (":", ";")
    if marked and (whole is None or any(group.bare for group in told.groups if group.first > start)):
        return
    end = _end_of_list(told, start)
    for i, group in enumerate(told.groups):
        # Who did or suffered something of their own behind a semicolon is no part: "…; all seven attackers died".
        subject = (group.bare or marked) and end < len(told) and group.last + 1 == end
        if start < group.first < end and not subject:
            out.setdefault(i, Part(whole, listed=True))


def listed_in(told: TollSentence, parts: Mapping[int, Part], head: int) -> int | None:
    """Return the group in whose list a person without a number stands: "46 people, among them the acting minister".

    Args:
        told: the sentence.
        parts: its groups that are parts.
        head: the person's noun.
    """
    for token in range(head - 1, max(head - _REACH, 0) - 1, -1):
        one, pointing = told.tree.tokens[token], told.text(token + 1) in ("them", "whom")
        if told.text(token) in ("including", "notably") or (told.text(token) in ("among", "amongst") and pointing):
            return _whole(told, parts, token)
        acting = one.xpos == "VBG" and told.upos(token + 1) in _DESCRIBED  # "the acting interior minister"
        described = one.deprel in ("amod", "acl") or acting
        if told.text(token) == ";" or one.upos == "AUX" or (one.upos == "VERB" and not described):
            return None
    return None


def _end_of_list(told: TollSentence, start: int) -> int:
    return next((token for token in range(start + 1, len(told)) if _ends_list(told, token)), len(told))


def _ends_list(told: TollSentence, token: int) -> bool:
    one = told.tree.tokens[token]
    if one.text == ";" or one.upos == "AUX":
        return True
    if token in told.triggers and token + 1 < len(told) and is_number(told.tree, token + 1):
        return True  # "… and wounding 30"
    return one.upos == "VERB" and one.deprel not in ("amod", "acl")


def _whole(told: TollSentence, parts: Mapping[int, Part], before: int) -> int | None:
    """Return the nearest group before a word that is no part itself."""
    near = [i for i, g in enumerate(told.groups) if before - _REACH <= g.last < before and i not in parts]
    return near[-1] if near else None


def _among(told: TollSentence, token: int, out: dict[int, Part]) -> None:
    """Read "two women were among the dead", "among the victims were two women", "the dead included two women"."""
    include = told.text(token).startswith("include")
    around = range(max(token - 4, 0), token) if include else range(token + 1, min(token + 7, len(told)))
    named = next((k for k in around if told.text(k) in NAMES), None)
    pointing = told.text(token + 1) in _POINTING or is_number(told.tree, token + 1)
    whole = next((i for i, g in enumerate(told.groups) if g.first == token + 2 and told.text(token + 1) == "the"), None)
    if whole is not None and named is None and not include and told.upos(token - 1) == "AUX":
        _subjects(told, token, Part(whole), out)  # "a girl and a baby are among the 15 people known to have died"
        return
    if named is None or not (include or pointing):
        return
    if include or told.upos(named + 1) == "AUX":
        start = token if include else named + 1
        end = _end_of_list(told, start)
        for i, group in enumerate(told.groups):
            if start < group.first < end:
                out.setdefault(i, Part(None, named=named))
    elif (own := next((i for i, g in enumerate(told.groups) if g.last == token - 1), None)) is not None:
        out[own] = Part(None, named=named)  # "had counted 16 children among the dead"
    elif told.upos(token - 1) in ("AUX", "VERB"):
        within = (i for i, g in enumerate(told.groups) if token < g.first <= named or g.first <= named <= g.last)
        _subjects(told, token, Part(next(within, None), named=named), out)


def _subjects(told: TollSentence, token: int, part: Part, out: dict[int, Part]) -> None:
    """Take the groups before "were among the dead" as such a part, back to where a verb tells something else of one."""
    # What stands in a list behind a colon is told closer by its own clause: "…: five soldiers were among the dead".
    before = [i for i, g in enumerate(told.groups) if g.last < token and (i not in out or out[i].listed)]
    for i in reversed(before):
        if any(told.upos(k) == "VERB" for k in range(told.groups[i].last + 1, token - 1)):
            break
        out[i] = part


def _pointing_back(told: TollSentence, parts: Mapping[int, Part], group: Group) -> Part | None:
    """Read "eight of them", "of whom 25 were civilians", "seven were civilians"."""
    told_of = told.text(group.first - 1) in _THEM and told.text(group.first - 2) == "of"
    described = _said_to_be(told, group) if group.bare else None
    if group.bare and told.text(group.first - 1) == "," and told.text(group.last + 1) in _HOW_BADLY:
        return Part(_whole(told, parts, group.first))  # "wounded 14 policemen, three critically"
    if not (group.back or told_of or described is not None):
        return None
    if described is None and group.bare and not _of_the_harmed(told, group) and _does_something(told, group):
        return None
    whole = _whole(told, parts, group.first)
    if whole is None and described is None and group.bare and _of_things(told, group):
        return None
    return Part(whole, described=described)


def _of_the_harmed(told: TollSentence, group: Group) -> bool:
    """Whether a group names those it is of: "one or two of the dead" are some of them, whatever is told of them."""
    return told.text(group.last) in NAMES and told.text(group.last - 1) in ("the", "those")


def _of_things(told: TollSentence, group: Group) -> bool:
    """Whether "one of them" speaks of things of its own sentence: "the bombs fell at night, one of them on a house"."""
    tree = told.tree
    plural = (k for k in range(group.first - 1, -1, -1) if tree.tokens[k].xpos == "NNS")
    nearest = next((k for k in plural if "time" not in told.classes.of(tree, k)), None)
    return nearest is not None and not are_people(tree, told.classes, nearest)


def _does_something(told: TollSentence, group: Group) -> bool:
    """Whether a part is told for what it did or what became of it afterwards: "three of them were released"."""
    after = group.last + 1
    while told.upos(after) in ("AUX", "ADV", "PART"):
        after += 1
    helped = any(told.upos(k) == "AUX" for k in range(group.last + 1, after))
    if after >= len(told) or not (helped or told.upos(after) == "VERB"):
        return False
    if not helped and told.tree.children(after, "obj"):
        return True  # "one of them hit a bus"
    if helped and told.text(after) in _OF_AN_AGE:
        return False  # "forty of them were under the age of eighteen"
    return told.tree.lemma(after) not in _VIOLENT and told.text(after) not in NAMES


def _said_to_be(told: TollSentence, group: Group) -> int | None:
    """Return the noun that a copula says a bare number to be: "seven were civilians"."""
    token = group.last + 1
    if token >= len(told) or told.tree.lemma(token) != "be":
        return None
    token += 1
    while told.upos(token) in ("DET", "ADV", "ADJ") and told.text(token) not in NAMES:
        token += 1
    while told.upos(token + 1) in ("NOUN", "PROPN") and told.upos(token) != "VERB":
        token += 1
    noun = told.upos(token) in ("NOUN", "PROPN") and are_people(told.tree, told.classes, token)
    return token if noun else None


def names_the_harmed(tree: Tree) -> bool:
    """Return whether a sentence has a word for the harmed as people: "the victims", "the dead"."""
    return any(token.text.lower() in NAMES for token in tree.tokens)


def named_harm(word: str) -> str:
    """Return the harm of a word for the harmed: "wounded" for the wounded, "killed" for the dead and for victims."""
    return "wounded" if word in _WOUNDED else "killed"
