"""What a report only touches on behind its lead is no claim."""

from dateline.extract.extraction import extract
from dateline.model.claim import EventClaim
from dateline.resolve import resolve
from tests.extract.read_text import read

LEAD = "Rebels seized the town of Bria on Monday. Aid workers left for Bangui the same day."


def types(text: str) -> list[str]:
    """The types of the events that a text tells."""
    annotated, _ = read(text)
    return [claim.type for claim in resolve(annotated, extract(annotated)) if isinstance(claim, EventClaim)]


def test_a_deed_that_is_only_spoken_of_is_no_claim() -> None:
    assert len(types(f"{LEAD} The bishop blamed the major for the murder of his brother.")) == len(types(LEAD))


def test_what_has_a_place_or_people_harmed_is_one() -> None:
    assert "Attack" in types(f"{LEAD} Gunmen killed six farmers.")
    assert len(types(f"{LEAD} The bishop spoke of the murder of a nun in Bangassou.")) > len(types(LEAD))
