"""Doubts: numbers of one account that do not fit one another, said and never mended."""

import dataclasses
from collections.abc import Iterable, Mapping

from dateline.model.reckoned import Figure, Toll
from dateline.reckon.figures import live


def with_doubts(tolls: Iterable[Toll]) -> tuple[Toll, ...]:
    """Return tolls, those marked of which an account tells more than of a toll that should include them.

    "Twelve children among ten dead": one of the two numbers is wrong, and nothing says which. What two accounts give is
    no such doubt; they contradict one another.

    Args:
        tolls: tolls of one policy.
    """
    every = {toll.id: toll for toll in tolls}
    found = ((toll, _of(toll, every)) for toll in every.values())
    return tuple(dataclasses.replace(toll, doubts=doubts) if doubts else toll for toll, doubts in found)


def _of(toll: Toll, every: Mapping[str, Toll]) -> tuple[str, ...]:
    if toll.demographic is None:
        return ()  # soldiers beside people may be others of them, children among people cannot
    wholes = (every[whole] for whole in toll.within if whole in every)
    return tuple(
        f"{part.low:,} {_who(toll)}, but {whole_told.high:,} {_who(whole)} in all, says {part.speaker}"
        for whole in wholes
        for part in live(toll.figures)
        for whole_told in live(whole.figures)
        if _is_more(part, whole_told)
    )


def _is_more(part: Figure, whole: Figure) -> bool:
    """Whether one account gives a part more than the whole."""
    if (part.report, part.speaker) != (whole.report, whole.speaker) or whole.approximate:
        return False
    return part.low is not None and whole.high is not None and part.low > whole.high


def _who(toll: Toll) -> str:
    people = toll.demographic or toll.status
    return f"{people} of {toll.side}" if toll.side else people
