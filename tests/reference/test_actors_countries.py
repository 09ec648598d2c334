"""Countries and the words that give them away."""

import pytest

from dateline.errors import ResourceError
from dateline.reference import countries as module
from dateline.reference.countries import countries, country_name


def test_all_countries_have_a_code_and_a_name() -> None:
    assert len(countries()) > 190
    assert all(country.iso == iso and country.name for iso, country in countries().items())
    assert country_name("NO") == "Norway"
    assert country_name("ZZ") is None
    assert country_name(None) is None


def test_adjectives_are_of_one_country_each() -> None:
    seen = [word for country in countries().values() for word in country.adjectives]
    assert len(seen) == len(set(seen))


def test_a_country_without_an_adjective_lends_its_name() -> None:
    assert countries()["SY"].adjective == "Syrian"
    assert countries()["CG"].adjective == "Republic of Congo"


def test_leaders_leave_after_they_enter(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = {"AA": {"name": "Aland", "leaders": [{"name": "A B", "since": 2000, "until": 1999}]}}
    monkeypatch.setattr(module, "read_yaml", lambda _path: broken)
    with pytest.raises(ResourceError, match="A B leaves office"):
        countries.__wrapped__()


def test_a_code_read_as_no_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "read_yaml", lambda _path: {False: {"name": "Norway"}})
    with pytest.raises(ResourceError, match="quote NO"):
        countries.__wrapped__()
