"""The words of a part of a phrase as the lexicons know them, and the core among them that names the party."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.model.annotated import Token
from dateline.reference.actors_keys import fold
from dateline.reference.actors_words import PartyClass, lexicon
from dateline.resolve.actors.parts import Part, Scene

_HYPHENS: Final = frozenset({"-", "–", "‑"})
_LINKS: Final = frozenset({"of", "from", "to", "for", "with", "by", "within"})
_TURNED: Final = frozenset({"anti", "pro", "ex", "non"})  # a prefix that makes of a word something else
_LOYAL: Final = frozenset({"loyal", "allied", "close", "affiliated", "faithful", "belonging", "aligned"})
LEFT: Final = frozenset({"defector", "deserter", "mutineer", "renegade"})
"""Who was an army's, and is no more."""
_SKIPPED: Final = frozenset({"DET", "PUNCT", "NUM"})


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a part, or a compound with hyphens: `forms` are what it may be looked up by, lemma last."""

    index: int
    text: str
    forms: tuple[str, ...]
    upos: str

    def within(self, words: frozenset[str]) -> bool:
        """Say whether any form of the word is one of `words`."""
        return any(form in words for form in self.forms)


def singular(text: str) -> str:
    """Return a plural without its ending; a rough guess, for words that the tagger did not know."""
    if text.endswith("ies") and len(text) > 4:
        return f"{text[:-3]}y"
    return text[:-1] if text.endswith("s") and not text.endswith("ss") and len(text) > 3 else text


def _term(index: int, tokens: Sequence[Token]) -> Term:
    texts = [fold(token.text) for token in tokens]
    joined = "".join(texts)
    forms = dict.fromkeys(
        (joined, "".join([*texts[:-1], singular(texts[-1])]), "".join([*texts[:-1], fold(tokens[-1].lemma)]))
    )
    return Term(index, joined, tuple(forms), tokens[-1].upos)


def read_terms(scene: Scene, sentence: int, words: Sequence[int]) -> list[Term]:
    """Return the terms of some tokens, compounds joined; those that only mark ("rebel-held") are left out."""
    tokens, particles = scene.tokens(sentence), lexicon().particles
    terms: list[Term] = []
    at = 0
    while at < len(words):
        index, last = words[at], at
        while last + 2 < len(words) and tokens[words[last + 1]].text in _HYPHENS and words[last + 2] == words[last] + 2:
            last += 2
        group = tokens[index : words[last] + 1] if last > at else tokens[index : index + 1]
        if last == at:
            terms.append(_term(index, group))
        else:
            term = _term(words[last], group)
            known = lexicon()
            ends = fold(group[-1].text)
            listed = any(form in known.state or form in known.words for form in term.forms)
            if listed and (begins := _begins_name_ended_by(scene, sentence, index)) is not None:
                terms = [one for one in terms if one.index < begins]
                at = last + 1
                continue  # "an Islamic State-backed faction" is backed by no state
            if listed or fold(group[0].text) in _TURNED:
                terms.append(term)
            elif ends not in particles["marks"]:
                terms += [_term(words[n], tokens[words[n] : words[n] + 1]) for n in range(at, last + 1, 2)]
        at = last + 1
    return terms


def _begins_name_ended_by(scene: Scene, sentence: int, word: int) -> int | None:
    """Return the first token of the known name that a word ends, None where it ends none."""
    return next((hit.first for hit in scene.names[sentence] if hit.first < word <= hit.last), None)


def cores(terms: list[Term], covered: frozenset[int] = frozenset()) -> Iterator[list[Term]]:
    """Yield the runs of terms that may name the party, the likeliest first.

    "dozens of rebels" is the rebels; "fighters from the X" is X if X is a party, else the fighters. Names are not cut:
    `covered` are the tokens that known names cover.
    """
    particles = lexicon().particles
    links = (n for n, term in enumerate(terms) if n and term.text in _LINKS and term.index not in covered)
    link = next((n for n in links if terms[n].upos in {"ADP", "SCONJ", "PART"}), None)
    if link is None:
        yield terms
        return
    head = next((term for term in reversed(terms[:link]) if term.text not in _LOYAL), None)
    if head is not None and head.within(LEFT) and terms[link].text == "from":
        yield terms[:link]  # "defectors from the army" are of it no more
        return
    if any(term.index in covered for term in terms[:link]):
        head = None  # "the Front's positions north of the base" are the Front's
    partitive = head is not None and terms[link].text == "of" and head.within(particles["partitives"])
    if partitive or (head is not None and (_follows(head) or head.upos == "NUM")):
        yield from cores(terms[link + 1 :], covered)
    if not partitive:
        yield terms[:link]


def _follows(head: Term) -> bool:
    """Say whether a noun is of people who belong to what "of" or "from" after it names."""
    return head.within(lexicon().particles["followers"]) or find_party([head], lexicon().words) is not None


def head_of(core: list[Term]) -> Term | None:
    """Return the head of a core: its last noun, or its last word but marks."""
    nouns = [term for term in core if term.upos in {"NOUN", "PROPN", "PRON"}]
    if nouns:
        return nouns[-1]
    rest = [term for term in core if term.upos not in _SKIPPED]
    return rest[-1] if rest else None


def find_party(
    core: list[Term], table: dict[str, PartyClass], covered: frozenset[int] = frozenset()
) -> PartyClass | None:
    """Return the party of the lowest rank that words of a core name in a table, pairs of words included."""
    best: PartyClass | None = None
    for number, term in enumerate(core):
        if term.index in covered:
            continue
        before = core[number - 1].text if number else ""
        before2 = f"{core[number - 2].text} {before}" if number > 1 else ""
        for form in term.forms:
            for candidate in (form, f"{before} {form}", f"{before2} {form}"):
                party = table.get(candidate)
                if party is not None and (best is None or party.rank < best.rank):
                    best = party
    return best


def is_definite(terms: list[Term]) -> bool:
    """Say whether a part speaks of something already told of: "the", "these", "the same"."""
    return bool(terms) and terms[0].text in {"the", "these", "those", "this", "that", "same", "such", "said"}


def is_counted(terms: list[Term]) -> bool:
    """Say whether a part has a number before its noun ("three Americans")."""
    return any(term.upos == "NUM" for term in terms)


def part_terms(scene: Scene, part: Part) -> list[Term]:
    """Return the terms of a part with those lent to it."""
    return read_terms(scene, part.sentence, (*part.words, *part.lent))
