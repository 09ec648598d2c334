"""Mending trees that join what is apart or part what is joined: two clauses, a day and a subject."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.lemmas import lemma_of
from dateline.model.annotated import Token
from dateline.reference.calendar import MONTHS
from dateline.reference.lexicon import lexicon

_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
_SECOND: Final = frozenset({"ccomp", "conj", "parataxis", "advcl"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "NUM"})
_EARLIER: Final = frozenset({"after", "since", "before"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})


def with_second_subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a second clause the subject that the tree joins to the object of the first.

    A finite verb right behind a joined noun, with no "and" and no subject of its own, has that noun for its subject.

    Args:
        tokens: the sentence's tokens.
    """
    for verb, token in enumerate(tokens):
        if token.deprel not in _SECOND or token.xpos not in _FINITE or token.head < 0 or token.head > verb:
            continue
        noun = _joined_before(tokens, verb)
        if noun >= 0 and not _has_own(tokens, verb):
            return _with_subject(tokens, noun, verb)
    return tokens


def with_outcomes(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang what an event did on it: "bombs went off in A, killing six, and a blast hit B, killing two, they said".

    The tree takes the blast for a part of the first killing, and the last killing for a deed of who speaks.

    Args:
        tokens: the sentence's tokens.
    """
    out = list(tokens)
    for verb, token in enumerate(tokens):
        above = token.head
        if above < 0 or token.upos != "VERB":
            continue
        if token.deprel == "conj" and token.xpos in _FINITE and tokens[above].xpos == "VBG" and tokens[above].head >= 0:
            if above < verb and any(t.head == verb and t.deprel in _SUBJECTS for t in tokens[above:verb]):
                out[verb] = replace(token, head=tokens[above].head)
        elif token.xpos == "VBG" and token.deprel == "advcl" and verb < above and _says(tokens[above]):
            did = next((n for n in range(verb - 1, -1, -1) if tokens[n].xpos in _FINITE and _is_full(tokens, n)), -1)
            out[verb] = replace(token, head=did) if did >= 0 else token
    return tuple(out)


def with_earlier_deeds(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Make a clause of "two days after a bomb at A killed 59", where the tree takes the bomb for a circumstance.

    Args:
        tokens: the sentence's tokens.
    """
    for mark, token in enumerate(tokens):
        noun = token.head
        if token.deprel != "case" or token.text.lower() not in _EARLIER or tokens[noun].upos not in _NOMINAL:
            continue
        verb = next((n for n in range(noun + 1, len(tokens)) if tokens[n].xpos in _FINITE), -1)
        late = verb > noun > mark and tokens[verb].deprel in _SECOND and tokens[noun].head not in (verb, -1)
        if late and not _has_own(tokens, verb) and _lies_between(tokens, noun, verb):
            return _with_clause(tokens, mark, noun, verb)
    return tokens


def _lies_between(tokens: Sequence[Token], noun: int, verb: int) -> bool:
    """Whether nothing but what belongs to a noun or to the verb behind it stands between them."""
    between = range(noun + 1, verb)
    return all(_is_below(tokens, n, noun) or _is_below(tokens, n, verb) for n in between)


def _is_below(tokens: Sequence[Token], at: int, top: int) -> bool:
    for _ in tokens:
        if at in (top, -1):
            break
        at = tokens[at].head
    return at == top


def _with_clause(tokens: tuple[Token, ...], mark: int, noun: int, verb: int) -> tuple[Token, ...]:
    out = list(tokens)
    out[mark] = replace(tokens[mark], deprel="mark", head=verb)
    out[verb] = replace(tokens[verb], deprel="advcl", head=tokens[noun].head)
    out[noun] = replace(tokens[noun], deprel="nsubj", head=verb)
    for number, token in enumerate(tokens[:mark]):
        if token.head == noun:  # "two days after"
            out[number] = replace(token, head=verb, deprel="obl:unmarked" if token.upos == "NOUN" else token.deprel)
    return tuple(out)


def _says(token: Token) -> bool:
    return lemma_of(token.text, token.lemma) in lexicon()["say_verb"]


def _is_full(tokens: Sequence[Token], verb: int) -> bool:
    return tokens[verb].upos == "VERB" and any(t.head == verb and t.deprel in _SUBJECTS for t in tokens[:verb])


def with_days_apart(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Part a day from the subject behind it that the tree joins to it: "On 4 August aircraft struck a store".

    Args:
        tokens: the sentence's tokens.
    """
    out = list(tokens)
    for month, token in enumerate(tokens):
        noun = token.head
        if token.text.lower() not in MONTHS or token.deprel != "compound" or noun != month + 1 or month < 2:
            continue
        opens = tokens[month - 2].upos == "ADP" and tokens[month - 1].upos == "NUM"
        verb = tokens[noun].head
        before_verb = verb == noun + 1 and tokens[noun].deprel == "obl" and not _has_own(tokens, verb)
        if opens and verb >= 0 and (tokens[noun].deprel in _SUBJECTS or before_verb):
            out[noun] = replace(tokens[noun], deprel="nsubj") if before_verb else tokens[noun]
            out[month] = replace(token, head=tokens[noun].head, deprel="obl")
            out[month - 1] = replace(tokens[month - 1], head=month, deprel="nummod")
            out[month - 2] = replace(tokens[month - 2], head=month, deprel="case")
    return tuple(out)


def _joined_before(tokens: Sequence[Token], verb: int) -> int:
    """Return the noun that ends right before a verb and is joined to the object of the verb above, -1 for none."""
    noun, first_verb = verb - 1, tokens[verb].head
    while noun > first_verb and tokens[noun].deprel != "conj":
        above = tokens[noun].head
        if not first_verb < above < verb:
            return -1
        noun = above
    first = tokens[noun].head
    if tokens[noun].deprel != "conj" or not 0 <= first < noun or tokens[first].deprel not in ("obj", "obl", "nmod"):
        return -1
    return noun if tokens[noun].upos in ("NOUN", "PROPN") else -1


def _has_own(tokens: Sequence[Token], verb: int) -> bool:
    return any(t.head == verb and t.deprel in (*_SUBJECTS, "cc", "mark", "expl") for t in tokens[:verb])


def _with_subject(tokens: tuple[Token, ...], noun: int, verb: int) -> tuple[Token, ...]:
    out = list(tokens)
    out[verb] = replace(tokens[verb], deprel="conj")
    out[noun] = replace(tokens[noun], head=verb, deprel="nsubj")
    for number, token in enumerate(tokens):
        if token.head == noun and token.deprel == "cc":
            out[number] = replace(token, head=verb)
    return tuple(out)
