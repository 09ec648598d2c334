import datetime as dt

from dateline.export.crosswalks import country_codes, event_codes, kind_codes, place_codes, when_codes, years_of
from dateline.export.crosswalks.reading import table
from dateline.model.actor import ActorKind
from dateline.model.place import PlacePrecision
from dateline.model.when import Precision
from dateline.reference.codebook import codebook
from dateline.reference.countries import countries
from dateline.reference.gazetteer import country_rows
from tests.builders import place, when

PLOVER = frozenset({
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
})  # fmt: skip
MODES = frozenset({
    "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
    "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional", "withdraw", "release",
    "disarm", "ceasefire", "access", "resign",
})  # fmt: skip
INTER = frozenset({
    "State forces", "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters", "Civilians",
    "External/Other forces",
})  # fmt: skip


def test_every_type_of_the_codebook_has_its_codes() -> None:
    assert list(event_codes()) == [entry.type for entry in codebook().public()]
    for codes in event_codes().values():
        assert codes.plover in PLOVER | {""}
        assert codes.mode in MODES | {""}
        assert codes.ucdp in {"battle", "one-sided", "none"}
        assert codes.hapi in {"civilian_targeting", "demonstration", "political_violence", ""}
        assert bool(codes.plover) == bool(codes.cameo) == bool(codes.quad)


def test_every_kind_of_actor_has_its_codes() -> None:
    assert set(kind_codes()) == set(ActorKind)
    assert {codes.inter for codes in kind_codes().values()} == INTER
    numbers = {codes.inter: codes.number for codes in kind_codes().values()}
    assert sorted(numbers.values()) == list(range(1, 9))


def test_every_precision_has_its_codes() -> None:
    told = {row["precision"] for row in table("precision.yml")["place"]}
    assert told == {*map(str, PlacePrecision), "area near a town"}
    assert {row["precision"] for row in table("precision.yml")["when"]} == set(map(str, Precision))


def test_how_closely_a_place_is_known() -> None:
    assert place_codes(place("Afrin")) == (1, 1)
    assert place_codes(place("Afrin", precision=PlacePrecision.AREA, near="Afrin")) == (2, 2)
    assert place_codes(place("Ghab plain", precision=PlacePrecision.AREA)) == (2, 5)
    assert place_codes(place("Syria", precision=PlacePrecision.COUNTRY)) == (None, 6)


def test_how_closely_days_are_known() -> None:
    assert when_codes(when("2015-04-25")) == (1, 1)
    assert when_codes(when("2015-04-25", "2015-04-30")) == (2, 2)
    assert when_codes(when("2015-04-25", "2015-05-01")) == (2, 3)
    assert when_codes(when("2015-04-01", "2015-04-30")) == (3, 4)
    assert when_codes(when("2015-01-01", "2015-12-31")) == (None, 5)
    assert when_codes(when(None, "2015-04-30")) == (None, None)


def test_every_country_has_its_codes() -> None:
    assert all(country_codes(row.code).iso3 == row.iso3 for row in country_rows())
    numbers = [country_codes(iso).number for iso in countries() if country_codes(iso).number]
    assert len(numbers) == len(set(numbers))
    assert country_codes("SY").number == "760"
    assert country_codes("AF").number == "4"
    assert country_codes(None).iso3 == ""


def test_a_rule_ends_the_day_before_the_next_begins() -> None:
    assert years_of("SY", dt.date(2015, 4, 25)) == "2000-2024"
    assert years_of("SY", dt.date(2024, 12, 7)) == "2000-2024"
    assert years_of("SY", dt.date(2024, 12, 8)) == "2024-"
    assert years_of("SY", dt.date(1950, 1, 1)) is None
    assert years_of(None, dt.date(2015, 1, 1)) is None


def test_periods_of_rule_are_in_order_and_of_real_countries() -> None:
    assert set(table("regimes.yml")) <= set(countries())
    for iso, rows in table("regimes.yml").items():
        days = [row["from"] for row in rows]
        assert days == sorted(set(days)), iso
