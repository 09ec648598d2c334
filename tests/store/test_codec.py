import dataclasses
import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.actor import ActorKind, ActorLink
from dateline.model.claim import CLAIM_KINDS, Claim, ControlClaim, EventClaim, TollClaim
from dateline.model.incident import Feature, Incident, Link
from dateline.model.place import PlaceEntry, PlaceLink, PlacePrecision
from dateline.model.reading import Change
from dateline.model.reckoned import Figure, Spell, Toll
from dateline.model.report import Report
from dateline.store import codec
from dateline.store.codec import Decoder, Encoder
from tests.builders import actor, control, event, monitor, place, report, toll, when

# Every class that the record holds is made from its own type hints, so a field added later is tried as well.
CLAIMS = st.one_of(st.builds(EventClaim), st.builds(TollClaim), st.builds(ControlClaim))
DERIVED = st.one_of(st.builds(Incident), st.builds(Link), st.builds(Toll), st.builds(Spell))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


def there_and_back(value: Any) -> Any:
    encoder = Encoder()
    text = encoder.text(value)
    return Decoder(encoder.places.__getitem__).read(type(value), text)


@given(CLAIMS)
def test_a_claim_comes_back_as_it_was(claim: Claim) -> None:
    assert there_and_back(claim) == claim


@given(DERIVED)
def test_what_is_reckoned_comes_back_as_it_was(derived: object) -> None:
    assert there_and_back(derived) == derived


@given(st.builds(Report))
def test_a_report_comes_back_as_it_was(one: Report) -> None:
    assert there_and_back(one) == one


def test_the_kinds_and_enums_come_back_as_themselves_not_as_text() -> None:
    back = there_and_back(control(place("Afrin"), when("2015-04-25"), Change.GAINED, actor("North Front")))
    assert type(back) is ControlClaim
    assert back.change is Change.GAINED
    assert back.holders[0].kind is ActorKind.REBEL_GROUP
    assert back.when == when("2015-04-25")


def test_the_same_claim_gives_the_same_text() -> None:
    one, other = (toll(12, at=place("Afrin"), on=when("2015-04-25"), said_by=(monitor(),)) for _ in range(2))
    assert Encoder().text(one) == Encoder().text(other)


def test_letters_of_every_script_stay_readable() -> None:
    assert "جسر الشغور" in Encoder().text(event(quote="جسر الشغور"))


def test_a_place_is_written_once_however_many_claims_name_it() -> None:
    encoder = Encoder()
    texts = [encoder.text(event(at=place("Afrin"), start=start)) for start in range(3)]
    assert len(encoder.places) == 1
    assert all(json.loads(text)["place"]["entry"] in encoder.places for text in texts)


def test_two_states_of_one_place_are_two_places() -> None:
    encoder = Encoder()
    entry = place("Afrin")
    assert encoder.place(entry) != encoder.place(dataclasses.replace(entry, also=("Efrin",)))


def test_a_decoder_shares_places_between_claims() -> None:
    encoder = Encoder()
    text = encoder.text(event(at=place("Afrin")))
    decoder = Decoder(encoder.places.__getitem__)
    one, other = decoder.claim("event", text), decoder.claim("event", text)
    assert one.place and other.place
    assert one.place.entry is other.place.entry


def test_what_is_not_known_is_left_out() -> None:
    plain = json.loads(Encoder().text(event()))
    assert "place" not in plain
    assert "when" not in plain


def test_a_field_left_out_comes_back_with_its_default() -> None:
    claim = event()
    assert there_and_back(claim).also_quoted == ()
    assert there_and_back(toll(3)).count.approximate is False
    assert there_and_back(toll(3, approximate=True)).count.approximate is True


def test_zero_is_not_unknown() -> None:
    assert there_and_back(toll(0)).count.low == 0
    assert there_and_back(toll(None)).count.low is None


def test_a_report_keeps_its_publication() -> None:
    published = there_and_back(report("a.txt", "2015-04-25")).published
    assert published.day == dt.date(2015, 4, 25)


def test_every_kind_of_claim_has_a_name() -> None:
    # by name: a dataclass with slots leaves the class it was made from behind
    assert {cls.__name__ for cls in CLAIM_KINDS.values()} == {cls.__name__ for cls in Claim.__subclasses__()}


def test_a_link_to_a_place_that_was_not_found_comes_back() -> None:
    claim = dataclasses.replace(event(), place=PlaceLink(None, "Tell Nowhere", 3, 15, "not in the gazetteer"))
    assert there_and_back(claim) == claim


def test_an_actor_without_an_entry_comes_back() -> None:
    unknown = ActorLink("gunmen", None, ActorKind.UNIDENTIFIED, None, "gunmen", 0, 6, "no entry")
    assert there_and_back(event(by=(unknown,))).actors == (unknown,)


def test_features_and_figures_keep_their_numbers() -> None:
    edge = Link("c1", "c2", 0.1 + 0.2, (Feature("place", -1 / 3, "far apart"),), joined=False)
    assert there_and_back(edge) == edge
    figure = Figure("c1", "Observatory", 0, None, "none", superseded=False, partisan=True)
    reckoned = Toll("t1", None, "killed", "people", None, None, "incident", 0, None, None, "range", False, (figure,))
    assert there_and_back(reckoned) == reckoned


def test_a_province_keeps_its_precision() -> None:
    entry = PlaceEntry("p", "Idlib", "province", PlacePrecision.PROVINCE, None, None, "SY")
    spell = Spell("s1", entry, "North Front", None, None, "held", (), None)
    assert there_and_back(spell).place.precision is PlacePrecision.PROVINCE


def test_a_claim_asked_for_again_is_the_same_object_and_few_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codec, "MAX_CLAIMS", 2)
    decoder = Decoder(Encoder().places.__getitem__)
    texts = [Encoder().text(toll(killed)) for killed in (1, 2, 3)]
    first = decoder.claim("toll", texts[0])
    assert decoder.claim("toll", texts[0]) is first
    assert [decoder.claim("toll", text) for text in texts] == [toll(1), toll(2), toll(3)]
    again = decoder.claim("toll", texts[0])
    assert again == first
    assert again is not first
