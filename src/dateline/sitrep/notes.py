"""Notes: the numbered footnotes of a situation report, one a quote."""

from collections.abc import Iterable, Mapping
from typing import Final

from dateline.model.claim import Claim
from dateline.model.reading import Stance
from dateline.model.report import Basis, Report
from dateline.sitrep.document import Footnote, Sentence
from dateline.sitrep.english import day, listed, sentence

MOST_LETTERS: Final = 320  # of a quote: enough to judge it by; the file has the rest
_STANCES: Final = {
    Stance.DENIED: "a denial",
    Stance.UNCERTAIN: "not told as certain",
    Stance.PLANNED: "a plan",
}

Key = tuple[str, int, int, str]


class Notes:
    """Footnotes in the order in which they are first needed.

    Args:
        claims: the claims that may be cited, by id.
        reports: the reports that they stand in.
    """

    def __init__(self, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> None:
        self._claims = claims
        self._reports = reports
        self._numbers: dict[Key, int] = {}
        self._cited: dict[int, dict[str, Claim]] = {}

    def sentence(self, text: str, claims: Iterable[str]) -> Sentence:
        """Return a sentence that rests on claims.

        Raises:
            ValueError: it rests on none that the record has: nothing may be said so.
        """
        known = [self._claims[claim] for claim in claims if claim in self._claims]
        if not known:
            raise ValueError(f"no claim bears this out: {text}")
        return Sentence(sentence(text), tuple(sorted({self._number(claim) for claim in known})))

    def all(self) -> tuple[Footnote, ...]:
        """Return the footnotes that were needed, in order."""
        return tuple(self._footnote(number, tuple(cited.values())) for number, cited in self._cited.items())

    def _number(self, claim: Claim) -> int:
        who = listed([speaker.name for speaker in claim.said_by])
        key = claim.report_id, claim.quote.start, claim.quote.end, f"{who} {claim.stance}"
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        self._cited.setdefault(number, {})[claim.id] = claim
        return number

    def _footnote(self, number: int, claims: tuple[Claim, ...]) -> Footnote:
        claim, report = claims[0], self._reports.get(claims[0].report_id)
        corrected = any(one.corrected for one in claims)  # not by whom: the report goes to others
        remarks = [_STANCES.get(claim.stance, ""), "a value corrected by a reviewer" if corrected else ""]
        return Footnote(
            number=number,
            quote=_cut(claim.quote.text),
            speaker=listed([speaker.name for speaker in claim.said_by]),
            outlet=(report.outlet if report else None) or "",
            day=_published(report),
            file=claim.report,
            claims=tuple(one.id for one in claims),
            remark="; ".join(filter(None, remarks)),
            report=claim.report_id,
        )


def _cut(quote: str) -> str:
    text = " ".join(quote.split())
    return text if len(text) <= MOST_LETTERS else text[:MOST_LETTERS].rsplit(" ", 1)[0] + " …"


def _published(report: Report | None) -> str:
    if report is None or report.published is None:
        return "day not known"
    inferred = report.published.basis in {Basis.INFERRED, Basis.OTHERS}
    return f"{day(report.published.day)}{' (inferred)' if inferred else ''}"
