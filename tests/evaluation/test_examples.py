"""The example reports' gold: it names words that the reports hold, and claims are matched to it one incident each."""

import pytest

from dateline.model.claim import EventClaim
from evaluation.examples import Outcome
from evaluation.incident_match import match
from evaluation.report_sets import SETS
from tests.builders import CLASH, OVERTAKES, STRIKE, event, place

TEXT = "Rebels took Sarra on Monday. Its fall was sudden. Planes bombed Sarra and Tell Omar."
TOWN, VILLAGE = place("Sarra"), place("Tell Omar")


def claim(kind: str, words: str, trigger: str, at: object = TOWN) -> EventClaim:
    return event(kind, at, None, quote=words, start=TEXT.index(words), trigger=trigger)  # type: ignore[arg-type]


def gold(key: str, kind: str, at: str, *words: str) -> dict[str, object]:
    return {"key": key, "type": kind, "place": at, "members": [["a.txt", each] for each in words], "killed": []}


@pytest.mark.parametrize("name", SETS)
def test_the_gold_holds_words_of_the_reports_and_keys_of_its_own(name: str) -> None:
    told = SETS[name].gold()
    keys = [one["key"] for one in told["incidents"]]
    assert len(keys) == len(set(keys))
    assert {key for pair in told["cannot_link"] for key in pair} <= set(keys)
    assert {key for one in told["incidents"] for key in one.get("killed_with", ())} <= set(keys)
    members = [member for one in told["incidents"] for member in one["members"]]
    figures = [(one["file"], one["words"]) for one in told["told"]]
    for file, words, *_ in [*members, *told["optional"], *told["denied"], *figures]:
        assert words in " ".join((SETS[name].reports / file).read_text("utf-8").split()), words


def test_a_claim_stands_for_the_words_that_hold_its_trigger() -> None:
    took, fall = claim(OVERTAKES, TEXT[:28], "took"), claim(OVERTAKES, TEXT[29:49], "fall")
    found = match([gold("sarra", OVERTAKES, "Sarra", "Its fall", "took Sarra")], [took, fall], {"a.txt": TEXT})
    assert found == {("sarra", 0): fall, ("sarra", 1): took}


def test_a_claim_stands_for_one_incident_and_that_of_its_place() -> None:
    words = TEXT[50:]
    here, there = (claim(STRIKE, words, "bombed", at) for at in (TOWN, VILLAGE))
    wanted = [gold(at.name, STRIKE, at.name, "bombed Sarra and Tell Omar") for at in (VILLAGE, TOWN)]
    assert match(wanted, [here, there], {"a.txt": TEXT}) == {("Tell Omar", 0): there, ("Sarra", 0): here}
    assert match(wanted, [here], {"a.txt": TEXT}) == {("Sarra", 0): here}


def test_another_family_of_type_stands_for_nothing() -> None:
    found = match([gold("sarra", STRIKE, "Sarra", "took Sarra")], [claim(CLASH, TEXT[:28], "took")], {"a.txt": TEXT})
    assert found == {}


def test_figures_count_what_was_missed_and_made_up() -> None:
    found = Outcome(gold=[{"a/0", "a/1"}, {"b/0"}], system=[{"a/0", "a/1"}, {"extra"}], missed=["b"])
    found.together, found.killed = {("a", "b"): False}, {"a": "", "b": "none reckoned"}
    found.slots, found.holders, found.asked = [("place", "a is Sarra, read none")], ["Sarra on a day"], 4
    found.tolls, found.told = [("figure", "ten dead were not read"), ("speaker", "two dead: Front, read Army")], 3
    figures = found.figures()
    assert (figures["kept_apart"], figures["killed"]) == (1.0, 0.5)
    assert (figures["place"], figures["days"], figures["held"]) == (0.5, 1.0, 0.75)
    assert [round(figures[f"toll_{name}"], 2) for name in ("read", "side", "speaker")] == [0.67, 1.0, 0.5]
    assert figures["linking"] > figures["conll"]
    assert figures["found"] == pytest.approx(2 / 3)
