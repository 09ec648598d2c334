"""re3d and column files to words with BIO tags."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.annotate.splitter import has_case, split_sentences
from dateline.annotate.words import split_words
from treebank import Mention, bio_tags, flat_mentions

# Non-commercial: measured against, never learned from.
MEASURE_ONLY = frozenset({"BBC Online"})
RE3D_TYPES = {
    "Person": "person",
    "Organisation": "organisation",
    "Location": "location",
    "Nationality": "nationality",
    "Quantity": "quantity",
    "Temporal": "time",
    "Weapon": "weapon",
    "MilitaryPlatform": "platform",
    "Vehicle": "vehicle",
    "Money": "money",
    "DocumentReference": "document",
}
_LEAST_CONFIDENCE = 0.5
_LONGEST_MENTION = 15


@dataclass(frozen=True, slots=True)
class TaggedText:
    """A report of re3d; `mentions` holds (start, end, type) in characters."""

    id: str
    folder: str
    text: str
    mentions: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    """The words of a sentence and their BIO tags."""

    words: list[str]
    tags: list[str]


def read_re3d(root: Path) -> Iterator[TaggedText]:
    """Yield all reports of re3d, also those for measuring only."""
    for folder in sorted(path for path in root.iterdir() if path.is_dir()):
        mentions = defaultdict(list)
        for line in (folder / "entities.json").read_text("utf-8-sig").splitlines():
            row = json.loads(line)
            if row["type"] in RE3D_TYPES and float(row["confidence"]) >= _LEAST_CONFIDENCE:
                span = (row["begin"], row["end"], RE3D_TYPES[row["type"]])
                mentions[row["documentId"]].append(span)
        for line in (folder / "documents.json").read_text("utf-8-sig").splitlines():
            row = json.loads(line)
            flat = flat_mentions(sorted(set(mentions[row["_id"]])), longest=150)
            yield TaggedText(row["_id"], folder.name, row["text"], tuple(flat))


def tagged_sentences(report: TaggedText) -> Iterator[TaggedSentence]:
    """Split a report into sentences and words, and carry its mentions to the words."""
    text = report.text
    for spans in split_sentences(text, split_words(text), cased=has_case(text)):
        yield _tagged(report, spans)


def _tagged(report: TaggedText, spans: list[tuple[int, int]]) -> TaggedSentence:
    mentions: list[Mention] = []
    for start, end, kind in report.mentions:
        inside = [i for i, (a, b) in enumerate(spans) if a < end and b > start]
        if inside and spans[inside[0]][0] <= start and len(inside) <= _LONGEST_MENTION:
            mentions.append((inside[0], inside[-1] + 1, kind))
    words = [report.text[a:b] for a, b in spans]
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
