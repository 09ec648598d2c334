import pytest

from evaluation.names import Names, families_of, plain


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Wadi al-Deif", "wadi deif"),
        ("The Army of X", "army x"),
        ("Dar'a (Syria)", "dara"),
        ("Jisr ash-Shughūr", "jisr shughur"),
    ],
)
def test_plain_names_keep_the_words_that_tell(name: str, bare: str) -> None:
    assert plain(name) == bare


@pytest.mark.parametrize(
    ("said", "gold", "same"),
    [
        ("Military Forces of Peru", "Peruvian army", True),
        ("Peru", "Government of Peru", True),
        ("Police Forces of Peru", "Peruvian police", True),
        ("Police Forces of Peru", "Military Forces of Peru", False),
        ("Military Forces of Peru", "Military Forces of Chile", False),
        ("FMLN", "Farabundo Martí National Liberation Front", True),
        ("Shining Path", "Tupac Amaru Revolutionary Movement", False),
    ],
)
def test_names_of_one_party_are_the_same_by_family(said: str, gold: str, same: bool) -> None:
    assert Names({}, families_of).same(said, gold) is same


def test_without_families_only_the_list_tells() -> None:
    names = Names({"Peruvian army": ["Army of Peru"]})

    assert names.same("army of Peru", "Peruvian army")
    assert not names.same("Military Forces of Peru", "Peruvian army")


def test_hits_count_found_and_right_names_apart() -> None:
    names = Names({"Army": ["troops"]})

    assert names.hits(["troops", "army", "rebels"], ["Army", "Police"]) == (1, 2)
