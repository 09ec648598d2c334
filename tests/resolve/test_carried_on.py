"""What later sentences carry on: the camp, the village, the group, "of them", the label of a paragraph."""

from dateline.extract.extraction import extract
from dateline.model.claim import EventClaim, TollClaim
from dateline.model.reading import Harm
from dateline.resolve import resolve
from tests.extract.read_text import read


def told(text: str) -> tuple[list[EventClaim], list[TollClaim]]:
    annotated, _ = read(text)
    claims = resolve(annotated, extract(annotated))
    return [c for c in claims if isinstance(c, EventClaim)], [c for c in claims if isinstance(c, TollClaim)]


def where(text: str, trigger: str) -> str | None:
    """The place of the first event that a word tells."""
    events, _ = told(text)
    place = next(event.place for event in events if event.trigger == trigger)
    return place.entry.name if place and place.entry else None


def test_the_town_is_not_the_one_where_a_road_ends() -> None:
    first = "Syrian rebels captured Ariha on Thursday, a market town on the road between Idlib and Latakia."
    assert where(f"{first} The army shelled the town at night.", "shelled") == "Ariha"


def test_the_camp_is_what_was_called_a_camp() -> None:
    first = "Syrian rebels overran al-Mastumah, the largest camp left to the army, on Tuesday."
    text = f"{first} The army still holds Ariha. Jets bombed the camp at night."
    assert where(text, "bombed") == "Al-Mastumah"


def test_the_village_may_be_one_that_the_gazetteer_lacks() -> None:
    first = "Syrian rebels entered the village of Kafr Zobel near Ariha on Monday."
    assert where(f"{first} The army shelled the village at night.", "shelled") == "Kafr Zobel"


def test_notes_are_told_where_and_when_their_paragraph_is_labelled() -> None:
    events, _ = told(
        "Idlib, 3 March 2015. A car bomb exploded near a bakery in Syria.\n\n"
        "Saraqib, 4 March 2015. Jets bombed a market and killed two people."
    )
    days = {e.place.entry.name: str(e.when.first) for e in events if e.place and e.place.entry and e.when}
    assert days == {"Idlib": "2015-03-03", "Saraqib": "2015-03-04"}


def test_a_toll_of_another_place_is_not_that_of_the_event_before() -> None:
    _, tolls = told(
        "An air strike on Saraqib in Syria on 8 June 2015 killed nine civilians. "
        "Some 12,000 people were displaced from Jisr al-Shughur."
    )
    displaced = next(toll for toll in tolls if toll.harm is Harm.DISPLACED)
    assert displaced.event is None


def test_of_them_counts_the_armed_men_of_the_sentence_before() -> None:
    _, tolls = told(
        "The Syrian army repelled an attack on Ariha on Monday. Hundreds of rebels took part in it. "
        "More than 70 of them were killed."
    )
    assert [toll.side.side for toll in tolls if toll.side] == ["opposition in Syria"]


def test_prisoners_listed_behind_the_dead_are_captured() -> None:
    _, tolls = told("The losses of the Syrian army near Ariha on Monday: 40 killed, seven prisoners, three tanks.")
    assert {(toll.harm, toll.count.low) for toll in tolls} == {(Harm.KILLED, 40), (Harm.CAPTURED, 7)}


def test_it_carries_on_from_a_channel_that_spoke_by_any_verb() -> None:
    events, _ = told(
        "Syrian rebels entered Ariha on Monday, the Syrian Observatory for Human Rights said. "
        "State television gave a different account. It said that the rebels had burned the hospital."
    )
    burned = next(event for event in events if event.trigger == "burned")
    assert [speaker.name for speaker in burned.said_by] == ["Syrian state television"]


def test_the_group_is_the_monitor_that_spoke_just_before() -> None:
    _, tolls = told(
        "The battle for Idlib in Syria killed 212 people, the Syrian Observatory for Human Rights said. "
        "The group had put the number of dead at 130 on Saturday."
    )
    assert {speaker.name for toll in tolls for speaker in toll.said_by} == {"Syrian Observatory for Human Rights"}


def test_what_points_back_is_a_quote_of_what_it_points_to() -> None:
    events, _ = told(
        "Gunmen attacked Chibok in Nigeria on 3 March 2015 and killed nine people. The attack lasted an hour."
    )
    assert ["lasted" in quote.text for event in events for quote in event.also_quoted] == [True]


def test_a_second_attack_is_not_the_first() -> None:
    events, _ = told(
        "A car bomb went off in Kirkuk in Iraq on 3 March 2015, killing nine people. "
        "In a second attack, a roadside bomb went off in Baquba and killed one person."
    )
    assert {e.place.entry.name for e in events if e.place and e.place.entry} == {"Kirkuk", "Baqubah"}


def test_who_says_that_a_town_was_freed_speaks_of_their_own_side() -> None:
    events, _ = told("The Iraqi army said on 3 March 2015 that the city of Ramadi had been liberated.")
    assert [event.type for event in events] == ["Government regains territory"]
