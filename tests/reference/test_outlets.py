"""Whose army an outlet's name or a heading speaks of."""

import pytest

from dateline.reference.outlets import armed_party, army_named, army_that_writes, side_of_outlet, state_that_writes


@pytest.mark.parametrize(
    ("text", "country", "army"),
    [
        ("Army general command", "SY", "sy.military"),
        ("Turkish General Staff", "SY", "tr.military"),
        ("Ministry of Defence of the Russian Federation", "UA", "ru.military"),
        ("Army statement on the Rwandan attack", "CD", "cd.military"),
        ("Valley News", "CD", None),
    ],
)
def test_an_army_is_of_the_country_that_it_is_called_after(text: str, country: str, army: str | None) -> None:
    found = army_named(text, country)
    assert (found.id if found else None) == army


@pytest.mark.parametrize(
    ("outlet", "state", "army"),
    [
        ("Kenya Defence Forces", "KE", "KE"),
        ("General Staff of Turkey", "TR", "TR"),
        ("Azerbaijan State Agency", "AZ", None),
        ("SANA", "SY", None),
        ("General Staff", None, None),
        ("Karabakh Defence Army", None, None),
        ("Valley News", None, None),
    ],
)
def test_a_state_writes_where_its_army_or_press_is_named_after_it(
    outlet: str, state: str | None, army: str | None
) -> None:
    """Named after nobody it is of whatever country the report tells of; a group's army is no state's."""
    assert state_that_writes(outlet) == state
    assert army_that_writes(outlet) == army


def test_a_name_with_brackets_is_a_party() -> None:
    found = armed_party("Press office, Communist Party of India (Maoist)")
    assert found is not None and found.id == "cpi-maoist"


def test_a_states_agency_speaks_for_its_own_state_wherever_the_report_lies() -> None:
    assert side_of_outlet("Azerbaijan State Agency", "AM") == "government of Azerbaijan"
