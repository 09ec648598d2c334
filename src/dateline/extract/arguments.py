"""A predicate with its arguments, and the arguments by their names, as patterns speak of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from dateline.extract.tree import Tree

_NOT_HELD: Final = frozenset({"clause", "self", "particle", "aim", "first"})  # made when they are asked for


@dataclass(slots=True)
class Predicate:
    """A verb or event noun, `token`, with its arguments by name.

    `args` maps "agent", "patient", "recipient" and each preposition ("in", "on", "between" …) to head tokens; "of",
    "poss" and "mod" (compounds and adjectives) too for nouns. `clause` is the verb that carries it.
    """

    token: int
    clause: int
    passive: bool = False
    args: dict[str, list[int]] = field(default_factory=dict)

    def add(self, name: str, tokens: list[int]) -> None:
        """Add tokens to an argument, each once."""
        have = self.args.setdefault(name, [])
        have.extend(t for t in tokens if t not in have)

    def get(self, name: str) -> list[int]:
        """Return the heads of an argument, empty where it has none."""
        return self.args.get(name, [])


def argument(tree: Tree, pred: Predicate, name: str) -> list[int]:
    """Return the heads of an argument by its name.

    "patient.of" is the `of` phrase of the patient, "first" the first of several patients, "clause" the verb that
    carries a noun, "self" the predicate's own word, "particle" the "down" of "shot down", "aim" the verb of "agreed to
    halt the fighting" and "aim.patient" its object.

    Args:
        tree: the sentence.
        pred: the predicate.
        name: an argument's name, of one or two parts.
    """
    if name not in _NOT_HELD and "." not in name:
        return pred.get(name)
    first, _, rest = name.partition(".")
    if name in ("clause", "self"):
        return [pred.clause if name == "clause" else pred.token]
    if name == "particle":
        return tree.children(pred.token, "compound:prt")
    if first == "aim":
        return _aims(tree, pred.token, rest)
    heads = pred.get("patient")[:1] if first == "first" else pred.get(first)
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


def _aims(tree: Tree, verb: int, rest: str) -> list[int]:
    """Return the verbs that complete another ("agreed to halt and withdraw"), or the heads of an argument of theirs."""
    completing = tree.children(verb, "xcomp") or [
        kid for kid in tree.children(verb, "advcl") if any(tree.words[k] == "to" for k in tree.children(kid, "mark"))
    ]  # "agreed on Monday to halt": trees take what stands behind a day for a purpose
    verbs = [one for kid in completing for one in tree.conjuncts(kid)]
    if not rest:
        return verbs
    if rest == "patient":
        return [one for each in verbs for kid in tree.children(each, "obj") for one in tree.conjuncts(kid)]
    return [kid for each in verbs for kid in tree.children(each, "obl") if tree.case(kid) == rest]


def clauses(tree: Tree, pred: Predicate) -> Iterator[int]:
    """Yield the clause that carries a predicate, then those above it, the inner first."""
    yield pred.clause
    above = list(tree.ancestors(pred.clause))
    for one in above:
        if tree.tokens[one].upos in ("VERB", "AUX", "NOUN", "ADJ"):
            yield one
