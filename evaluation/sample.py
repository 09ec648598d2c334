"""Draws the texts for which gold is written, once and by a fixed hash: `python -m evaluation.sample [FOLDER]`.

Writes `gold/index.csv`; into FOLDER the texts and the lists of them that readers work through, outside the repository.
"""

import csv
import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from evaluation.corpora import DATA, Document, documents, is_held_out, load

GOLD: Final = Path(__file__).parent / "gold"
INDEX: Final = GOLD / "index.csv"
MOST_WORDS: Final = 450
SECOND_READINGS: Final = 64
_BATCHES: Final = 6
_FIGHTING: Final = re.compile(
    r"\b(?:kill|wound|injur|attack|clash|shell|bomb|captur|seiz|offensive|rebel|militant|troops|fighting|airstrike|"
    r"air strike|missile|ambush|massacre|gunm[ae]n|guerrilla|explo[ds]|detonat|abduct|kidnap|cease-?fire)\w*",
    re.IGNORECASE,
)  # fmt: skip
_DEED: Final = re.compile(
    r"\b(?:killed|wounded|injured|attacked|clashed|shelled|bombed|captured|seized|recaptured|retook|advanced|ambushed|"
    r"struck|exploded|destroyed|shot down|repelled|withdrew|abducted|executed|fired)\b", re.IGNORECASE
)  # fmt: skip
_YEAR: Final = re.compile(r"\b20[012]\d\b")


@dataclass(frozen=True, slots=True)
class Entry:
    """A text of the gold sample: its id and day, the hash of its words, its batch, whether it is read twice."""

    id: str
    held_out: bool
    published: str
    sha256: str
    batch: int
    second_reading: bool

    @property
    def document(self) -> Document:
        """The text itself."""
        return load(self.id)


def read_index(path: Path = INDEX) -> list[Entry]:
    """Return the texts of the gold sample."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Entry(
                row["id"], row["heldout"] == "yes", row["published"], row["sha256"], int(row["batch"]),
                row["second_reading"] == "yes",
            )
            for row in csv.DictReader(lines)
        ]  # fmt: skip


def order(words: str) -> str:
    """Return a key that puts things in an order which is fixed and has to do with nothing."""
    return hashlib.sha256(f"gold {words}".encode()).hexdigest()


def _draw(pool: Iterable[Document], held_out: int, others: int) -> Iterator[Document]:
    wanted = {True: held_out, False: others}
    for document in sorted(pool, key=lambda one: order(one.id)):
        aside = is_held_out(document.id)
        if wanted[aside]:
            wanted[aside] -= 1
            yield cut(document)


def cut(document: Document) -> Document:
    """Return a text of at most 450 words: of a longer one what ends with a paragraph, or a sentence, before that."""
    words = list(re.finditer(r"\S+", document.text))
    if len(words) <= MOST_WORDS:
        return document
    reach = document.text[: words[MOST_WORDS - 1].end()]
    end = reach.rfind("\n\n")
    if end < len(reach) // 3:
        end = max(stop.end() for stop in re.finditer(r"[.!?][\"”’)]?(?= )", reach))
    return load(f"{document.id}@0-{end}")


def _muc4() -> Iterator[Document]:
    """Four texts in five tell what the task asked for, the fifth nothing of it."""
    told = _with_templates()
    texts = documents("muc4")
    yield from _draw((one for one in texts.values() if one.id in told), 11, 45)
    yield from _draw((one for one in texts.values() if one.id not in told), 3, 11)


@cache
def _with_templates() -> frozenset[str]:
    keys = "\n".join(path.read_text("latin-1") for path in sorted((DATA / "events/muc4").glob("key-*")))
    filled = r"MESSAGE: ID\s+(DEV-MUC3-\d{4}).*\n1\.\s+MESSAGE: TEMPLATE\s+\d"
    return frozenset(f"muc4:{name}" for name in re.findall(filled, keys))


def _wikipedia() -> Iterator[Document]:
    """Runs that tell deeds and a year, half from either war; of an article in two folders the one of its war."""
    for war in ("syria", "ukraine"):
        runs = (one for one in documents("wikipedia").values() if one.id.startswith(f"wikipedia:{war}/"))
        yield from _draw((one for one in runs if _tells_deeds(one)), 5, 20)


def _tells_deeds(document: Document) -> bool:
    text = document.text
    return 100 <= len(text.split()) <= 300 and len(_DEED.findall(text)) >= 3 and bool(_YEAR.search(text))


def _about_fighting(corpus: str, least: int) -> list[Document]:
    return [one for one in documents(corpus).values() if len(_FIGHTING.findall(cut(one).text)) >= least]


def draw() -> list[Document]:
    """Return the texts of the gold sample in a fixed order that mixes the corpora."""
    chosen = [
        *_muc4(),
        *_draw(_about_fighting("re3d", 2), 5, 20),
        *_draw(documents("wikievents").values(), 3, 12),
        *_wikipedia(),
        *_draw(documents("event_location").values(), 8, 32),
        *_draw(documents("airwars").values(), 5, 20),
        *_draw(_about_fighting("timebank", 5), 3, 12),
    ]
    return sorted(chosen, key=lambda one: order(one.id))


def _entries(texts: list[Document]) -> list[Entry]:
    twice = {one.id for one in sorted(texts, key=lambda one: order(f"second {one.id}"))[:SECOND_READINGS]}
    size = len(texts) / _BATCHES
    return [
        Entry(
            one.id, is_held_out(one.id), one.published.isoformat() if one.published else "",
            hashlib.sha256(one.text.encode()).hexdigest(), int(number / size) + 1, one.id in twice,
        )
        for number, one in enumerate(texts)
    ]  # fmt: skip


def _write_index(entries: list[Entry]) -> None:
    with INDEX.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["id", "heldout", "published", "sha256", "batch", "second_reading"])
        for one in entries:
            flags = ["yes" if flag else "no" for flag in (one.held_out, one.second_reading)]
            rows.writerow([one.id, flags[0], one.published, one.sha256, one.batch, flags[1]])


def _write_batches(entries: list[Entry], folder: Path) -> None:
    (folder / "texts").mkdir(parents=True, exist_ok=True)
    lists = {f"batch{n}": [one for one in entries if one.batch == n] for n in range(1, _BATCHES + 1)}
    twice = [one for one in entries if one.second_reading]
    lists["batch7"], lists["batch8"] = twice[: len(twice) // 2], twice[len(twice) // 2 :]
    for name, members in lists.items():
        lines = (f"{one.document.safe_id}\t{one.published}\n" for one in members)
        (folder / f"{name}.txt").write_text("".join(lines), "utf-8")
    for one in entries:
        document = one.document
        (folder / "texts" / f"{document.safe_id}.txt").write_text(document.text, "utf-8")


def main() -> None:
    """Write the index, and the readers' material where a folder is named."""
    entries = _entries(draw())
    _write_index(entries)
    for folder in map(Path, sys.argv[1:]):
        _write_batches(entries, folder)
    print(f"{len(entries)} texts, {sum(one.held_out for one in entries)} set aside")


if __name__ == "__main__":
    main()
