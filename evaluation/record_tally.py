"""Figures over many reports held against gold: recall, precision and F1 by kind of claim and by slot of an event."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from evaluation.names import Names
from evaluation.record_scores import KEYS, PARTY_SLOTS, Matched, Row, asserted, date_fits, faced, matched, place_fits
from evaluation.tally import Tally

SLOTS: Final = ("type", "place", "date", *PARTY_SLOTS)


def _tallies(names: tuple[str, ...]) -> dict[str, Tally]:
    return {name: Tally() for name in names}


@dataclass(slots=True)
class RecordTally:
    """Tallies by kind and by slot, and which type was taken for which ("-" where there is none on a side)."""

    kinds: dict[str, Tally] = field(default_factory=lambda: _tallies(tuple(KEYS)))
    slots: dict[str, Tally] = field(default_factory=lambda: _tallies(SLOTS))
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    reports: int = 0

    def add_report(self, names: Names, rows: Sequence[Row], gold: Mapping[str, Any]) -> list[Matched]:
        """Hold a report's exported claims against its gold record; return how they matched, by kind."""
        self.reports += 1
        out = [matched(names, kind, asserted(rows, kind), gold[key]) for kind, key in KEYS.items()]
        for one in out:
            self._add(names, one)
        return out

    def _add(self, names: Names, one: Matched) -> None:
        firm = one.firm
        wanted = len(firm) + len(one.missed)
        self.kinds[one.kind].add(len(firm), wanted, len(firm), len(firm) + len(one.spurious))
        if one.kind == "event":
            for claim, gold in firm:
                self._add_slots(names, faced(names, claim, gold), gold)
            self.confusion.update((gold["type"], claim["type"]) for claim, gold in firm)
            self.confusion.update((one.golds[j]["type"], "-") for j in one.missed)
            self.confusion.update(("-", one.claims[i]["type"]) for i in one.spurious)

    def _add_slots(self, names: Names, claim: Row, gold: Row) -> None:
        fits = {
            "type": claim["type"] == gold["type"],
            "place": place_fits(names, claim, gold),
            "date": date_fits(claim, gold),
        }
        for slot, fit in fits.items():
            if fit is not None:
                self.slots[slot].add(fit, 1, fit, bool(claim.get(slot)))
        for slot in PARTY_SLOTS:
            wanted, said = gold.get(slot) or [], claim.get(slot) or []
            if wanted:
                found, right = names.hits(said, wanted)
                least = gold.get(f"{slot}_min", len(wanted))
                self.slots[slot].add(min(found, least), least, right, len(set(said)))

    @property
    def slot_f1(self) -> float:
        """The mean F1 over the slots."""
        return sum(tally.f1 for tally in self.slots.values()) / len(self.slots)

    @property
    def record(self) -> float:
        """The mean of events F1 times slot F1, tolls F1 and control F1."""
        return (self.kinds["event"].f1 * self.slot_f1 + self.kinds["toll"].f1 + self.kinds["control"].f1) / 3

    def figures(self) -> dict[str, float]:
        """Return the main figures by name."""
        kinds = {f"{KEYS[kind]}_f1": tally.f1 for kind, tally in self.kinds.items()}
        return {**kinds, "slots_f1": self.slot_f1, "record": self.record}
