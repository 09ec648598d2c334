"""Public corpora as texts by id.

Ids are like `muc4:DEV-MUC3-0123`, `wikipedia:syria/NAME.md#4`, `airwars:ispt0006`, `event_location:LINE`.
An id may end in `@from-to`: that part of the text, in characters. The corpora lie beside the repository and are not
part of it; a corpus that is absent raises CorpusError. A fifth of each corpus is set aside (`heldout/CORPUS.txt`, made
by `python -m evaluation.holdout`): nobody looks at its texts but to measure.
"""

import csv
import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from evaluation.timex.run import read_texts
from evaluation.wikipedia import read_articles

SHARED: Final = Path(__file__).parents[2] / "shared"
DATA: Final = SHARED / "data"
SECOND: Final = "notes:second-"  # how the ids of the second batch of notes begin
HELD_OUT: Final = Path(__file__).parent / "heldout"
_MEASURE_ONLY_ARTICLE: Final = "control_of_cities_during_the_syrian_civil_war.md"
_MUC_HEAD: Final = re.compile(r"^(DEV-MUC3-\d{4})[^\n]*\n", re.MULTILINE)
_LOST_BREAK: Final = re.compile(r"(?<=[a-z0-9)”’\"]{2}[.!?])(?=[A-Z“])")
_AIRWARS_FORM: Final = re.compile(r",? ?Summary(?=Strike status)|,? ?Strike status(?=[A-Z])")


class CorpusError(Exception):
    """A corpus is absent, or has no text of an id."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text of a corpus, with its publication day and outlet where the corpus itself gives them."""

    id: str
    text: str
    published: dt.date | None = None
    outlet: str | None = None

    @property
    def safe_id(self) -> str:
        """The id as a file name: whatever is no ASCII letter, digit, dot, dash or underscore becomes an underscore."""
        return safe_id(self.id)


def safe_id(identity: str) -> str:
    """Return an id as a file name."""
    return re.sub(r"[^A-Za-z0-9._-]", "_", identity)


def load(identity: str) -> Document:
    """Return the text of an id.

    Raises:
        CorpusError: the corpus is absent or has no such text.
    """
    whole, _, part = identity.partition("@")
    corpus = documents(corpus_of(whole))
    if whole not in corpus:
        raise CorpusError(f"no text has the id {whole}")
    if not part:
        return corpus[whole]
    start, end = map(int, part.split("-"))
    return replace(corpus[whole], id=identity, text=corpus[whole].text[start:end])


def corpus_of(identity: str) -> str:
    """Return the name of the corpus that an id belongs to."""
    return identity.partition(":")[0]


@cache
def documents(corpus: str) -> dict[str, Document]:
    """Return all texts of a corpus by id, in the corpus's order.

    Raises:
        CorpusError: the corpus is absent or unknown.
    """
    if corpus not in READERS:
        raise CorpusError(f"no corpus is called {corpus}; known are {', '.join(READERS)}")
    try:
        return {document.id: document for document in READERS[corpus]()}
    except FileNotFoundError as error:
        raise CorpusError(f"{corpus}: {error.filename} is not there") from error


@cache
def held_out(corpus: str) -> frozenset[str]:
    """Return the ids (of articles, in `wikipedia`) that are set aside."""
    lines = (HELD_OUT / f"{corpus}.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def is_held_out(identity: str) -> bool:
    """Tell whether a text belongs to the fifth that is looked at only to measure."""
    return re.split("[#@]", identity)[0] in held_out(corpus_of(identity))


def _muc4() -> Iterator[Document]:
    """Wire texts in capitals; the dateline stays for the program to read."""
    paths = sorted((DATA / "events/muc4").glob("dev-muc3-*"))
    if not paths:
        raise FileNotFoundError(2, "no texts", str(DATA / "events/muc4"))
    for path in paths:
        heads = list(_MUC_HEAD.finditer(source := path.read_text("latin-1")))
        ends = [head.start() for head in heads[1:]] + [len(source)]
        for head, end in zip(heads, ends, strict=True):
            yield Document(f"muc4:{head[1]}", _filled(source[head.end() : end]))


def _filled(source: str) -> str:
    """Join the lines of each paragraph."""
    paragraphs = re.split(r"\n\s*\n", source)
    return "\n\n".join(joined for paragraph in paragraphs if (joined := " ".join(paragraph.split())))


def _wikievents() -> Iterator[Document]:
    for line in (DATA / "events/wikievents-dev.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Document(f"wikievents:{row['doc_id']}", row["text"].strip())


def _re3d() -> Iterator[Document]:
    for path in sorted((DATA / "entities/re3d").glob("*/documents.json")):
        if path.parent.name == "BBC Online":  # non-commercial: read by `evaluation.language` alone
            continue
        for line in path.read_text("utf-8-sig").splitlines():
            row = json.loads(line)
            yield Document(f"re3d:{row['_id']}", row["text"].strip(), outlet=row["sourceName"])


def _wikipedia() -> Iterator[Document]:
    for name, runs in read_articles(DATA / "control/wikipedia"):
        if not name.endswith(_MEASURE_ONLY_ARTICLE):
            for number, text in enumerate(runs):
                yield Document(f"wikipedia:{name}#{number}", text)


def _event_location() -> Iterator[Document]:
    for number, line in enumerate((DATA / "events/event_location.jsonl").read_text("utf-8").splitlines(), 1):
        yield Document(f"event_location:{number}", json.loads(line)["text"].strip())


def _airwars() -> Iterator[Document]:
    for row in airwars_rows():
        yield Document(f"airwars:{row['incident']}", airwars_narrative(row["assessment"]))


def airwars_rows() -> Iterator[dict[str, str]]:
    """Yield the rows of the table of assessed incidents."""
    with (DATA / "tolls/airwars.csv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def airwars_narrative(assessment: str) -> str:
    """Return what is told, without the form at its end that states the figures, its lost paragraph breaks put back."""
    return _LOST_BREAK.sub("\n\n", _AIRWARS_FORM.split(assessment, maxsplit=1)[0]).strip(" ,\n")


def _timebank() -> Iterator[Document]:
    if not (DATA / "time").is_dir():
        raise FileNotFoundError(2, "no texts", str(DATA / "time"))
    for text in read_texts(DATA / "time"):
        yield Document(f"timebank:{text.name}", _filled(text.body), text.written)


def _notes() -> Iterator[Document]:
    """Our own notes: these do lie in the repository."""
    for row in note_rows():
        day = row.get("published")
        yield Document(f"notes:{row['id']}", row["text"], dt.date.fromisoformat(day) if day else None)


def note_rows() -> Iterator[dict[str, Any]]:
    """Yield our own notes, those of the second batch behind those of the first."""
    for batch in ("notes", "second"):
        yield from map(json.loads, (Path(__file__).parent / f"notes/{batch}.jsonl").read_text("utf-8").splitlines())


READERS: Final[dict[str, Callable[[], Iterator[Document]]]] = {
    "muc4": _muc4,
    "wikievents": _wikievents,
    "re3d": _re3d,
    "wikipedia": _wikipedia,
    "event_location": _event_location,
    "airwars": _airwars,
    "timebank": _timebank,
    "notes": _notes,
}
