"""re3d and column files to words with BIO tags."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.annotate.splitter import has_case, split_sentences
from dateline.annotate.words import split_words
from evaluation.re3d_mentions import TaggedText
from treebank import Mention, bio_tags, flat_mentions

_LONGEST_MENTION = 15
_LONGEST_CHARACTERS = 150


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    """The words of a sentence and their BIO tags."""

    words: list[str]
    tags: list[str]


def tagged_sentences(report: TaggedText) -> Iterator[TaggedSentence]:
    """Split a report into sentences and words, and carry its mentions to the words."""
    text = report.text
    marked = flat_mentions(list(report.mentions), longest=_LONGEST_CHARACTERS)
    for spans in split_sentences(text, split_words(text), cased=has_case(text)):
        yield _tagged(text, marked, spans)


def _tagged(text: str, marked: Sequence[Mention], spans: list[tuple[int, int]]) -> TaggedSentence:
    mentions: list[Mention] = []
    for start, end, kind in marked:
        inside = [i for i, (a, b) in enumerate(spans) if a < end and b > start]
        if inside and spans[inside[0]][0] <= start and len(inside) <= _LONGEST_MENTION:
            mentions.append((inside[0], inside[-1] + 1, kind))
    words = [text[a:b] for a, b in spans]
    return TaggedSentence(words, bio_tags(len(words), flat_mentions(mentions, _LONGEST_MENTION)))


def read_columns(path: Path) -> Iterator[TaggedSentence]:
    """Yield the sentences of a file with a word and a tag on each line; IOB1 or IOB2."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        parts = line.split()
        if len(parts) < 2:
            if words:
                yield TaggedSentence(words, tags)
            words, tags = [], []
        elif parts[0] != "-DOCSTART-":
            tag = parts[-1]
            starts = tag[0] == "I" and (not tags or tags[-1][2:] != tag[2:])
            words.append(parts[0])
            tags.append("B" + tag[1:] if starts else tag)
