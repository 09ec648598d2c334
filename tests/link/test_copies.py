import random
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from dateline.intake import Way, add, refresh
from dateline.link import link
from dateline.link.copies import bands, is_copy, numbered, runs
from dateline.model.actor import ActorKind
from dateline.model.incident import Grade
from dateline.pipeline import Source, Sources
from dateline.store import RecordView, open_record
from tests.builders import OVERTAKES, SHELLING, STRIKE, actor, event, place, report, reports, toll, when
from tests.fakes import FAKES

LEAD = "Afrin fell to North Front on 2015-04-25, 12 killed, a correspondent in the town saw."
REST = " ".join(
    f"The market of quarter {n} stood empty and its {n + 3} bakers had gone to their cousins." for n in range(9)
)
STORY = f"{LEAD} {REST}"
CUT = STORY[: len(STORY) // 3]
RETOLD = f"{LEAD.replace('12', '14')} {REST} (Other Agency)"
OWN = f"{LEAD} " + " ".join(f"Our man on hill {n} counted {n} lorries and a grey tank by the mill." for n in range(9))
WAY = Way(stages=FAKES)


def copies(one: str, other: str) -> bool:
    return is_copy(numbered(runs(one)), numbered(runs(other)))


@pytest.mark.parametrize("text", [STORY, CUT, RETOLD, STORY.upper(), f"{REST} {LEAD}"])
def test_what_papers_do_to_a_story_leaves_it_a_copy(text: str) -> None:
    assert copies(STORY, text)
    assert copies(text, STORY)


def test_an_account_of_ones_own_is_no_copy() -> None:
    assert not copies(STORY, OWN)


def test_a_statement_quoted_whole_in_a_long_account_makes_no_copy_of_it() -> None:
    long = " ".join(
        f"On day {n} the column of brigade {n} crossed ford {n} under fire from ridge {n}." for n in range(40)
    )
    statement = " ".join(f"We hold gate {n} and will keep gate {n} as our fathers did." for n in range(3))
    assert not copies(f"{long} {statement}", statement)


def test_a_note_is_too_short_to_be_a_copy() -> None:
    assert not copies(LEAD, LEAD)
    assert bands(runs(LEAD)) == ()


def test_bands_find_what_is_cut_and_little_else() -> None:
    chance = random.Random(2015)
    texts = [" ".join(f"w{chance.randrange(10**6)}" for _ in range(300)) for _ in range(40)]
    whole = [set(bands(runs(text))) for text in texts]
    cut = [set(bands(runs(" ".join(text.split()[:110])))) for text in texts]
    met = [bool(one & other) for one, other in zip(whole, cut, strict=True)]
    assert sum(met) >= 36
    assert not any(whole[n] & cut[m] for n in range(40) for m in range(40) if n != m)


def groups(view: RecordView) -> set[frozenset[str]]:
    return {frozenset((report.file, *view.copies(report.id))) for report in view.reports()}


TEXTS = {"a.txt": STORY, "b.txt": CUT, "c.txt": RETOLD, "d.txt": OWN}


@pytest.mark.parametrize("order", list(permutations(TEXTS))[::5])
def test_copies_are_one_voice_in_any_order_of_arrival(tmp_path: Path, order: tuple[str, ...]) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        for file in order:
            (tmp_path / file).write_text(TEXTS[file], "utf-8")
            add(record, Sources((Source(file, tmp_path / file),)), WAY)
            refresh(record, FAKES)
        assert groups(record.view) == {frozenset({"a.txt", "b.txt", "c.txt"}), frozenset({"d.txt"})}
        first = {report.file: report.copy_of for report in record.view.reports()}
        assert first["a.txt"] is None
        assert first["b.txt"] == first["c.txt"] is not None


def test_the_grade_counts_voices_and_not_copies() -> None:
    at, on, by = place("Afrin"), when("2015-04-25"), (actor("North Front", "rebels"),)
    told = [event(OVERTAKES, at, on, by=by, report=name) for name in "abc"]
    first, other = report("a", "2015-04-25", outlet="Alpha Post"), report("c", "2015-04-26", outlet="Gamma Post")
    copy = replace(report("b", "2015-04-26", outlet="Beta Post"), copy_of=first.id)
    (one,) = link(told[:2], reports(first, copy)).incidents
    assert (one.voices, one.grade) == (("Alpha Post",), Grade.WEAK)
    (one,) = link(told, reports(first, copy, other)).incidents
    assert (one.voices, one.grade) == (("Alpha Post", "Gamma Post"), Grade.FAIR)


def test_what_is_quoted_of_another_outlet_is_that_outlets_voice() -> None:
    at, on, by = place("Afrin"), when("2015-04-25"), (actor("North Front", "rebels"),)
    quoted = event(OVERTAKES, at, on, by=by, report="b", said_by=(actor("Alpha Post", kind=ActorKind.MEDIA),))
    both = reports(report("a", outlet="Alpha Post"), report("b", outlet="Beta Post"))
    (one,) = link([event(OVERTAKES, at, on, by=by, report="a"), quoted], both).incidents
    assert (one.voices, one.grade) == (("Alpha Post",), Grade.WEAK)


def test_residents_are_heard_through_their_report_and_a_side_has_one_voice() -> None:
    at, on = place("Afrin"), when("2015-04-25")
    residents = actor("residents", kind=ActorKind.CIVILIANS)
    minister, television = actor("Minister", "rebels"), actor("Television", "rebels", kind=ActorKind.MEDIA)
    told = [
        event(at=at, on=on, report="a", said_by=(residents,)),
        event(at=at, on=on, report="b", said_by=(minister,)),
        event(at=at, on=on, report="c", said_by=(television,)),
    ]
    (one,) = link(told, reports(*(report(name, outlet=name.upper()) for name in "abc"))).incidents
    assert sorted(one.voices) == ["A", "rebels"]


def test_what_both_sides_lay_at_each_others_door_is_contested() -> None:
    at, on, dead = place("Afrin"), when("2015-04-25"), 31
    told = [event(SHELLING, at, on, by=(actor(side, side),), report=side) for side in ("rebels", "government")]
    (one,) = link([*told, *(toll(dead, of=claim) for claim in told)], {}).incidents
    assert one.grade is Grade.CONTESTED


def test_the_same_words_of_two_copies_are_one_happening_however_each_was_read() -> None:
    first = report("a", "2015-04-25")
    copy = replace(report("b"), copy_of=first.id)
    other = report("c", "2015-04-25")
    right, said = when("2015-04-25"), "planes struck the market"
    told = [
        event(STRIKE, place("Afrin"), right, report="a", quote=said),
        event(STRIKE, place("Beirut"), when("2015-04-27"), report="b", quote=said),
        event(STRIKE, place("Afrin"), right, report="c", quote="jets hit a market"),
    ]
    (one,) = link(told, reports(first, copy, other)).incidents
    assert one.place == place("Afrin")
    assert one.when == right
    assert len(link(told, reports(first, replace(copy, copy_of=None), other)).incidents) == 2
