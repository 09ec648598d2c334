"""Phrases of reports, linked to the actors that they mean."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from dateline.annotate import Annotator
from dateline.model.actor import ActorKind, ActorLink
from dateline.model.annotated import Annotated
from dateline.model.reading import Phrase
from dateline.model.report import Block, BlockKind, Report
from dateline.resolve.actors.resolver import ActorResolver

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parents[2] / "cases" / "actors.yml").read_text("utf-8"))


def report(text: str, outlet: str | None = None) -> Report:
    block = Block(0, len(text), BlockKind.BODY)
    return Report(id="sha256:0", file="report.txt", text=text, blocks=(block,), outlet=outlet)


@cache
def annotator() -> Annotator:
    return Annotator.load()


@cache
def annotated(text: str, outlet: str | None = None) -> Annotated:
    return next(iter(annotator().annotate([report(text, outlet)])))


def phrase(read: Annotated, words: str) -> Phrase:
    start = read.report.text.index(words)
    end = start + len(words)
    number = next(n for n, sentence in enumerate(read.sentences) if sentence.start <= start < sentence.end)
    return Phrase(number, 0, start, end, words)


def linked(text: str, words: str, **options: Any) -> list[str]:
    read = annotated(text)
    return [link.name for link in ActorResolver(read).link(phrase(read, words), **options)]


def speaking(text: str, words: str) -> list[str]:
    read = annotated(text)
    return [link.name for link in ActorResolver(read).speaker(phrase(read, words))]


def one(text: str, words: str) -> ActorLink:
    read = annotated(text)
    return ActorResolver(read).link(phrase(read, words))[0]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        pytest.param(case["text"], words, names, id=f"{case['war']}: {words[:40]}")
        for case in CASES
        for words, names in case["actors"].items()
    ],
)
def test_a_phrase_means_its_parties(text: str, words: str, names: list[str]) -> None:
    assert linked(text, words) == names


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        pytest.param(case["text"], words, names, id=f"{case['war']}: {words[:40]}")
        for case in CASES
        for words, names in case.get("speakers", {}).items()
    ],
)
def test_a_speaker_is_whom_the_words_vouch_for(text: str, words: str, names: list[str]) -> None:
    assert speaking(text, words) == names


@pytest.mark.parametrize(("text", "country"), [(case["text"], case["country"]) for case in CASES if "country" in case])
def test_the_country_is_told_by_the_words(text: str, country: str) -> None:
    assert ActorResolver(annotated(text)).country == country


def test_a_link_keeps_its_words_and_reason() -> None:
    text = "Turkish soldiers crossed into Syria near Azaz. Syrian rebels in Aleppo and Idlib welcomed them."
    link = one(text, "Turkish soldiers")
    assert text[link.start : link.end] == link.words == "Turkish soldiers"
    assert link.how


def test_an_army_abroad_is_an_external_force() -> None:
    text = "Turkish soldiers crossed into Syria near Azaz. Syrian rebels in Aleppo and Idlib welcomed them."
    assert one(text, "Turkish soldiers").kind is ActorKind.EXTERNAL_FORCES
    assert one("Turkish soldiers searched Diyarbakir in Turkey.", "Turkish soldiers").kind is ActorKind.STATE_FORCES


def test_the_callers_country_overrules_the_guess() -> None:
    read = annotated("The army shelled the suburbs on Tuesday.")
    assert ActorResolver(read, "TD").link(phrase(read, "The army"))[0].name == "Military Forces of Chad"


def test_without_any_country_the_name_goes_without() -> None:
    assert linked("Gunmen opened fire in the market on Tuesday.", "Gunmen") == ["Unidentified Armed Group"]


@pytest.mark.parametrize("words", ["A strong earthquake", "the bridge", "Heavy rain"])
def test_what_is_no_party_links_to_none(words: str) -> None:
    text = f"Residents of Homs in Syria said {words} came as a surprise."
    assert linked(text, words) == []


def test_abuse_names_whom_the_speaker_fights() -> None:
    text = "The rebels killed two soldiers in Aleppo, Syria. The enemy also lost a tank, the fighters said."
    read = annotated(text)
    rebels = ActorLink(
        "Opposition Rebels (Syria)", "sy.rebels", ActorKind.REBEL_GROUP, "opposition in Syria", "", 0, 0, ""
    )
    army = ActorLink(
        "Military Forces of Syria", "sy.military", ActorKind.STATE_FORCES, "government of Syria", "", 0, 0, ""
    )
    resolver, enemy = ActorResolver(read), phrase(read, "The enemy")
    assert [link.name for link in resolver.link(enemy, speaker=rebels)] == ["Military Forces of Syria"]
    assert [link.name for link in resolver.link(enemy, speaker=army)] == ["Opposition Rebels (Syria)"]


def test_martyrs_are_the_speakers_own() -> None:
    read = annotated("Three martyrs fell near Jenin in the West Bank on Friday.")
    hamas = ActorLink("Hamas", "hamas", ActorKind.REBEL_GROUP, "palestinian", "", 0, 0, "")
    assert [link.name for link in ActorResolver(read).link(phrase(read, "Three martyrs"), speaker=hamas)] == ["Hamas"]


def test_a_government_without_arms_is_the_government() -> None:
    text = "The government signed a truce with the FARC in Colombia."
    assert linked(text, "The government") == ["Military Forces of Colombia"]
    assert linked(text, "The government", armed=False) == ["Government of Colombia"]


def test_rebels_stay_a_class_where_several_groups_fight() -> None:
    text = "Ahrar al-Sham, Jaish al-Islam and other factions shelled Hama in Syria. The rebels then withdrew."
    assert linked(text, "The rebels") == ["Opposition Rebels (Syria)"]


def test_state_forces_are_on_the_side_of_their_own_state() -> None:
    link = one("Russian forces took Kherson in Ukraine from the Ukrainian army.", "Russian forces")
    assert link.side == "government of Russia"


def test_a_pronoun_speaks_for_who_spoke_last() -> None:
    text = "Police chief Jean Bosco said gangs burned homes in Port-au-Prince, Haiti. He said four people died."
    assert speaking(text, "He") == ["Police Forces of Haiti"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("An unidentified man threw a grenade in Yala, Thailand.", "An unidentified man", "Unidentified Armed Group"),
        ("Unidentified armed men shot a guard in Niger.", "Unidentified armed men", "Unidentified Armed Group"),
        ("Bandits abducted twelve traders in Zamfara, Nigeria.", "Bandits", "Bandits"),
        ("Gunmen killed a tribal elder in Bajaur, Pakistan.", "a tribal elder", "Civilians"),
        ("Soldiers stabbed a detainee in Bamenda, Cameroon.", "a detainee", "Civilians"),
    ],
)
def test_the_unnamed_bandits_and_elders_are_what_they_are_called(text: str, words: str, name: str) -> None:
    assert linked(text, words)[0].startswith(name)
