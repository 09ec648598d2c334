"""The second event head, which finds what no pattern fits: trained on whole reports, on the features of the first.

    python training/report_train.py STATES EVENTS.npz [--folds 6]

Its arrays are written beside those of the first head, which stay as they are. With `--folds` nothing is written: sets
of reports are held out by turns, and it is counted how many words that no rule read lie in a mention, or in none.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np

from dateline.annotate.events import IN_REPORTS, EventHead, Floats
from event_data import Words, labelled
from event_store import load
from event_texts import UPPER
from event_train import Set, fit, known
from report_words import LEARNED, report_words

_EVERYDAY: Final = (
    8  # one run of sentences of the treebanks in so many shows what verbs mean elsewhere: "hit the beach"
)
_EASY: Final = 20_000
_LIMITS: Final = (0.3, 0.4, 0.5, 0.6, 0.7)


def check(arrays: dict[str, Floats], found: Set, folds: int) -> None:
    """Print how many words that no rule read are, at each limit, in a mention and in none, sets held out by turns."""
    names = [name.partition(":")[0] for name in found.names]
    groups = {name: number % folds for number, name in enumerate(sorted(set(names) & set(LEARNED)))}
    fold = np.array([groups.get(name, -1) for name in names])[found.text]
    counts: Counter[tuple[float, bool]] = Counter()
    for number in range(folds):
        net = fit(found, np.flatnonzero(fold != number), _EASY)
        held = np.flatnonzero((fold == number) & (found.rule == 0))
        event = 1.0 - EventHead(arrays | net.arrays, 1.0).probabilities(found.features[held])[:, 0]
        for limit in _LIMITS:
            over = held[event >= limit]
            counts.update((limit, bool(told)) for told in found.label[over] > 0)
    for limit in _LIMITS:
        print(f"at {limit}: {counts[limit, True]} told, {counts[limit, False]} not")


def everyday(states: Path) -> Iterator[Words]:
    """Yield some of the treebanks' texts with their labels."""
    texts = (one for one in load(states) if one.id.startswith(("ewt", "gum")) and not one.id.endswith(UPPER))
    yield from islice(labelled(texts), 0, None, _EVERYDAY)


def main(states: Path, path: Path, folds: int) -> None:
    """Train on all, or only check."""
    with np.load(path, allow_pickle=False) as kept:
        arrays = {name: kept[name] for name in kept.files if not name.startswith(IN_REPORTS)}
    head = EventHead.from_file(path)
    found = known(head, [*report_words(head), *everyday(states)])
    if folds:
        check({name: array.astype(np.float32) for name, array in arrays.items()}, found, folds)
        return
    net = fit(found, np.arange(len(found.label)), _EASY)
    told = {f"{IN_REPORTS}{name}": array.astype(np.float16) for name, array in net.arrays.items()}
    np.savez_compressed(path, **arrays, **told)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("states", type=Path, help="a folder that event_states.py wrote")
    parser.add_argument("events", type=Path, help="the first head, as event_train.py wrote it")
    parser.add_argument("--folds", type=int, default=0)
    asked = parser.parse_args()
    main(asked.states, asked.events, asked.folds)
