"""The typed mentions of re3d, as the network is trained on them and measured by."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HELD_BACK: Final = Path(__file__).resolve().parents[1] / "training" / "heldback_re3d.txt"
MEASURE_ONLY: Final = frozenset({"BBC Online"})
"""Folders that may not be learned from: their licence is non-commercial."""

_LEAST_CONFIDENCE: Final = 0.5
_TYPES: Final = {
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


@dataclass(frozen=True, slots=True)
class TaggedText:
    """A report of re3d; `mentions` holds (start, end, type) in characters, in order; some overlap."""

    id: str
    folder: str
    text: str
    mentions: tuple[tuple[int, int, str], ...]


def read_re3d(root: Path) -> Iterator[TaggedText]:
    """Yield all reports of re3d, also those for measuring only.

    Args:
        root: the corpus, with a folder a source.
    """
    for folder in sorted(path for path in root.iterdir() if path.is_dir()):
        mentions: defaultdict[str, set[tuple[int, int, str]]] = defaultdict(set)
        for line in (folder / "entities.json").read_text("utf-8-sig").splitlines():
            row = json.loads(line)
            if row["type"] in _TYPES and float(row["confidence"]) >= _LEAST_CONFIDENCE:
                mentions[row["documentId"]].add((row["begin"], row["end"], _TYPES[row["type"]]))
        for line in (folder / "documents.json").read_text("utf-8-sig").splitlines():
            row = json.loads(line)
            yield TaggedText(row["_id"], folder.name, row["text"], tuple(sorted(mentions[row["_id"]])))


def held_back() -> frozenset[str]:
    """Return the ids of the reports that are never learned from, by the list that `training/hold_back.py` drew."""
    lines = HELD_BACK.read_text("utf-8").splitlines()
    return frozenset(line.split("\t")[0] for line in lines if line and not line.startswith("#"))
