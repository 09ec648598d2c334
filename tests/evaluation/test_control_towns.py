"""The list of who held which town: its table, its dates and words, and on which days it knows the holder."""

import datetime as dt
from pathlib import Path

import pytest

from dateline.model.reading import Change
from dateline.reckon import reckon_control
from evaluation.control_towns.answers import Answers, answer, claimed_sides, figures, side_of
from evaluation.control_towns.dates import dates
from evaluation.control_towns.history import History, Statement, history
from evaluation.control_towns.known import firsts, known
from evaluation.control_towns.listing import Town, read_list
from tests.builders import actor, control, day, place, when

TABLE = """---
pubDate: 2023-10-09 13:10
---
| Name | Population |
## Upper Governorate

|  Name  | Population | District | Held by |  |
|  ---   |    ---     |   ---    |   ---   | --- |
| Sarra (Serra) | 12 | Sarra District | y Flag of Syria.svg | On 4 May 2013, rebels took *the town*. |
| City – Old Town |  | City District | Flag of Rojava.svgFlag of Syria.svg | See City. | More. |
| Outside listed towns in Upper G. | | — | n Flag of Syria.svg | |
"""


def town(text: str, flag: str | None = None, name: str = "Sarra", city: str | None = None) -> Town:
    return Town(name, city, "Upper", text, flag)


def told(text: str, **of_town: str) -> list[tuple[str, str, str, str]]:
    found = history(town(text, **of_town)).statements
    return [(one.side, one.change, str(one.first), str(one.last)) for one in found]


def test_the_table_gives_towns_with_their_flags_and_no_rest_of_a_province(tmp_path: Path) -> None:
    (tmp_path / "list.md").write_text(TABLE, "utf-8")
    found, written = read_list(tmp_path / "list.md")
    assert written == dt.date(2023, 10, 9)
    assert [(one.name, one.city, one.province, one.holds_now) for one in found] == [
        ("Sarra (Serra)", None, "Upper", "government"),
        ("Old Town", "City", "Upper", None),  # two flags
    ]
    assert found[0].spellings == ("Sarra", "Serra")
    assert (found[0].history, found[1].history) == ("On 4 May 2013, rebels took the town.", "See City. More.")


def test_a_list_without_a_day_is_refused(tmp_path: Path) -> None:
    (tmp_path / "list.md").write_text("## Upper Governorate\n", "utf-8")
    with pytest.raises(ValueError, match="does not tell its day"):
        read_list(tmp_path / "list.md")


def test_a_date_has_the_year_told_before_it_and_goes_on_with_the_next() -> None:
    text = "On 2 July it was calm. In late November 2012 it was shelled. On 4 December it fell. On 3 March it was free."
    assert [(str(date.first), str(date.last)) for date in dates(text)] == [
        ("2012-07-02", "2012-07-02"),
        ("2012-11-20", "2012-11-30"),
        ("2012-12-04", "2012-12-04"),
        ("2013-03-03", "2013-03-03"),
    ]
    assert dates("On 2 July it was calm.") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("On 4 May 2013, the FSA took control of the town.", ("opposition", "gained")),
        ("On 4 May 2013, Sarra was recaptured by government troops.", ("government", "gained")),
        ("By 4 May 2013, the army had taken the town.", ("government", "holds")),  # when, is not told
        ("On 4 May 2013, the village came under the control of ISIL.", ("isil", "gained")),
        ("On 4 May 2013, it was under rebel control.", ("opposition", "holds")),
        ("On 4 May 2013, the town was in control of the Syrian Army.", ("government", "holds")),
        ("On 4 May 2013, planes bombed the rebel-held town of Sarrah.", ("opposition", "holds")),
        ("On 4 May 2013, ISIL withdrew from the town after clashes with rebels.", ("isil", "lost")),
        ("On 4 May 2013, the rebels drove out ISIL from the town.", ("isil", "lost")),
        ("On 4 May 2013, the town was seized by anti-government rebels.", ("opposition", "gained")),
    ],
)
def test_who_took_holds_or_lost_the_town(text: str, wanted: tuple[str, str]) -> None:
    assert told(text) == [(*wanted, "2013-05-04", "2013-05-04")]


@pytest.mark.parametrize(
    "text",
    [
        "On 4 May 2013, rebels seized a checkpoint in the town.",
        "On 4 May 2013, rebels tried to take control of the town.",
        "On 4 May 2013, two neighbourhoods of the town were under rebel control.",
        "On 4 May 2013, after the army took back Homra, it shelled the town.",
        "On 4 May 2013, rebels shelled the town.",
    ],
)
def test_a_part_or_an_attempt_says_nothing_of_the_whole(text: str) -> None:
    assert all(change == "unclear" for _, change, _, _ in told(text))


def test_a_sentence_that_cannot_be_used_is_told_of_and_leaves_its_days_unclear() -> None:
    found = history(town("On 4 May 2013, rebels captured most of Sarra. On 1 July 2014, the army took the town."))
    assert [one.change for one in found.statements] == ["unclear", "gained"]
    assert found.left_out == ("On 4 May 2013, rebels captured most of Sarra.",)


def test_a_quarter_of_a_city_is_a_town_of_its_own() -> None:
    text = "On 4 May 2013, the army captured the district."
    assert told(text) == []
    assert told(text, city="City") == [("government", "gained", "2013-05-04", "2013-05-04")]


def said(side: str, change: str, first: str, last: str | None = None, *, vague: bool = False) -> Statement:
    return Statement(side, change, day(first), day(last or first), "", vague=vague)


def test_a_holder_is_known_until_another_gains_the_town() -> None:
    told = [said("opposition", "gained", "2013-05-04"), said("government", "gained", "2014-02-10")]
    assert known(told, "government", day("2013-05-01")) is None
    assert known(told, "government", day("2014-02-01")) == "opposition"
    assert known(told, "government", day("2020-01-01")) == "government"
    assert known(told, "opposition", day("2020-01-01")) is None  # somebody took it since


def test_what_does_not_fit_leaves_the_days_between_unknown() -> None:
    told = [said("opposition", "gained", "2013-05-04"), said("government", "holds", "2014-02-10")]
    assert known(told, "government", day("2013-06-01")) == "opposition"  # the first that follows
    assert known(told, "government", day("2013-08-01")) is None
    again = [said("government", "gained", "2013-05-04"), said("government", "gained", "2014-02-10")]
    assert known(again, "government", day("2013-08-01")) is None


def test_nothing_is_known_while_a_vague_statement_lasts() -> None:
    told = [said("isil", "holds", "2013-05-04"), said("opposition", "gained", "2013-05-04", "2014-05-01", vague=True)]
    assert known(told, "opposition", day("2013-06-01")) is None
    assert known(told, "opposition", day("2014-06-01")) == "opposition"


def test_firsts_are_within_both_days() -> None:
    found = [str(one) for one in firsts(day("2013-11-15"), day("2014-01-31"))]
    assert found == ["2013-12-01", "2014-01-01"]


def test_figures_count_answers_of_the_known_days() -> None:
    days = {day(f"2013-0{month}-01"): "isil" for month in range(1, 5)}
    answers = dict(zip(days, ["isil", "isil", "government", None], strict=True))
    one = Answers(town(""), frozenset(), History((), ()), days, answers)
    assert figures([one]) == {"answered": 0.75, "accuracy": 2 / 3, "right": 0.5, "towns": 0.5}
    assert figures([]) == {}


def test_a_spell_is_on_the_side_that_most_of_its_claims_name() -> None:
    front = actor("Highland Front", "islamic state")
    at = place("Sarra")
    claims = [control(at, when(f"2014-05-0{n}"), Change.HOLDS, front) for n in (1, 2)]
    assert set(claimed_sides(claims).values()) == {"isil"}
    (spell,) = reckon_control(claims)
    first, second = spell.claims
    assert side_of(spell, {first: None, second: "isil"}) == "isil"
    assert side_of(spell, {first: None, second: None}) is None


def test_a_town_is_asked_on_its_known_days_as_the_command_answers() -> None:
    front, at = actor("Highland Front", "islamic state"), place("Sarra")
    claims = [control(at, when("2014-05-10"), Change.GAINED, front)]
    days = {day(first): "isil" for first in ("2014-05-01", "2014-06-01", "2020-01-01")}
    one = Answers(town(""), frozenset({at.id}), History((), ()), days)
    answer([one], claims)
    assert list(one.given.values()) == [None, "isil", "isil"]  # nothing has ended it
