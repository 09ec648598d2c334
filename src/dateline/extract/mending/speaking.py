"""Mending who says what: "killing 50 people, a medic and a member of the council said" kills no medic.

In "denied that the town had fallen and said that 70 were killed" it is no town that said so, and nobody denied the 70.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.model.annotated import Token

_SPOKE: Final = frozenset({"said", "says", "told", "reported", "confirmed", "announced"})
_SAYING: Final = frozenset({"said", "says", "added", "claimed", "insisted", "stated", "announced", "maintained"})
_DENYING: Final = frozenset({"denied", "denies", "rejected", "rejects", "dismissed", "refuted", "disputed"})
_PHRASE: Final = frozenset({"ADJ", "ADP", "CCONJ", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN"})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_ADDED: Final = frozenset({"conj", "appos", "obj", "list", "dep"})


def with_speakers(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with verbs of saying hung on those who speak.

    One without a subject has the nouns between the last comma and itself, which a parser takes for more of what was
    listed before. One joined to what another verb of saying tells goes with that verb. What stands between such a verb
    and "that" is its own: "said on Friday that it had killed ten" tells no day on which they were killed.

    Args:
        tokens: the sentence's tokens with heads and relations.
    """
    tokens = _with_own_words(_with_joined(tokens))
    root = next((n for n, token in enumerate(tokens) if token.head < 0), 0)
    verb = root if _lacks_a_speaker(tokens, root) else 0
    first = verb
    while first and tokens[first - 1].upos in _PHRASE:
        first -= 1
    if not verb or first == verb or tokens[first - 1].text != ",":
        return tokens
    heads = [n for n in range(first, verb) if tokens[n].upos in _NOUNS and not first <= tokens[n].head < verb]
    if not heads or tokens[heads[0]].head >= first or any(tokens[n].deprel not in _ADDED for n in heads):
        return tokens
    return tuple(_spoken(token, n, heads, verb) for n, token in enumerate(tokens))


def _lacks_a_speaker(tokens: Sequence[Token], number: int) -> bool:
    if number < 2 or tokens[number].text.lower() not in _SPOKE:
        return False
    kids = [other for other in tokens if other.head == number]
    return any(kid.deprel == "ccomp" for kid in kids) and not any(kid.deprel.startswith("nsubj") for kid in kids)


def _spoken(token: Token, number: int, heads: Sequence[int], verb: int) -> Token:
    if number == heads[0]:
        return replace(token, head=verb, deprel="nsubj")
    return replace(token, head=heads[0], deprel="conj") if number in heads else token


def _with_joined(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    saying = [n for n, token in enumerate(tokens) if token.deprel == "conj" and token.text.lower() in _SAYING]
    if not saying:
        return tokens
    joined = {n: _joined(tokens, n, tokens[n]) for n in saying}
    return tuple(joined.get(number, token) for number, token in enumerate(tokens))


def _joined(tokens: Sequence[Token], number: int, token: Token) -> Token:
    """Hang "and said that" on the verb that governs the clause before it, where it has no subject of its own."""
    if not 0 <= token.head < number:
        return token
    told = tokens[token.head]
    above = tokens[told.head] if told.deprel == "ccomp" and 0 <= told.head < token.head else None
    kids = [other for other in tokens if other.head == number]
    if above is None or any(kid.deprel.startswith("nsubj") for kid in kids):
        return token
    denied = above.text.lower() in _DENYING
    reported = above.text.lower() in _SAYING and told.xpos != token.xpos == above.xpos
    that = any(kid.deprel == "ccomp" for kid in kids)
    return replace(token, head=told.head) if that and (denied or reported) else token


def _with_own_words(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    moved: dict[int, int] = {}
    for mark, token in enumerate(tokens):
        told = tokens[token.head] if token.deprel == "mark" and token.text.lower() == "that" else None
        if told is None or told.deprel != "ccomp" or not 0 <= told.head < mark:
            continue
        between = range(told.head + 1, mark)
        moved |= {n: told.head for n in between if tokens[n].head == token.head and tokens[n].deprel.startswith("obl")}
    return tuple(replace(t, head=moved[n]) if n in moved else t for n, t in enumerate(tokens)) if moved else tokens
