"""The only place of a sentence: taken where nothing ties the event to one, left where it is of another scene."""

import pytest

from dateline.extract.classes import Classes
from dateline.extract.only_place import only_place
from tests.extract.read_text import find, read


def place_of(text: str, word: str) -> list[str]:
    annotated, trees = read(text)
    tree, token = find(trees, word)
    return [phrase.text for phrase in only_place(tree, Classes(annotated.mentions, trees), token)]


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Police in Conakry shot two men during a march against the new charter.", "shot", "Conakry"),
        ("Residents of Sweida took to the streets on Friday.", "took", "Sweida"),
        ("Troops gunned down mourners chanting slogans against the clergy in Zahedan.", "gunned", "Zahedan"),
        ("Two traders were shot in a protest in Nyala.", "shot", "Nyala"),
    ],
)
def test_it_is_taken(text: str, word: str, place: str) -> None:
    assert place_of(text, word) == [place]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Rebels from Gao shot two men.", "shot"),
        ("Soldiers shot two men who had travelled from Kayes and lived in Mopti.", "shot"),
        ("The militia shot two men in Gao and took them to Mopti.", "shot"),
        ("The rebels shot two men after the fall of Gao.", "shot"),
        ("Troops shot two men in Syria.", "shot"),
        ("Gunmen shot a priest in answer to the bombing of a mosque in Zalingei.", "shot"),
        ("Troops shot two men.", "shot"),
    ],
)
def test_another_scene_a_country_or_one_of_several_is_not(text: str, word: str) -> None:
    assert place_of(text, word) == []
