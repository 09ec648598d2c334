"""The annotator with its shipped weights."""

import shutil
from pathlib import Path

import pytest

from dateline.annotate import Annotator, to_conllu
from dateline.annotate.annotator import MAX_PIECES
from dateline.annotate.weights import WEIGHTS
from dateline.errors import ResourceError
from dateline.model.annotated import Annotated
from dateline.model.report import Block, BlockKind, Report

TEXT = (
    "Rebel fighters seized the town of Jisr al-Shughur on Saturday, killing at least 60 soldiers, a monitor said. "
    "The army denied that it had lost the town.\n"
    "“We don't know where the governor is,” Colonel Ahmad Karim told reporters by telephone."
)


def report(text: str, name: str = "a.txt") -> Report:
    return Report(id=f"sha256:{name}", file=name, text=text, blocks=(Block(0, len(text), BlockKind.BODY),))


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator.load()


@pytest.fixture(scope="module")
def annotated(annotator: Annotator) -> Annotated:
    return annotator.annotate_one(report(TEXT))


def assert_trees(annotated: Annotated) -> None:
    for sentence in annotated.sentences:
        heads = [token.head for token in sentence.tokens]
        assert heads.count(-1) == 1
        for node in range(len(heads)):
            steps, above = 0, node
            while above != -1 and steps <= len(heads):
                above, steps = heads[above], steps + 1
            assert above == -1
        roots = [token for token in sentence.tokens if token.deprel == "root"]
        assert [token.head for token in roots] == [-1]


def test_every_token_is_its_span(annotated: Annotated) -> None:
    text = annotated.report.text
    assert [len(sentence.tokens) for sentence in annotated.sentences] == [23, 10, 19]
    assert all(token.text == text[token.start : token.end] for s in annotated.sentences for token in s.tokens)


def test_every_sentence_is_a_tree_with_one_root(annotated: Annotated) -> None:
    assert_trees(annotated)


def test_the_main_arcs_are_right(annotated: Annotated) -> None:
    first = annotated.sentences[0].tokens
    seized = next(token for token in first if token.lemma == "seize")
    arcs = {(token.lemma, token.deprel) for token in first if first[token.head] is seized}
    assert {("fighter", "nsubj"), ("town", "obj")} <= arcs


def test_mentions_are_typed_and_lie_in_their_sentence(annotated: Annotated) -> None:
    found = {(annotated.report.text[m.start : m.end], m.type) for m in annotated.mentions}
    assert ("Saturday", "time") in found
    assert any("Jisr al-Shughur" in words and kind == "location" for words, kind in found)
    for mention in annotated.mentions:
        sentence = annotated.sentences[mention.sentence]
        assert sentence.start <= mention.start < mention.end <= sentence.end
        assert 0 <= mention.score <= 1


def test_annotation_does_not_depend_on_neighbours(annotator: Annotator, annotated: Annotated) -> None:
    others = [report("The siege went on.", "b.txt"), report(TEXT * 9, "c.txt"), report("", "d.txt")]
    *_, again = annotator.annotate([*others, report(TEXT)])
    assert again == annotated


@pytest.mark.parametrize("text", ["", " \n \t", "."])
def test_text_with_next_to_nothing_in_it(annotator: Annotator, text: str) -> None:
    found = annotator.annotate_one(report(text))
    assert len(found.sentences) == len(text.strip())


def test_a_report_without_blocks_has_no_sentences(annotator: Annotator) -> None:
    assert annotator.annotate_one(Report(id="sha256:0", file="e.txt", text="", blocks=())).sentences == ()


@pytest.mark.parametrize("word", ["and", "and,", "ﷺ", "\u0301\u0301"])
def test_a_very_long_sentence_is_cut(annotator: Annotator, word: str) -> None:
    text = " ".join([word] * 3 * MAX_PIECES)
    found = annotator.annotate_one(report(text))
    assert len(found.sentences) >= 2
    assert "".join(token.text for s in found.sentences for token in s.tokens) == "".join(text.split())
    assert_trees(found)


def test_case_hardly_matters_to_the_tree(annotator: Annotator, annotated: Annotated) -> None:
    as_written = [token.head for s in annotated.sentences for token in s.tokens]
    for cased in (TEXT.lower(), TEXT.upper()):
        found = annotator.annotate_one(report(cased))
        heads = [token.head for s in found.sentences for token in s.tokens]
        assert len(heads) == len(as_written)
        assert sum(a != b for a, b in zip(heads, as_written, strict=True)) <= 3


def test_sentences_know_their_block(annotator: Annotator) -> None:
    blocks = (Block(0, 8, BlockKind.HEADLINE), Block(10, 30, BlockKind.BODY))
    found = annotator.annotate_one(Report(id="x", file="x", text="Town won\n\nThe town was won today.", blocks=blocks))
    assert [sentence.block for sentence in found.sentences] == [0, 1]


def test_conllu_has_ten_columns_and_the_mentions(annotated: Annotated) -> None:
    lines = to_conllu(annotated).split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert all(len(row) == 10 for row in rows)
    assert sum(line.startswith("# sent_id") for line in lines) == len(annotated.sentences)
    start, end = rows[0][9].split("TokenRange=")[1].split("|")[0].split(":")
    assert annotated.report.text[int(start) : int(end)] == rows[0][1]
    opened = "".join(row[9] for row in rows).count("(")
    assert opened == len(annotated.mentions)
    assert any("SpaceAfter=No" in row[9] for row in rows)


def test_conllu_of_nothing_is_a_header(annotator: Annotator) -> None:
    assert to_conllu(annotator.annotate_one(report(""))).count("\n") == 2


@pytest.mark.parametrize(
    "name", ["network.onnx", "labels.json", "relations.onnx", "tokenizer.json", "lemmas.json", "events.npz"]
)
@pytest.mark.parametrize("broken", [True, False])
def test_missing_or_broken_weights_are_told(tmp_path: Path, name: str, broken: bool) -> None:
    folder = tmp_path / "weights"
    shutil.copytree(WEIGHTS, folder)
    (folder / name).unlink()
    if broken:
        (folder / name).write_bytes(b"\x00 not this")
    with pytest.raises(ResourceError, match="weights"):
        Annotator.load(folder=folder)
