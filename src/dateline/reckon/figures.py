"""Figures: what each speaker says of one toll, which of them a later one replaced, and whom each speaks for."""

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from dateline.model.actor import ActorKind, ActorLink
from dateline.model.claim import TollClaim
from dateline.model.reckoned import Figure
from dateline.model.report import Report
from dateline.reckon.some_of_them import are_some
from dateline.reckon.taken_back import TakenBack
from dateline.reckon.vague import is_vague, only_names_one
from dateline.reference.outlets import side_of_outlet
from dateline.reference.voices import is_anyone

ROUGHLY: Final = 0.1  # "about 30" and 32 do not contradict one another
_NO_PARTY: Final = frozenset({ActorKind.MONITOR, ActorKind.CIVILIANS, ActorKind.UNIDENTIFIED})


def figures(claims: Iterable[TollClaim], reports: Mapping[str, Report]) -> tuple[Figure, ...]:
    """Return the figures of the claims of one toll, one a speaker and claim, by publication day and then by claim.

    Where a report says it in its own voice, its outlet is the speaker, unless it gives that number to someone elsewhere
    in the text: a headline is no second witness. A figure is superseded where the same speaker gives a higher one in a
    report of a later day, or in the same report: there the lower one is what was said first, or counts some of them. In
    two reports of one day, or without days, both stand, and "a doctor" of two reports may be two. So do two numbers of
    one sentence of which the second counts again: "28 killed according to the state, 31 according to the parish".
    A headline's plain number that its text calls "at least" so many is no account of its own.

    Who tells of one person alone is counted among those that others number.
    """
    told = list(claims)
    again, texts = _counted_again(told), {claim.id: claim.quote.text for claim in told}
    unnamed = {claim.id for claim in told if not claim.said_by}
    anyone = {speaker.name for claim in told for speaker in claim.said_by if is_anyone(speaker)}
    found = sorted((figure for claim in told for figure in _of_claim(claim, reports)), key=_order)
    named = {(figure.report, figure.number) for figure in found if figure.claim not in unnamed}
    found = [figure for figure in found if figure.claim not in unnamed or (figure.report, figure.number) not in named]
    found = [figure for figure in found if not _is_rounded(figure, found, unnamed)]
    back = TakenBack.of(told)
    old = [figure for figure in found if back.holds(figure, found)]
    return tuple(
        dataclasses.replace(
            figure,
            superseded=figure in old
            or _superseded(figure, _but(found, again.get(figure.claim, ())), back, anyone)
            or _is_spelt_out(figure, found, unnamed)
            or _is_one_of_many(figure, found)
            or (are_some(figure, texts[figure.claim]) and _is_less(figure, found)),
        )
        for figure in found
    )


def _is_rounded(figure: Figure, among: Iterable[Figure], unnamed: Collection[str]) -> bool:
    """Whether a report's own plain number, in a headline, is what it goes on to call "at least" that many."""
    if figure.claim not in unnamed or figure.low is None or figure.low != figure.high:
        return False
    return any(one.report == figure.report and (one.low, one.high) == (figure.low, None) for one in among)


def _but(found: Sequence[Figure], claims: Collection[str]) -> list[Figure]:
    return [figure for figure in found if figure.claim not in claims]


def _counted_again(claims: Sequence[TollClaim]) -> dict[str, set[str]]:
    """Return by the id of each claim those of its own sentence that count the same people again, in a bare number."""
    out: dict[str, set[str]] = {}
    for claim in claims:
        if claim.trigger in claim.count.words.split():
            beside = (one for one in claims if one.quote == claim.quote and one.report_id == claim.report_id)
            for one in beside:
                out.setdefault(one.id, set()).add(claim.id)
    return out


def live(all_figures: Iterable[Figure]) -> list[Figure]:
    """Return the figures that no later one replaced."""
    return [figure for figure in all_figures if not figure.superseded]


def contradict(all_figures: Sequence[Figure]) -> bool:
    """Return whether two speakers who do not speak for the same party give intervals that exclude one another."""
    current = live(all_figures)
    return any(a.voice != b.voice and _below(a, b) for a in current for b in current)


def partisan(speaker: ActorLink, claim: TollClaim) -> bool:
    """Return whether a party counts its enemy's dead, or those whom its own side is said to have harmed."""
    return speaker.kind not in _NO_PARTY and _is_of_its_enemy(speaker.side, claim)


def _is_of_its_enemy(side: str | None, claim: TollClaim) -> bool:
    if side is None:
        return False
    if claim.side is not None and claim.side.side is not None:
        return claim.side.side != side
    return claim.status != "civilians" and any(doer.side == side for doer in claim.by)


def _of_claim(claim: TollClaim, reports: Mapping[str, Report]) -> Iterator[Figure]:
    report = reports.get(claim.report_id)
    own = (report.outlet if report else None) or claim.report
    # A party's own paper and its spokesmen are one voice, which counts its enemy's dead as they do.
    side = side_of_outlet(own, claim.place.entry.country if claim.place and claim.place.entry else None)
    base = Figure(
        claim=claim.id, speaker=own, low=claim.count.low, high=claim.count.high, words=claim.count.words,
        superseded=False, partisan=_is_of_its_enemy(side, claim), report=claim.report,
        voice=f"side: {side}" if side else own, approximate=claim.count.approximate,
        day=report.published.day if report and report.published else None,
    )  # fmt: skip
    if not claim.said_by:
        yield base
    for speaker in claim.said_by:
        yield dataclasses.replace(base, speaker=speaker.name, voice=_voice(speaker), partisan=partisan(speaker, claim))


def _voice(speaker: ActorLink) -> str:
    """Return whom a speaker speaks for: a state's agency and its television are one voice."""
    if speaker.side is None or speaker.kind in _NO_PARTY:
        return speaker.name
    return f"side: {speaker.side}"


def _order(figure: Figure) -> tuple[bool, int, str, str]:
    return figure.day is None, figure.day.toordinal() if figure.day else 0, figure.claim, figure.speaker


def _superseded(figure: Figure, among: Sequence[Figure], back: TakenBack, anyone: Collection[str]) -> bool:
    """Whether the same speaker gives a higher figure, which is not what the report puts this one in the place of."""
    beside = [one for one in among if (one.report, one.speaker) == (figure.report, figure.speaker)]
    return any(
        other.speaker == figure.speaker
        and (other.number or 0) > (figure.number or 0)
        and (other.low is not None or figure.low is None)  # "up to 25" replaces no "at least 16"
        and (other.report == figure.report or (_is_later(other, figure) and figure.speaker not in anyone))
        and not _is_instead(figure, other, beside, back)
        for other in among
    )


def _is_instead(figure: Figure, other: Figure, beside: Iterable[Figure], back: TakenBack) -> bool:
    """Whether a figure is the highest that stands beside a higher one that its report takes back."""
    if not back.gives_way(other, figure):
        return False
    return not any((one.number or 0) > (figure.number or 0) and not back.gives_way(one, figure) for one in beside)


def _is_spelt_out(figure: Figure, among: Iterable[Figure], unnamed: set[str]) -> bool:
    """Whether a report's own vague word ("dozens", in a headline) stands for a number that it goes on to give.

    So it does where another report counts them: whoever recalls that "dozens died" there has counted nobody.
    """
    if figure.claim not in unnamed or not is_vague(figure.words):
        return False
    spelt = (one for one in among if one.claim != figure.claim and (one.number or 0) >= (figure.low or 0))
    return any(
        one.words.casefold() != figure.words.casefold() if one.report == figure.report else not is_vague(one.words)
        for one in spelt
    )


def _is_one_of_many(figure: Figure, among: Iterable[Figure]) -> bool:
    """Whether somebody tells of one person alone ("a cameraman", "Father Albert") where others count more."""
    told_of_one = figure.low == figure.high == 1 and only_names_one(figure.words)
    return told_of_one and any((other.number or 0) > 1 for other in among)


def _is_less(figure: Figure, among: Iterable[Figure]) -> bool:
    """Whether anyone counts more than a figure."""
    return any((other.number or 0) > (figure.number or 0) for other in among)


def _is_later(one: Figure, other: Figure) -> bool:
    return one.day is not None and other.day is not None and one.day > other.day


def _below(left: Figure, right: Figure) -> bool:
    if left.high is None or right.low is None:
        return False
    highest = left.high * (1 + ROUGHLY) if left.approximate else left.high
    lowest = right.low * (1 - ROUGHLY) if right.approximate else right.low
    return highest < lowest
