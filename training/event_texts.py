"""The texts that the event head learns from, by id: only what may be learned from, and nothing that is set aside.

Ids are those of `evaluation.corpora` for articles and re3d; `ewt:N` and `gum:N` are runs of twenty sentences of a
treebank, `own:N` our own training notes. `ID^` is the same text in capitals.
"""

import hashlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from evaluation.corpora import DATA, documents, is_held_out  # noqa: E402 - the repository's root must be found first

OWN_NOTES: Final = Path(__file__).parent / "event_notes.tsv"
UPPER: Final = "^"
_RUN: Final = 20
_MARKS: Final = re.compile(r"\[|(?:\|..)?\]")
# Half of the articles' paragraphs are enough, and one text in four is read in capitals too.
_SHARES: Final = {"wikipedia": 2, "upper": 4}


@dataclass(frozen=True, slots=True)
class Text:
    """A text to learn from; `kind` is its corpus."""

    id: str
    text: str

    @property
    def kind(self) -> str:
        """The corpus."""
        return self.id.partition(":")[0]


def texts() -> Iterator[Text]:
    """Yield the texts, those also read in capitals twice."""
    for one in _plain():
        yield one
        if _one_in(_SHARES["upper"], one.id + UPPER) or one.kind == "own":
            upper = one.text.upper()
            if len(upper) == len(one.text):
                yield Text(one.id + UPPER, upper)


def _plain() -> Iterator[Text]:
    for identity, document in documents("wikipedia").items():
        if not is_held_out(identity) and _one_in(_SHARES["wikipedia"], identity):
            yield Text(identity, document.text)
    for identity, document in documents("re3d").items():
        if not is_held_out(identity):
            yield Text(identity, document.text)
    for corpus in ("ewt", "gum"):
        sentences = _sentences(DATA / f"treebank/{corpus}-train.conllu")
        for number, run in enumerate(_runs(list(sentences))):
            yield Text(f"{corpus}:{number}", "\n".join(run))
    for number, (_, text) in enumerate(own_notes(), 1):
        yield Text(f"own:{number}", _MARKS.sub("", text))


def own_notes() -> list[tuple[str, str]]:
    """Return our own training notes: a type's code and the text, its triggers in brackets."""
    rows = (line.split("\t") for line in OWN_NOTES.read_text("utf-8").splitlines())
    return [(code, text) for code, text in rows]


def _runs(sentences: list[str]) -> Iterator[list[str]]:
    for first in range(0, len(sentences), _RUN):
        yield sentences[first : first + _RUN]


def _sentences(path: Path) -> Iterator[str]:
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# text = "):
            yield line.removeprefix("# text = ").strip()


def _one_in(count: int, key: str) -> bool:
    return hashlib.sha256(key.encode()).digest()[0] % count == 0
