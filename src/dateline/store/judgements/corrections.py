"""Corrections: values that persons put right, laid over claims as they are read from the record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateline.model.claim import Claim, Correction
from dateline.model.judgement import Judgement
from dateline.model.values import in_words, value_of, with_value
from dateline.store.codec import Decoder


@dataclass(frozen=True, slots=True)
class Given:
    """A judgement that corrects a value, with the value as it was written."""

    judgement: Judgement
    plain: Any


class Corrections:
    """The corrections that count, by the ids of their claims.

    Args:
        decoder: makes the values.
        given: the corrections of each claim, from the first.
    """

    def __init__(self, decoder: Decoder, given: Mapping[str, Sequence[Given]]) -> None:
        self._decoder = decoder
        self._given = given

    def __call__(self, claim: Claim) -> Claim:
        """Return a claim with what was put right of it; most claims are returned as they are."""
        found = self._given.get(claim.id)
        if found is None:
            return claim
        now, corrected = claim, []
        for one in found:
            field = str(one.judgement.field)
            value = self._decoder.field(type(claim), field, one.plain)
            corrected.append(_correction(one.judgement, value_of(claim, field), value))
            now = with_value(now, field, value)
        return replace(now, corrected=tuple(corrected))

    def ids(self) -> list[str]:
        """Return the ids of the claims that are corrected, in order."""
        return sorted(self._given)


def _correction(judgement: Judgement, was: Any, now: Any) -> Correction:
    return Correction(
        str(judgement.field), in_words(was), in_words(now), judgement.who, judgement.reason, judgement.number
    )
