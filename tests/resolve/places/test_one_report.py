"""What one part of a report says of the places of another: its names, its heads, its headline, what it tells next."""

import pytest

from dateline.extract.extraction import extract
from dateline.model.claim import TollClaim
from dateline.resolve import resolve
from dateline.resolve.places.resolver import PlaceResolver
from dateline.sources import read_bytes
from tests.extract.read_text import read_report
from tests.resolve.test_placing import where


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        # "it" is the town that the sentence before tells of
        (
            "FREETOWN, Sierra Leone (Lake Wire) - Troops attacked Makeni on Sunday.\n\n"
            "The town of Kenema was the scene of the "
            "worst fighting in April, when rebels burned it. The army recaptured it a week later.",
            "recaptured", "Kenema",
        ),
        # the dateline's capital is no "town", nor are its men's doings there
        (
            "Battle for Kuito goes on in Angola\n\nLUANDA (Lake Wire) - Shells fell all week on Kuito, diplomats said. "
            "They said that Luanda's troops held the airfield. UNITA had seized the town in January.",
            "seized", "Cuíto",
        ),
        # what heads a paragraph holds for it alone
        (
            "Rafah. A bomb in a car hurt two policemen.\n\nSheikh Zuweid. The week's battle went on for nine hours. "
            "Gunmen had attacked the town at dawn. Doctors in al-Arish told us of thirty dead.",
            "attacked", "Sheikh Zuweid",
        ),
        # a headline's town goes before that of the dateline
        (
            "GROUP DENIES PART IN JAMMU BLAST\n\nMUZAFFARABAD, Tuesday: An Indian paper was wrong, a group said, which "
            "disowned Sunday's explosion outside the temple.",
            "explosion", "Jammu",
        ),
        # a lead's train was where the report tells of it next
        (
            "LUANDA, Sunday (LW) - Gunmen raked with fire a train in southern Angola, and many died, radio said.\n\n"
            "The train was stopped by a mine on Friday near Lubango.",
            "raked", "Lubango",
        ),
        # what somebody holds it against was elsewhere
        (
            "SURUC, Turkey - Fighters shot people dead in the Syrian border town of Kobani on Thursday.\n\n"
            "It was the worst since the group's killings of villagers at Sinjar last summer.\n\n"
            "They abducted two nurses on Friday.",
            "abducted", "Kobani",
        ),
        # an opening place goes before whose tents they were
        (
            "At Bubanza, on the Burundian side, refugees of Bukavu were massacred in their tents.",
            "massacred", "Bubanza",
        ),
    ],
)  # fmt: skip
def test_a_report_tells_where_by_its_other_parts(text: str, trigger: str, place: str) -> None:
    assert where(text)[trigger] == place


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        (
            "FREETOWN, May 9 (Lake Wire) - Guards at the home of Samuel Kargbo fired on a crowd, killing nine "
            "people of Sierra Leone's opposition.",
            "fired", "Freetown",
        ),
        (
            "Truck bombs went off in Beirut. Lebanese gunmen ambushed a convoy in Bir Hassan at noon.",
            "ambushed", "Bir Hassan",
        ),
        (
            "Rebels shelled Bukavu in Congo. A column had left for Goma. Gunmen ambushed its rearguard near the "
            "Kazibi bridge.",
            "ambushed", "Bukavu",
        ),
        (
            "KIGALI, Rwanda (Lake Wire) - Two drivers died when gunmen ambushed a lorry near Tarambe Junction, 70 km "
            "north-east of Kigali.",
            "ambushed", "Tarambe Junction",
        ),
    ],
)  # fmt: skip
def test_what_is_no_place_or_a_place_of_its_own(text: str, trigger: str, place: str) -> None:
    assert where(text)[trigger] == place


def test_the_dead_of_a_lead_were_where_its_event_is_put_next() -> None:
    annotated = read_report(
        read_bytes(
            b"BOGOTA (Lake Wire) - Rebels attacked a police post in southern Colombia on Friday and killed nine "
            b"officers. The post, at Puerto Rico in Caqueta, was burned down.",
            "a.txt",
        )
    )
    claims = resolve(annotated, extract(annotated))
    (dead,) = (claim for claim in claims if isinstance(claim, TollClaim))
    assert dead.place is not None and dead.place.entry is not None and dead.place.entry.name == "Puerto Rico"


def test_what_a_fight_is_likened_to_is_no_scene() -> None:
    annotated = read_report(
        read_bytes(b"Officials in Russia said that the fighting was like the siege of Beslan.", "a")
    )
    places = PlaceResolver(annotated)
    assert all(places.named.is_aim(link) for link in places.mentioned() if link.words == "Beslan")
    assert [link.words for link in places.named.scenes()] == ["Russia"]
