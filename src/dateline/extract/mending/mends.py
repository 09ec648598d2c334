"""Mending trees where parsers go wrong in the same way again and again in news: headline verbs, "denied reports that".

Each mend asks for a shape that English hardly has otherwise, so that a right tree is left alone. Only the extraction
sees the mended tree; what `dateline annotate` shows stays the parser's own.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.lemmas import lemma_of
from dateline.extract.mending.active_voice import with_active_verbs
from dateline.extract.mending.buried_pasts import with_buried_past
from dateline.extract.mending.comma_names import with_regions
from dateline.extract.mending.compound_verbs import with_compound_verbs
from dateline.extract.mending.glued_subjects import with_counted_subjects
from dateline.extract.mending.headline_passives import with_headline_passive
from dateline.extract.mending.headlines import headline_verb, with_headline_verb
from dateline.extract.mending.joined_clauses import (
    with_days_apart,
    with_earlier_deeds,
    with_outcomes,
    with_second_subjects,
)
from dateline.extract.mending.numbered_points import with_point_number
from dateline.extract.mending.particles import with_back, with_particles
from dateline.extract.mending.reattached import (
    with_cases,
    with_joined_verbs,
    with_listed_objects,
    with_told_subjects,
    with_verbal_nouns,
)
from dateline.extract.mending.reduced import with_laden, with_main_verb
from dateline.extract.mending.speaking import with_speakers
from dateline.extract.mending.tagging import with_tags, with_the_party
from dateline.model.annotated import Token

_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_SAID: Final = frozenset({"deny", "reject", "dismiss", "confirm", "refute", "discount"})
_WORDS_OF: Final = frozenset({"reports", "claims"})
_DEAD: Final = frozenset({"dead", "DEAD"})
_SHOT: Final = frozenset({"shot", "shoot", "shoots", "shooting", "struck", "stabbed", "left"})
_NAMES: Final = frozenset({"flat", "flat:name"})
_CALLED: Final = frozenset(
    {
        "call",
        "describe",
        "term",
        "label",
        "dub",
        "brand",
        "deem",
        "characterise",
        "characterize",
        "consider",
        "appear",
        "seem",
    }
)
_OF_FORCES: Final = frozenset({"defence", "defense", "security", "police", "armed", "military"})
_FORCES: Final = frozenset({"forces", "force", "services", "personnel"})
_AIMED: Final = frozenset({"into", "at", "against"})
_LOADED: Final = frozenset({"pack", "load", "lade", "fill", "rig", "stuff", "cram", "carry", "strap"})
_DRIVEN: Final = frozenset({"drive", "ram", "crash", "plough", "plow", "slam", "steer", "detonate", "explode"})
_GIVEN: Final = frozenset({"obj", "xcomp", "obl", "ccomp"})
_OF_THE_WHOLE: Final = frozenset({"obl", "advcl", "punct", "obl:unmarked"})


def mended(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens of a sentence with its tree mended, the same tokens where nothing is wrong.

    Args:
        tokens: the sentence's tokens with the parser's heads and relations.
    """
    return with_speakers(_mended(with_headline_passive(with_main_verb(with_buried_past(with_point_number(tokens))))))


def _mended(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    tokens = with_listed_objects(with_verbal_nouns(with_tags(with_laden(tokens))))
    tokens = with_joined_verbs(with_cases(with_told_subjects(tokens)))
    tokens = with_particles(with_active_verbs(with_the_party(tokens)))
    tokens = _with_what_is_called(with_compound_verbs(tokens))
    tokens = with_earlier_deeds(with_outcomes(with_back(with_days_apart(tokens))))
    tokens = with_second_subjects(with_regions(_with_aims(_with_clauses(tokens))))
    tokens = with_counted_subjects(tokens)
    root = next((n for n, token in enumerate(tokens) if token.head < 0), -1)
    if root < 0:
        return tokens
    dated = not root and tokens[root].upos == "NUM"  # "30 Aug. ANSF retake A"
    if (dated or tokens[root].upos in _NOUNS) and (verb := headline_verb(tokens)):
        return with_headline_verb(tokens, root, verb)
    if tokens[root].text.lower() in _WORDS_OF and tokens[root].upos == "VERB" and _is_denied(tokens, root):
        return _with_words_denied(tokens, root)
    return _with_objects(_with_joined_adjectives(_with_joined_forces(_with_doers(tokens))))


def _with_doers(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Mend a doer that the tree takes for a second object: "after days of fighting the army planted its flag"."""
    wrong = {
        n
        for n, token in enumerate(tokens)
        if token.deprel == "obj" and token.upos in _NOUNS and n < token.head and tokens[token.head].xpos == "VBD"
        if any(k > token.head for k in _below(tokens, token.head, "obj"))
        if not _below(tokens, token.head, "nsubj", "nsubj:pass", "csubj")
    }
    return tuple(replace(t, deprel="nsubj") if n in wrong else t for n, t in enumerate(tokens)) if wrong else tokens


def _with_joined_adjectives(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give "Azeri and Armenian forces" one subject: the tree takes the adjectives for a subject beside the noun."""
    for number, token in enumerate(tokens):
        if token.deprel != "nsubj" or token.upos != "ADJ":
            continue
        last = max((n for n, other in enumerate(tokens) if other.head == number and other.deprel == "conj"), default=0)
        noun = tokens[last + 1] if last and last + 1 < len(tokens) else token
        if noun.upos == "NOUN" and noun.deprel == "nsubj" and noun.head == token.head:
            joined = replace(token, head=last + 1, deprel="amod")
            return (*tokens[:number], joined, *tokens[number + 1 :])
    return tokens


def _with_joined_forces(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Make one party of "the Defence and Security Forces", of which the tree makes three."""
    for first, token in enumerate(tokens[:-3]):
        if token.text.lower() not in _OF_FORCES or tokens[first + 1].text.lower() not in ("and", "&"):
            continue
        last = first + 3
        if tokens[first + 2].text.lower() not in _OF_FORCES or tokens[last].text.lower() not in _FORCES:
            continue
        if tokens[last].head not in (first, first + 2):
            continue
        out = [replace(t, head=last) if t.head == first and not first < n < last else t for n, t in enumerate(tokens)]
        out[last] = replace(tokens[last], head=token.head, deprel=token.deprel)
        out[first] = replace(token, head=last, deprel="compound")
        out[first + 2] = replace(tokens[first + 2], head=first, deprel="conj")
        return tuple(out)
    return tokens


def _is_denied(tokens: Sequence[Token], verb: int) -> bool:
    """Whether "reports" is what was denied: "the source denied reports that" is no source which reports."""
    before = tokens[verb - 1] if verb >= 2 else None
    return (
        before is not None
        and before.xpos in ("VBN", "VBD")
        and before.deprel == "acl"
        and lemma_of(before.text, before.lemma) in _SAID
        and tokens[before.head].head == verb
    )


def _with_words_denied(tokens: tuple[Token, ...], noun: int) -> tuple[Token, ...]:
    verb = noun - 1
    subject = tokens[verb].head
    out: list[Token] = []
    for number, token in enumerate(tokens):
        if number == noun:
            out.append(replace(token, upos="NOUN", xpos="NNS", lemma=token.text.lower()[:-1], head=verb, deprel="obj"))
        elif number == verb:
            out.append(replace(token, xpos="VBD", head=-1, deprel="root"))
        elif number == subject:
            out.append(replace(token, head=verb, deprel="nsubj"))
        elif token.head == noun:
            clause = token.deprel == "ccomp"
            out.append(replace(token, deprel="acl") if clause else replace(token, head=verb))
        else:
            out.append(token)
    return tuple(out)


def _with_what_is_called(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Put what something is called in the place of the "what": "struck what the army described as a base"."""
    for what, token in enumerate(tokens):
        if token.text not in ("what", "What", "WHAT") or token.head < 0:
            continue
        verb = next(
            (n for n in _below(tokens, what, "acl:relcl") if lemma_of(tokens[n].text, tokens[n].lemma) in _CALLED), -1
        )
        named = (
            next((n for n in _below(tokens, verb, *_GIVEN) if n > verb and tokens[n].upos in _NOUNS), -1)
            if verb >= 0
            else -1
        )
        if named >= 0:
            tokens = _called(tokens, what, verb, named)
    return tokens


def _with_clauses(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Mend a verb with an object behind its doer that the tree takes for an adjective: "gunmen dislodged troops"."""
    wrong = {
        n
        for n, token in enumerate(tokens)
        if token.deprel == "amod" and token.upos == "VERB" and 0 <= token.head < n and _below(tokens, n, "obj")
    }
    return tuple(replace(t, deprel="acl:relcl") if n in wrong else t for n, t in enumerate(tokens)) if wrong else tokens


def _with_aims(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give a verb of driving the "into" that the tree ties to the load: "drove a car packed with bombs into a gate"."""
    driven: dict[int, int] = {}
    for number, token in enumerate(tokens):
        packed = tokens[token.head] if token.head >= 0 and token.deprel in ("obl", "nmod") else None
        if packed is None or packed.upos != "VERB" or packed.head < 0 or packed.deprel not in ("acl", "advcl"):
            continue
        marks = {tokens[k].text.lower() for k in _below(tokens, number, "case")}
        if not marks & _AIMED or lemma_of(packed.text, packed.lemma) not in _LOADED:
            continue
        drove = next((n for n in (packed.head, tokens[packed.head].head) if n >= 0 and _drives(tokens[n])), -1)
        if drove >= 0:
            driven[number] = drove
    if not driven:
        return tokens
    return tuple(replace(t, head=driven[n], deprel="obl") if n in driven else t for n, t in enumerate(tokens))


def _drives(token: Token) -> bool:
    return token.upos == "VERB" and lemma_of(token.text, token.lemma) in _DRIVEN


def _below(tokens: Sequence[Token], head: int, *rels: str) -> list[int]:
    return [n for n, token in enumerate(tokens) if token.head == head and token.deprel in rels]


def _called(tokens: tuple[Token, ...], what: int, verb: int, named: int) -> tuple[Token, ...]:
    """Hang the name where "what" hung, with its preposition; what stood behind the name goes to the verb above."""
    out: list[Token] = []
    for number, token in enumerate(tokens):
        if number == named:
            out.append(replace(token, head=tokens[what].head, deprel=tokens[what].deprel))
        elif number == what:
            out.append(replace(token, head=verb, deprel="obj"))
        elif number == verb:
            out.append(replace(token, head=named, deprel="parataxis"))
        elif token.head == what and number < what:
            out.append(replace(token, head=named))
        elif token.head == named and token.deprel in ("case", "cop", "mark"):
            out.append(replace(token, head=verb, deprel="mark"))
        elif token.head == verb and number > named and token.deprel in _OF_THE_WHOLE:
            out.append(replace(token, head=tokens[what].head))
        else:
            out.append(token)
    return tuple(out)


def _with_objects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Mend a verb's objects: a name that the tree makes part of the verb, "dead" that it hangs on those shot."""
    named: dict[int, int] = {}
    dead = set()
    for number, token in enumerate(tokens):
        if token.deprel in _NAMES and token.head < number and token.upos == "PROPN":
            if (verb := _crossed(tokens, token.head, number)) is not None:
                named[number] = verb
        elif token.deprel == "amod" and token.text in _DEAD and tokens[number - 1].text.lower() in _SHOT:
            dead.add(number)
    if not named and not dead:
        return tokens
    return tuple(
        replace(token, head=named[number], deprel="obj")
        if number in named
        else replace(token, head=number - 1, deprel="xcomp")
        if number in dead
        else token
        for number, token in enumerate(tokens)
    )


def _crossed(tokens: Sequence[Token], head: int, number: int) -> int | None:
    """Return the verb at or right behind which a part of a name stands: "Boko Haram overran Gamboru"."""
    if tokens[head].upos == "VERB":
        return head
    return number - 1 if number - 1 > head and tokens[number - 1].xpos == "VBD" else None
