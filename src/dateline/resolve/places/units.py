"""A sentence as units: words as they are printed ("Al-Qarmid", "Deir", "ez-Zor"), whatever tokens they are cut into."""

from typing import Final, NamedTuple

from dateline.model.annotated import Sentence, Token

_INITIALS: Final = 5  # letters of what is known by its initials
_CLITICS: Final = frozenset({"'s", "’s", "`s", "s'", "'S", "’S", "`S", "S'"})
_JOINERS: Final = frozenset({"-", "–", "‑", "'", "’", "`", "."})
_BREATHS: Final = frozenset({"‘", "’", "'", "`"})  # a letter where a part of a name begins with it: "Al-‘Abed"
_OPEN: Final = frozenset(
    {"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "VERB", "PART", "NUM", "ADV", "INTJ", "PUNCT", "SYM"}
)


class Unit(NamedTuple):  # one a word: made in a third of the time of a frozen dataclass
    """Tokens `first` to `last` (both within) of a sentence, printed without a space between them.

    `name` tells whether it may be a name or part of one; `possessive` whether "'s" follows.
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    name: bool
    possessive: bool


def units_of(sentence: Sentence, *, cased: bool) -> list[Unit]:
    """Return a sentence's units.

    Args:
        sentence: the sentence.
        cased: whether capitals tell names in this sentence (not in lower-cased text nor in a headline in capitals).
    """
    groups: list[list[int]] = []
    possessive: set[int] = set()
    end = -1  # of the word before: what a space parts from it begins a unit
    for number, token in enumerate(sentence.tokens):
        touches = token.start == end
        end = token.end
        if groups and token.text in _CLITICS:
            possessive.add(len(groups) - 1)
        elif touches and groups and _continues(sentence.tokens, groups[-1], number):
            groups[-1].append(number)
        else:
            groups.append([number])
    return [_unit(sentence, group, n in possessive, cased=cased) for n, group in enumerate(groups)]


def _continues(tokens: tuple[Token, ...], group: list[int], number: int) -> bool:
    """Whether a token belongs to the unit of the one before, which it touches."""
    last, token = tokens[group[-1]], tokens[number]
    if group[-1] != number - 1:
        return False
    if len(group) > 1 and last.text in _JOINERS:
        return token.text not in _BREATHS or _goes_on(tokens, number)
    if token.text in _JOINERS:
        return last.text[-1:].isalnum() and (_goes_on(tokens, number) or _goes_on(tokens, number, _BREATHS))
    return len(group) > 2 and last.text in _BREATHS


def _goes_on(tokens: tuple[Token, ...], number: int, between: frozenset[str] = frozenset()) -> bool:
    """Whether letters touch a token from behind, with one sign `between` them if there are such."""
    after = tokens[number + 1 : number + 3 if between else number + 2]
    touching = all(one.start == before.end for before, one in zip(tokens[number:], after, strict=False))
    if not after or not touching or not after[-1].text[:1].isalnum():
        return False
    return len(after) == 1 if not between else len(after) == 2 and after[0].text in between


def _unit(sentence: Sentence, group: list[int], possessive: bool, *, cased: bool) -> Unit:
    first, last = sentence.tokens[group[0]], sentence.tokens[group[-1]]
    if first is last:  # nine of ten units are one token
        text, tag, lemma = first.text, first.upos, first.lemma.lower()
    else:
        tokens = [sentence.tokens[n] for n in group]
        text = "".join(token.text for token in tokens)
        tag = "PROPN" if any(token.upos == "PROPN" for token in tokens) else last.upos
        lemma = text.lower()
    small = cased and text.islower()  # as most words are
    name = not small and (tag == "PROPN" or (cased and group[0] > 0 and last.upos not in _OPEN))
    name = name or (cased and _opens_name(sentence.tokens, group[0]))
    return Unit(group[0], group[-1], first.start, last.end, text, lemma, tag, name, possessive)


def _opens_name(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a capital A within a sentence is the first part of a name, no article: "the village of A Nang Pa"."""
    if at == 0 or at + 1 >= len(tokens) or tokens[at].text != "A":
        return False
    before = tokens[at - 1]
    within = before.upos == "ADP" or (before.upos not in ("PUNCT", "SYM", "NUM") and before.text.islower())
    return within and tokens[at + 1].upos == "PROPN" and tokens[at + 1].text.istitle()


def is_cased(text: str) -> bool:
    """Tell whether capitals in a stretch of text tell names: it has some, and most letters are small."""
    capitals = sum(map(str.isupper, text))
    return 0 < capitals < 0.5 * max(sum(map(str.isalpha, text)), 1)


def is_initials(name: str) -> bool:
    """Tell whether a name is as long as somebody's initials at most, all in capitals: "FAA", "MSF"."""
    return name.isupper() and len(name) <= _INITIALS
