"""Who acts where a possessive or a pronoun tells it: those who speak of themselves, and those who write."""

import datetime as dt
from functools import cache

import pytest

from dateline.annotate import Annotator
from dateline.extract.extraction import extract
from dateline.model.actor import ActorLink
from dateline.model.claim import EventClaim
from dateline.model.report import Basis, Block, BlockKind, Publication, Report
from dateline.resolve import resolve


@cache
def annotator() -> Annotator:
    return Annotator.load()


def doers(text: str, trigger: str, outlet: str | None = None) -> list[str]:
    """The names of the actors of the event that a trigger tells."""
    return [actor.name for actor in parties(text, trigger, outlet)]


def parties(text: str, trigger: str, outlet: str | None = None, year: int = 2015) -> list[ActorLink]:
    """The actors of the event that a trigger tells."""
    block = Block(0, len(text), BlockKind.BODY)
    day = Publication(dt.date(year, 5, 4), Basis.METADATA, "")
    report = Report(id="sha256:0", file="a.txt", text=text, blocks=(block,), outlet=outlet, published=day)
    read = next(iter(annotator().annotate([report])))
    events = [claim for claim in resolve(read, extract(read)) if isinstance(claim, EventClaim)]
    return [actor for event in events if event.trigger == trigger for actor in event.actors]


@pytest.mark.parametrize(
    ("text", "trigger", "name"),
    [
        ("The Defence Ministry said its troops had captured Paranthan in Sri Lanka.", "captured", "Sri Lanka"),
        ("The government in Khartoum said its aircraft had bombed Kutum in Sudan.", "bombed", "Sudan"),
        ("NATO said its aircraft had bombed a barracks in Sirte in Libya.", "bombed", "NATO"),
        ("Hezbollah told the channel that its men had shelled Metula in northern Israel.", "shelled", "Hezbollah"),
        ("Turkish drones struck Tarhuna. Libya's army said it had shelled Misrata.", "shelled", "Libya"),
        ("Israel's army said that Hamas shelled Sderot and that it had bombed Gaza City.", "bombed", "Israel"),
    ],
)
def test_who_says_that_its_own_did_it_did_it(text: str, trigger: str, name: str) -> None:
    """A ministry's units are its state's army; "and that it" begins anew, whoever was told of between."""
    assert [name in doer for doer in doers(text, trigger)] == [True]


def test_a_nearer_subject_is_meant_and_not_who_speaks() -> None:
    text = "The army of Yemen said that the Houthi movement lost Mocha and its fighters shelled Taiz."
    assert doers(text, "shelled") == ["Houthis"]


def test_nobody_speaks_of_themselves_as_it_in_quotation_marks() -> None:
    text = '"Its planes bombed our village of Kutum in Sudan," the Justice and Equality Movement said.'
    assert "Justice and Equality Movement" not in doers(text, "bombed")


@pytest.mark.parametrize(
    ("outlet", "text", "trigger", "name"),
    [
        ("Communist Party of India (Maoist)", "Our forces raided Sukma in India.", "raided", "India (Maoist)"),
        ("Kenya Defence Forces", "Our aircraft bombed Jilib in Somalia. Jilib lies in Somalia.", "bombed", "of Kenya"),
        ("Kenya Defence Forces", "The soldiers attacked Jilib in Somalia.", "attacked", "of Kenya"),
        ("Kenya Defence Forces", "Government forces attacked Jilib in Somalia.", "attacked", "of Somalia"),
        ("Azerbaijan State Agency", "The national army took Askeran. Yerevan is silent.", "took", "of Azerbaijan"),
    ],
)
def test_those_who_write_mean_their_own(outlet: str, text: str, trigger: str, name: str) -> None:
    """An army abroad means its own by "the soldiers"; a state's press means its own army by "national" and "our"."""
    assert [name in doer for doer in doers(text, trigger, outlet)] == [True]


@pytest.mark.parametrize(
    ("said", "doer"),
    [
        ('"We captured Kidal in Mali on Monday," the MNLA said.', "National Movement for the Liberation of Azawad"),
        ('"Our soldiers captured Kidal in Mali," the Defence Ministry said.', "Military Forces of Mali"),
    ],
)
def test_we_are_those_who_say_so(said: str, doer: str) -> None:
    assert doers(said, "captured") == [doer]


def test_common_words_are_a_groups_name_in_its_own_country_alone() -> None:
    """A faith beside a common noun is no proper name: militants of Jammu are none of Thailand's."""
    assert doers("Suspected Muslim militants attacked Jammu in India.", "attacked") == ["Militants (India)"]


def test_a_group_that_was_founded_later_in_another_country_is_not_meant() -> None:
    text = "A group that calls itself the Islamic Front said that its men had attacked Srinagar in India."
    assert [link.id for link in parties(text, "attacked", year=2002)] == [None]
    assert [link.id for link in parties(text.replace("Srinagar in India", "Idlib in Syria"), "attacked")] != [None]
