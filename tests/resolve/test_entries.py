"""Entries of a chronicle, each under its day; where sites are; what one report tells in other words."""

import datetime as dt

import pytest

from dateline.extract.extraction import extract
from dateline.model.claim import EventClaim
from dateline.resolve import resolve
from dateline.sources import read_bytes
from tests.extract.read_text import read_report


def told(text: str) -> list[EventClaim]:
    annotated = read_report(read_bytes(text.encode(), "report.txt"))
    return [c for c in resolve(annotated, extract(annotated)) if isinstance(c, EventClaim)]


def spots(text: str) -> list[str | None]:
    return [claim.place.entry.name if claim.place and claim.place.entry else None for claim in told(text)]


CHRONICLE = """Syria: the month in brief

3 May 2015 - A car bomb in Ariha kills 12 people.

9 May 2015 - Jets bomb Sarmin at night.

11 May 2015: A suicide bomber blows himself up in Idlib."""


def test_each_entry_of_a_chronicle_is_told_under_its_own_day() -> None:
    days = [claim.when.first for claim in told(CHRONICLE) if claim.when]
    assert days == [dt.date(2015, 5, 3), dt.date(2015, 5, 9), dt.date(2015, 5, 11)]
    assert spots(CHRONICLE) == ["Ariha", "Sarmin", "Idlib"]


LOGGED = """SAHEL WATCH - incident log, March 2019
03.03 | Tilwa (Mopti) | Raid by JNIM, market burned | 9 civilians killed
11.03 | Dioura (Mopti) | Night attack by JNIM beaten off | 21 soldiers killed
14.03 | Konna (Mopti) | Attack on outskirts | 2 killed"""


def test_a_row_of_a_log_is_told_under_its_own_day_and_place() -> None:
    assert [claim.when.first for claim in told(LOGGED) if claim.when] == [dt.date(2019, 3, day) for day in (3, 11, 14)]
    assert spots(LOGGED) == ["Tilwa", "Dioura", "Konna"]


CASES = """Annex: the cases of 1981 in Guatemala

Case 3. Plan de Tilwaca. On 4 March 1981 soldiers of the Guatemalan Army executed 41 men of the community.

Case 7. Nebaj. On 9 May 1981 soldiers killed 12 women of the town."""


def test_a_numbered_case_is_told_under_its_place() -> None:
    assert spots(CASES) == ["Plan de Tilwaca", "Nebaj"]


@pytest.mark.parametrize("label", ["Tilwa, Mopti", "Tilwa near Mopti", "Tilwa nr Mopti", "Tilwa (Mopti)"])
def test_a_label_is_of_the_village_that_it_opens_with(label: str) -> None:
    text = (
        f"Chronicle of the Sahel\n\n4 March 2019. {label}: Gunmen attack a convoy and kill nine soldiers.\n\n"
        "9 March 2019. Dioura, Mopti: Gunmen kill 21 soldiers."
    )
    assert spots(text) == ["Tilwa", "Dioura"]


def test_an_entry_takes_no_place_from_the_one_before() -> None:
    first = "3 May 2015 - A car bomb in Ariha, Syria, kills 12."
    text = f"{first}\n\n9 May 2015 - A car bomb kills a family.\n\n10 May - Rain."
    assert all(claim.place is None or "before" not in claim.place.how for claim in told(text))


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("A shell hit a school where families from the countryside had taken refuge in Ariha, Syria.", "Ariha"),
        ("Shelling killed 15 Syrians who were sheltering in a school in Ariha on Monday.", "Ariha"),
        ("On 7 January a drone strike on Dedebit IDP camp in Ethiopia killed two people.", "Dedebit camp"),
        ("Jets struck a house near the al-Bastat market in Kafr Zobel, Syria, on Monday.", "Kafr Zobel"),
    ],
)
def test_a_site_is_where_its_sentence_puts_it(text: str, spot: str) -> None:
    assert spots(text)[0] == spot


def test_a_people_names_no_place() -> None:
    text = "A mine blast ripped through a Sri Lankan bus on Monday. The mines were laid near Vavuniya."
    assert "Sri Lankan" not in spots(text)


def test_a_headline_that_names_a_city_may_mean_its_province() -> None:
    text = "Air strike kills 20 in Idlib\n\nA Syrian jet struck the market of Ariha on Monday, residents said."
    assert spots(text) == ["Ariha"]


def test_what_a_blast_did_is_no_deed_of_who_speaks() -> None:
    text = (
        "Bombs exploded in Ariha, Syria, on Monday, killing eight people and wounding 70, and a blast tore through a "
        "hotel in Sarmin, killing three, police said."
    )
    claims = told(text)
    assert [(claim.type, claim.actors) for claim in claims] == [("Remote explosive/landmine/IED", ())] * 2
    assert spots(text) == ["Ariha", "Sarmin"]


def test_what_only_ranks_an_event_is_none() -> None:
    text = "A car bomb went off under a hotel in Ariha, Syria, on Monday, the first big attack there in six years."
    assert len(told(text)) == 1


def test_a_class_does_not_face_the_group_that_it_may_be() -> None:
    text = "Rebels seize Ariha in Syria\n\nAl-Nusra Front fighters took control of the town of Ariha on Monday."
    assert all(not claim.targets or claim.targets[0].name != "Al-Nusra Front" for claim in told(text))


def test_men_who_storm_a_village_where_people_die_attack_it() -> None:
    text = "At least 85 people were slaughtered when gunmen stormed Ariha, a town in Syria, late on Monday."
    assert [claim.type for claim in told(text)] == ["Attack"]


def test_the_day_before_counts_from_the_day_of_saying() -> None:
    text = (
        "BEIRUT, May 12, 2015 (Wire) - Monitors said on Tuesday that they had seen 19 bodies at the site of an air "
        "strike in Ariha, Syria, the day before, fewer than was claimed."
    )
    (claim,) = told(text)
    assert claim.when
    assert claim.when.first == dt.date(2015, 5, 11)


PLACED = """War on the coast: a chronicle, published June 2011

04/03 - Ras Lanuf. Rebel fighters overrun army positions near the airstrip.

06/03 - Bin Jawad. A rebel column was ambushed and seven men died.

10/03 to 11/03 - Ras Lanuf. Government forces retake the town with tanks.

12/03 - Hosh Zarqum: jets bomb a market and kill 14.
"""


def test_entries_are_told_where_and_when_their_labels_are() -> None:
    found = {
        (claim.trigger, claim.place.entry.name, str(claim.when.first))
        for claim in told(PLACED)
        if claim.place and claim.place.entry and claim.when
    }
    assert found >= {
        ("overrun", "Ras Lanuf", "2011-03-04"),
        ("ambushed", "Bin Jawad", "2011-03-06"),
        ("retake", "Ras Lanuf", "2011-03-10"),
        ("bomb", "Hosh Zarqum", "2011-03-12"),
    }


LOG = """STRIKE WATCH / running log of Ethiopia

26.8.22 - Mekelle, kindergarten and houses. Fixed-wing. 7 dead.

4.10.22 - Adi Sarra, school used by displaced families. Drone. 52 dead.

7.x.22 - The same. Drone. 3 dead."""


def test_a_note_behind_a_bare_day_opens_with_its_place() -> None:
    assert spots(LOG) == ["Mek'ele", "Adi Sarra", "Adi Sarra"]
    assert {claim.type for claim in told(LOG)} == {"Air/drone strike"}


ROMAN = """Register of the dead (2001)

27.viii.1979. Narrow Water, Warrenpoint. Two bombs killed eighteen soldiers.

8.xi.1987. Enniskillen. Time bomb at the cenotaph. Eleven dead."""


def test_months_in_roman_figures_label_entries() -> None:
    assert [claim.when.first for claim in told(ROMAN) if claim.when] == [dt.date(1979, 8, 27), dt.date(1987, 11, 8)]
    assert spots(ROMAN) == ["Narrow Water", "Enniskillen"]


ROWS = """COAST WATCH - incident log of Ethiopia, May 2021 (extract)

05.05 | Mekelle (Tigray) | Market shelled by the army | 15 killed
07.05 | Adigrat (Tigray) | Attack on outskirts | 2 civilians killed"""


def test_rows_of_a_log_have_the_year_of_its_title() -> None:
    assert [(claim.trigger, str(claim.when.first)) for claim in told(ROWS) if claim.when] == [
        ("shelled", "2021-05-05"),
        ("Attack", "2021-05-07"),
    ]
    assert spots(ROWS) == ["Mek'ele", "Ādīgrat"]
