"""Where and when of a predicate: the phrases that fill a claim's place and time, nearest evidence first."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.predicates import Predicate
from dateline.extract.tree import Tree
from dateline.model.reading import Phrase
from dateline.reference.lexicon import lexicon, time_heads

# In order of how surely the preposition tells where the thing itself happened.
_LOCATIVE: Final = (
    "in",
    "at",
    "on",
    "near",
    "around",
    "inside",
    "within",
    "outside",
    "along",
    "across",
    "throughout",
    "between",
    "against",
    "of",
    "over",
    "into",
    "toward",
    "towards",
    "off",
    "north of",
    "south of",
    "east of",
    "west of",
    "close to",
    "behind",
    "beyond",
    "upon",
    "onto",
    "above",
    "through",
)
_LOCATIVE_SET: Final = frozenset(_LOCATIVE)
_CLAUSE_LOCATIVE: Final = frozenset(_LOCATIVE) - {"of", "against", "between"}
_POINTING: Final = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
SAID: Final = "time of saying"  # "said on Thursday" tells when it was said, hence only until when it happened
_NOT_OF_A_PLACE: Final = frozenset({"from", "to", "by", "after", "during", "with", "for", "since", "including", "as"})
_PLACE_ADVERBS: Final = frozenset({"there", "here", "nearby", "where"})
_TEMPORAL_RELS: Final = frozenset(
    {"obl", "obl:unmarked", "nmod", "nmod:unmarked", "advmod", "nmod:poss", "compound", "amod", "dep", "appos"}
)


def expand_places(tree: Tree, classes: Classes, head: int, *, via: str | None = None) -> list[Phrase]:
    """Return the phrases of the places that a noun phrase names, one a place.

    "the towns of A and B" gives A and B; "X and Y bases" gives both; "the capital, Z" gives Z.

    Args:
        tree: the sentence.
        classes: the report's classes.
        head: the phrase's head.
        via: how it was found, when not by an arc of the claim's own clause.
    """
    named = [
        k for k in tree.children(head, "appos") if "name" in classes.of(tree, k) and "place" in classes.of(tree, k)
    ]
    if named and tree.tokens[head].upos != "PROPN":
        return [tree.phrase(k, via=via) for k in named]
    other = _misjoined(tree, classes, head)
    if other is not None:
        inside = [t for t in tree.subtree(head) if t < other and tree.tokens[t].deprel not in ("cc", "punct")]
        return [tree.span(inside, head, via=via), *expand_places(tree, classes, other, via=via)]
    listed = _listed(tree, classes, head)
    if listed:
        return [phrase for k in listed for phrase in expand_places(tree, classes, k, via=via)]
    if tree.tokens[head].upos == "PROPN":
        return [_spot(tree, head, via)]
    inside = [k for k in tree.children(head, "nmod") if tree.case(k) == "of" and "place" in classes.of(tree, k)]
    members = [c for k in inside for c in tree.conjuncts(k)]
    if len(members) > 1 or (members and tree.tokens[head].xpos == "NNS"):
        return [phrase for c in members for phrase in expand_places(tree, classes, c, via=via)]
    parts = _named_parts(tree, classes, head)
    if len(parts) > 1 and tree.tokens[head].xpos == "NNS":
        return [tree.span(part, part[-1], via=via) for part in parts]
    return [_spot(tree, head, via)]


def _spot(tree: Tree, head: int, via: str | None) -> Phrase:
    """Return a place's phrase without what only tells who took it from whom."""
    return tree.phrase(head, via=via, without=_NOT_OF_A_PLACE)


def _misjoined(tree: Tree, classes: Classes, head: int) -> int | None:
    """Return the next member of a list that the tree hangs on a name inside the first: "a base in A and a port at B"."""
    for token in tree.subtree(head):
        above = tree.head(token)
        if (
            token > head
            and tree.tokens[token].deprel == "conj"
            and above not in (head, -1)
            and tree.tokens[above].upos == "PROPN"
            and tree.tokens[token].upos == "NOUN"
            and "place" in classes.of(tree, token)
            and tree.tokens[head].upos == "NOUN"
        ):
            return token
    return None


def _listed(tree: Tree, classes: Classes, head: int) -> list[int]:
    """Return the members of a list of places behind "including" or "such as", none where there is no such list."""
    out: list[int] = []
    for kid in tree.children(head, "nmod", "obl", "acl"):
        if tree.case(kid) in ("including", "like", "such as") or tree.lemma(kid) == "include":
            members = (
                tree.conjuncts(kid)
                if tree.lemma(kid) != "include"
                else [c for k in tree.children(kid, "obj") for c in tree.conjuncts(k)]
            )
            out.extend(m for m in members if "place" in classes.of(tree, m))
    return out


def _named_parts(tree: Tree, classes: Classes, head: int) -> list[list[int]]:
    """Return the runs of names that stand before a plural noun: "Tall X and Y bases"."""
    below = [t for t in tree.subtree(head) if t < head]
    runs: list[list[int]] = []
    for token in below:
        if tree.tokens[token].upos != "PROPN" or classes.mention_type(tree.index, token) not in ("location", None):
            continue
        if runs and runs[-1][-1] == token - 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs


def places(tree: Tree, classes: Classes, pred: Predicate, names: Iterable[str] = ()) -> tuple[Phrase, ...]:
    """Return where a predicate's happening took place, as phrases; empty where its sentence does not say.

    Looks at the arguments `names` that its pattern holds for places, then its own locative phrases, then those of its clause
    and of the clauses above.

    Args:
        tree: the sentence.
        classes: the report's classes.
        pred: the predicate with its arguments.
        names: argument names in order of preference; "patient.of" is the `of` phrase of the patient.
    """
    for name in names:
        heads = [h for h in argument(tree, pred, name) if _may_be_place(tree, classes, h)]
        if heads:
            return _with_names(tree, classes, pred, heads)
    for name in _LOCATIVE:
        heads = [h for h in pred.get(name) if _is_spot(tree, classes, h)]
        if heads:
            return _phrases(tree, classes, heads)
    beside = [
        heads
        for case in _CLAUSE_LOCATIVE
        if (heads := [h for h in pred.get("clause:" + case) if _is_spot(tree, classes, h)])
    ]
    if beside:
        # Of the verb's own phrases the one right behind the noun is most likely the noun's.
        return _phrases(
            tree, classes, min(beside, key=lambda heads: (heads[0] < pred.token, abs(heads[0] - pred.token)))
        )
    return _from_below(tree, classes, pred) or _from_above(tree, classes, pred)


def _may_be_place(tree: Tree, classes: Classes, head: int) -> bool:
    """Whether a phrase in a slot for places can be one: a place, or a name that is no party's."""
    have = classes.of(tree, head)
    return "place" in have or (tree.tokens[head].upos == "PROPN" and classes.mention_type(tree.index, head) == "person")


def _with_names(tree: Tree, classes: Classes, pred: Predicate, heads: list[int]) -> tuple[Phrase, ...]:
    """Return the places of some heads; an unnamed one ("a checkpoint") together with the name that the clause gives.

    "the base" and the like stay: they point to a place named before.
    """
    found = _phrases(tree, classes, heads)
    if any(_is_named(tree, phrase) for phrase in found):
        return found
    definite = any(_is_definite(tree, phrase.head) for phrase in found)
    for verb in (pred.token, pred.clause):
        for kid in tree.children(verb, "obl", "nmod"):
            if tree.case(kid) in _CLAUSE_LOCATIVE and kid not in heads and _is_spot(tree, classes, kid):
                named = [phrase for phrase in expand_places(tree, classes, kid) if _is_named(tree, phrase)]
                joined = _joined(tree, found[0], named[0]) if len(named) == 1 and len(found) == 1 else None
                if joined is not None:
                    return (joined,)
                if named and not definite:
                    return tuple(named)
    return found


def _is_named(tree: Tree, phrase: Phrase) -> bool:
    return any(t.upos == "PROPN" for t in tree.tokens if phrase.start <= t.start and t.end <= phrase.end)


def _is_definite(tree: Tree, head: int) -> bool:
    return tree.tokens[head].upos == "PRON" or any(
        tree.lemma(k) in _POINTING for k in tree.children(head, "det", "nmod:poss")
    )


def _joined(tree: Tree, spot: Phrase, named: Phrase) -> Phrase | None:
    """Join "a checkpoint" and "Maiduguri" where only a preposition stands between them."""
    between = [t for t in tree.tokens if spot.end <= t.start and t.end <= named.start]
    if not spot.end < named.start or len(between) > 1:
        return None
    return Phrase(spot.sentence, spot.head, spot.start, named.end, tree.text[spot.start : named.end], spot.via)


def _phrases(tree: Tree, classes: Classes, heads: list[int], via: str | None = None) -> tuple[Phrase, ...]:
    return tuple(phrase for head in heads for phrase in expand_places(tree, classes, head, via=via))


def _is_spot(tree: Tree, classes: Classes, head: int) -> bool:
    have = classes.of(tree, head)
    return "place" in have and "time" not in have and not have & {"combatant", "aircraft"}


def argument(tree: Tree, pred: Predicate, name: str) -> list[int]:
    """Return the heads of an argument by its name, `patient.of` being the `of` phrase of the patient.

    Args:
        tree: the sentence.
        pred: the predicate.
        name: an argument's name, of one or two parts.
    """
    first, _, rest = name.partition(".")
    heads = pred.get(first)
    if not rest:
        return heads
    if rest == "poss":
        return [
            c
            for h in heads
            for k in tree.children(h)
            if tree.tokens[k].deprel == "nmod:poss"
            for c in tree.conjuncts(k)
        ]
    if rest == "mod":
        return [k for h in heads for k in tree.children(h, "compound", "amod")]
    return [
        c for h in heads for k in tree.children(h, "nmod", "obl") if tree.case(k) == rest for c in tree.conjuncts(k)
    ]


def _from_below(tree: Tree, classes: Classes, pred: Predicate) -> tuple[Phrase, ...]:
    """Look at the places inside the arguments themselves: "struck a market in X", "killed fighters near Y"."""
    for name, heads in pred.args.items():
        for head in () if name.startswith("clause:") else heads:
            for kid in _nested(tree, head):
                if tree.case(kid) in _CLAUSE_LOCATIVE and _is_spot(tree, classes, kid):
                    return tuple(expand_places(tree, classes, kid))
            for clause in tree.children(head, "acl"):
                for kid in tree.children(clause, "obl"):
                    if (
                        tree.lemma(clause) in lexicon()["situate_verb"]
                        and tree.case(kid) in _CLAUSE_LOCATIVE
                        and _is_spot(tree, classes, kid)
                    ):
                        return tuple(expand_places(tree, classes, kid))
    for kid in tree.children(pred.token, "advmod"):
        if tree.lemma(kid) in _PLACE_ADVERBS:
            return (tree.phrase(kid),)
    return ()


def _nested(tree: Tree, head: int) -> Iterator[int]:
    """Yield the `nmod` phrases of a noun and of those phrases in turn: "a column of traders near X"."""
    for kid in tree.children(head, "nmod"):
        yield kid
        yield from _nested(tree, kid)


def _from_above(tree: Tree, classes: Classes, pred: Predicate) -> tuple[Phrase, ...]:
    """Look at the locative phrases of the clauses that hold the predicate, inner first."""
    for verb in _clauses(tree, pred):
        for kid in tree.children(verb, "obl", "nmod"):
            if tree.case(kid) in _CLAUSE_LOCATIVE and _is_spot(tree, classes, kid):
                return tuple(expand_places(tree, classes, kid, via="clause above"))
        for kid in tree.children(verb, "advmod"):
            if tree.lemma(kid) in _PLACE_ADVERBS and tree.lemma(kid) != "where":
                return (tree.phrase(kid, via="clause above"),)
        if tree.tokens[verb].deprel == "acl:relcl" and tree.head(verb) >= 0:
            noun = tree.head(verb)
            if any(tree.lemma(k) == "where" for k in tree.children(verb, "advmod")) and _is_spot(tree, classes, noun):
                return tuple(expand_places(tree, classes, noun, via="relative clause"))
    return ()


def _clauses(tree: Tree, pred: Predicate) -> Iterator[int]:
    yield pred.clause
    above = list(tree.ancestors(pred.clause))
    for one in above:
        if tree.tokens[one].upos in ("VERB", "AUX", "NOUN", "ADJ"):
            yield one


def times(tree: Tree, classes: Classes, pred: Predicate) -> tuple[Phrase, ...]:
    """Return the phrases that tell when a predicate's happening took place, nearest first.

    Args:
        tree: the sentence.
        classes: the report's classes.
        pred: the predicate with its arguments.
    """
    own = _temporal(tree, classes, pred.token)
    if own:
        return own
    for verb in _clauses(tree, pred):
        found = _temporal(tree, classes, verb, via=None if verb == pred.clause else "clause above")
        if tree.lemma(verb) in lexicon()["say_verb"]:
            found = tuple(_of_saying(tree, pred, verb, phrase) for phrase in found)
        if found:
            return found
    return ()


def _of_saying(tree: Tree, pred: Predicate, verb: int, phrase: Phrase) -> Phrase:
    """Mark a verb of saying's time as such, unless it stands before the content that the verb follows.

    In "Since Tuesday, the clashes have left 12 dead, the group said" the tree may tie the time to "said".
    """
    saying, told = tree.tokens[verb].start, tree.tokens[pred.token].start
    if phrase.start < told < saying or tree.case(phrase.head) == "since":
        return replace(phrase, via="clause above")
    return replace(phrase, via=SAID)


def _temporal(tree: Tree, classes: Classes, token: int, via: str | None = None) -> tuple[Phrase, ...]:
    found = []
    for kid in tree.children(token):
        if tree.tokens[kid].deprel not in _TEMPORAL_RELS or not is_time(tree, classes, kid):
            continue
        inside = [t for t in tree.subtree(kid) if not _cut_off(tree, t, kid)]
        found.append(tree.span(_with_case(tree, inside, kid), kid, via=via))
    return tuple(found)


def _cut_off(tree: Tree, token: int, top: int) -> bool:
    """Whether a token lies in a clause below a phrase of time rather than in the phrase."""
    while token != top:
        if tree.tokens[token].deprel in ("acl:relcl", "acl", "conj", "cc", "advcl", "parataxis", "appos"):
            return True
        token = tree.head(token)
    return False


def _with_case(tree: Tree, inside: list[int], head: int) -> list[int]:
    """Keep the phrase's own preposition: "since Sunday" is not "Sunday"."""
    return sorted({*inside, *tree.children(head, "case")})


def is_time(tree: Tree, classes: Classes, token: int) -> bool:
    """Return whether a phrase tells a time: its head is a word of time, or "ago" and the like stand with it.

    Args:
        tree: the sentence.
        classes: the report's classes.
        token: the phrase's head.
    """
    lemma = tree.lemma(token)
    if lemma in time_heads() or tree.tokens[token].text.lower() in time_heads():
        return True
    if lemma in ("ago", "recently", "previously"):
        return lemma == "ago"
    return (
        len(lemma) == 4
        and lemma.isdigit()
        and lemma[:2] in ("19", "20")
        and tree.case(token) in ("in", "since", "of", "")
    )
