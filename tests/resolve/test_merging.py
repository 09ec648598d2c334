"""Which sentences of a report tell one event, and which tell of another."""

import datetime as dt

from dateline.annotate import Annotator
from dateline.extract import extract
from dateline.model.claim import EventClaim, TollClaim
from dateline.resolve import resolve
from dateline.resolve.tolls.places import FOUND_BY
from dateline.sources import Row, read_bytes

DAY = dt.date(2022, 5, 9)  # a Monday


def told(text: str, outlet: str | None = None) -> tuple[list[EventClaim], list[TollClaim]]:
    """The events and tolls of a report published on a Monday."""
    row = Row(file="a.txt", number=2, published=DAY, outlet=outlet)
    (annotated,) = Annotator.load().annotate([read_bytes(text.encode(), "a.txt", row)])
    claims = resolve(annotated, extract(annotated))
    return [c for c in claims if isinstance(c, EventClaim)], [c for c in claims if isinstance(c, TollClaim)]


def place_of(claim: EventClaim | TollClaim) -> str | None:
    return claim.place.entry.name if claim.place and claim.place.entry else None


def test_a_lead_that_names_the_country_is_placed_by_what_is_told_next() -> None:
    text = "A rocket hit a bus depot in south Ukraine on Sunday. Drivers in Kherson were at work when the rocket hit."
    (event,), _ = told(text)
    assert place_of(event) == "Kherson" and len(event.also_quoted) == 1


def test_another_one_is_another_event() -> None:
    text = "A bomb exploded at a market in Mosul on Sunday. Another bomb exploded in Mosul on Sunday."
    events, _ = told(text)
    assert len(events) == 2


def test_a_verb_of_harm_beside_the_deed_is_no_event() -> None:
    events, (toll,) = told("Shells fell on a school in Kherson on Sunday, killing four pupils.")
    assert [event.type for event in events] == ["Shelling/artillery/missile attack"]
    assert toll.event == events[0].id


def test_the_dead_of_a_town_are_of_what_happened_there() -> None:
    text = "Warplanes bombed Idlib province in Syria on Sunday and killed 30 people. Six were killed in Saraqib."
    events, tolls = told(text)
    (own,) = (event for event in events if event.found_by == FOUND_BY)
    assert place_of(own) == "Saraqib" and own.type == "Air/drone strike"
    assert own.when == next(event.when for event in events if event is not own)
    assert [toll.event == own.id for toll in tolls] == [False, True]


def test_fighting_that_lasted_stands_beside_the_capture() -> None:
    events, _ = told("Rebels captured the Syrian town of Ariha on Sunday after three days of fighting.")
    assert sorted(event.type for event in events) == ["Armed clash", "Non-state actor overtakes territory"]


def test_numbers_that_come_to_the_one_before_are_its_parts() -> None:
    _, (whole, *parts) = told("Gunmen killed 30 villagers, 20 men, six women and four children, near Mopti in Mali.")
    assert whole.count.low == 30
    assert {part.part_of for part in parts} == {whole.id}


def test_a_number_that_is_put_right_or_only_compared_is_no_toll() -> None:
    _, tolls = told("Shells killed 19 people in Kherson on Sunday, not 15 as was first said.")
    assert [toll.count.low for toll in tolls] == [19]
    _, tolls = told("Shells killed 19 people in Kherson on Sunday, four more than the governor had counted.")
    assert [toll.count.low for toll in tolls] == [19]


def test_our_losses_are_those_of_who_writes() -> None:
    text = "Our fighters attacked an army base near Sarmin in Syria on Sunday. We lost five men."
    _, (toll,) = told(text, "Ahrar al-Sham")
    assert toll.side is not None and toll.side.name == "Ahrar al-Sham"


def test_them_are_those_who_were_driven_back() -> None:
    text = "The Syrian army repelled an attack by the al-Nusra Front on Ariha on Sunday and killed 25 of them."
    _, (toll,) = told(text)
    assert toll.side is not None and toll.side.name == "Al-Nusra Front"


def test_those_attacked_say_whom_they_killed() -> None:
    text = "Gunmen attacked an army base at Monguno in Nigeria on Sunday. The army said it killed 37 attackers."
    (event,), (toll,) = told(text)
    assert toll.event == event.id and toll.count.low == 37


def test_bodies_that_a_hospital_received_are_a_part() -> None:
    text = "Shells killed 65 people in Kherson on Sunday. Doctors at a hospital said they had received 20 bodies."
    _, tolls = told(text)
    whole, part = sorted(tolls, key=lambda toll: -(toll.count.low or 0))
    assert part.part_of == whole.id and whole.part_of is None


def test_a_headline_is_told_by_its_lead() -> None:
    text = "Truck bomb kills 90 in market\n\nA suicide bomber blew up a truck in Mosul, Iraq on Sunday, killing 90."
    (event,), _ = told(text)
    assert place_of(event) == "Mosul" and event.type == "Suicide bomb" and len(event.also_quoted) == 1


def test_an_entry_is_the_capture_that_it_came_to() -> None:
    text = "The army retook Bama, Nigeria, on Sunday. A spokesman said that soldiers had entered Bama in the morning."
    (event,), _ = told(text)
    assert event.type == "Government regains territory" and len(event.also_quoted) == 1


def test_what_heads_a_paragraph_places_what_it_tells() -> None:
    text = "Taiz: shells killed four people on Sunday.\n\nMocha, Yemen: the army lost two men in a clash on Sunday."
    events, _ = told(text)
    assert [place_of(event) for event in events][-1] == "Mocha"


def test_who_counts_its_own_counts_the_other_side_apart() -> None:
    _, tolls = told("The army reports five of its own and three militants killed in a clash in Patikul, Philippines.")
    sides = [toll.side.name if toll.side else None for toll in tolls]
    assert sides == ["Military Forces of Philippines", "Militants (Philippines)"]


def test_who_pulled_out_of_what_was_taken_is_no_taker() -> None:
    text = "Government troops pulled out of Ariha in Syria on Sunday. The loss of the town is a blow."
    (event,), _ = told(text)
    assert event.type == "Non-state actor overtakes territory"
    assert [len(side) for side in (event.actors, event.targets)] == [0, 1]
