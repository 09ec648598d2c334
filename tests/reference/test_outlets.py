"""Whose army an outlet's name or a heading speaks of."""

import pytest

from dateline.reference.outlets import army_named


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
