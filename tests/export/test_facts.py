from dateline.export.days import coded, month_of, shares
from dateline.export.facts import cut, degrees
from dateline.model.place import PlacePrecision
from tests.builders import place, when


def test_a_text_is_cut_between_words_and_marked() -> None:
    assert cut("one two three", None) == "one two three"
    assert cut("one two three", 13) == "one two three"
    assert cut("one two, three", 10) == "one two…"
    assert len(cut("word " * 100, 50)) <= 50


def test_a_total_is_divided_evenly_the_rest_with_the_first_day() -> None:
    assert shares(10, 3) == [4, 3, 3]
    assert shares(2, 3) == [2, 0, 0]
    assert sum(shares(101, 7)) == 101


def test_the_day_that_stands_for_several_is_the_middle_one() -> None:
    month = coded(when("2015-04-01", "2015-04-30"))
    assert month is not None
    assert (str(month.day), month.precision) == ("2015-04-15", 3)
    assert coded(when("2015-01-01", "2015-12-31")) is None
    assert coded(when("2015-01-01", None, precision=None)) is not None
    assert coded(None) is None


def test_a_month_is_one_only_where_all_days_lie_in_it() -> None:
    assert month_of(when("2015-04-01", "2015-04-30")) == (2015, 4)
    assert month_of(when("2015-04-30", "2015-05-01")) is None
    assert month_of(None) is None


def test_only_a_town_and_what_is_near_one_have_degrees() -> None:
    near = place("T", 35.8, 36.6, precision=PlacePrecision.AREA, near="T")
    assert degrees(place("P", 35.8, 36.6, precision=PlacePrecision.AREA)) == (None, None)
    assert degrees(place("P", 35.8, 36.6, precision=PlacePrecision.PROVINCE)) == (None, None)
    assert degrees(place("T", 35.8, 36.6)) == (35.8, 36.6)
    assert degrees(near) == (35.8, 36.6)
