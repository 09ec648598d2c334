"""Whether what is taken or held is a place itself, or only something in or near it: a checkpoint there, most of it."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dateline.model.annotated import Annotated, Sentence, Token
from dateline.model.place import VAST, PlaceEntry, PlaceLink, PlacePrecision
from dateline.model.reading import Phrase
from dateline.reference.lexicon import lexicon
from dateline.reference.places_names import plain_name
from dateline.reference.places_words import COMPASS, place_nouns
from dateline.resolve.places.unknown import IN_IT

_PLURAL: Final = frozenset({"NNS", "NNPS"})
_WHOLE: Final = frozenset(
    {"all", "whole", "entirety", "totality", "rest", "remainder", "both"}
)  # portions that leave nothing out
_SETTLED: Final = frozenset({"town", "capital", "quarter", "division"})
_BUILT: Final = frozenset({"base", "airport", "crossing", "camp", "site"})
_WIDE: Final = frozenset({"province", "division", "countryside", "country", "area"})
_LAND: Final = frozenset({"division", "countryside", "area"})
_NAMING: Final = frozenset({"compound", "appos", "nmod:poss"})
_AT: Final = frozenset({"in", "at", "near", "around", "outside", "inside", "on", "within", "along", "across"})
_INSIDE: Final = re.compile(r"[^A-Z]*\b(?:in|near|outside|around|at|inside) ")
_RELATIVE: Final = frozenset({"WDT", "WP"})
_ROLES: Final = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "root", "conj"})
_POINTING: Final = frozenset({"the", "this", "that", "its"})
_NEW: Final = frozenset({"a", "an", "another", "last", "first", "second", "third", "only", "new", "next", "other"})
_SMALL: Final = frozenset({"village", "hamlet"})
_LARGEST_VILLAGE: Final = 20_000  # people
_KINDS: Final = {PlacePrecision.TOWN: _SETTLED | {"camp"}, PlacePrecision.SITE: _BUILT | _SETTLED}


def held_part(annotated: Annotated, phrase: Phrase | None, link: PlaceLink, *, taken_over: bool) -> PlaceLink:
    """Return the place of a control claim; where only a part of it is held, as the land around and in it.

    Args:
        annotated: the report with its annotation.
        phrase: the words for what is held, None where the claim's own clause has none.
        link: the place that was found for them.
        taken_over: whether the place was found elsewhere in the report than in these words.
    """
    if link.entry is None or link.entry.near == link.entry.name:
        return link
    if taken_over and _INSIDE.match(link.words):
        phrase = None  # "a hospital in X", told elsewhere, is what "it" stands for
    if phrase is not None and not phrase.beside and IN_IT not in link.how:
        sentence = annotated.sentences[phrase.sentence]
        if not _on_one_side(sentence, phrase, link.entry) and _is_whole(sentence, phrase, link.entry, taken_over):
            return link
    entry = replace(link.entry, precision=PlacePrecision.AREA, near=link.entry.name)
    return replace(link, entry=entry, how=f"{link.how}; a part of it")


def _on_one_side(sentence: Sentence, phrase: Phrase, entry: PlaceEntry) -> bool:
    """Tell whether a compass word cuts a part out of what is named: "east Aleppo", "an area in northern Iraq"."""
    known = {word for name in (entry.name, *entry.also) for word in name.lower().split()}
    inside = [token for token in sentence.tokens if phrase.start <= token.start and token.end <= phrase.end]
    return any(one.lemma.lower() in COMPASS - known and other.text.lower() in known for one, other in pairwise(inside))


def _is_whole(sentence: Sentence, phrase: Phrase, entry: PlaceEntry, taken_over: bool) -> bool:
    head = sentence.tokens[phrase.head]
    if head.upos == "PRON":
        meant = _antecedent(sentence, head)
        return meant is None or meant.upos == "PROPN" or (meant.xpos not in _PLURAL and _fits(sentence, meant, entry))
    if taken_over and _is_named(sentence, phrase.head):
        return True
    if taken_over:
        return head.upos == "NOUN" and head.xpos not in _PLURAL and _points_to(sentence, phrase.head, entry)
    if head.upos == "NOUN" and _is_land(sentence, phrase.head, entry):
        return False
    if head.upos == "NOUN":
        another = _is_another(sentence, phrase, entry)
        fits = _is_named(sentence, phrase.head) or (_fits(sentence, head, entry) and not another)
        return fits and head.xpos not in _PLURAL and not _of_a_portion(sentence, head)
    if _goes_on(sentence, phrase.head, entry) or _says_where(sentence, head):
        return False
    above = _above(sentence, head)
    named_by = above if above is not None and above.upos == "NOUN" and _kind(sentence, above) else None
    if named_by is not None and named_by.xpos in _PLURAL and _kind(sentence, named_by) != "town":
        return False  # "the quarters of X" are parts of it, "the towns of X and Y" are those
    return not _of_a_portion(sentence, named_by or head) and (named_by is None or _fits(sentence, named_by, entry))


def _is_land(sentence: Sentence, head: int, entry: PlaceEntry) -> bool:
    """Tell whether a noun of land without a name of its own means some of what is so wide: "territory in Syria"."""
    if entry.precision not in VAST or _kind(sentence, sentence.tokens[head]) not in _LAND:
        return False
    return not any(
        token.head == head and token.upos == "PROPN" and (token.deprel in _NAMING or _case(sentence, token) == "of")
        for token in sentence.tokens
    )


def _says_where(sentence: Sentence, name: Token) -> bool:
    """Tell whether a name only says where something else is: "positions in X"; "a base in rebel-held X" holds X."""
    above, number = _above(sentence, name), sentence.tokens.index(name)
    held = any(token.head == number and token.deprel == "amod" and token.xpos == "VBN" for token in sentence.tokens)
    return above is not None and above.upos == "NOUN" and not held and _case(sentence, name) in _AT


def _case(sentence: Sentence, token: Token) -> str | None:
    number = sentence.tokens.index(token)
    return next((one.lemma.lower() for one in sentence.tokens if one.head == number and one.deprel == "case"), None)


def _goes_on(sentence: Sentence, head: int, entry: PlaceEntry) -> bool:
    """Tell whether the name goes on behind that of the entry: "Tal Omar" is another place than a town called Tal."""
    first, last = head, head
    while first and _is_of_a_name(sentence.tokens[first - 1]):
        first -= 1
    while last + 1 < len(sentence.tokens) and _is_of_a_name(sentence.tokens[last + 1]):
        last += 1
    known = {plain_name(name) for name in (entry.name, *entry.also)}
    names = [plain_name(" ".join(t.text for t in sentence.tokens[first : n + 1])) for n in range(first, last + 1)]
    if names[-1] in known or not known & set(names):
        return False
    behind = sentence.tokens[first + max(n for n, name in enumerate(names) if name in known) + 1]
    return behind.upos == "PROPN" and behind.text.lower() not in place_nouns()


def _is_of_a_name(token: Token) -> bool:
    return token.upos == "PROPN" or token.text in {"-", "–", "'", "’"}


def _antecedent(sentence: Sentence, pronoun: Token) -> Token | None:
    """Return what a pronoun of a place stands for in its sentence: what its relative clause is of, else a place before.

    A place within a phrase about another ("a factory outside X") is passed over, one in another's relative clause too.
    """
    number = sentence.tokens.index(pronoun)
    if pronoun.xpos in _RELATIVE:
        verb = sentence.tokens[pronoun.head]
        return sentence.tokens[verb.head] if verb.deprel == "acl:relcl" and verb.head >= 0 else None
    for token in reversed(sentence.tokens[:number]):
        placed = token.upos == "PROPN" or (token.upos == "NOUN" and _kind(sentence, token) is not None)
        if placed and token.deprel in _ROLES and not _in_relative_clause(sentence, token):
            return token
    return None


def _is_another(sentence: Sentence, phrase: Phrase, entry: PlaceEntry) -> bool:
    """Tell whether a phrase without a name brings up a place of its own: "the last town that they held in X".

    In "Y, the last town that they held" it is Y, and no other that it was traced to.
    """
    inside = [token for token in sentence.tokens if phrase.start <= token.start and token.end <= phrase.end]
    if any(token.upos == "PROPN" for token in inside):
        return False
    head = sentence.tokens[phrase.head]
    if head.deprel == "appos":
        named = sentence.tokens[head.head]
        known = {word for name in (entry.name, *entry.also) for word in plain_name(name).split()}
        return named.upos == "PROPN" and plain_name(named.text) not in known
    return any(token.lemma.lower() in _NEW for token in inside)


def _is_named(sentence: Sentence, head: int) -> bool:
    """Tell whether a noun is said of a name: "X was the last town that they held"."""
    return any(
        token.head == head and token.deprel in {"nsubj", "appos"} and token.upos == "PROPN" for token in sentence.tokens
    )


def _in_relative_clause(sentence: Sentence, token: Token) -> bool:
    return token.head >= 0 and sentence.tokens[token.head].deprel == "acl:relcl"


def _points_to(sentence: Sentence, head: int, entry: PlaceEntry) -> bool:
    """Tell whether a noun points back to a spot that the report named before: "the mountain"."""
    pointing = any(token.head == head and token.lemma.lower() in _POINTING for token in sentence.tokens)
    return pointing and entry.precision in {PlacePrecision.SITE, PlacePrecision.AREA}


def _fits(sentence: Sentence, noun: Token, entry: PlaceEntry) -> bool:
    """Tell whether a noun says the kind of place that an entry is ("the town"); what the gazetteer lacks is of any."""
    if entry.unlisted:
        return True
    if noun.lemma.lower() in _SMALL and entry.population > _LARGEST_VILLAGE:
        return False
    return _kind(sentence, noun) in _KINDS.get(entry.precision, _WIDE)


def _kind(sentence: Sentence, noun: Token) -> str | None:
    nouns, number = place_nouns(), sentence.tokens.index(noun)
    pair = f"{sentence.tokens[number - 1].text.lower()} {noun.lemma.lower()}" if number else ""
    return nouns.get(pair) or nouns.get(noun.text.lower()) or nouns.get(noun.lemma.lower())


def _above(sentence: Sentence, token: Token) -> Token | None:
    """Return the word that a token hangs on as a noun on a noun: the town in "the town of X"."""
    if token.deprel not in {"nmod", "nmod:poss", "compound", "conj"} or token.head < 0:
        return None
    above = sentence.tokens[token.head]
    return _above(sentence, above) if token.deprel == "conj" else above


def _of_a_portion(sentence: Sentence, token: Token) -> bool:
    above = _above(sentence, token)
    return above is not None and above.lemma.lower() in lexicon()["portion"] - _WHOLE
