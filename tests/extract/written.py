"""Trees written by hand: a line a word, `form[/lemma] UPOS XPOS head deprel`, heads counted from 0, -1 for the root."""

from collections.abc import Sequence

from dateline.extract.tree import Tree, trees
from dateline.model.annotated import Annotated, Mention, Sentence, Token
from dateline.model.report import Block, BlockKind, Report


def _tokens(written: str, start: int) -> tuple[str, list[Token]]:
    """Return the words joined by spaces, and their tokens with offsets from `start`."""
    tokens: list[Token] = []
    at = start
    for line in written.strip().splitlines():
        form, upos, xpos, head, deprel = line.split()
        word, _, lemma = form.partition("/") if form != "/" else (form, "", "")
        tokens.append(Token(at, at + len(word), word, lemma or word.lower(), upos, xpos, int(head), deprel))
        at += len(word) + 1
    return " ".join(token.text for token in tokens), tokens


def annotated(*paragraphs: Sequence[str], persons: Sequence[str] = ()) -> Annotated:
    """Return a report of paragraphs of written sentences; `persons` are words that are mentions of people."""
    text, sentences, blocks = "", [], []
    for number, paragraph in enumerate(paragraphs):
        first = len(text)
        for written in paragraph:
            words, tokens = _tokens(written, len(text))
            sentences.append(Sentence(len(text), len(text) + len(words), number, tuple(tokens)))
            text += words + "\n"
        blocks.append(Block(first, len(text) - 1, BlockKind.BODY))
    mentions = tuple(
        Mention(token.start, token.end, "person", number, 1.0)
        for number, sentence in enumerate(sentences)
        for token in sentence.tokens
        if token.text in persons
    )
    report = Report(id="sha256:0", file="written.txt", text=text, blocks=tuple(blocks))
    return Annotated(report, tuple(sentences), mentions)


def tree(written: str) -> Tree:
    """Return the tree of one written sentence."""
    whole = annotated([written])
    return trees(whole.sentences, whole.report.text)[0]


def place_of(one: Tree, word: str) -> int:
    """Return the index of a word in a tree."""
    return next(n for n, token in enumerate(one.tokens) if token.text == word)
