"""Headlines, second mentions, and the types that victims tell: what a report tells of one event."""

import datetime as dt

import pytest

from dateline.extract.extraction import extract
from dateline.model.claim import EventClaim
from dateline.resolve import resolve
from dateline.sources import Row, read_bytes
from tests.extract.read_text import read_report

DAY = dt.date(2022, 5, 9)  # a Monday


def told(text: str) -> list[EventClaim]:
    row = Row(file="a.txt", number=2, published=DAY, outlet=None)
    annotated = read_report(read_bytes(text.encode(), "a.txt", row))
    return [c for c in resolve(annotated, extract(annotated)) if isinstance(c, EventClaim)]


def place_of(claim: EventClaim) -> str | None:
    return claim.place.entry.name if claim.place and claim.place.entry else None


MARKET = "A car bomb exploded at a market in Mosul on Sunday and killed 12 people."


@pytest.mark.parametrize(
    "again",
    [
        "The attackers came in two cars.",
        "The device was hidden under a stall.",
        "The governor spoke of the cowardly attack.",
        "Most of the 12 dead were traders.",
    ],
)
def test_a_sentence_that_takes_an_event_up_is_a_quote_of_it(again: str) -> None:
    (event,) = told(f"{MARKET} {again}")
    assert [quote.text for quote in event.also_quoted] == [again]


def test_a_sentence_of_another_matter_is_none() -> None:
    (event,) = told(f"{MARKET} The minister was in Basra to open a school.")
    assert event.also_quoted == ()


def test_the_dead_of_another_day_are_no_quote() -> None:
    events = told("Jets struck the town of Mora on Monday. Strikes on Friday killed three children there.")
    assert all(not event.also_quoted for event in events)


@pytest.mark.parametrize(
    "headline",
    ["Blast kills dozens in Iraq", "Gunmen kill 12 in Mosul", "Massacre in northern Iraq"],
)
def test_a_headline_sums_up_what_its_lead_tells(headline: str) -> None:
    events = told(f"{headline}\n\nA car bomb tore through a market in Mosul on Sunday and killed 12 people.")
    assert [event.type for event in events] == ["Remote explosive/landmine/IED"]


def test_a_headline_of_another_kind_is_told_beside_its_lead() -> None:
    events = told("Army retakes Tikrit\n\nA car bomb exploded at a market in Mosul on Sunday.")
    assert len(events) == 2


def test_of_two_towns_nearby_each_is_taken_by_itself() -> None:
    text = "Rebels take Saraqib\n\nRebels captured the Syrian town of Ariha on Sunday, days after they took Saraqib."
    assert {place_of(event) for event in told(text)} == {"Saraqib", "Ariha"}


def test_dead_listed_for_a_second_town_are_of_another_event() -> None:
    text = "Shelling killed 15 people in Kherson and at least nine others were killed in Mykolaiv on Sunday."
    assert {place_of(event) for event in told(text)} == {"Kherson", "Mykolaiv"}


def test_an_attack_in_a_town_that_nothing_else_tells_of_points_back_to_none() -> None:
    text = "Jets bombed Kilinochchi on Sunday. The rebels condemned the attack on civilians at Kebitigollewa."
    assert [place_of(event) for event in told(text)] == ["Kilinochchi", "Kebitigollewa"]


def test_later_in_the_day_is_another_strike() -> None:
    text = "Shells hit a school in Kherson on Sunday. Later in the day, shells hit a market in Kherson."
    assert len(told(text)) == 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen stormed the town of Mpeketoni in Kenya on Sunday and killed 48 people.", "Attack"),
        ("Fifty-three people, 49 of them gendarmes, died in Sunday's assault on the town of Inata.", "Armed clash"),
        ("Gunmen stormed an army base in Inata on Sunday and killed 12 people.", "Armed clash"),
    ],
)
def test_whom_it_harmed_tells_whether_a_raid_was_a_clash(text: str, kind: str) -> None:
    assert [event.type for event in told(text)] == [kind]


def test_gunmen_and_the_group_that_claims_their_raid_are_one_side() -> None:
    text = "Gunmen stormed the town of Mpeketoni in Kenya on Sunday.\n\nSomalia's al Shabaab claimed the raid."
    assert all("Al-Shabaab" not in {link.name for link in event.targets} for event in told(text))


LOG = """Incidents of the fortnight

31 March, Mueang Yala: three IEDs in Ruam Mit Road; 11 killed, 110 injured.

31 March, Hat Yai: VBIED in an underground car park; five killed.

5 April, Raman: a rubber tapper died of his wounds after a fall."""


def test_each_entry_is_read_as_a_report_of_its_own() -> None:
    assert [(event.type, event.when and event.when.first) for event in told(LOG)] == [
        ("Remote explosive/landmine/IED", dt.date(2022, 3, 31)),
        ("Remote explosive/landmine/IED", dt.date(2022, 3, 31)),
    ]


def test_the_first_attack_is_none_of_the_last_that_was_told() -> None:
    bombs = "A car bomb exploded in Baquba on Sunday. Hours later another bomb exploded in Khalis."
    first, second = told(f"{bombs} Islamic State claimed the first attack.")
    assert len(first.also_quoted) == 1 and second.also_quoted == ()
    assert place_of(first) == "Baqubah"


def test_a_headline_of_which_nothing_is_read_is_a_quote_of_its_lead() -> None:
    (event,) = told("Sarajevo market toll\n\nA shell landed in a market in Sarajevo on Sunday and killed 68 people.")
    assert [quote.text for quote in event.also_quoted] == ["Sarajevo market toll"]


def test_armed_men_who_left_take_up_the_capture() -> None:
    (event,) = told("Rebels captured the Syrian town of Ariha on Sunday. The soldiers left in a convoy.")
    assert [quote.text for quote in event.also_quoted] == ["The soldiers left in a convoy."]


def test_the_fall_of_a_town_is_what_was_told_of_it() -> None:
    text = "The army captured the Syrian town of Ariha from rebels on Sunday. The fall of Ariha opens the road."
    assert len(told(text)) == 1


def test_the_doers_own_dead_make_no_clash_of_an_attack() -> None:
    text = "Gunmen attacked a village near Djibo in Burkina Faso on Sunday. Five gunmen and two people were killed."
    assert [event.type for event in told(text)] == ["Attack"]


@pytest.mark.parametrize(
    "again",
    [
        "Then they opened fire.",
        "They were lined up behind the mill and shot.",
        "The raiders held out in the mill for an hour.",
    ],
)
def test_how_it_went_on_is_told_of_the_raid_before(again: str) -> None:
    """Why: those who fire on nobody that is named, or are shot, are those that the sentence before spoke of."""
    (event,) = told(f"Gunmen attacked villagers at a mill in Mora on Sunday. {again}")
    assert [quote.text for quote in event.also_quoted] == [again]


def test_gunmen_who_held_out_are_those_of_the_raid_and_not_of_the_bomb() -> None:
    """Why: of two blows told before, the one that names the same doers is meant, though the other was told last."""
    bomb = "A car bomb exploded at a bus station in Mosul."
    events = told(f"Gunmen stormed a hotel in Mosul on Sunday. {bomb} The gunmen held out for three hours.")
    held_out = [event.type for event in events if any("held out" in quote.text for quote in event.also_quoted)]
    assert held_out == ["Attack"]


@pytest.mark.parametrize(
    "again", ["The operation of the dam goes on.", "They opened a school.", "The fire was put out."]
)
def test_what_sounds_like_it_takes_up_no_raid(again: str) -> None:
    """Why: a dam is operated and a school opened; neither tells more of a raid."""
    (event,) = told(f"Gunmen attacked villagers at a mill in Mora on Sunday. {again}")
    assert event.also_quoted == ()


def test_an_entry_without_a_verb_tells_where_and_when_and_of_what_its_dead_died() -> None:
    first = "7.2.22 - Zalambessa, bus station. Drone. Five dead, one of whom died in Adigrat on the 9th."
    (event,) = told(f"Log of the north\n\n{first}\n\n9.2.22 - Zalambessa, market. Quiet.")
    assert place_of(event) == "Zalambessa" and event.when is not None and event.when.first == dt.date(2022, 2, 7)
    assert [quote.text for quote in event.also_quoted][-2:] == ["Zalambessa, bus station.", "Drone."]


SHELLS = "Mortar shells hit a school in Kherson on Sunday and killed 12 people."


@pytest.mark.parametrize("again", ["Two of them fell in the yard.", "It came down beside the gate."])
def test_what_fell_may_be_told_by_no_noun(again: str) -> None:
    (event,) = told(f"{SHELLS} {again}")
    assert [quote.text for quote in event.also_quoted] == [again]


def test_who_pressed_the_switch_set_off_the_bomb_just_told() -> None:
    again = "He pressed the switch once a queue had formed."
    (event,) = told(f"A suicide bomber blew himself up at a market in Mosul on Sunday. {again}")
    assert again in [quote.text for quote in event.also_quoted]


def test_what_a_statement_looks_into_is_what_it_tells_next() -> None:
    opening = "The army has ended its inquiry into the events of Sunday at the Amal school."
    (event,) = told(f"Statement\n\n{opening} {SHELLS}")
    assert opening in [quote.text for quote in event.also_quoted]


def test_its_capture_takes_up_the_capture_and_no_blast() -> None:
    again = "The people tell the story of its capture without joy."
    (event,) = told(f"Rebels captured the Syrian town of Ariha on Sunday. {again}")
    assert [quote.text for quote in event.also_quoted] == [again]
    (blast,) = told(f"{MARKET} {again}")
    assert blast.also_quoted == ()


def test_the_only_massacre_of_a_report_is_taken_up_from_afar() -> None:
    rest = " ".join(["The road there is bad."] * 15)
    again = "Nobody has been tried for the outrage."
    (event,) = told(f"Gunmen killed 30 villagers in Yumbi on Sunday. {rest} {again}")
    assert again in [quote.text for quote in event.also_quoted]


def test_what_is_burnt_in_a_raid_is_told_with_it() -> None:
    raid = "Gunmen attacked the village of Yumbi on Sunday and killed 30 people."
    assert [event.type for event in told(f"{raid} Granaries were burnt.")] == ["Attack"]


def test_what_is_burnt_on_another_day_is_another_event() -> None:
    raid = "Gunmen attacked the village of Yumbi on Sunday and killed 30 people."
    assert len(told(f"{raid} On Monday rioters burned the town hall of Goma.")) == 2


def test_a_post_that_was_manned_is_beside_a_report_of_its_fall() -> None:
    rest = "The fight went on till noon. The post was manned by fifty soldiers."
    events = told(f"Rebels stormed an army post in Inata on Sunday and killed 12 soldiers. {rest}")
    assert "Headquarters or base established" not in {event.type for event in events}


TAKEN = "Rebels captured the town of Menaka on Monday."


@pytest.mark.parametrize(
    "again",
    [
        "The Menaka operation was led by a defector, the group said.",
        "The governor called the loss of Menaka a blow.",
        "The rest were then shot up from the slopes for about four hours.",
        "They came in forty pickups at about three in the morning.",
        "Columns of tanks rolled in behind them just past noon.",
    ],
)
def test_a_sentence_that_names_or_carries_on_a_capture_is_a_quote_of_it(again: str) -> None:
    quotes = [quote.text for event in told(f"{TAKEN} {again}") for quote in (event.quote, *event.also_quoted)]
    assert again in quotes


@pytest.mark.parametrize(
    "other",
    [
        "The Gao operation was led by a defector, the group said.",
        "Five people were beaten in Gao, where nobody saw a rebel.",
        "They will come in forty pickups, a guard said.",
        "The children had walked to school at seven.",
    ],
)
def test_a_sentence_of_another_place_or_of_no_deed_is_none(other: str) -> None:
    capture = next(event for event in told(f"{TAKEN} {other}") if event.trigger == "captured")
    assert other not in [quote.text for quote in capture.also_quoted]
