"""Headlines: verbs that parsers take for nouns in sentences without any other: "Rebels storm base"."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from dateline.extract.lemmas import lemma_of
from dateline.extract.mending.tagging import PASTS
from dateline.extract.patterns import pattern_book
from dateline.model.annotated import Token
from dateline.reference.countries import countries
from dateline.reference.lexicon import lexicon

_CLAUSES: Final = frozenset({"acl", "acl:relcl", "advcl", "parataxis", "punct"})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_OPENS_A_PHRASE: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_DOERS: Final = ("combatant", "aircraft", "civilian", "heavy")
_ALWAYS_MANY: Final = frozenset({"police", "troops", "militia", "military"})
_NO_NOUNS: Final = frozenset(
    {"abandon", "besiege", "destroy", "enter", "kill", "liberate", "lose", "overrun", "reclaim", "regain", "repel"}
    | {"retake", "seize", "withdraw"}
)
_WEAPONS: Final = frozenset(
    {"bomb", "blast", "explosion", "missile", "rocket", "shell", "mine", "mortar", "drone", "grenade", "airstrike"}
)
_TEARS: Final = frozenset(
    {"level", "wreck", "gut", "rip", "tear", "rock", "shake", "shatter", "hit", "pound", "flatten", "target", "damage"}
    | {"pierce", "rattle", "slam", "strike"}
)
_NAMES: Final = frozenset({"flat", "flat:name"})


def headline_verb(tokens: Sequence[Token]) -> int:
    """Return the verb that the parser took for a noun in a sentence without any: "Rebels storm base"; 0 for none."""
    if fallen := _falls(tokens):
        return fallen
    end = next((n for n, t in enumerate(tokens) if t.text == ";"), len(tokens))  # "… levels barracks; second blast hit"
    if any(t.upos == "AUX" or t.xpos in ("VBD", "VBZ", "VBP", "MD") for t in tokens[:end]):
        return 0
    for number in range(1, end - 1):
        word, before, after = tokens[number], tokens[number - 1], tokens[number + 1]
        text = word.text.lower()
        if word.upos not in _NOUNS or before.upos not in _NOUNS or after.upos not in (*_OPENS_A_PHRASE, "ADP"):
            if _is_torn(before, word, after):
                return number
            continue
        if word.text in PASTS or _is_torn(before, word, after):
            return number
        many = _is_many(before)
        base = text if text in _verbs() else ""
        aimed = text == "fire" and after.text.lower() in ("on", "at")
        if base and (many or (before.text.lower() in _ALWAYS_MANY and (after.upos != "ADP" or aimed))):
            return number
        if before.text.isupper() and not word.text.isupper() and lemma_of(text, text) in _NO_NOUNS:
            return number  # "ANSF retake A", "RUF retakes B"
        singular = text.endswith("s") and lemma_of(text, text) in _verbs() and lemma_of(text, text) != text
        if singular and after.upos != "ADP" and _is_one(before) and not any(t.upos == "VERB" for t in tokens[:number]):
            return number
    return 0


def _falls(tokens: Sequence[Token]) -> int:
    """Return the verb of a name that opens a headline or note: "Mopti falls to rebels", but not "Niagara Falls"."""
    number = next((n for n, token in enumerate(tokens) if token.text == "falls"), 0)
    if not number or any(t.upos != "PROPN" for t in tokens[:number]) or tokens[number].upos not in _NOUNS:
        return 0
    behind = tokens[number + 1].text if number + 1 < len(tokens) else "."
    return number if behind in (".", ",", "to", "after", "as", "in") else 0


def _is_torn(before: Token, word: Token, after: Token) -> bool:
    """Whether a word in -s tells what a bomb or missile did: "Lorry bomb levels A", "Missile tears through B"."""
    if before.text.lower() not in _WEAPONS or word.upos not in _NOUNS or not word.text.lower().endswith("s"):
        return False
    through = after.text.lower() in ("through", "into")
    return word.text.lower()[:-1] in _TEARS and (through or after.upos in _OPENS_A_PHRASE)


def _is_many(token: Token) -> bool:
    """Whether a noun names several who act: such a plural hardly ever qualifies another noun."""
    if token.xpos == "NNPS":
        return True
    lemma = lemma_of(token.text, token.lemma)
    return lemma != token.text.lower() and any(lemma in lexicon()[name] for name in _DOERS)


def _is_one(token: Token) -> bool:
    """Whether a noun names one who acts: an army, a state."""
    word = token.text.lower()
    return word in ("army", "navy", "military", "militia", "police") or word in _states()


@cache
def _states() -> frozenset[str]:
    return frozenset(country.name.lower() for country in countries().values())


@cache
def _verbs() -> frozenset[str]:
    """Return the single verbs of the event patterns."""
    return frozenset(verb for pattern in pattern_book("event").patterns for verb in pattern.verbs if " " not in verb)


def with_headline_verb(tokens: tuple[Token, ...], root: int, verb: int) -> tuple[Token, ...]:
    """Make a noun the verb of its sentence: what is before it its subject, the first phrase behind its object."""
    subject = verb - 1
    below = (n for n in range(verb + 1, len(tokens)) if tokens[n].head == verb and tokens[n].upos != "PUNCT")
    goal = root if root > verb else next(below, -1)
    out: list[Token] = []
    for number, token in enumerate(tokens):
        if number == verb:
            out.append(_as_verb(token))
        elif number == subject:
            out.append(replace(token, head=verb, deprel="nsubj"))
        elif number < subject and token.upos == "NUM" and token.deprel == "root":
            out.append(replace(token, head=verb, deprel="obl"))
        elif number < subject:
            deprel = "compound" if token.deprel == "root" else token.deprel
            out.append(replace(token, head=subject, deprel=deprel) if not 0 <= token.head < subject else token)
        elif number > goal > verb and token.deprel in _NAMES and token.head <= verb:
            out.append(replace(token, head=goal))  # the rest of a name of several words
        elif number == goal or token.head <= verb or (token.head == goal and token.deprel in _CLAUSES):
            out.append(replace(token, head=verb, deprel=_below_verb(tokens, number, is_goal=number == goal)))
        else:
            out.append(token)
    return tuple(out)


def _as_verb(noun: Token) -> Token:
    lemma = lemma_of(noun.text, noun.lemma)
    tag = "VBD" if noun.text in PASTS else "VBP" if noun.text.lower() == lemma else "VBZ"
    return replace(noun, head=-1, deprel="root", upos="VERB", xpos=tag, lemma=lemma)


def _below_verb(tokens: Sequence[Token], number: int, *, is_goal: bool) -> str:
    """Return the relation to its new verb of a word that hung on the noun it was."""
    deprel = tokens[number].deprel
    if is_goal or deprel in ("nmod", "compound", "root", *_NAMES):
        return "obl" if _has_case(tokens, number) else "obj"
    return "advcl" if deprel == "acl" else deprel


def _has_case(tokens: Sequence[Token], number: int) -> bool:
    return any(t.head == number and t.deprel == "case" for t in tokens)
