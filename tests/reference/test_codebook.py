from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.reference import sub_events
from dateline.reference.codebook import codebook
from dateline.reference.sub_events import TERRITORY_TAKEN

# The order of precedence within each event type, from ACLED's codebook.
ORDER = {
    "Battles": ["Government regains territory", "Non-state actor overtakes territory", "Armed clash"],
    "Protests": ["Excessive force against protesters", "Protest with intervention", "Peaceful protest"],
    "Riots": ["Violent demonstration", "Mob violence"],
    "Explosions/Remote violence": [
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED", "Grenade",
    ],
    "Violence against civilians": ["Sexual violence", "Attack", "Abduction/forced disappearance"],
    "Strategic developments": [
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
        "Looting/property destruction", "Non-violent transfer of territory", "Other",
    ],
}  # fmt: skip


def test_the_25_types_stand_under_their_event_type_in_order_of_precedence() -> None:
    found: dict[str, list[str]] = {}
    for entry in codebook().public():
        found.setdefault(entry.event_type, []).append(entry.type)
    assert found == ORDER
    assert [entry.rank for entry in codebook().types.values()] == list(range(26))


def test_disorder_types_are_those_of_the_types_and_not_of_their_event_type() -> None:
    book = codebook()
    assert book["Mob violence"].disorder_type == "Political violence"
    assert book["Violent demonstration"].disorder_type == "Demonstrations"
    assert book["Excessive force against protesters"].disorder_type == "Political violence"
    assert {entry.disorder_type for entry in book.types.values()} == {
        "Political violence",
        "Demonstrations",
        "Strategic developments",
    }


def test_only_territory_taken_stays_inside() -> None:
    assert [entry.type for entry in codebook().types.values() if entry.internal] == [TERRITORY_TAKEN]


def test_kinship_holds_both_ways_and_reaches_the_families_of_kin() -> None:
    book = codebook()
    for left in book.types:
        assert book.kinship(left, left) == 1
        for right in book.types:
            assert book.kinship(left, right) == book.kinship(right, left)
            reached = book[right].family in book.families_reached(left)
            assert reached or not book.kinship(left, right)
    assert book.kinship("Armed clash", "Non-state actor overtakes territory") > 0
    assert book.kinship("Government regains territory", "Non-state actor overtakes territory") == 0


def test_an_unknown_type_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        codebook()["Skirmish"]


def broken(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "codebook.yml"
    path.write_text(text, encoding="utf-8")
    return path


ROW = "- {type: A, event: Battles, disorder: D, family: f, about: words"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "expected a list"),
        ("- just words", "entry 1"),
        ("- {type: A}", "entry 1 \\(A\\): needs words for event, disorder, family, about"),
        (ROW + ", colour: red}", "unknown keys colour"),
        (ROW + "}\n" + ROW + "}", "told twice: A"),
        (ROW + ", kin: [B]}", "kin: expected types with numbers"),
        (ROW + ", kin: {B: 0.5}}", "no such other type: B"),
        (ROW + ", kin: {B: 2}}\n" + ROW.replace("A", "B") + "}", "a number between 0 and 1"),
        ("- {", "cannot be read"),
    ],
)
def test_a_broken_entry_is_named_with_its_file(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ResourceError, match=f"codebook.yml.*{told}"):
        codebook(broken(tmp_path, text))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"nothing\.yml: cannot be read"):
        codebook(tmp_path / "nothing.yml")


def test_rules_speak_of_types_that_the_codebook_has() -> None:
    spoken_of = {value for name, value in vars(sub_events).items() if name.isupper()}
    assert spoken_of <= codebook().types.keys()
