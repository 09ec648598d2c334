"""What a note says by its main claim, and how notes are counted."""

import pytest

from dateline.model.claim import Claim
from dateline.model.reading import Harm, Stance
from dateline.reference.codebook import codebook
from evaluation.corpora import Document
from evaluation.names import Names
from evaluation.notes import NONE, NotesTally, main_claim, notes, part_of, slots, told_killed
from evaluation.reading import Read
from tests.builders import actor, event, place, toll, when

NAMES = Names({})


def read(*claims: Claim) -> Read:
    return Read(Document("notes:x", "text"), None, claims)


def test_every_note_has_a_known_type_and_its_own_id() -> None:
    known = {name for name, one in codebook().types.items() if not one.internal}
    rows = notes()

    assert {row["type"] for row in rows.values()} == known | {NONE}
    assert len({row["text"] for row in rows.values()}) == len(rows)


def test_the_main_claim_is_the_first_by_precedence_in_the_first_sentence_that_tells_one() -> None:
    arrest, clash = event("Arrests", start=0), event("Armed clash", start=0)
    bomb = event("Suicide bomb", start=50)

    assert main_claim(read(arrest, clash, bomb)) is clash
    assert main_claim(read(event("Armed clash", stance=Stance.DENIED, start=0), bomb)) is bomb
    assert main_claim(read(event("Armed clash", stance=Stance.PLANNED))) is None


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ([], None),
        ([(None, None)], None),
        ([(6, 6), (11, 11)], (17, 17)),
        ([(6, None), (2, 2)], (8, None)),
    ],
)
def test_the_killed_of_a_note_are_those_of_all_sides(
    counts: list[tuple[int | None, int | None]], told: tuple[int | None, int | None] | None
) -> None:
    claims = [toll(low, high, start=n) for n, (low, high) in enumerate(counts)]

    assert told_killed(read(*claims, toll(9, harm=Harm.WOUNDED))) == told


def test_slots_are_told_of_where_the_note_gives_them() -> None:
    claim = event("Attack", place("Bria"), when("2021-03-04"))

    fits = slots({"type": "Attack", "place": "Bria", "day": "2021-03-06"}, read(claim), NAMES)

    assert fits == {"place": True, "day": False}


def test_figures_weigh_types_by_their_notes_and_count_the_sides() -> None:
    tally = NotesTally()
    attack = {"type": "Attack", "actors": ["Red Brigade"], "targets": ["Civilians"]}
    tally.add(attack, read(event("Attack", by=(actor("Red Brigade"),), against=(actor("Blue Brigade"),))), NAMES)
    tally.add({"type": "Attack"}, read(event("Attack")), NAMES)
    tally.add({"type": NONE}, read(event("Attack")), NAMES)
    figures = tally.figures()

    assert figures["weighted_f1"] == pytest.approx(0.8 * 2 / 3)
    assert figures["macro_f1"] == pytest.approx(0.4)
    assert figures["parties_f1"] == pytest.approx(0.5)
    assert figures["first"] == 1.0


def test_half_of_the_second_batch_is_set_aside_and_a_fifth_of_the_first() -> None:
    parts = [part_of(identity) for identity in notes()]
    first, second = (sum(part == f"{batch}set aside" for part in parts) for batch in ("", "second "))

    assert 0.15 < first / sum(not part.startswith("second") for part in parts) < 0.25
    assert 0.4 < second / sum(part.startswith("second") for part in parts) < 0.6
