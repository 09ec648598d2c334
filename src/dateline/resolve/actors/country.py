"""The country that a report tells of, as far as its own words give it away."""

import re
from typing import Final

from dateline.model.actor import ActorKind
from dateline.model.annotated import Annotated
from dateline.model.report import BlockKind
from dateline.reference.actors import actor_book
from dateline.reference.actors_keys import fold
from dateline.reference.actors_words import lexicon
from dateline.resolve.actors.names import NameHit

_WEIGHTS: Final = {"adjective": 1.0, "name": 1.0, "capital": 0.4, "leader": 1.0, "surname": 0.5, "town": 1.0}
_ACTOR_WEIGHTS: Final = {
    ActorKind.MEDIA: 0.2,
    ActorKind.MONITOR: 0.7,
    ActorKind.PERSON: 0.7,
    ActorKind.ORGANISATION: 0.3,
}
_ACTOR: Final = 1.5
_YOUNGER: Final = 0.6  # where groups share a name, the oldest is more often meant
_OPENING: Final = 3  # sentences of the body that count twice, with headlines
_DISTANT: Final = frozenset({"US", "GB", "FR", "DE", "CN", "EU", "CH"})  # in reports of many wars
_DISTANT_WEIGHT: Final = 0.4
_YEAR: Final = re.compile(r"\b(19[4-9]\d|20[0-4]\d)\b")


def guess_country(annotated: Annotated, names: list[list[NameHit]]) -> str | None:
    """Return the code of the country that most of a report's names point to, None where none does.

    Names in the dateline and marks such as "US-backed" and "Britain-based" do not count; the opening counts twice.
    """
    scores: dict[str, float] = {}
    for number, hits in enumerate(names):
        weight = 2.0 if number < _OPENING or _is_headline(annotated, number) else 1.0
        for hit in hits:
            if not _aside(annotated, hit):
                _add(scores, hit, weight)
    return max(scores, key=lambda iso: scores[iso]) if scores else None


def guess_year(annotated: Annotated) -> int | None:
    """Return the year of publication, or else the latest year that the text names."""
    if annotated.report.published:
        return annotated.report.published.day.year
    years = [int(year) for year in _YEAR.findall(annotated.report.text)]
    return max(years) if years else None


def is_mark(annotated: Annotated, hit: NameHit) -> bool:
    """Say whether a name only marks something else as held, backed or made by it ("rebel-held", "US-backed")."""
    tokens = annotated.sentences[hit.sentence].tokens
    after = [fold(token.text) for token in tokens[hit.last + 1 : hit.last + 3]]
    if len(after) == 2 and after[0] in {"-", "–", "‑"}:
        return after[1] in lexicon().particles["marks"]
    return False


def is_for_or_against(annotated: Annotated, hit: NameHit) -> str | None:
    """Return "pro" or "anti" where a name has that before it ("pro-Russian", "anti-Taliban"), else None."""
    tokens = annotated.sentences[hit.sentence].tokens
    before = [fold(token.text) for token in tokens[max(hit.first - 2, 0) : hit.first]]
    if fold(tokens[hit.first].text).startswith("anti-"):
        return "anti"  # a tokenizer may leave "anti-Iraqi" whole
    if len(before) == 2 and before[1] in {"-", "–", "‑"} and before[0] in {"pro", "anti"}:
        return before[0]
    return None


def _is_headline(annotated: Annotated, number: int) -> bool:
    sentence = annotated.sentences[number]
    blocks = annotated.report.blocks
    return sentence.block < len(blocks) and blocks[sentence.block].kind is BlockKind.HEADLINE


def _aside(annotated: Annotated, hit: NameHit) -> bool:
    dateline = annotated.report.dateline
    return is_mark(annotated, hit) or (dateline is not None and dateline.start <= hit.start < dateline.end)


def _add(scores: dict[str, float], hit: NameHit, weight: float) -> None:
    """Share a name's weight among the countries that its senses point to."""
    shares: dict[str, float] = {}
    oldest = min((actor_book().entries[ref].since or 9999 for ref in hit.refs("actor")), default=0)
    for role, ref in hit.senses:
        entry = actor_book().entries[ref] if role == "actor" else None
        iso = entry.country if entry else ref
        if iso is None:
            continue
        share = _ACTOR_WEIGHTS.get(entry.kind, _ACTOR) if entry else _WEIGHTS[role]
        if entry and (entry.since or 9999) > oldest:
            share *= _YOUNGER
        shares[iso] = max(shares.get(iso, 0.0), share)
    for iso, share in shares.items():
        scores[iso] = scores.get(iso, 0.0) + weight * share * (_DISTANT_WEIGHT if iso in _DISTANT else 1.0) / len(
            shares
        )
