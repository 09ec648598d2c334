"""The words of whole reports with the labels of their gold: which of them tells of an incident, and of which type.

The reports are those of sets that are developed on, `wars7` left out: it came later, and shows what the head does on
reports that it has not learned from.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from dateline import pipeline  # noqa: E402
from dateline.annotate.events import EventHead, neighbours  # noqa: E402
from dateline.model.annotated import Annotated, Token  # noqa: E402
from dateline.reference.sub_events import TERRITORY_TAKEN  # noqa: E402
from dateline.store import RawReport  # noqa: E402
from evaluation.report_sets import SETS, ReportSet  # noqa: E402 - the repository's root must be found first
from event_codes import CODES, LABELS  # noqa: E402
from event_data import UNKNOWN, Words, arcs  # noqa: E402
from event_states import Stater, rules  # noqa: E402

LEARNED: Final = ("examples", "wars", "wars2", "wars3", "wars4", "wars5", "wars6")
_OTHER: Final = "Other"
_CAPTURES: Final = frozenset({"Government regains territory", "Non-state actor overtakes territory"})
_Span = tuple[int, int, str]
"""Start and end in a text, and a type's code, "" for what may be told of or not."""


def report_words(head: EventHead) -> Iterator[Words]:
    """Yield the words of all reports that are learned from, in order.

    Args:
        head: what is known of words before; of the words of a mention that no rule read it picks the one that tells it.
    """
    stater = Stater()
    for name in LEARNED:
        yield from _of_set(name, SETS[name], stater, head)


def _of_set(name: str, one: ReportSet, stater: Stater, head: EventHead) -> Iterator[Words]:
    gold = one.gold()
    for source in pipeline.STAGES.find([str(one.reports)], one.reports / "reports.csv").files:
        raw = RawReport("", source.file, source.path.read_bytes(), source.metadata)
        annotated, states = stater.of_report(pipeline.STAGES.clean(raw))
        if annotated.sentences:
            marked = _Marked(annotated, _spans(gold, source.file, annotated.report.text))
            yield marked.words(f"{name}:{source.file}", states, head)


def _spans(gold: Mapping[str, Any], file: str, text: str) -> list[_Span]:
    """Return what the gold marks of a report: its mentions of incidents, then what may be told of or not."""
    found = [
        (*span, _code(one["type"]))
        for one in gold["incidents"]
        for told, words in one["members"]
        if told == file and (span := _find(text, words))
    ]
    rest = [*gold["optional"], *(row[:2] for row in gold["denied"])]
    return found + [(*span, "") for told, words in rest if told == file and (span := _find(text, words))]


def _find(text: str, words: str) -> tuple[int, int] | None:
    """Return where words stand in a text, however the spaces between them are written."""
    pieces, at = words.split(), 0
    while (start := text.find(pieces[0], at)) >= 0:
        end = start + len(pieces[0])
        for piece in pieces[1:]:
            end += len(text[end:]) - len(text[end:].lstrip())
            if not text.startswith(piece, end):
                break
            end += len(piece)
        else:
            return start, end
        at = start + 1
    return None


def _code(kind: str) -> str:
    return CODES[TERRITORY_TAKEN] if kind in _CAPTURES else CODES.get(kind, CODES[_OTHER])


def _untold(annotated: Annotated) -> Annotated:
    """Return a report without what an earlier head of this kind said of it, by which the rules read more."""
    return replace(
        annotated,
        sentences=tuple(
            replace(sentence, tokens=tuple(replace(token, told=()) for token in sentence.tokens))
            for sentence in annotated.sentences
        ),
    )


@dataclass(frozen=True, slots=True)
class _Marked:
    """A report annotated, with what its gold marks."""

    annotated: Annotated
    spans: Sequence[_Span]

    def words(self, name: str, states: NDArray[np.float16], head: EventHead) -> Words:
        """Return the words with their labels.

        Of a mention's words one tells it: what the rules read of it, else what the head takes for the likeliest.
        Nothing is known of the others, of what else the rules read, and of sentences that may be told of or not.
        """
        above, slots, may, owner = arcs(self.annotated.sentences)
        placed = np.zeros((len(owner), *states.shape[1:]), np.float16)
        placed[~self._leads(owner)] = states
        near = neighbours(above, slots)
        layers = [placed[:, layer].astype(np.float32) for layer in (0, 1)]
        rows = np.arange(len(owner))
        likely = 1.0 - head.probabilities(head.features(layers, near, rows, owner))[:, 0]
        rule = self._rules()
        label, read = np.where(rule > 0, UNKNOWN, 0), np.zeros(len(owner), bool)
        starts = np.array([-1 if token is None else token.start for token in self._tokens()])
        for start, end, code in self.spans:
            inside = np.flatnonzero((starts >= start) & (starts < end))
            if not code:
                held = np.isin(owner, owner[inside])
                label[held & (label == 0)] = UNKNOWN
            elif (may[inside]).any():
                able = inside[may[inside]]
                label[inside[label[inside] == 0]] = UNKNOWN
                best = max(able.tolist(), key=lambda row: (rule[row] > 0, likely[row]))
                label[best] = LABELS.index(code)
                read[owner == owner[best]] = True
        return Words(name, placed, near, owner, label, rule, read, may)

    @staticmethod
    def _leads(owner: NDArray[np.int64]) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = np.diff(owner, prepend=-1) > 0
        return found

    def _tokens(self) -> Iterator[Token | None]:
        for sentence in self.annotated.sentences:
            yield None
            yield from sentence.tokens

    def _rules(self) -> NDArray[np.int64]:
        """Return the label that the rules read of each word, 0 for none."""
        found = rules(_untold(self.annotated))
        rows = []
        for number, sentence in enumerate(self.annotated.sentences):
            codes = (found.get((number, word)) for word in range(len(sentence.tokens)))
            rows += [0, *(LABELS.index(CODES[told[0]]) if told else 0 for told in codes)]
        return np.array(rows, np.int64)
