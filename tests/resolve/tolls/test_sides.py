"""Whose dead unnamed fighters were."""

import pytest

from dateline.extract.extraction import extract
from dateline.model.claim import TollClaim
from dateline.resolve import resolve
from tests.extract.read_text import read


def sides(text: str) -> list[str | None]:
    """The camp of each toll of a report, in order."""
    annotated, _ = read(text)
    tolls = [claim for claim in resolve(annotated, extract(annotated)) if isinstance(claim, TollClaim)]
    return [toll.side.side if toll.side else None for toll in tolls]


@pytest.mark.parametrize("word", ["fighters", "gunmen", "attackers"])
def test_unnamed_fighters_are_of_the_only_camp_of_fighters_that_is_told(word: str) -> None:
    first = "The al-Nusra Front attacked a Syrian army base near Idlib."
    text = f"{first} Twelve Syrian soldiers and nine {word} were killed."
    army, others = sides(text)
    assert army == "government of Syria" and others == sides(text.replace(f"nine {word}", "nine al-Nusra fighters"))[1]


def test_with_two_camps_nobody_can_tell() -> None:
    text = (
        "The Islamic State attacked al-Nusra Front positions near Idlib on Monday, and the al-Nusra Front attacked a "
        "Syrian army base. Nine gunmen were killed."
    )
    assert sides(text)[-1] is None


def names(text: str) -> list[str | None]:
    """The name of the party of each toll of a report, in order."""
    annotated, _ = read(text)
    tolls = [claim for claim in resolve(annotated, extract(annotated)) if isinstance(claim, TollClaim)]
    return [toll.side.name if toll.side else None for toll in tolls]


@pytest.mark.parametrize("word", ["rebels", "assailants", "insurgents"])
def test_the_only_group_that_a_report_names_lost_those_who_attacked(word: str) -> None:
    """Whatever word is used for its men, the attack was that group's and no other's."""
    text = f"Allied Democratic Forces fighters attacked an army base near Beni in Congo. Eleven {word} were killed."
    assert names(text) == ["Allied Democratic Forces"]


def test_rebels_of_another_attack_are_not_of_the_group_named() -> None:
    text = (
        "Islamist rebels attacked an army base near Idlib in Syria. Nineteen rebels were killed. "
        "The Islamic State shelled Kobane."
    )
    assert names(text)[0] != "Islamic State"
