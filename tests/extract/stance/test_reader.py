from itertools import product

import pytest

from dateline.extract.stance.lexicon import Effect
from dateline.extract.stance.reader import stance_at, turned
from dateline.model.reading import Stance
from tests.extract.read_text import cases, find, read
from tests.extract.written import place_of, tree

FLOOR = 0.97  # of the cases; the rest is room for the trees of newly trained weights

FAILED = """
rebels NOUN NNS 1 nsubj
failed/fail VERB VBD -1 root
to PART TO 3 mark
hold VERB VB 1 xcomp
the DET DT 5 det
fort NOUN NN 3 obj
and CCONJ CC 8 cc
had/have AUX VBD 8 aux
lost/lose VERB VBN 3 conj
men NOUN NNS 8 obj
"""
NO_ATTACK = """
no DET DT 1 det
attack NOUN NN 3 nsubj:pass
was/be AUX VBD 3 aux:pass
carried/carry VERB VBN -1 root
out ADP RP 3 compound:prt
"""
NO_ONE_DIED = """
no DET DT 1 det
civilians/civilian NOUN NNS 3 nsubj:pass
were/be AUX VBD 3 aux:pass
killed/kill VERB VBN -1 root
"""
FINITE_XCOMP = """
rebels NOUN NNS 1 nsubj
refused/refuse VERB VBD -1 root
were/be AUX VBD 3 aux
shot/shoot VERB VBN 1 xcomp
"""


def stance(written: str, word: str, *, counted: bool = False) -> Stance:
    one = tree(written)
    return stance_at(one, place_of(one, word), counted=counted)


def test_cases() -> None:
    table, wrong = cases("stance.yml"), []
    for case in table:
        _, all_trees = read(case["text"])
        got = stance_at(*find(all_trees, case["word"]))
        if got is not Stance(case["stance"]):
            wrong.append(f"{case['word']}: {got}, not {case['stance']}, in {case['text']!r}")
    assert len(wrong) <= (1 - FLOOR) * len(table), "\n".join(wrong)


def test_there_are_enough_cases() -> None:
    found = cases("stance.yml")
    assert len(found) >= 60
    assert {case["stance"] for case in found} == set(Stance)


def test_failing_denies_its_complement_alone() -> None:
    assert stance(FAILED, "hold") is Stance.DENIED
    assert stance(FAILED, "failed") is Stance.ASSERTED


def test_a_finite_verb_is_not_coordinated_with_an_infinitive() -> None:
    assert stance(FAILED, "lost") is Stance.ASSERTED


def test_none_is_counted_once() -> None:
    assert stance(NO_ATTACK, "attack") is Stance.DENIED


def test_none_is_a_count_for_tolls() -> None:
    assert stance(NO_ONE_DIED, "killed") is Stance.DENIED
    assert stance(NO_ONE_DIED, "killed", counted=True) is Stance.ASSERTED


def test_a_finite_xcomp_is_no_complement() -> None:
    assert stance(FINITE_XCOMP, "shot") is Stance.ASSERTED


def test_capitals_make_no_difference() -> None:
    assert stance(FAILED.replace("hold", "HOLD/hold").replace("failed", "FAILED"), "HOLD") is Stance.DENIED


@pytest.mark.parametrize(
    ("before", "effects", "after"),
    [
        (Stance.ASSERTED, [Effect.DENY], Stance.DENIED),
        (Stance.ASSERTED, [Effect.DENY, Effect.DENY], Stance.ASSERTED),
        (Stance.ASSERTED, [Effect.PLAN, Effect.DENY], Stance.DENIED),
        (Stance.ASSERTED, [Effect.PLAN, Effect.FOIL], Stance.DENIED),
        (Stance.ASSERTED, [Effect.FOIL], Stance.ASSERTED),
        (Stance.ASSERTED, [Effect.DENY, Effect.DOUBT], Stance.UNCERTAIN),
        (Stance.ASSERTED, [Effect.DOUBT, Effect.DENY], Stance.UNCERTAIN),
    ],
)
def test_effects_combine(before: Stance, effects: list[Effect], after: Stance) -> None:
    assert turned(before, *effects) is after


def test_only_a_double_denial_asserts_again() -> None:
    back = {(s, e) for s, e in product(Stance, Effect) if s is not Stance.ASSERTED and turned(s, e) is Stance.ASSERTED}
    assert back == {(Stance.DENIED, Effect.DENY)}


def test_known_event_that_is_called_something_or_not_took_place() -> None:
    one = tree("""
        the/the DET DT 1 det
        capture/capture NOUN NN 5 nsubj
        was/be AUX VBD 5 cop
        not/not PART RB 5 advmod
        an/a DET DT 5 det
        end/end NOUN NN -1 root
    """)
    assert stance_at(one, 1) is Stance.ASSERTED


def test_any_event_that_is_said_not_to_be_is_denied() -> None:
    one = tree("""
        an/a DET DT 1 det
        attack/attack NOUN NN 5 nsubj
        was/be AUX VBD 5 cop
        not/not PART RB 5 advmod
        an/a DET DT 5 det
        option/option NOUN NN -1 root
    """)
    assert stance_at(one, 1) is Stance.DENIED
