"""Speakers told by their office, or by a bare word that points back to one."""

import pytest

from tests.resolve.actors.test_resolver import speaking


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("A military source said Palma in Mozambique was lost. The source said 55 had died.", "The source", "Military"),
        ("A hospital source said shells hit Sirte in Libya. The source said 12 had died.", "The source", "Medics"),
        ("Police said gunmen had stormed Srinagar in India. Three died, a spokesman said.", "a spokesman", "Police"),
        ("Residents said shells hit Aleppo in Syria. A spokesman said 12 had died.", "A spokesman", "Officials"),
        ("The General Staff said 17 had died at Palma in Mozambique.", "The General Staff", "Military"),
        ("The Defence Headquarters said 12 had died in Bama in Nigeria.", "The Defence Headquarters", "Military"),
    ],
)
def test_a_bare_word_speaks_for_those_who_spoke_before(text: str, words: str, name: str) -> None:
    """A source is of whom the same word was said before; a spokesman is of the body that spoke, not of residents."""
    assert [name in speaker for speaker in speaking(text, words)] == [True]


@pytest.mark.parametrize(
    "office",
    [
        "Colonel Ali Hassan, spokesman for the Sudanese army, said 12 had died in Kutum.",
        '"They fled," a Sudanese army spokesman, Ali Hassan, said in Kutum.',
        "Sudanese army spokesman Ali Hassan said 12 had died in Kutum.",
    ],
)
def test_a_surname_speaks_for_the_office_that_was_told_with_it(office: str) -> None:
    """Before the name, behind it, or with the name behind the office; a rank alone tells of no office."""
    assert speaking(f"{office} Hassan said 40 rebels had died.", "Hassan") == ["Military Forces of Sudan"]
