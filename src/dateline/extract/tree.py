"""A sentence's dependency tree, with the walks that reading it needs."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.extract.lemmas import lemma_of
from dateline.extract.mending.mends import mended
from dateline.model.annotated import Sentence, Token
from dateline.model.reading import Phrase
from dateline.reference.lexicon import time_heads

if TYPE_CHECKING:
    from dateline.extract.predicates import Predicate

# Dependents that say something about a noun phrase rather than name it; its phrase leaves them out.
_ASIDES = frozenset(
    {"acl:relcl", "acl", "advcl", "parataxis", "punct", "cc", "conj", "appos", "ccomp", "orphan", "dep"}
)
_EDGES = frozenset({"case", "punct", "cc", "mark"})  # a possessive's "'s" is a case too


@lru_cache(maxsize=256)
def base(deprel: str) -> str:
    """Return a relation without its subtype: `nsubj:pass` gives `nsubj`."""
    return deprel.partition(":")[0]


def _is_month(token: Token) -> bool:
    """Whether a word is the month, that is no march of people."""
    return token.text == "March" and token.upos == "PROPN"


class Tree:
    """The tree of one sentence; tokens are named by their index within it.

    Args:
        sentence: the annotated sentence.
        index: the sentence's number within the report.
        text: the whole text of the report, to which token offsets refer.
    """

    __slots__ = (
        "beside", "index", "kids", "lemmas", "predicates", "rels", "sentence", "text", "tokens", "vocabulary", "words"
    )  # fmt: skip

    def __init__(self, sentence: Sentence, index: int, text: str) -> None:
        self.sentence = sentence
        self.index = index
        self.text = text
        self.tokens: tuple[Token, ...] = mended(sentence.tokens)
        self.words = [token.text.lower() for token in self.tokens]
        self.rels = [base(token.deprel) for token in self.tokens]
        self.lemmas = [lemma_of(token.text, token.lemma) for token in self.tokens]
        pairs = zip(self.tokens, self.lemmas, strict=True)
        self.vocabulary = frozenset((*(lemma for token, lemma in pairs if not _is_month(token)), *self._compounds()))
        self.predicates: dict[int, Predicate] = {}  # those made so far, by token; see predicates.predicate
        self.beside: dict[int, set[str]] = {}  # the words that may go with a trigger; see matching.has_words
        self.kids: list[list[int]] = [[] for _ in self.tokens]
        for number, token in enumerate(self.tokens):
            if token.head >= 0:
                self.kids[token.head].append(number)

    def _compounds(self) -> Iterator[str]:
        """Yield the words that the tokenizer splits at a hyphen, whole: "sit-in"."""
        for number in range(1, len(self.tokens) - 1):
            if self.words[number] == "-":
                yield f"{self.words[number - 1]}-{self.lemmas[number + 1]}"

    def __len__(self) -> int:
        return len(self.tokens)

    def lemma(self, token: int) -> str:
        """Return the lemma in lower case."""
        return self.lemmas[token]

    def rel(self, token: int) -> str:
        """Return the relation to the head without its subtype."""
        return self.rels[token]

    def head(self, token: int) -> int:
        """Return the head's index, -1 for the root."""
        return self.tokens[token].head

    def children(self, token: int, *rels: str) -> list[int]:
        """Return the dependents of a token, of any relation or of those named (with or without subtype)."""
        kids = self.kids[token]
        if not rels or not kids:
            return kids
        return [k for k in kids if self.rels[k] in rels or self.tokens[k].deprel in rels]

    def ancestors(self, token: int) -> Iterator[int]:
        """Yield the head, its head, and so on up to the root."""
        seen = 0
        while (token := self.tokens[token].head) >= 0 and seen <= len(self.tokens):
            seen += 1
            yield token

    def subtree(self, token: int) -> list[int]:
        """Return the token and all below it, in order."""
        out, todo = [], [token]
        while todo:
            one = todo.pop()
            out.append(one)
            todo.extend(self.kids[one])
        return sorted(out)

    def is_below(self, token: int, top: int) -> bool:
        """Return whether `token` is `top` or stands below it."""
        return token == top or top in self.ancestors(token)

    def case(self, token: int) -> str:
        """Return the preposition of a phrase in lower case ("because of" as "because of"), "" where there is none."""
        marks = [k for k in self.kids[token] if self.tokens[k].deprel == "case" and k < token] or self._stray(token)
        words = [self.words[k] for mark in marks for k in (mark, *self.children(mark, "fixed"))]
        return " ".join(words)

    def _stray(self, token: int) -> list[int]:
        """Return the preposition right before a phrase where the tree hangs it on a word beside."""
        if self.tokens[token].deprel not in ("nmod", "obl"):
            return []
        before = min([token, *(k for k in self.kids[token] if k < token)]) - 1
        mark = self.tokens[before] if before >= 0 else None
        if mark is None or mark.deprel != "case":
            return []
        return [before] if mark.head in (self.tokens[token].head, *self.kids[token]) else []

    def conjuncts(self, token: int) -> list[int]:
        """Return the token and those coordinated with it, in order."""
        out = [token]
        for k in self.kids[token]:
            if self.tokens[k].deprel == "conj":
                out.extend(self.conjuncts(k))
        return out

    def phrase(self, token: int, *, via: str | None = None, without: frozenset[str] = frozenset()) -> Phrase:
        """Return the noun phrase that a token heads: its preposition, asides and coordinated phrases left out.

        Args:
            token: the head.
            via: how the phrase was found, for the record.
            without: prepositions whose phrases are left out too.
        """
        inside = [token]
        todo = [k for k in self.kids[token] if self._names(k) and not (without and self.case(k) in without)]
        while todo:
            one = todo.pop()
            inside.append(one)
            todo.extend(k for k in self.kids[one] if self.tokens[k].deprel not in ("acl:relcl", "parataxis"))
        inside = _touching(inside, token)
        while inside[0] != token and self._is_its_case(inside[0], token):
            inside.pop(0)
        return self.span(inside, token, via=via)

    def _is_its_case(self, mark: int, token: int) -> bool:
        """Whether a word is the phrase's preposition rather than the first of "at least", which belongs to a number."""
        word = self.tokens[mark]
        return word.deprel == "case" and (word.head == token or self.tokens[word.head].deprel == "flat")

    def _names(self, kid: int) -> bool:
        """Whether a dependent belongs to what its noun phrase stands for: no aside, no time, no predicate."""
        rel = self.tokens[kid].deprel
        if rel in _ASIDES or rel in (
            "case",
            "cop",
            "aux",
            "nsubj",
            "nsubj:pass",
            "aux:pass",
            "mark",
            "discourse",
            "expl",
        ):
            return False
        return (
            rel not in ("nmod", "nmod:unmarked", "obl", "obl:unmarked", "advmod") or self.lemma(kid) not in time_heads()
        )

    def span(self, inside: Iterable[int], head: int, *, via: str | None = None) -> Phrase:
        """Return the phrase from the first to the last of the tokens `inside`, punctuation at its edges left out."""
        order = sorted(inside)
        while len(order) > 1 and self.tokens[order[0]].deprel in ("punct", "cc", "mark"):
            order.pop(0)
        while len(order) > 1 and self.tokens[order[-1]].deprel in _EDGES:
            order.pop()
        start, end = self.tokens[order[0]].start, self.tokens[order[-1]].end
        return Phrase(self.index, head, start, end, self.text[start:end], via)

    def path(self, low: int, high: int) -> str:
        """Return the arcs from a token up to another above it, as "fighters <nsubj seized"."""
        steps = [self.tokens[low].text]
        for number in [low, *self.ancestors(low)]:
            if number == high:
                break
            head = self.tokens[number].head
            steps.append(f"<{self.tokens[number].deprel} {self.tokens[head].text if head >= 0 else 'ROOT'}")
        return " ".join(steps)


def _touching(inside: list[int], head: int) -> list[int]:
    """Keep of `inside` the run around the head; a gap of more than a comma's width means that an aside was cut out."""
    order = sorted(inside)
    at = order.index(head)
    first = last = at
    while first > 0 and order[first] - order[first - 1] <= 2:
        first -= 1
    while last + 1 < len(order) and order[last + 1] - order[last] <= 2:
        last += 1
    return order[first : last + 1]


def trees(sentences: Iterable[Sentence], text: str) -> list[Tree]:
    """Return the trees of a report's sentences, in order."""
    return [Tree(sentence, number, text) for number, sentence in enumerate(sentences)]
