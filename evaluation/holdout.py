"""Sets a fifth of each corpus aside by a fixed hash, once: `python -m evaluation.holdout`.

Of the second batch of notes half is set aside: there are too few for a fifth to tell much.

What was set aside before stays so: the reports of re3d that the annotator's training held back, the files of TimeBank
that the grammar of dates was not written on. Articles are set aside whole, and sentences by their words, so that a
sentence given twice lies on one side.
"""

import hashlib
from collections.abc import Callable
from typing import Final

from evaluation.corpora import HELD_OUT, READERS, SECOND, Document, documents
from evaluation.re3d_mentions import held_back
from evaluation.timex.run import set_aside

_PARTS: Final = 5


def share(words: str, parts: int = _PARTS) -> int:
    """Return which of so many parts some words fall into; part 0 is set aside."""
    return int(hashlib.sha256(words.encode()).hexdigest(), 16) % parts


def _by_id(document: Document) -> bool:
    return share(document.id) == 0


def _by_words(document: Document, parts: int = _PARTS) -> bool:
    return share(" ".join(document.text.lower().split()), parts) == 0


def _by_batch(document: Document) -> bool:
    return _by_words(document, 2 if document.id.startswith(SECOND) else _PARTS)


def _by_article(document: Document) -> bool:
    """Two folders may hold one article."""
    return share(document.id.partition("#")[0].rpartition("/")[2].rpartition(":")[2]) == 0


def _by_training(document: Document) -> bool:
    return document.id.partition(":")[2] in held_back()


def _by_file(document: Document) -> bool:
    return set_aside(document.id.partition(":")[2])


_WAYS: Final[dict[str, Callable[[Document], bool]]] = {
    "wikipedia": _by_article,
    "event_location": _by_words,
    "notes": _by_batch,
    "re3d": _by_training,
    "timebank": _by_file,
}


def main() -> None:
    """Write one list of ids a corpus."""
    HELD_OUT.mkdir(exist_ok=True)
    for corpus in READERS:
        way = _WAYS.get(corpus, _by_id)
        ids = dict.fromkeys(one.id.partition("#")[0] for one in documents(corpus).values() if way(one))
        (HELD_OUT / f"{corpus}.txt").write_text("".join(f"{one}\n" for one in ids), "utf-8")
        print(f"{corpus}: {len(ids)} set aside")


if __name__ == "__main__":
    main()
