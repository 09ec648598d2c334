"""The words to learn from, with their labels: the rules' readings, corrected by labels given by reading."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.annotate.events import TELLING, neighbours, slot_of
from dateline.extract.patterns import pattern_book
from dateline.extract.tree import Tree
from dateline.model.annotated import Sentence
from event_codes import CODES, LABELS, NONE
from event_store import Stated
from event_texts import UPPER, own_notes

LABEL_FOLDER: Final = Path(__file__).parent / "event_labels"
UNKNOWN: Final = -1  # nothing is known of the word: it is not learned from
UNDECIDED: Final = "~"
# What the rules read there is mostly wrong, and was read through by hand: the rest is not learned from.
_NO_TEACHER: Final = frozenset({"ewt", "gum"})
_MARK: Final = re.compile(r"\[([^]|]*)(?:\|(..))?\]")

Codes = dict[int, str]  # by the word's offset in its text


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words and, before each sentence, what leads it, as in the network: all arrays are over these.

    `label` is the label's number or UNKNOWN; `rule` what the rules read; `read` whether a person read the sentence;
    `may` which can tell of an event.
    """

    id: str
    states: NDArray[np.float16]
    near: NDArray[np.int64]
    owner: NDArray[np.int64]
    label: NDArray[np.int64]
    rule: NDArray[np.int64]
    read: NDArray[np.bool_]
    may: NDArray[np.bool_]


@dataclass(slots=True)
class Labeller:
    """Gives each word of a text its label: by reading where it was read, else by the rules."""

    given: Mapping[tuple[str, int], Codes]
    marked: Mapping[str, list[tuple[int, int, str]]]
    plain: tuple[str, Codes] = ("", {})

    def label(self, one: Stated) -> Words:
        """Label a text; one in capitals takes what the rules read of it as written, which comes right before it."""
        name = one.id.removesuffix(UPPER)
        if name == one.id:
            sentences = one.annotated.sentences
            codes = {sentences[n].tokens[w].start: CODES[kind] for (n, w), (kind, _) in one.events.items()}
            self.plain = (name, codes)
        rows = [self._sentence(one, name, number) for number in range(len(one.annotated.sentences))]
        rules, labels, read = (np.concatenate([row[k] for row in rows]) for k in range(3))
        states = np.zeros((len(rules), *one.states.shape[1:]), np.float16)
        above, slots, may, owner = arcs(one.annotated.sentences)
        states[np.flatnonzero(np.diff(owner, prepend=-1) == 0)] = one.states
        return Words(one.id, states, neighbours(above, slots), owner, labels, rules, read, may)

    def _sentence(self, one: Stated, name: str, number: int) -> tuple[NDArray[np.int64], ...]:
        sentence = one.annotated.sentences[number]
        rule = np.array([0, *(LABELS.index(self.plain[1].get(t.start, NONE)) for t in sentence.tokens)])
        codes = self.given.get((name, sentence.start))
        if name in self.marked:
            codes = _codes(self.marked[name], sentence)
        if codes is not None:
            label = [_number(codes.get(token.start, NONE)) for token in sentence.tokens]
            return rule, np.array([0, *label]), np.ones(len(rule), bool)
        # A word of some pattern that was not read may tell the same event as another: nothing is known of it.
        asked = np.array([False, *_asked(Tree(sentence, number, one.annotated.report.text))])
        label = np.where(asked & (rule == 0), UNKNOWN, rule)
        if one.id.partition(":")[0] in _NO_TEACHER:
            label[rule > 0] = UNKNOWN
        return rule, label, np.zeros(len(rule), bool)


def labelled(texts: Iterable[Stated]) -> Iterator[Words]:
    """Yield texts with their labels."""
    labeller = Labeller(given_labels(), marked_spans())
    return (labeller.label(one) for one in texts if one.annotated.sentences)


def given_labels() -> dict[tuple[str, int], Codes]:
    """Return the labels given by reading, by text and start of the sentence."""
    found: dict[tuple[str, int], Codes] = {}
    for path in sorted(LABEL_FOLDER.glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            if not line.startswith("#"):
                identity, start, _, labels = line.split("\t")
                pairs = (one.split("=") for one in labels.split())
                found[identity, int(start)] = {int(offset): code for offset, code in pairs}
    return found


def marked_spans() -> dict[str, list[tuple[int, int, str]]]:
    """Return the marked spans of our own notes by text."""
    found = {}
    for number, (code, text) in enumerate(own_notes(), 1):
        spans, cut = [], 0
        for mark in _MARK.finditer(text):
            start = mark.start() - cut
            spans.append((start, start + len(mark[1]), mark[2] or code))
            cut += len(mark[0]) - len(mark[1])
        found[f"own:{number}"] = spans
    return found


def _number(code: str) -> int:
    return UNKNOWN if code == UNDECIDED else LABELS.index(code)


def _asked(tree: Tree) -> list[bool]:
    triggers = pattern_book("event").triggers
    return [lemma in triggers or word in triggers for lemma, word in zip(tree.lemmas, tree.words, strict=True)]


def _codes(spans: list[tuple[int, int, str]], sentence: Sentence) -> Codes:
    """Return the labels of a sentence of our notes: of marked words the topmost tells the event."""
    codes: Codes = {}
    for start, end, code in spans:
        inside = [k for k, token in enumerate(sentence.tokens) if start <= token.start < end]
        top = next((k for k in inside if sentence.tokens[k].head not in inside), None)
        codes.update({sentence.tokens[k].start: code if k == top else UNDECIDED for k in inside})
    return codes


def arcs(
    sentences: Iterable[Sentence],
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_], NDArray[np.int64]]:
    """Return for each word and what leads its sentence: its head, its slot, whether it may tell, its sentence."""
    above, slots, may, owner = [], [], [], []
    for number, sentence in enumerate(sentences):
        first = len(above) + 1
        above += [-1, *(first + token.head if token.head >= 0 else -1 for token in sentence.tokens)]
        slots += [0, *(slot_of(token.deprel) for token in sentence.tokens)]
        may += [False, *(token.upos in TELLING for token in sentence.tokens)]
        owner += [number] * (len(sentence.tokens) + 1)
    return np.array(above), np.array(slots), np.array(may), np.array(owner)
