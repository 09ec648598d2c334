"""Passages: paragraphs of a report on their way from the decoded bytes to its text, with the map back."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from dateline.model.report import Stretch

_UNSEEN: Final = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff"
_LOOSE: Final = re.compile(rf"(?P<spare>[{_UNSEEN}]|\s(?=[{_UNSEEN}]*\s))|[^\S ]")


class Role(StrEnum):
    """What a reader knows of a passage from the format alone."""

    HEADING = "heading"
    CAPTION = "caption"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end` of a passage that give way to `new`, which is never longer than they are."""

    start: int
    end: int
    new: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: its text, and run by run where that stands in the decoded bytes (`start` counts within the text)."""

    text: str
    runs: tuple[Stretch, ...]
    role: Role = Role.PLAIN

    @classmethod
    def from_span(cls, decoded: str, start: int, end: int, role: Role = Role.PLAIN) -> "Passage":
        """Return decoded[start:end] as a passage, its white space made plain."""
        whole = cls(decoded[start:end], (Stretch(0, start, end - start),), role)
        return whole.tidied()

    def cut(self, start: int, end: int) -> "Passage":
        """Return characters `start` to `end` alone."""
        runs = (_clip(run, start, end) for run in self.runs)
        return replace(self, text=self.text[start:end], runs=tuple(run for run in runs if run.length > 0))

    def edited(self, edits: Iterable[Edit]) -> "Passage":
        """Return the passage with the edits made; they stand in order and do not overlap."""
        parts: list[Passage] = []
        at = 0
        for edit in edits:
            parts.append(self.cut(at, edit.start))
            if edit.new:
                parts.append(replace(self.cut(edit.start, edit.start + len(edit.new)), text=edit.new))
            at = edit.end
        return joined([*parts, self.cut(at, len(self.text))], "") if at else self

    def tidied(self) -> "Passage":
        """Return the passage with single spaces, no invisible characters, and nothing blank at either end."""
        plain = self.edited(Edit(*found.span(), "" if found["spare"] else " ") for found in _LOOSE.finditer(self.text))
        start = len(plain.text) - len(plain.text.lstrip())
        end = len(plain.text.rstrip())
        return plain if (start, end) == (0, len(plain.text)) else plain.cut(start, max(start, end))


def joined(parts: Iterable[Passage], between: str) -> Passage:
    """Return the passages as one, with `between` (which comes from nowhere) set between them."""
    texts: list[str] = []
    runs: list[Stretch] = []
    at = 0
    for number, part in enumerate(parts):
        if number:
            texts.append(between)
            at += len(between)
        texts.append(part.text)
        for run in part.runs:
            _append(runs, replace(run, start=at + run.start))
        at += len(part.text)
    return Passage("".join(texts), tuple(runs))


def _append(runs: list[Stretch], run: Stretch) -> None:
    """Add the run, as one with the last where they meet on both sides."""
    last = runs[-1] if runs else None
    if last and last.start + last.length == run.start and last.origin + last.length == run.origin:
        runs[-1] = replace(last, length=last.length + run.length)
    else:
        runs.append(run)


def _clip(run: Stretch, start: int, end: int) -> Stretch:
    """Return what of the run lies within start to end, counted from start; of no length where nothing does."""
    first = max(run.start, start)
    return Stretch(first - start, run.origin + first - run.start, min(run.start + run.length, end) - first)
