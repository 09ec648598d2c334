"""The gold data of the language layer: treebank documents and re3d reports."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dateline.model.report import Block, BlockKind, Report
from evaluation.language.scores import Node, Span, squeezed_offsets
from evaluation.re3d_mentions import read_re3d

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"


@dataclass(frozen=True, slots=True)
class Row:
    """A word of a treebank, with the text that stands for it on the page (a part of it, in a contraction)."""

    form: str
    surface: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str
    space_after: bool


@dataclass(slots=True)
class Document:
    """Paragraphs of sentences of rows."""

    id: str
    paragraphs: list[list[list[Row]]] = field(default_factory=list)

    def sentences(self) -> list[list[Row]]:
        """Return all sentences in order."""
        return [sentence for paragraph in self.paragraphs for sentence in paragraph]


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text with the spans of its words, by sentence, and its gold nodes."""

    report: Report
    words: list[list[Span]]
    nodes: list[list[Node]]


def read_documents(path: Path) -> Iterator[Document]:
    """Yield the documents of a CoNLL-U file."""
    document: Document | None = None
    for block in path.read_text("utf-8").split("\n\n"):
        lines = block.strip("\n").split("\n")
        for line in lines:
            if line.startswith("# newdoc"):
                if document:
                    yield document
                document = Document(line.split("=")[-1].strip())
        if document is None:
            document = Document(path.stem)
        rows = _rows([line.split("\t") for line in lines if line and line[0] != "#"])
        if rows:
            if not document.paragraphs or any(line.startswith("# newpar") for line in lines):
                document.paragraphs.append([])
            document.paragraphs[-1].append(rows)
    if document:
        yield document


def _rows(lines: list[list[str]]) -> list[Row]:
    surfaces: dict[int, tuple[str, bool]] = {}
    forms = {int(line[0]): line[1] for line in lines if line[0].isdigit()}
    for line in lines:
        if "-" in line[0]:
            first, last = map(int, line[0].split("-"))
            rest = line[1]
            for index in range(first, last):
                surfaces[index] = (rest[: len(forms[index])], False)
                rest = rest[len(forms[index]) :]
            surfaces[last] = (rest, "SpaceAfter=No" not in line[9])
    rows = []
    for line in lines:
        if line[0].isdigit():
            own = (line[1], "SpaceAfter=No" not in line[9])
            surface, space = surfaces.get(int(line[0]), own)
            rows.append(Row(line[1], surface, line[2], line[3], line[4], int(line[6]), line[7], space))
    return rows


def gold_text(document: Document, *, raw: bool, case: Callable[[str], str] = str) -> GoldText:
    """Lay a document out as a report.

    `raw` takes the text as on the page; otherwise contractions whose parts do not make the
    whole ("dunno") are written in parts. `case` is applied to each word.
    """
    text, blocks, words = "", [], []
    for paragraph in document.paragraphs:
        begin = len(text)
        for sentence in paragraph:
            spans = []
            for row in sentence:
                start = len(text)
                text += case(row.surface if raw else row.form)
                spans.append((start, len(text)))
                text += " " if row.space_after else ""
            words.append(spans)
        blocks.append(Block(begin, len(text), BlockKind.BODY))
        text += "\n\n"
    report = make_report(document.id, text, blocks)
    return GoldText(report, words, _nodes(document, words, squeezed_offsets(text)))


def _nodes(document: Document, words: list[list[Span]], squeezed: list[int]) -> list[list[Node]]:
    nodes = []
    for sentence, spans in zip(document.sentences(), words, strict=True):
        tight = [(squeezed[start], squeezed[end]) for start, end in spans]
        nodes.append(
            [
                Node(span, row.upos, row.xpos, row.lemma, tight[row.head - 1] if row.head else None, row.deprel)
                for row, span in zip(sentence, tight, strict=True)
            ]
        )
    return nodes


def make_report(name: str, text: str, blocks: list[Block] | None = None) -> Report:
    """Wrap a text as a report."""
    whole = [Block(0, len(text), BlockKind.BODY)]
    return Report(id=f"gold:{name}", file=name, text=text, blocks=tuple(blocks if blocks is not None else whole))


@dataclass(frozen=True, slots=True)
class MentionText:
    """A report of re3d and its typed mentions."""

    report: Report
    mentions: list[tuple[Span, str]]


def read_mentions(root: Path, wanted: Callable[[str, str], bool]) -> Iterator[MentionText]:
    """Yield the reports of re3d for which `wanted(id, folder)` holds; of overlapping mentions the longest."""
    for one in read_re3d(root):
        if wanted(one.id, one.folder):
            spans = [((start, end), kind) for start, end, kind in one.mentions]
            yield MentionText(make_report(one.id, one.text), _outermost(spans))


def _outermost(mentions: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    chosen: list[tuple[Span, str]] = []
    for (start, end), kind in sorted(mentions, key=lambda m: (m[0][0] - m[0][1], m)):
        if all(end <= a or start >= b for (a, b), _ in chosen):
            chosen.append(((start, end), kind))
    return sorted(chosen)
