"""Parts: what a named person does in a sentence: is harmed, tells what they saw, is a child, or holds an office."""

import re
from collections.abc import Iterator, Sequence
from enum import Flag, auto
from typing import Final

from dateline.export.hiding.found import Name
from dateline.export.hiding.roles import roles
from dateline.model.annotated import Annotated, Token
from dateline.reference.actors import actor_book, actors_named
from dateline.reference.actors_keys import key

AGE: Final = re.compile(
    r"\s*(?:,\s*(?:aged?\s+)?\d{1,3}(?=\s*[,;.)]|\s+and\b)|\(\s*(?:aged?\s+)?\d{1,3}\s*\)|,?\s+aged\s+\w+)"
)
YEARS: Final = re.compile(r"\s*,?\s*(?:an?|the)\s+[\w-]+[- ](?:years?|months?|days?)[- ]old")
YEARS_BEFORE: Final = re.compile(r"(?:years?|months?|days?)[- ]old\s+(?:[a-z]+\s+){0,2}$", re.IGNORECASE)
NUMBER: Final = re.compile(r"\d+")
ADULT: Final = 18
_BESIDE: Final = 7  # tokens after a comma in which a word tells who somebody is
_KNOWN_ROLES: Final = frozenset({"leader", "surname", "name", "capital", "adjective"})


class Part(Flag):
    """What is told of a named person."""

    NOTHING = 0
    PERSON = auto()  # a person, not a place or a group
    HARMED = auto()
    HIT = auto()  # harmed by what a verb says of the name, as a place can be too
    SAW = auto()
    CHILD = auto()
    PUBLIC = auto()
    KNOWN = auto()  # the reference has the name: a leader of a state, the head of a group
    ELSEWHERE = auto()  # called something else by a mention, or named as where something is


SURE: Final = Part.HARMED | Part.SAW | Part.CHILD
PRIVATE: Final = SURE | Part.HIT


def part_of(annotated: Annotated, name: Name) -> Part:
    """Return what a sentence tells of a name in it."""
    text = annotated.report.text
    tokens = annotated.sentences[name.sentence].tokens
    found = Part.PERSON if name.told else Part.NOTHING
    if name.other or _is_where(tokens, name):
        found |= Part.ELSEWHERE
    if known(name.text):
        found |= Part.KNOWN
    for told in (_age(text, name), _before(tokens, name), _behind(tokens, name)):
        found |= told
    return found if name.other else found | _arcs(tokens, name)


def _is_where(tokens: Sequence[Token], name: Name) -> bool:
    """Whether a preposition of place stands before a name: "in Binnish"."""
    before = tokens[name.first - 1] if name.first else None
    return before is not None and before.upos == "ADP" and before.text.casefold() in roles().place


def known(name: str) -> bool:
    """Say whether the reference has a name: as an actor, a country or a head of state or government."""
    if actors_named(name):
        return True
    spelled = key(name)
    spellings = actor_book().spellings.get(spelled[0] if spelled else "", {})
    found = spellings.get(spelled[1] if len(spelled) > 1 else "", ())
    return any(one.rest == spelled[1:] and sense.role in _KNOWN_ROLES for one in found for sense in one.senses)


def _age(text: str, name: Name) -> Part:
    after, before = text[name.end : name.end + 40], text[max(name.start - 40, 0) : name.start]
    found = AGE.match(after) or YEARS.match(after)
    if found:
        years = NUMBER.search(found[0])
        young = (years is not None and int(years[0]) < ADULT) or "month" in found[0] or "day" in found[0]
        return Part.PERSON | (Part.CHILD if young else Part.NOTHING)
    return Part.PERSON if YEARS_BEFORE.search(before) else Part.NOTHING


def _before(tokens: Sequence[Token], name: Name) -> Part:
    """Return what the words right before a name say: "resident", "his son", "Colonel", "named"."""
    found, at = Part.NOTHING, name.first - 1
    ahead = " ".join(token.text.casefold() for token in tokens[max(at - 1, 0) : name.first])
    if any(ahead == word or ahead.endswith(f" {word}") for word in roles().naming):
        found |= Part.PERSON | Part.HARMED
    if at >= 1 and tokens[at].text.casefold() == "of" and _word(tokens[at - 1]) in roles().remains | roles().relative:
        return found | Part.PERSON | Part.HARMED
    while at >= 0 and (tokens[at].text in {",", "-", "."} or tokens[at].upos in {"PROPN", "NOUN", "ADJ"}):
        found |= meaning(tokens[at])
        if tokens[at].text == "," or name.first - at > 3 or found:
            break
        at -= 1
    if at >= 1 and tokens[at].text == "," and tokens[at].end <= name.start:
        found |= _noun_before_comma(tokens, at, tokens[name.first])
    return found


def _noun_before_comma(tokens: Sequence[Token], at: int, name: Token) -> Part:
    """Return what "a girl, Amina," says; an office counts where the tree says that the name is its holder's."""
    told = meaning(tokens[at - 1]) if tokens[at - 1].upos in {"NOUN", "PROPN"} else Part.NOTHING
    return told if name.head == at - 1 else told & ~Part.PUBLIC


def _behind(tokens: Sequence[Token], name: Name) -> Part:
    """Return what words behind a name say: ", a teacher", ", commander of", "'s body"."""
    after = tokens[name.after : name.after + 1]
    if after and after[0].text in {"'s", "’s", "'", "’"}:
        owned = next((token for token in tokens[name.after + 1 : name.after + 4] if token.upos == "NOUN"), None)
        return Part.PERSON | Part.HARMED if owned and _word(owned) in roles().remains else Part.NOTHING
    if not after or after[0].text not in {",", "(", "–", "—"}:
        return Part.NOTHING
    near = tokens[name.after + 1 : name.after + 1 + _BESIDE]
    if not near or not (near[0].upos == "DET" or _is_beside(near, name)):
        return Part.NOTHING  # "in Syria, doctors said": the next clause begins
    for token in near:
        if token.text in {",", ")", "–", "—"} or token.upos == "VERB":
            break
        if told := meaning(token):
            return told
    return Part.NOTHING


def _is_beside(near: Sequence[Token], name: Name) -> bool:
    """Whether the tree says that words behind a name tell who bears it."""
    own = range(name.first, name.after)
    return any(token.deprel == "appos" and token.head in own and meaning(token) for token in near)


def meaning(token: Token) -> Part:
    """Return what a word for people says of whom it names."""
    if token.upos not in {"NOUN", "PROPN"}:
        return Part.NOTHING
    words, lists = {_word(token), token.text.casefold(), f"{token.text.casefold()}."}, roles()
    if words & lists.child:
        return Part.PERSON | Part.CHILD
    if words & (lists.victim | lists.relative):
        return Part.PERSON | Part.HARMED
    if words & lists.witness:
        return Part.PERSON | Part.SAW
    if words & lists.public:
        return Part.PERSON | Part.PUBLIC
    return Part.PERSON if words & lists.person else Part.NOTHING


def _arcs(tokens: Sequence[Token], name: Name) -> Part:
    """Return what the verb says that a name hangs on: "X was killed", "killing X", "X died"."""
    for token, deprel in _standing_in(tokens, name):
        if token.upos not in {"VERB", "NOUN", "ADJ"}:
            continue
        harmed = deprel in {"obj", "nsubj:pass"} and _word(token) in roles().harm
        if harmed or (deprel.startswith("nsubj") and _word(token) in roles().suffer):
            return Part.HIT
    return Part.NOTHING


def _standing_in(tokens: Sequence[Token], name: Name) -> Iterator[tuple[Token, str]]:
    """Yield the heads that a name hangs on, with its relation, through lists and appositions."""
    at = next((n for n in range(name.first, name.after) if not name.first <= tokens[n].head < name.after), name.first)
    for _ in range(len(tokens)):
        token = tokens[at]
        if token.head < 0:
            return
        yield tokens[token.head], token.deprel
        if token.deprel.partition(":")[0] not in {"conj", "appos", "flat", "compound", "list", "dep", "parataxis"}:
            return
        at = token.head


def with_companions(annotated: Annotated, told: Sequence[tuple[Name, Part]]) -> list[tuple[Name, Part]]:
    """Return names with what is told of them or of those that they are listed with: "the children, Rami and Dana"."""
    found = []
    for name, part in told:
        tokens = annotated.sentences[name.sentence].tokens
        standing = list(_standing_in(tokens, name))
        heads = {id(head) for head, deprel in standing if deprel == "conj"}
        beside = Part.NOTHING
        for head, deprel in standing:
            if deprel in {"conj", "appos"} and head.upos == "NOUN":
                beside |= meaning(head) & (PRIVATE | Part.PERSON | (Part.PUBLIC if deprel == "appos" else Part.NOTHING))
        for other, theirs in told:
            same = other.sentence == name.sentence
            if same and any(id(tokens[at]) in heads for at in range(other.first, other.after)):
                beside |= theirs & (PRIVATE | Part.PERSON)
        found.append((name, part | beside))
    return found


def _word(token: Token) -> str:
    return (token.lemma or token.text).casefold()
