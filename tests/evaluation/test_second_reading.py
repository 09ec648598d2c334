"""Two readings of the same reports: members are paired by where their words stand, not by how they were cut."""

import pytest

from evaluation.report_sets import READ_TWICE, SETS
from evaluation.second_reading import agreement, read_again

TEXTS = {"a.txt": "Rebels took Sarra on Monday. Its fall was sudden. Planes bombed Sarra and Tell Omar."}


def reading(**incidents: list[str]) -> dict[str, object]:
    told = [{"key": key, "members": [["a.txt", words] for words in each]} for key, each in incidents.items()]
    return {"incidents": told, "optional": [], "denied": []}


def test_readings_that_cut_the_words_otherwise_agree() -> None:
    first = reading(fall=["took Sarra", "Its fall"], raid=["bombed Sarra"])
    second = reading(taken=["Rebels took Sarra", "fall was sudden"], air=["Planes bombed"])
    assert agreement(first, second, TEXTS) == {"found": 1.0, "more": 0.0, "conll": 1.0}


def test_what_one_reading_lacks_and_what_it_splits_is_told() -> None:
    first = reading(fall=["took Sarra", "Its fall"], raid=["bombed Sarra"])
    found = agreement(first, reading(fall=["took Sarra"], other=["Its fall"], day=["on Monday"]), TEXTS)
    assert found["found"] == pytest.approx(2 / 3)
    assert found["more"] == pytest.approx(1 / 3)
    assert found["conll"] < 1


def test_words_that_tell_of_two_places_pair_with_the_incident_that_shares_most() -> None:
    first = reading(sarra=["took Sarra", "bombed Sarra and Tell Omar"], omar=["bombed Sarra and Tell Omar"])
    second = reading(x=["bombed Sarra and Tell Omar"], y=["took Sarra", "bombed Sarra and Tell Omar"])
    assert agreement(first, second, TEXTS)["conll"] == 1.0


@pytest.mark.parametrize("name", READ_TWICE)
def test_the_second_readings_fit_the_reports(name: str) -> None:
    found = read_again(SETS[name])
    assert found["found"] > 0.9
    assert found["conll"] > 0.9
