"""A situation report as a document: what the writers print, in no format yet."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Footnote:
    """The evidence behind a sentence: a quote with who says it, who prints it, when and in which file.

    `claims` are the ids of the claims that it makes, `report` is that of the report; `remark` says what else must be
    known of it ("a denial").
    """

    number: int
    quote: str
    speaker: str
    outlet: str
    day: str
    file: str
    claims: tuple[str, ...]
    remark: str = ""
    report: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the numbers of the footnotes that bear it: at least one."""

    text: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together; `title` names what they are about, where that helps to find them."""

    sentences: tuple[Sentence, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report; `parts` are sections of their own within it."""

    title: str
    paragraphs: tuple[Paragraph, ...] = ()
    parts: tuple["Section", ...] = ()

    def sentences(self) -> Iterator[Sentence]:
        """Yield all sentences, in order."""
        for paragraph in self.paragraphs:
            yield from paragraph.sentences
        for part in self.parts:
            yield from part.sentences()

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return next(self.sentences(), None) is None


@dataclass(frozen=True, slots=True)
class Document:
    """A situation report.

    `facts` are names and values of what it covers and how it was made, `remarks` how to read it: these say nothing of
    what happened, and have no footnotes.
    """

    title: str
    facts: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]

    def sentences(self) -> Iterator[Sentence]:
        """Yield all sentences, in order."""
        for section in self.sections:
            yield from section.sentences()


def ranges(numbers: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return numbers as runs from first to last: 1, 2, 3, 7 are (1, 3) and (7, 7)."""
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], number
        else:
            runs.append((number, number))
    return runs
