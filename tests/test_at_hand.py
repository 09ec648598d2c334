from dataclasses import replace

from dateline.model.annotated import Annotated
from dateline.model.report import Basis, Publication, Report
from dateline.pipeline.at_hand import FEW, AtHand
from tests.builders import day, report


class Counted:
    """A stage that writes down which reports it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, given: Report) -> Annotated:
        self.asked.append(given.id)
        return Annotated(given, (), ())


def test_a_report_that_gets_a_day_is_not_annotated_again() -> None:
    stage = Counted()
    at_hand, undated = AtHand(stage), report("a")
    at_hand.of(undated)
    dated = replace(undated, published=Publication(day("2015-04-25"), Basis.INFERRED, "made"))
    assert at_hand.of(dated).report is dated
    assert stage.asked == [undated.id]


def test_a_text_that_is_cleaned_otherwise_is_annotated_anew() -> None:
    stage = Counted()
    at_hand, undated = AtHand(stage), report("a")
    at_hand.of(undated)
    at_hand.of(replace(undated, text="Other text."))
    assert len(stage.asked) == 2


def test_reports_with_a_day_are_not_kept() -> None:
    stage = Counted()
    at_hand, dated = AtHand(stage), report("a", "2015-04-25")
    at_hand.of(dated)
    at_hand.of(dated)
    assert len(stage.asked) == 2


def test_only_the_latest_few_are_kept() -> None:
    stage = Counted()
    at_hand, many = AtHand(stage), [report(str(number)) for number in range(FEW + 1)]
    for one in (*many, *many[1:], many[0]):
        at_hand.of(one)
    assert stage.asked == [*(one.id for one in many), many[0].id]
