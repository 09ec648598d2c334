"""`dateline why-not`: what was considered in the sentences of a line, and why nothing came of it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from dateline.cli import wording
from dateline.cli.options import stages
from dateline.errors import ReportError
from dateline.extract.considered import Considered, considered
from dateline.intake import load
from dateline.model.annotated import Annotated
from dateline.model.claim import Claim, EventClaim
from dateline.pipeline import Source
from dateline.sources import line_spans


@click.command("why-not")
@click.argument("where", metavar="FILE:LINE")
def command(where: str) -> None:
    """Show what was considered in the sentences of a line, and why nothing came of it.

    Each word that some pattern asks for stands with the patterns held against it, in their order, and with what of
    each did not fit; then the claims that the sentence gave, if any.

    \b
      dateline why-not report.txt:14
    """
    path, number = _place(where)
    raw = load(Source(path.name, path))
    report = stages().clean(raw)
    spans = line_spans(report, raw.data, number)
    if spans is None:
        raise ReportError(f"{path.name} has no line {number}")
    if not spans:
        raise ReportError(f"line {number} of {path.name} is no part of the report's text: markup, or printed around it")
    annotated = stages().annotate(report)
    claims = stages().resolve(annotated, stages().extract(annotated))
    for sentence in _sentences(annotated, spans):
        for line in _told(annotated, sentence, claims):
            click.echo(line)


def _place(where: str) -> tuple[Path, int]:
    name, _, number = where.rpartition(":")
    if not name or not number.isdecimal():
        raise click.BadParameter(f"{where!r} names no line; write it like report.txt:14", param_hint="FILE:LINE")
    path = Path(name)
    if not path.is_file():
        raise click.BadParameter(f"there is no file {name!r}", param_hint="FILE:LINE")
    return path, int(number)


def _sentences(annotated: Annotated, spans: Sequence[tuple[int, int]]) -> list[int]:
    return [
        number
        for number, sentence in enumerate(annotated.sentences)
        if any(start < sentence.end and sentence.start < end for start, end in spans)
    ]


def _told(annotated: Annotated, number: int, claims: Sequence[Claim]) -> Iterator[str]:
    """Yield the lines about one sentence."""
    sentence = annotated.sentences[number]
    yield f"“{' '.join(annotated.report.text[sentence.start : sentence.end].split())}”"
    words = considered(annotated, number)
    if not words:
        yield "  no word of it is asked for by any pattern"
    for word in words:
        yield from _of_word(word)
    for claim in claims:
        quotes = (claim.quote, *claim.also_quoted)
        if any(quote.start < sentence.end and sentence.start < quote.end for quote in quotes):
            yield f"  claim {claim.id}: {_claimed(claim)} ({claim.found_by}, {claim.stance})"
    yield ""


def _of_word(word: Considered) -> Iterator[str]:
    came = "read" if word.readings else word.why
    yield f"  {word.text} ({word.kind}): {came}"
    for held in word.held:
        yield f"    {held.pattern} ({held.type}): {held.why or 'fits'}"
    if word.absent and not word.readings:
        yield f"    only with further words, as in “car bomb”: {', '.join(word.absent)}"
    if word.learned:
        yield f"    how likely it tells of an event: {word.learned}"


def _claimed(claim: Claim) -> str:
    kind = claim.type if isinstance(claim, EventClaim) else claim.kind
    place = wording.place(claim.place.entry) if claim.place else "place not told"
    again = " (told again here)" if claim.also_quoted else ""
    return f"{kind}, {place}, {wording.days(claim.when) if claim.when else 'day not told'}{again}"
