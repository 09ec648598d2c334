"""Which event a toll belongs to, over sentences of many wars."""

import pytest

from dateline.extract.extraction import extract
from dateline.model.reading import EventReading, TollReading
from tests.extract.read_text import read

CASES = [
    # in its own clause or as its cause
    ("A car bomb killed 12 people in Quetta.", ["bomb"]),
    ("Jets bombed a camp near Sirte and killed six fighters.", ["bombed"]),
    ("Shells hit a clinic in Aden. Rebels attacked a patrol near Lahj, killing four soldiers.", ["attacked"]),
    # told behind it as a thing of its own
    (
        "The army and the rebels fought a battle for the camp.\n"
        "At least 15 rebels and ten soldiers had been killed, and four suicide bombers had blown themselves up.",
        ["fought", "fought"],
    ),
    # the sentence before tells several: fighters died in the fight
    (
        "The rebels attacked the town from three sides.\n"
        "They took two checkpoints and blew up a car bomb at the gate. Ten soldiers were killed.",
        ["attacked"],
    ),
    # the sentence before tells one
    ("A drone struck a market in Bakhmut. Five traders died.", ["struck"]),
    ("Jets bombed a rebel position near Homs. Twelve fighters were killed.", ["bombed"]),
    # a clause a span of time apart tells of another
    (
        "Gunmen attacked a mosque in Zamfara on Friday and killed five men, a week after bandits killed 22 farmers.",
        ["attacked", "killed"],
    ),
    (
        "A woman blew herself up in Sirte and killed 14, two days after a truck bomb in Derna killed 59.",
        ["blew", "bomb"],
    ),
    # a figure is of what it is told of
    (
        "Gunmen shot dead 15 people in Witu, as the number of dead from Sunday's raid on Lamu rose to 60.",
        ["shot", "raid"],
    ),
    # what a number of its own phrase is told of, and not what the number before it is
    (
        "The Red Cross confirmed 27 deaths in the shelling of Aleppo on 21 July, and 11 in the bombing of a school.",
        ["shelling", "bombing"],
    ),
    ("Five soldiers died in the raid on Homs and nine in the ambush near Hama.", ["raid", "ambush"]),
    ("Two soldiers were killed in clashes in Gao and one in a mine explosion in Kidal.", ["clashes", "explosion"]),
    ("A bomb killed 12 people in the market of Homs and wounded three in a bus.", ["bomb", "bomb"]),
    # no one is killed by a withdrawal
    ("The garrison withdrew from Kidal on Monday. Three traders were killed.", [None]),
    # the words point back past the last event
    (
        "Warplanes carried out an air strike on a school in Taiz on Sunday. Rebels attacked a post near Marib.\n"
        "Nine pupils died in the air strike.",
        ["strike"],
    ),
]


@pytest.mark.parametrize(("text", "triggers"), CASES)
def test_event_of_toll(text: str, triggers: list[str | None]) -> None:
    readings = extract(read(text)[0])
    words = {one.key: one.trigger.text for one in readings if isinstance(one, EventReading)}
    tolls = [one for one in readings if isinstance(one, TollReading)]
    assert [words.get(toll.event or "") for toll in tolls] == triggers
