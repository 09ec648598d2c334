"""All that is learned from, as examples, with the label inventories."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from batches import Example, example
from dateline.annotate.pieces import WordPieces
from entity_corpora import TaggedSentence, read_columns, tagged_sentences
from evaluation.re3d_mentions import MEASURE_ONLY, held_back, read_re3d
from network import Labels
from treebank import TreeSentence, bio_tags, read_trees

WIKIGOLD = "entities/wikigold/CONLL-format/data/wikigold.conll.txt"
RE3D_TIMES_AN_EPOCH = 3


@dataclass(frozen=True, slots=True)
class Corpora:
    """Sentences learned from, by corpus."""

    ewt: list[TreeSentence]
    gum: list[TreeSentence]
    re3d: list[TaggedSentence]
    names: list[TaggedSentence]


def read_corpora(data: Path) -> Corpora:
    """Read the training sets below the shared data folder."""
    kept = held_back()
    reports = [
        report
        for report in read_re3d(data / "entities/re3d")
        if report.folder not in MEASURE_ONLY and report.id not in kept
    ]
    return Corpora(
        ewt=list(read_trees(data / "treebank/ewt-train.conllu")),
        gum=list(read_trees(data / "treebank/gum-train.conllu")),
        re3d=[sentence for report in reports for sentence in tagged_sentences(report)],
        names=list(read_columns(data / WIKIGOLD)),
    )


def _bio_labels(tag_rows: Iterable[list[str]]) -> list[str]:
    kinds = sorted({tag[2:] for row in tag_rows for tag in row if tag != "O"})
    return ["O", *(prefix + kind for kind in kinds for prefix in ("B-", "I-"))]


def inventories(corpora: Corpora) -> Labels:
    """Collect the labels, sorted, so that the same data gives the same order."""
    trees = corpora.ewt + corpora.gum
    return Labels(
        upos=sorted({tag for s in trees for tag in s.upos}),
        xpos=sorted({tag for s in trees for tag in s.xpos}),
        deprels=sorted({tag for s in trees for tag in s.deprels}),
        entities={
            "re3d": _bio_labels(s.tags for s in corpora.re3d),
            "gum": _bio_labels(bio_tags(len(s.words), s.mentions) for s in corpora.gum),
            "names": _bio_labels(s.tags for s in corpora.names),
        },
    )


def _tree_example(sentence: TreeSentence, labels: Labels, pieces: WordPieces) -> Example:
    made = example(sentence.words, pieces)
    made.upos = [labels.upos.index(tag) for tag in sentence.upos]
    made.xpos = [labels.xpos.index(tag) for tag in sentence.xpos]
    made.heads = sentence.heads
    made.deprels = [labels.deprels.index(tag) for tag in sentence.deprels]
    return made


def _tagged(made: Example, corpus: str, tags: list[str], labels: Labels) -> Example:
    made.corpus = corpus
    made.tags = [labels.entities[corpus].index(tag) for tag in tags]
    return made


def training_groups(corpora: Corpora, labels: Labels, pieces: WordPieces) -> list[list[Example]]:
    """Return groups of examples; a batch never mixes two groups."""
    ewt = [_tree_example(s, labels, pieces) for s in corpora.ewt]
    gum = [
        _tagged(_tree_example(s, labels, pieces), "gum", bio_tags(len(s.words), s.mentions), labels)
        for s in corpora.gum
    ]
    re3d = [_tagged(example(s.words, pieces), "re3d", s.tags, labels) for s in corpora.re3d]
    names = [_tagged(example(s.words, pieces), "names", s.tags, labels) for s in corpora.names]
    return [ewt, gum, names, *([re3d] * RE3D_TIMES_AN_EPOCH)]
