"""The sentences of tests/cases/names.yml, read by the real annotator."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from dateline.annotate import Annotator
from dateline.export.hiding import Private, private_in
from dateline.export.hiding.private import HOME, NAME
from dateline.model.report import Block, BlockKind, Report

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parents[2] / "cases" / "names.yml").read_text("utf-8"))


@cache
def annotator() -> Annotator:
    return Annotator.load(threads=1)


def private(text: str, places: tuple[str, ...] = ()) -> Private:
    report = Report(id="r", file="r.txt", text=text, blocks=(Block(0, len(text), BlockKind.BODY),))
    return private_in(annotator().annotate_one(report), places)


def test_there_are_more_than_a_hundred_sentences() -> None:
    assert len(CASES) > 140
    assert len({case["text"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_names_and_homes(case: dict[str, Any]) -> None:
    shown = private(case["text"], tuple(case.get("places", ()))).quote(case["text"], 0)
    assert [word for word in case.get("hidden", ()) if word in shown] == []
    assert [word for word in case.get("stays", ()) if word not in shown] == []


def test_a_quote_from_the_middle_loses_the_same_names() -> None:
    text = "Planes came. Amina Haddad, 7, was killed at 14 Orchard Street."
    found = private(text)
    assert found.quote(text[13:], 13) == f"{NAME}, 7, was killed at {HOME}."
    assert found.quote(text[19:31], 19) == f"{NAME}, 7, w"
    assert found.homes == 1


def test_words_that_a_claim_holds_lose_them_too() -> None:
    found = private("Amina Haddad, 7, was killed by a shell.")
    assert found.text("the shell that killed amina  haddad") == f"the shell that killed {NAME}"
    assert found.text("Haddadeen") == "Haddadeen"
