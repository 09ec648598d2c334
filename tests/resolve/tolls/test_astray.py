"""Tolls that tell of another place than the event told before them."""

from dateline.extract.extraction import extract
from dateline.model.claim import EventClaim, TollClaim
from dateline.resolve import resolve
from tests.extract.read_text import read


def test_who_is_counted_behind_a_toll_goes_where_that_goes() -> None:
    text = (
        "The army took the village of Wadi Rabie south of Tripoli on Thursday. Gunmen had infiltrated Sirte two days "
        "earlier. He said that 50 gunmen had been killed in the village and that four soldiers had been martyred."
    )
    annotated, _ = read(text)
    claims = resolve(annotated, extract(annotated))
    events = {claim.id: claim for claim in claims if isinstance(claim, EventClaim)}
    tolls = [claim for claim in claims if isinstance(claim, TollClaim)]
    assert [toll.count.low for toll in tolls] == [50, 4]
    assert [events[toll.event or ""].trigger for toll in tolls] == ["took", "took"]
