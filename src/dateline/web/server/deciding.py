"""Deciding: what a form or a program asks for, made into decisions and kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from dateline import judging
from dateline.errors import JudgementError
from dateline.model.judgement import Decision, Judgement
from dateline.store import RecordView, open_record
from dateline.web.server.state import State

Given = Mapping[str, Any]
WAIT_SECONDS: Final = 4.0  # that an answer waits for the record to be reckoned anew
LONGEST: Final = 2000  # letters of a reason or a value
SMALL: Final = 2**62


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be decided, by whom and why; `seen` is the latest judgement that they had seen."""

    action: str
    given: Given
    who: str
    reason: str
    seen: int | None


def keep(state: State, asked: Asked) -> tuple[Judgement, ...]:
    """Keep what is decided, and reckon the record anew.

    Raises:
        JudgementError: it cannot be understood, or lacks a reason.
        JudgedMeanwhileError: someone judged the same after what was seen.
    """
    with open_record(state.views.path) as record:
        found = decisions(record.view, asked)
        kept = judging.decide(record, found, who=asked.who, reason=asked.reason, seen=asked.seen)
    state.refresher.ask(WAIT_SECONDS)
    return kept


def decisions(view: RecordView, asked: Asked) -> tuple[Decision, ...]:
    """Return the decisions that are meant.

    Raises:
        JudgementError: they cannot be understood.
    """
    if asked.action not in ACTIONS:
        raise JudgementError(f"{asked.action!r} is nothing that can be decided: {', '.join(ACTIONS)}")
    return ACTIONS[asked.action](view, asked)


def _accept(view: RecordView, asked: Asked) -> tuple[Decision, ...]:
    return judging.accept(view, _text(asked.given, "subject"))


def _reject(view: RecordView, asked: Asked) -> tuple[Decision, ...]:
    return judging.reject(view, _text(asked.given, "subject"))


def _merge(view: RecordView, asked: Asked) -> tuple[Decision, ...]:
    return judging.merge(view, _text(asked.given, "subject"), _text(asked.given, "other"))


def _split(view: RecordView, asked: Asked) -> tuple[Decision, ...]:
    return judging.split(view, _text(asked.given, "subject"), _text(asked.given, "other"))


def _part(view: RecordView, asked: Asked) -> tuple[Decision, ...]:
    return judging.part_of(view, _text(asked.given, "subject"), _text(asked.given, "other", needed=False) or None)


def _grade(view: RecordView, asked: Asked) -> tuple[Decision, ...]:
    return judging.grade(view, _text(asked.given, "subject"), _text(asked.given, "grade"))


def _correct(view: RecordView, asked: Asked) -> tuple[Decision, ...]:
    return judging.correct(view, _text(asked.given, "subject"), _values(asked.given))


def _add(view: RecordView, asked: Asked) -> tuple[Decision, ...]:
    marked = judging.mark(view, _text(asked.given, "report"), _text(asked.given, "words"))
    return judging.add(view, marked, _text(asked.given, "kind"), _values(asked.given), who=asked.who)


def _undo(view: RecordView, asked: Asked) -> tuple[Decision, ...]:
    number = _text(asked.given, "number")
    if not (number.isascii() and number.isdigit() and int(number) < SMALL):
        raise JudgementError(f"{number[:40]!r} is no number of a judgement")
    return judging.undo(view, int(number))


ACTIONS: Final[dict[str, Callable[[RecordView, Asked], tuple[Decision, ...]]]] = {
    "accept": _accept, "reject": _reject, "correct": _correct, "merge": _merge, "split": _split, "part": _part,
    "grade": _grade, "add": _add, "undo": _undo,
}  # fmt: skip
"""What can be decided, by name."""


def _text(given: Given, name: str, *, needed: bool = True) -> str:
    text = given.get(name, "")
    if not isinstance(text, str) or len(text) > LONGEST:
        raise JudgementError(f"{name}: give words, {LONGEST} letters at most")
    if needed and not text.strip():
        raise JudgementError(f"{name} lacks")
    return text.strip()


def _values(given: Given) -> dict[str, str]:
    """Return the values given: as `values`, or as fields "value-NAME" of a form, of which empty ones say nothing."""
    values = given.get("values")
    if values is None:
        values = {name.removeprefix("value-"): text for name, text in given.items() if name.startswith("value-")}
        if name := given.get("field"):
            values[name] = given.get("value", "")
        return {name: text for name, text in values.items() if text.strip() and len(text) <= LONGEST}
    if not isinstance(values, dict) or not all(isinstance(text, str) for text in values.values()):
        raise JudgementError("values: give words by the names of the values")
    return {str(name): text for name, text in values.items()}
