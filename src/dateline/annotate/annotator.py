"""Reports to annotated reports."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.annotate.lemmas import Lemmas
from dateline.annotate.network import Analysis, Network
from dateline.annotate.packing import Encoded, encode
from dateline.annotate.pieces import MAX_PIECES_OF_WORD, WordPieces
from dateline.annotate.splitter import has_case, split_sentences
from dateline.annotate.weights import WEIGHTS, load_weights
from dateline.annotate.words import Span, split_words
from dateline.model.annotated import Annotated, Mention, Sentence, Token
from dateline.model.report import Report

# A longer sentence is a list or a table that no stop divides: it is cut into stretches of this length.
MAX_PIECES: Final = 250
_PAUSES: Final = frozenset([",", ";", ":", "-", "–", "|", "•", "*"])
# What goes through the network together; a longer report goes through in parts, always the same.
_PASS_PIECES: Final = 1600


@dataclass(frozen=True, slots=True)
class _Draft:
    """A sentence before it is parsed: its block, its words' spans and its pieces."""

    block: int
    spans: list[Span]
    encoded: Encoded


class Annotator:
    """Finds sentences, words, trees and mentions.

    Each report goes through the network by itself, since the scale of quantised numbers
    depends on what goes through together: so the same report always gives the same annotation.
    """

    def __init__(self, network: Network, pieces: WordPieces, lemmas: Lemmas) -> None:
        self._network = network
        self._pieces = pieces
        self._lemmas = lemmas

    @classmethod
    def load(cls, threads: int = 1, folder: Path = WEIGHTS) -> "Annotator":
        """Load the shipped weights. Raises ResourceError when they are missing or broken."""
        weights = load_weights(threads, folder)
        return cls(Network(weights), weights.pieces, weights.lemmas)

    def annotate(self, reports: Iterable[Report]) -> Iterator[Annotated]:
        """Yield each report annotated, in order, holding one at a time."""
        return map(self.annotate_one, reports)

    def annotate_one(self, report: Report) -> Annotated:
        """Annotate one report; a report without words has no sentences."""
        return self._finish(report, list(self._drafts(report)))

    def annotate_words(self, report: Report, sentences: Sequence[Sequence[Span]]) -> Annotated:
        """Annotate with sentences and words that are given, as spans of the report's text."""
        return self._finish(report, [self._draft(report.text, 0, list(spans)) for spans in sentences])

    def _drafts(self, report: Report) -> Iterator[_Draft]:
        cased = has_case(report.text)
        for index, block in enumerate(report.blocks):
            spans = split_words(report.text, block.start, block.end)
            for sentence in split_sentences(report.text, spans, cased=cased):
                for stretch in self._stretches(report.text, sentence):
                    yield self._draft(report.text, index, stretch)

    def _draft(self, text: str, block: int, spans: list[Span]) -> _Draft:
        return _Draft(block, spans, encode([text[start:end] for start, end in spans], self._pieces))

    def _stretches(self, text: str, spans: list[Span]) -> Iterator[list[Span]]:
        """Cut a sentence that is too long for the network, after a comma or the like if there is one."""
        if len(spans) * MAX_PIECES_OF_WORD <= MAX_PIECES:
            yield spans
            return
        sizes = [len(piece.ids) for piece in self._pieces.of([text[start:end] for start, end in spans])]
        first, pause, used = 0, 0, 0
        for index, size in enumerate(sizes):
            used += size
            if used > MAX_PIECES:
                cut = pause if pause > first else index
                yield spans[first:cut]
                first, used = cut, sum(sizes[cut : index + 1])
            if text[spans[index][0] : spans[index][1]] in _PAUSES:
                pause = index + 1
        yield spans[first:]

    def _finish(self, report: Report, drafts: list[_Draft]) -> Annotated:
        sentences: list[Sentence] = []
        mentions: list[Mention] = []
        for part in _passes(drafts):
            analysis = self._network.analyse([draft.encoded for draft in part])
            mentions.extend(_mentions(part, analysis, len(sentences)))
            for draft, start in zip(part, analysis.start, strict=True):
                sentences.append(self._sentence(report.text, draft, analysis, start))
        return Annotated(report, tuple(sentences), tuple(mentions))

    def _sentence(self, text: str, draft: _Draft, analysis: Analysis, root: int) -> Sentence:
        tokens = []
        for row, (start, end) in enumerate(draft.spans, root + 1):
            word, upos, xpos = text[start:end], analysis.upos[row], analysis.xpos[row]
            lemma = self._lemmas.of(word, upos, xpos)
            head = analysis.heads[row] - 1
            deprel, event, told = analysis.deprels[row], analysis.events[row], analysis.told[row]
            tokens.append(Token(start, end, word, lemma, upos, xpos, head, deprel, event, told))
        return Sentence(draft.spans[0][0], draft.spans[-1][1], draft.block, tuple(tokens))


def _passes(drafts: Sequence[_Draft]) -> Iterator[list[_Draft]]:
    """Divide a report's sentences into parts of bounded size, in order."""
    part: list[_Draft] = []
    size = 0
    for draft in drafts:
        if part and size + len(draft.encoded.pieces) > _PASS_PIECES:
            yield part
            part, size = [], 0
        part.append(draft)
        size += len(draft.encoded.pieces)
    if part:
        yield part


def _mentions(part: Sequence[_Draft], analysis: Analysis, first: int) -> Iterator[Mention]:
    """Yield the mentions of a pass; `first` is the index of its first sentence in the report."""
    sentence = 0
    for span in analysis.mentions:
        while sentence + 1 < len(part) and analysis.start[sentence + 1] <= span.first:
            sentence += 1
        words = part[sentence].spans
        before = analysis.start[sentence] + 1
        start, end = words[span.first - before][0], words[span.end - 1 - before][1]
        yield Mention(start, end, span.type, first + sentence, span.score)
