"""Assessed tolls: `python -m evaluation.airwars [--misses]`.

From each narrative the least and most civilians killed, against what the assessors put down. An assessment tells one
incident and opens with its toll: the first number of killed in the first sentence that has any (where it names people
or groups without a number for all, these together) gives the least, and the highest figure that stands anywhere in it
the most, where that is not so far off that it must be of something else. Parts of another toll count nothing.
"""

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from dateline.model.claim import TollClaim
from dateline.model.reading import Harm, Scope
from evaluation.corpora import airwars_rows, documents, is_held_out
from evaluation.reading import Read, read_all

Range = tuple[int, int]

_RANGE: Final = re.compile(r"(\d+)(?:\s*–\s*(\d+))?")
_FAR_OFF: Final = 3  # times the first figure


@dataclass(slots=True)
class Tally:
    """How many narratives were read, and of how many the least, the most and both are as assessed."""

    narratives: int = 0
    least: int = 0
    most: int = 0
    both: int = 0
    none: int = 0

    def add(self, found: Range | None, assessed: Range) -> None:
        """Count one narrative."""
        self.narratives += 1
        self.none += found is None
        self.least += found is not None and found[0] == assessed[0]
        self.most += found is not None and found[1] == assessed[1]
        self.both += found == assessed

    def figures(self) -> dict[str, float]:
        """Return the shares."""
        shares = {"least": self.least, "most": self.most, "both": self.both, "no toll": self.none}
        return {name: count / max(self.narratives, 1) for name, count in shares.items()}


def assessed() -> dict[str, Range]:
    """Return the least and most killed by id, where the assessors give figures."""
    matches = {f"airwars:{row['incident']}": _RANGE.fullmatch(row["killed"].strip()) for row in airwars_rows()}
    return {name: (int(found[1]), int(found[2] or found[1])) for name, found in matches.items() if found}


def told(one: Read) -> Range | None:
    """Return the least and most killed that a narrative tells, None where no toll of it was read."""
    tolls = [claim for claim in one.claims if isinstance(claim, TollClaim) and _counts(claim)]
    if not tolls:
        return None
    lead = [toll for toll in tolls if toll.quote == tolls[0].quote]
    counted = [toll for toll in lead if toll.demographic is None and toll.count.words][:1]
    ends = [_ends(toll) for toll in counted or lead]
    low, high = sum(least for least, _ in ends), sum(most for _, most in ends)
    reach = max(high * _FAR_OFF, high + _FAR_OFF)
    wholes = (_ends(toll)[1] for toll in tolls if toll.demographic is None and toll.count.words)
    return low, max([high, *(number for number in wholes if number <= reach)])


def _counts(claim: TollClaim) -> bool:
    return (
        claim.harm is Harm.KILLED
        and claim.part_of is None
        and claim.status != "combatants"
        and claim.scope is Scope.INCIDENT
        and (claim.count.low, claim.count.high) != (None, None)
    )


def _ends(claim: TollClaim) -> Range:
    """An open end is as the other, or none."""
    low, high = claim.count.low, claim.count.high
    return low or 0, high if high is not None else low or 0


def score(reads: Iterable[Read]) -> dict[str, Tally]:
    """Return tallies of the part set aside and of the rest."""
    wanted, out = assessed(), {"set aside": Tally(), "developed": Tally()}
    for one in reads:
        out["set aside" if is_held_out(one.document.id) else "developed"].add(told(one), wanted[one.document.id])
    return out


def read_narratives() -> list[Read]:
    """Take the narratives whose tolls were assessed through the program.

    Raises:
        CorpusError: the corpus is absent.
    """
    texts = documents("airwars")
    return list(read_all(texts[name] for name in assessed()))


def measure() -> dict[str, float]:
    """Return the shares by part.

    Raises:
        CorpusError: the corpus is absent.
    """
    tallies = score(read_narratives())
    return {f"{part}.{name}": share for part, tally in tallies.items() for name, share in tally.figures().items()}


def main() -> None:
    """Print the shares, with `--misses` the ids that are wrong among those not set aside."""
    reads = read_narratives()
    for part, tally in score(reads).items():
        print(part, tally.narratives, *(f"{name} {share:.3f}" for name, share in tally.figures().items()), sep="  ")
    if "--misses" in sys.argv[1:]:
        wanted = assessed()
        for one in reads:
            if not is_held_out(one.document.id) and told(one) != wanted[one.document.id]:
                print(one.document.id, "assessed", wanted[one.document.id], "told", told(one))


if __name__ == "__main__":
    main()
