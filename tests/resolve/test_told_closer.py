"""What a lead tells only of a province, or of the way from a town, and the headline above it: where it was."""

import pytest

from tests.resolve.test_placing import where


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Jets bomb wedding\n\nADDIS ABABA, July 4 (Lake Wire) - Ethiopian jets bombed a wedding in the Amhara "
            "region on Sunday, killing 30 people.\n\nA plane dropped two bombs on Debre Tabor at noon, residents said.",
            "Debre Tabor",
        ),
        (  # in the direction that is told, in a sentence that tells the place in passing
            "Train hits mine, comes under fire in Mozambique; 30 dead\n\nMAPUTO, July 4 (Lake Wire) - Thirty people "
            "were killed when a train struck a mine and was raked with gunfire north-west of Maputo on Sunday, state "
            "radio reported.\n\nThe train was travelling to the border when the blast derailed it near Moamba.",
            "Moamba",
        ),
        (  # a village that the gazetteer lacks, told by an event of another kind
            "Missile cuts bus in two\n\nKABUL, July 4 (Lake Wire) - A missile hit a bus on a road south of Kabul on "
            "Sunday and killed 12 Afghans.\n\nThe bus was at Tilwadin when planes bombed it again.",
            "Tilwadin",
        ),
    ],
)
def test_a_lead_is_where_the_report_puts_it_next(text: str, place: str) -> None:
    assert set(where(text).values()) == {place}


def test_a_headline_is_where_its_lead_was_whatever_it_calls_that() -> None:
    text = (
        "Shelling spoils Malian fair\n\nBAMAKO, July 4 (Lake Wire) - A car bomb killed 30 people in the town of Kita "
        "on Sunday.\n\nIn May rebels attacked Nara."
    )
    assert where(text) == {"Shelling": "Kita", "bomb": "Kita", "attacked": "Nara"}


def test_what_lies_another_way_is_not_meant() -> None:
    text = (
        "Mine kills 30 on train\n\nMAPUTO, July 4 (Lake Wire) - A Mozambican train hit a mine south of Maputo on "
        "Sunday and 30 people died.\n\nThe line was cut near Moamba."
    )
    assert where(text)["hit"] == "Maputo"


def test_a_town_told_by_the_way_to_it_is_the_one_named_before_that_lies_so() -> None:
    text = (
        "Mai-Mai fighters attacked Rutshuru on Monday. Congolese soldiers recaptured the town, {} of Goma, on Friday."
    )
    assert where(text.format("65 km north"))["recaptured"] == "Rutshuru"
    assert where(text.format("65 km south"))["recaptured"] == "Goma"


def test_a_village_that_only_the_dateline_names_is_where_its_report_was_filed() -> None:
    text = (
        "Rebels raid army base\n\nTILWACA, El Salvador, March 4, 1985 (Lake Wire) - Guerrillas stormed a barracks "
        "before dawn on Monday and killed 40 Salvadoran soldiers, the army said. Helicopters from San Salvador came "
        "too late."
    )
    assert where(text)["stormed"] == "Tilwaca"
    assert where(text.replace("El Salvador,", "Honduras,"))["stormed"] != "Tilwaca"
