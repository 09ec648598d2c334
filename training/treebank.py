"""Universal Dependencies files to sentences with words, trees and mentions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_ENTITY_FIELD = re.compile(r"(?:^|\|)Entity=([^|]*)")
_ENTITY_PART = re.compile(r"\(([^()]+)(\)?)|([^()]+)\)")
# GUM's mentions nest, up to whole clauses; a flat tagger learns those of a few words.
_LONGEST_MENTION = 6

Mention = tuple[int, int, str]


@dataclass(slots=True)
class TreeSentence:
    """One sentence. Heads count from 1, with 0 for the root, as in the file."""

    words: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)


def read_trees(path: Path) -> Iterator[TreeSentence]:
    """Yield the sentences of a CoNLL-U file, without ranges and empty nodes."""
    for block in path.read_text("utf-8").split("\n\n"):
        sentence = TreeSentence()
        entities: list[str] = []
        for line in block.split("\n"):
            if not line or line.startswith("#"):
                continue
            row = line.split("\t")
            if not row[0].isdigit():
                continue
            sentence.words.append(row[1])
            sentence.lemmas.append(row[2])
            sentence.upos.append(row[3])
            sentence.xpos.append(row[4])
            sentence.heads.append(int(row[6]))
            sentence.deprels.append(row[7])
            found = _ENTITY_FIELD.search(row[9])
            entities.append(found.group(1) if found else "")
        if sentence.words:
            sentence.mentions = flat_mentions(bracketed_mentions(entities))
            yield sentence


def bracketed_mentions(entities: list[str]) -> list[Mention]:
    """Read GUM's bracketed Entity fields; a mention is (first, end, type)."""
    open_at: dict[str, list[tuple[int, str]]] = {}
    mentions: list[Mention] = []
    for index, text in enumerate(entities):
        for opened, closed_here, closed in _ENTITY_PART.findall(text):
            parts = (opened or closed).split("-")
            if opened and len(parts) > 1:
                if closed_here:
                    mentions.append((index, index + 1, parts[1]))
                else:
                    open_at.setdefault(parts[0], []).append((index, parts[1]))
            elif open_at.get(parts[0]):
                first, kind = open_at[parts[0]].pop()
                mentions.append((first, index + 1, kind))
    return mentions


def flat_mentions(mentions: list[Mention], longest: int = _LONGEST_MENTION) -> list[Mention]:
    """Choose mentions that do not overlap, the longer before the shorter."""
    taken: set[int] = set()
    chosen: list[Mention] = []
    for first, end, kind in sorted(mentions, key=lambda m: (m[0] - m[1], m[0])):
        if end - first <= longest and taken.isdisjoint(range(first, end)):
            taken.update(range(first, end))
            chosen.append((first, end, kind))
    return sorted(chosen)


def bio_tags(length: int, mentions: list[Mention]) -> list[str]:
    """Return B-, I- and O tags for a sentence of `length` words."""
    tags = ["O"] * length
    for first, end, kind in mentions:
        tags[first:end] = ["B-" + kind] + ["I-" + kind] * (end - first - 1)
    return tags
