"""Mending tags: words that their spelling or place tells to be a verb or a noun, whatever the tagger took them for."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.lemmas import lemma_of
from dateline.model.annotated import Token
from dateline.reference.places import Closeness, shared_places

PASTS: Final = frozenset(
    {"overran", "retook", "withdrew", "overtook", "overthrew", "took", "drove", "threw", "mistook", "slew", "fought"}
)
"""Past tenses that no noun or participle is spelt like: "ISIL overran Tadmur"."""

# fmt: off
_PRONOUNS: Final = frozenset({
    "he", "she", "it", "they", "we", "you", "him", "her", "them", "us", "me", "his", "hers", "its", "their",
    "theirs", "our", "ours", "your", "yours", "my", "mine", "himself", "herself", "itself", "themselves",
    "ourselves", "yourself", "yourselves", "myself", "one", "oneself", "who", "whom", "whose", "which", "what",
    "that", "this", "these", "those", "there", "everybody", "everyone", "everything", "somebody", "someone",
    "something", "anybody", "anyone", "anything", "nobody", "none", "nothing", "all", "both", "each", "either",
    "neither", "some", "any", "many", "most", "few", "several", "others", "another", "such", "same", "whoever",
    "whatever", "whichever",
})
# fmt: on
_SHORT_NAME: Final = re.compile(r"[A-Z]{1,3}-?\d{1,3}")
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_ALONE: Final = frozenset({"obj", "obl", "nmod", "nsubj", "nsubj:pass"})
_AROUND: Final = frozenset({"case", "punct", "conj", "cc", "appos"})
_HAPPENINGS: Final = frozenset({"clash", "attack", "ambush", "raid", "strike", "assault", "fight"})
_OF_NOUNS: Final = frozenset({"between", "on", "at", "in", "near", "against"})


def with_tags(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens of a sentence, those tagged anew that cannot be what the tagger took them for.

    "Troops that landed in A retook B" has a verb that passes for a name; a note that opens with "Clash between" tells
    of a clash and tells nobody to.

    Args:
        tokens: the sentence's tokens with the parser's heads and relations.
    """
    tagged = {n: anew for n, token in enumerate(tokens) if (anew := _tagged(tokens, n, token)) is not None}
    if tagged:
        tokens = tuple(tagged.get(n, token) for n, token in enumerate(tokens))
    if not _opens_a_note(tokens):
        return tokens
    first = replace(tokens[0], upos="NOUN", xpos="NN", lemma=tokens[0].text.lower())
    return (first, *(replace(t, deprel="nmod") if t.head == 0 and t.deprel == "obl" else t for t in tokens[1:]))


def _tagged(tokens: Sequence[Token], number: int, token: Token) -> Token | None:
    """Return a word as what it is by its spelling, None where the tagger may be right."""
    word = token.text
    if word[-3:] == "ing":
        return _as_doing(token) if _is_doing(tokens, number) else None
    if token.upos == "NUM" and _SHORT_NAME.fullmatch(word):
        return replace(token, upos="PROPN", xpos="NNP", lemma=word)  # "40 M23 were killed"
    if token.upos == "PRON" and number and _is_no_pronoun(tokens, word):
        return replace(token, upos="PROPN", xpos="NNP", lemma=word)  # "took Mekelle"
    if token.xpos == "NN" and word[0].isupper() and (word[-1].isdigit() or _is_name(tokens, number)):
        return replace(token, upos="PROPN", xpos="NNP", lemma=word)
    word = word.lower()
    if word == "shot" and token.upos == "VERB":  # a verb of this spelling is no other
        return replace(token, xpos="VBN" if token.xpos == "VBN" else "VBD", lemma="shoot")
    if word in PASTS:
        return _as_past(token) if _is_past(tokens, number) else None
    return _as_thing(token) if word == "mine" and _is_thing(tokens, number) else None


def _is_no_pronoun(tokens: Sequence[Token], word: str) -> bool:
    """Whether what passes for a pronoun is a name: English has but few pronouns, and none but "I" with a capital."""
    capital = word[:1].isupper() and word[1:].islower()
    return capital and word.lower() not in _PRONOUNS and not _in_title_case(tokens)


def _is_past(tokens: Sequence[Token], number: int) -> bool:
    """Whether a name or noun with a subject, or what the tagger has no verb's tag for, is a verb in the past."""
    token = tokens[number]
    if token.upos == "VERB" and not token.xpos.startswith("VB"):
        return True
    if token.upos not in _NOUNS:
        return False
    return any(other.head == number and other.deprel.startswith("nsubj") for other in tokens)


def _as_past(token: Token) -> Token:
    return replace(token, upos="VERB", xpos="VBD", lemma=lemma_of(token.text, token.lemma))


def _in_title_case(tokens: Sequence[Token]) -> bool:
    """Whether capitals tell no names: most verbs and nouns of a headline have them."""
    words = [t.text for t in tokens[1:] if t.upos in ("VERB", "NOUN", "ADJ") and t.text.isalpha()]
    return sum(word[0].isupper() for word in words) * 2 > len(words)


def _is_name(tokens: Sequence[Token], number: int) -> bool:
    """Whether a noun with a capital and no article is spelt like a place: "takes Sake from the army"."""
    token = tokens[number]
    if number == 0 or not token.text.istitle() or token.deprel not in _ALONE or _in_title_case(tokens):
        return False
    if any(other.head == number and other.deprel not in _AROUND for other in tokens):
        return False
    return any(match.closeness <= Closeness.SPELLING for match in shared_places().named(token.text))


def _is_thing(tokens: Sequence[Token], number: int) -> bool:
    """Whether "mine" has an article or a noun before it: then it is nobody's."""
    return tokens[number].upos == "PRON" and any(
        other.head == number and other.deprel in {"det", "compound", "amod"} for other in tokens[:number]
    )


def _is_doing(tokens: Sequence[Token], number: int) -> bool:
    """Whether a word in -ing that is tagged as a name has an object behind it: "by retaking A and B"."""
    token = tokens[number]
    if token.xpos not in ("NNP", "NN") or not token.text.islower():
        return False
    return any(t.head == number and t.deprel == "obj" for t in tokens[number + 1 :])


def _as_doing(token: Token) -> Token:
    relation = "advcl" if token.deprel == "obl" else token.deprel
    stem = token.text[:-3]
    lemma = next((form for form in (stem + "e", stem, stem[:-1]) if lemma_of(form, "") == form), token.lemma)
    return replace(token, upos="VERB", xpos="VBG", lemma=lemma, deprel=relation)


def _as_thing(token: Token) -> Token:
    return replace(token, upos="NOUN", xpos="NN", lemma="mine")


def _opens_a_note(tokens: Sequence[Token]) -> bool:
    """Whether a sentence opens with a happening that passes for a verb in the imperative."""
    if len(tokens) < 2 or tokens[0].upos != "VERB" or tokens[0].head >= 0:
        return False
    told = tokens[0].text.lower() in _HAPPENINGS and tokens[1].text.lower() in _OF_NOUNS
    return told and not any(token.head == 0 and token.deprel in {"nsubj", "obj"} for token in tokens)


def with_the_party(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Make a party of "IS" in a sentence that is not all in capitals: "IS militants executed miners".

    Args:
        tokens: the sentence's tokens with the parser's heads and relations.
    """
    if not any(token.text == "IS" and token.upos == "AUX" for token in tokens) or all(t.text.isupper() for t in tokens):
        return tokens
    if sum(token.text.isupper() for token in tokens if token.text.isalpha()) * 2 > len(tokens):
        return tokens
    out = list(tokens)
    for number, token in enumerate(tokens[:-1]):
        if token.text == "IS" and token.upos == "AUX":
            noun = tokens[number + 1].upos in ("NOUN", "PROPN")
            where = (number + 1, "compound") if noun else (token.head, "nsubj")
            out[number] = replace(token, upos="PROPN", xpos="NNP", lemma="IS", head=where[0], deprel=where[1])
            if not noun and token.head >= 0:
                out[token.head] = replace(tokens[token.head], xpos="VBD")
    return tuple(out)
