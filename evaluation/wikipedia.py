"""Encyclopaedia articles in markdown as runs of plain paragraphs, each about as long as a short news report."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

LEAST_WORDS: Final = 120
MOST_WORDS: Final = 250
_FRONT_MATTER: Final = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_IMAGE: Final = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK: Final = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_REFERENCE: Final = re.compile(
    r"\[(?:\d+|[a-z]|note \d+|citation needed|object Object)\]|<ref.*?(?:/>|</ref>)", re.DOTALL
)
_TAG: Final = re.compile(r"</?[a-zA-Z][^>]*>|\{\{.*?\}\}", re.DOTALL)
_MARK: Final = re.compile(r"\*{1,3}|_{2,}|`")
_NO_PROSE: Final = re.compile(r"\s*(?:[|>*#]|[-–•+] |\d+\. |\{|http)")
_LEAST_PARAGRAPH: Final = 12


def read_articles(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield each article's path below a folder and its runs of paragraphs.

    Raises:
        FileNotFoundError: the folder holds no articles.
    """
    paths = sorted(folder.rglob("*.md"))
    if not paths:
        raise FileNotFoundError(2, "no articles", str(folder))
    for path in paths:
        yield path.relative_to(folder).as_posix(), runs(path.read_text("utf-8"))


def runs(source: str) -> list[str]:
    """Return an article's paragraphs in runs of 120 to 250 words; a run ends where its section ends.

    A paragraph is never cut, so that one longer than that is a run of its own; shorter sections are short runs.
    """
    found: list[str] = []
    for section in re.split(r"^#+ .*$", _FRONT_MATTER.sub("", source), flags=re.MULTILINE):
        run: list[str] = []
        for paragraph in _paragraphs(section):
            if run and (_words(run) >= LEAST_WORDS or _words([*run, paragraph]) > MOST_WORDS):
                found.append("\n\n".join(run))
                run = []
            run.append(paragraph)
        if run:
            found.append("\n\n".join(run))
    return found


def _words(paragraphs: list[str]) -> int:
    return sum(len(paragraph.split()) for paragraph in paragraphs)


def _paragraphs(section: str) -> Iterator[str]:
    for block in re.split(r"\n\s*\n", _IMAGE.sub("", section)):
        plain = " ".join(line for line in block.split("\n") if not _NO_PROSE.match(_bare(line)))
        plain = re.sub(r" +([.,;:)])", r"\1", " ".join(_bare(plain).split()))
        if len(plain.split()) >= _LEAST_PARAGRAPH and plain[-1] in '.!?"”)':
            yield plain


def _bare(text: str) -> str:
    """Take markdown off a text."""
    text = _LINK.sub(r"\1", _REFERENCE.sub("", text))
    return _TAG.sub("", re.sub(r"^\s*\*(?= )", "|", text) if text.lstrip().startswith("* ") else _MARK.sub("", text))
