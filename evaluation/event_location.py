"""Where a verb's event happened: `python -m evaluation.event_location [--all]`.

Each of 10,087 sentences marks a verb and the places where it happened (none, in two of five). The event or toll that
was read from the verb must name one of these places, in words; where none is marked it must name none. Many of the
verbs are of no event here (patrol, launch, continue), or stand beside the noun that the event is read from; so it is
also told how often any event or toll that quotes the verb names the place.
Every fifth sentence is scored unless all are asked for.
"""

import json
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from dateline.model.claim import Claim, ControlClaim
from evaluation.corpora import DATA, documents, is_held_out
from evaluation.names import plain
from evaluation.reading import Read, read_all

SAMPLE: Final = 5
_OWNER: Final = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class Marked:
    """What is marked in a sentence: the verb's span and words, and the words of the places."""

    start: int
    end: int
    verb: str
    places: tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """Sentences with a place: those whose verb was read, those whose place is right or another; those without one."""

    placed: int = 0
    read: int = 0
    right: int = 0
    wrong: int = 0
    quoted: int = 0
    unplaced: int = 0
    kept_empty: int = 0

    def add(self, one: Read, marked: Marked) -> None:
        """Count one sentence by the claims that were read from its verb."""
        claims = of_verb(one, marked)
        said = _places(claims)
        if not marked.places:
            self.unplaced += 1
            self.kept_empty += not said
            return
        self.placed += 1
        self.read += bool(claims)
        right = _names_one(said, marked)
        self.quoted += _names_one(_places(quoting(one, marked)), marked)
        self.right += right
        self.wrong += bool(said) and not right

    def figures(self) -> dict[str, float]:
        """Return the share of verbs read, and of their places found, right and, where there is none, left empty."""
        return {
            "verb read": self.read / max(self.placed, 1),
            "place found": self.right / max(self.placed, 1),
            "place of a claim that quotes it": self.quoted / max(self.placed, 1),
            "place of read verbs": self.right / max(self.read, 1),
            "place precision": self.right / max(self.right + self.wrong, 1),
            "none kept": self.kept_empty / max(self.unplaced, 1),
        }


@cache
def marks() -> dict[str, Marked]:
    """Return what is marked in each sentence that marks just one verb, by id."""
    out = {}
    for number, line in enumerate((DATA / "events/event_location.jsonl").read_text("utf-8").splitlines(), 1):
        row = json.loads(line)
        skipped = len(row["text"]) - len(row["text"].lstrip())
        spans = [(s["label"], s["start"], s["end"]) for s in row.get("spans", [])]
        verbs = [(start, end) for label, start, end in spans if label == "VERB"]
        places = tuple(_words(row["text"], s) for s in row.get("spans", []) if s["label"] == "LOCATION")
        if len(verbs) == 1:
            start, end = verbs[0]
            marked = Marked(start - skipped, end - skipped, row["text"][start:end], places)
            out[f"event_location:{number}"] = marked
    return out


def _words(text: str, span: dict[str, Any]) -> str:
    """One place in five gives numbers of words for offsets; the words beside them are right."""
    words: str = span.get("text") or text[span["start"] : span["end"]]
    return words


def share_words(said: str, marked: str) -> bool:
    """Tell whether two phrases share a word of a name."""
    one, other = (set(plain(_OWNER.sub("", words)).split()) for words in (said, marked))
    return bool(one & other)


def quoting(one: Read, marked: Marked) -> list[Claim]:
    """Return the events and tolls whose quote holds the verb."""
    return [
        claim
        for claim in one.claims
        if not isinstance(claim, ControlClaim)
        and any(quote.start < marked.end and marked.start < quote.end for quote in (claim.quote, *claim.also_quoted))
    ]


def of_verb(one: Read, marked: Marked) -> list[Claim]:
    """Return those whose trigger the verb is."""
    words = set(marked.verb.lower().split())
    return [claim for claim in quoting(one, marked) if words & set(claim.trigger.lower().split())]


def _places(claims: Iterable[Claim]) -> list[str]:
    return [claim.place.words for claim in claims if claim.place is not None]


def _names_one(said: Iterable[str], marked: Marked) -> bool:
    return any(share_words(one, place) for one in said for place in marked.places)


def score(reads: Iterable[Read]) -> dict[str, Tally]:
    """Return tallies of the part set aside and of the rest."""
    out = {"set aside": Tally(), "developed": Tally()}
    for one in reads:
        marked = marks()[one.document.id]
        out["set aside" if is_held_out(one.document.id) else "developed"].add(one, marked)
    return out


def read_sentences(*, sample: int = SAMPLE) -> list[Read]:
    """Take every so-manieth sentence through the program.

    Raises:
        CorpusError: the corpus is absent.
    """
    texts = documents("event_location")
    return list(read_all(texts[name] for name in list(marks())[::sample]))


def measure(*, sample: int = SAMPLE) -> dict[str, float]:
    """Return the shares by part.

    Raises:
        CorpusError: the corpus is absent.
    """
    tallies = score(read_sentences(sample=sample))
    return {f"{part}.{name}": share for part, tally in tallies.items() for name, share in tally.figures().items()}


def main() -> None:
    """Print the shares; with `--misses` the ids whose place is not found, why, and the verb, of those not set aside."""
    reads = read_sentences(sample=1 if "--all" in sys.argv[1:] else SAMPLE)
    for part, tally in score(reads).items():
        print(part, tally.placed, *(f"{name} {share:.3f}" for name, share in tally.figures().items()), sep="  ")
    if "--misses" in sys.argv[1:]:
        for one in reads:
            if not is_held_out(one.document.id):
                _tell(one)


def _tell(one: Read) -> None:
    marked = marks()[one.document.id]
    claims = of_verb(one, marked)
    tally = Tally()
    tally.add(one, marked)
    if tally.placed and not tally.right:
        unread = "another trigger" if one.claims else "not read"
        why = "wrong place" if tally.wrong else "no place" if claims else unread
        print(one.document.id, why, marked.verb.lower())


if __name__ == "__main__":
    main()
