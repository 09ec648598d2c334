"""Run: the measure of `evaluation.timex` and its table."""

import datetime as dt
import hashlib
import html
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.resolve.dates.resolver import find_times, normalise
from evaluation.tally import Tally
from evaluation.timex.values import anchored, timex_value

CORPORA: Final = Path(__file__).parents[3] / "shared" / "data" / "time"
_TAG: Final = re.compile(r"<(/?)(\w+)([^>]*)>|&(?:#\d+|\w+);")
_DCT: Final = re.compile(r"<DCT>.*?value=\"(\d{4}-\d\d-\d\d)", re.DOTALL)
_BODY: Final = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_MONTHS: Final = {"M": (1, "M"), "Q": (3, "M"), "Y": (12, "M"), "DE": (120, "M"), "E": (120, "M"), "CE": (1200, "M")}
_SECONDS: Final = {"S": 1, "M": 1, "H": 3600, "D": 86400, "W": 604800}
_PARAGRAPH: Final = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression with its TIMEX3 value: `text[start:end]` of the body."""

    start: int
    end: int
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A file of the corpus: its name, the day it was written, its body without tags, and the gold expressions."""

    name: str
    written: dt.date
    body: str
    gold: tuple[Timex, ...]


def set_aside(name: str) -> bool:
    """Tell whether a file belongs to the fifth that is only measured on."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 5 == 0


def read_texts(folder: Path) -> Iterator[Text]:
    """Yield the .tml files under a folder that have a day and a body."""
    for path in sorted(folder.glob("*/*.tml")):
        source = path.read_text(encoding="utf-8", errors="replace")
        written, body = _DCT.search(source), _BODY.search(source)
        if written and body:
            text, gold = strip_tags(body[1])
            yield Text(path.name, dt.date.fromisoformat(written[1]), text, gold)


def strip_tags(source: str) -> tuple[str, tuple[Timex, ...]]:
    """Return a body's text without tags and entities, and its TIMEX3 elements at their offsets in that text."""
    parts: list[str] = []
    length = at = 0
    opened: list[tuple[int, str]] = []
    spans: list[tuple[int, int, str]] = []
    for tag in _TAG.finditer(source):
        text = source[at : tag.start()] + ("" if tag[2] else html.unescape(tag[0]))
        parts.append(text)
        length, at = length + len(text), tag.end()
        if tag[2] == "TIMEX3":
            if not tag[1]:
                opened.append((length, re.search(r'\bvalue="([^"]*)"', tag[3])[1]))  # type: ignore[index]
            elif opened:
                start, value = opened.pop()
                spans.append((start, length, value))
    text = "".join(parts) + source[at:]
    return text, tuple(Timex(start, end, value, text[start:end]) for start, end, value in sorted(spans) if end > start)


def read_times(text: Text) -> list[Timex]:
    """Return the expressions that Dateline finds in a text, with their TIMEX3 values."""
    found: list[Timex] = []
    anchor: dt.date | None = None
    for start, paragraph in _paragraphs(text.body):
        for expression in find_times(paragraph, start):
            value = timex_value(expression, text.written, anchor)
            found.append(Timex(expression.start, expression.end, value, expression.text))
            when = None if anchored(expression.meaning) else normalise(expression, published=text.written)
            if when and when.first and when.days is not None and when.days <= 7:
                anchor = when.first
    return found


def _paragraphs(body: str) -> Iterator[tuple[int, str]]:
    at = 0
    for gap in _PARAGRAPH.finditer(body):
        yield at, body[at : gap.start()]
        at = gap.end()
    yield at, body[at:]


def score(texts: list[Text], *, show: bool = False) -> dict[str, float]:
    """Return strict and relaxed span F1, value accuracy on matched spans and value F1 over some texts.

    Two ways to write one value (P24H and P1D, 1998-XX and 1998) are the same; `value_f1_literal` tells them apart.

    Args:
        texts: with their gold.
        show: print what differs.
    """
    strict = relaxed = right = literal = gold = system = 0
    for text in texts:
        found = read_times(text)
        pairs = match(text.gold, found)
        gold, system = gold + len(text.gold), system + len(found)
        relaxed += len(pairs)
        strict += sum((g.start, g.end) == (f.start, f.end) for g, f in pairs)
        right += sum(_same(g.value, f.value) for g, f in pairs)
        literal += sum(g.value.strip() == f.value for g, f in pairs)
        if show:
            _show(text, found, pairs)
    accuracy = right / max(relaxed, 1)
    overlap = Tally.of(relaxed, gold, system)
    return {
        "strict_f1": Tally.of(strict, gold, system).f1,
        "relaxed_f1": overlap.f1,
        "precision": overlap.precision,
        "recall": overlap.recall,
        "value_accuracy": accuracy,
        "value_f1": overlap.f1 * accuracy,
        "value_f1_literal": overlap.f1 * literal / max(relaxed, 1),
        "gold": float(gold),
    }


def match(gold: tuple[Timex, ...], found: list[Timex]) -> list[tuple[Timex, Timex]]:
    """Return pairs of gold and found expressions that overlap, each used once, equal spans first."""
    pairs: list[tuple[Timex, Timex]] = []
    for exact in (True, False):
        taken = {id(item) for pair in pairs for item in pair}
        free = [f for f in found if id(f) not in taken]
        for g in gold:
            if id(g) in taken:
                continue
            same = (
                f
                for f in free
                if (g.start == f.start and g.end == f.end if exact else g.start < f.end and f.start < g.end)
            )
            mate = next(same, None)
            if mate:
                free.remove(mate)
                pairs.append((g, mate))
    return pairs


def _same(gold: str, value: str) -> bool:
    return plain(gold) == plain(value)


def plain(value: str) -> str:
    """Return a value in one of the ways in which the corpora write it: 1998-XX as 1998, W2 as W02, P24H as P1D."""
    value = re.sub(r"(?:-(?:W?X+))+$", "", value.strip())
    value = re.sub(r"^(\d\d(?:\d(?=X)|(?=XX)))X+$", r"\1", value)
    value = re.sub(r"-W(\d)$", r"-W0\1", value)
    value = re.sub(r"T(\d\d)$", r"T\1:00", value)
    vague = re.fullmatch(r"(PT?)X+(DE?|CE?|E|[A-Z])", value)
    if vague:
        return f"{vague[1]}X{ {'DE': 'E', 'CE': 'C'}.get(vague[2], vague[2]) }"
    return _plain_length(value)


def _plain_length(value: str) -> str:
    """Return a length of time in months, or in days or seconds where it is no number of months."""
    parts = re.findall(r"(\d+(?:\.\d+)?)(DE|CE|[A-Z])", value)
    if not value.startswith("P") or "".join(n + u for n, u in parts) != value.replace("T", "")[1:]:
        return value
    clock = "T" in value
    units = {unit: ("S" if clock else _MONTHS.get(unit, (0, "S"))[1]) for _, unit in parts}
    if set(units.values()) == {"M"}:
        return f"P{sum(float(n) * _MONTHS[u][0] for n, u in parts):g}M"
    return f"P{sum(float(n) * _SECONDS.get(u, 0) * (60 if clock and u == 'M' else 1) for n, u in parts):g}S"


def _show(text: Text, found: list[Timex], pairs: list[tuple[Timex, Timex]]) -> None:
    used = {id(item) for pair in pairs for item in pair}
    for g, f in pairs:
        if not _same(g.value, f.value):
            print(f"value  {g.text!r} {g.value} <> {f.text!r} {f.value}  (written {text.written})".replace("\n", " "))
    for label, items in (("missed", text.gold), ("extra ", found)):
        for t in items:
            if id(t) not in used:
                around = text.body[max(0, t.start - 30) : t.end + 20]
                print(f"{label} {t.text!r} {t.value}  in {around!r}".replace("\n", " "))


def measure(corpora: Path = CORPORA) -> dict[str, float]:
    """Return the figures on the files that are set aside."""
    return score([text for text in read_texts(corpora) if set_aside(text.name)])


def main() -> None:
    """Print the figures of what is set aside, or of the rest with what differs."""
    developing = "--develop" in sys.argv[1:]
    chosen = [text for text in read_texts(CORPORA) if set_aside(text.name) != developing]
    for name, figure in score(chosen, show=developing).items():
        print(f"{name:15} {figure:.3f}")
