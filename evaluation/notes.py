"""Short notes and snippets of every type, and many that tell of none: `python -m evaluation.notes [--misses]`.

`notes/notes.jsonl` and `notes/second.jsonl` hold them: written for this project in the manner of analysts' notes,
wires and local papers, before looking at what the program knows. Places and parties are real, happenings often are
not. A note has one type, that of its main claim, or `none`. What the program says of a note is the type of its main
claim: of the event claims, told as so or as uncertain, that stand in the first sentence with any, the one whose type
comes first in the codebook; `none` where there is none. Weighted F1 counts each type by how many notes have it, macro
F1 each alike. Day, place, parties and killed are shares of the notes that give them, by the main claim and by the
tolls of the note together.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from dateline.model.claim import EventClaim, TollClaim
from dateline.model.reading import Harm, Scope, Stance
from dateline.reference.codebook import codebook
from evaluation.corpora import SECOND, documents, is_held_out, note_rows
from evaluation.names import Names, families_of
from evaluation.reading import Read, read_all
from evaluation.record_scores import date_fits, faced, place_fits
from evaluation.tally import Tally

NONE: Final = "none"
PARTS: Final = ("set aside", "developed", "second set aside", "second developed")
_TOLD: Final = frozenset({Stance.ASSERTED, Stance.UNCERTAIN})
_SIDES: Final = ("actors", "targets")

Note = Mapping[str, Any]
Range = tuple[int | None, int | None]


@dataclass(slots=True)
class NotesTally:
    """How the types told stand to the types written down, and how many of each slot are right of how many given."""

    types: Counter[tuple[str, str]] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    parties: Tally = field(default_factory=Tally)

    def by_type(self) -> dict[str, Tally]:
        """Return recall and precision of each type that was written down or told."""
        out = {}
        for name in sorted({name for pair in self.types for name in pair}):
            wanted = sum(count for (gold, _), count in self.types.items() if gold == name)
            told = sum(count for (_, said), count in self.types.items() if said == name)
            out[name] = Tally.of(self.types[name, name], wanted, told)
        return out

    def figures(self) -> dict[str, float]:
        """Return the figures by name."""
        rows = [row for row in self.by_type().values() if row.wanted]
        wanted = sum(row.wanted for row in rows) or 1
        shares = {name: self.right[name] / count for name, count in self.given.items() if count}
        return {
            "weighted_f1": sum(row.f1 * row.wanted for row in rows) / wanted,
            "macro_f1": sum(row.f1 for row in rows) / (len(rows) or 1),
            "accuracy": sum(count for (gold, said), count in self.types.items() if gold == said) / wanted,
            **shares,
            "parties_f1": self.parties.f1,
        }

    def add(self, note: Note, one: Read, names: Names) -> None:
        """Count one note as read."""
        claim = main_claim(one)
        self.types[note["type"], claim.type if claim else NONE] += 1
        if note["type"] == NONE:
            return
        self.given["first"] += 1
        self.right["first"] += next((event.type for event in _events(one)), NONE) == note["type"]
        for name, fits in slots(note, one, names).items():
            self.given[name] += 1
            self.right[name] += fits
        gold = _as_gold(note)
        if any(gold[side] for side in _SIDES):
            row = faced(names, _row(one, claim), gold)
            for side in _SIDES:
                found, right = names.hits(row[side], gold[side])
                # A note may leave a side out: what is told of that side alone is neither right nor wrong.
                self.parties.add(found, len(gold[side]), right, len(row[side]) if gold[side] else 0)


def main_claim(one: Read) -> EventClaim | None:
    """Return the claim that gives a note its type: the first in the codebook of the first sentence's, None if none."""
    told = _events(one)
    lead = [claim for claim in told if claim.quote.start == told[0].quote.start]
    return min(lead, key=lambda claim: codebook()[claim.type].rank, default=None)


def _events(one: Read) -> list[EventClaim]:
    return [claim for claim in one.claims if isinstance(claim, EventClaim) and claim.stance in _TOLD]


def slots(note: Note, one: Read, names: Names) -> dict[str, bool]:
    """Tell of each slot that a note gives whether it is right: day, place, killed."""
    gold, row = _as_gold(note), _row(one, main_claim(one))
    fits = {"day": date_fits(row, gold), "place": place_fits(names, row, gold)}
    out = {name: fit for name, fit in fits.items() if fit is not None}
    if "killed" in note:
        out["killed"] = told_killed(one) == tuple(note["killed"])
    return out


def told_killed(one: Read) -> Range | None:
    """Return how many were killed by a note as a whole, the parts of another toll left out; None if nothing is told."""
    tolls = [claim for claim in one.claims if isinstance(claim, TollClaim) and claim.harm is Harm.KILLED]
    counts = [toll.count for toll in tolls if toll.part_of is None and toll.scope is Scope.INCIDENT]
    known = [count for count in counts if (count.low, count.high) != (None, None)]
    if not known:
        return None
    lows, highs = [count.low for count in known], [count.high for count in known]
    low = None if None in lows else sum(filter(None, lows))
    return low, None if None in highs else sum(filter(None, highs))


def _as_gold(note: Note) -> dict[str, Any]:
    day = note.get("day")
    sides = {side: note.get(side, []) for side in _SIDES}
    return {"type": note["type"], "place": note.get("place"), "date": [day, day] if day else None, **sides}


def _row(one: Read, claim: EventClaim | None) -> dict[str, Any]:
    rows = (row for row in one.rows if claim and row["id"] == claim.id)
    return next(rows, {"actors": [], "targets": [], "date": None, "place": None})


def notes() -> dict[str, Note]:
    """Return the notes by id."""
    return {f"notes:{row['id']}": row for row in note_rows()}


def part_of(identity: str) -> str:
    """Return the part that a note belongs to: its batch, and whether it is set aside."""
    return PARTS[2 * identity.startswith(SECOND) + (not is_held_out(identity))]


def score(reads: Iterable[Read], wanted: Mapping[str, Note]) -> dict[str, NotesTally]:
    """Return tallies of the part set aside and of the rest."""
    names, out = Names({}, families_of), {part: NotesTally() for part in PARTS}
    for one in reads:
        out[part_of(one.document.id)].add(wanted[one.document.id], one, names)
    return out


def read_notes() -> list[Read]:
    """Take the notes through the program."""
    return list(read_all(documents("notes").values()))


def measure() -> dict[str, float]:
    """Return the figures by part."""
    tallies = score(read_notes(), notes())
    return {f"{part}.{name}": figure for part, tally in tallies.items() for name, figure in tally.figures().items()}


def _misses(reads: Sequence[Read], wanted: Mapping[str, Note]) -> Iterator[str]:
    """Yield what is wrong in the notes that are not set aside: the type first, then the slots."""
    names = Names({}, families_of)
    for one in reads:
        note = wanted[one.document.id]
        if is_held_out(one.document.id):
            continue
        claim = main_claim(one)
        said = claim.type if claim else NONE
        if said != note["type"]:
            by = f" [{claim.found_by}, “{claim.trigger}”]" if claim else _unsaid(one)
            yield f"{note['type']} <> {said}{by}: {note['text']}"
        elif wrong := [name for name, fits in slots(note, one, names).items() if not fits]:
            yield f"slots {', '.join(wrong)} ({_given(one)}): {note['text']}"


def _unsaid(one: Read) -> str:
    others = [claim for claim in one.claims if isinstance(claim, EventClaim)]
    return f" [{', '.join(f'{claim.type} {claim.stance}' for claim in others)}]" if others else ""


def _given(one: Read) -> str:
    row = _row(one, main_claim(one))
    date, place = row["date"] or {}, row["place"] or {}
    return f"{date.get('from')}, {place.get('name')}, killed {told_killed(one)}"


def _per_type(tally: NotesTally) -> Iterator[str]:
    for name, row in tally.by_type().items():
        yield f"  {name:38} {row.recall:.2f} {row.precision:.2f} of {row.wanted:.0f}"


def main() -> None:
    """Print the figures, with `--misses` each type and what is wrong among those not set aside."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--misses", action="store_true", help="what is wrong in the notes that are not set aside")
    asked = parser.parse_args()
    reads = read_notes()
    tallies = score(reads, notes())
    for part, tally in tallies.items():
        print(part, tally.types.total(), *(f"{name} {one:.3f}" for name, one in tally.figures().items()), sep="  ")
    if asked.misses:
        print("recall and precision, developed", *_per_type(tallies["developed"]), sep="\n")
        print("recall and precision, second developed", *_per_type(tallies["second developed"]), sep="\n")
        print(*_misses(reads, notes()), sep="\n")


if __name__ == "__main__":
    main()
