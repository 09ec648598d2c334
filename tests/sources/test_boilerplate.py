import re
from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.sources.boilerplate import FILE, LISTS, Rule, boilerplate, load_boilerplate

_RULES = [(name, rule) for name in LISTS for rule in getattr(boilerplate(), name)]
_IDS = [f"{name}.{rule.id}" for name, rule in _RULES]


def _takes(name: str, rule: Rule, text: str) -> bool:
    return bool(rule.taken(text)) if name == "lines" else bool(rule.match.search(text))


@pytest.mark.parametrize(("name", "rule"), _RULES, ids=_IDS)
def test_rule_takes_its_examples(name: str, rule: Rule) -> None:
    assert [text for text in rule.examples if not _takes(name, rule, text)] == []


@pytest.mark.parametrize(("name", "rule"), _RULES, ids=_IDS)
def test_rule_leaves_what_it_must_keep(name: str, rule: Rule) -> None:
    assert [text for text in rule.keeps if _takes(name, rule, text)] == []


def test_every_rule_tells_its_reason_once() -> None:
    assert all(rule.reason and rule.examples for _, rule in _RULES)
    assert len(set(_IDS)) == len(_IDS)


def test_sentences_of_reports_are_no_furniture() -> None:
    told = [
        "More than 40 people died.",
        "Share prices fell after the attack.",
        "The governor said the road was open.",
        "Follow-up strikes hit the market an hour later.",
        "Related families were buried together on Friday.",
        "Print shops in the city printed leaflets for both sides.",
        "Subscribers to the network lost service after the tower was hit.",
        "Join-up points along the river were shelled.",
        "By Tuesday night, soldiers had left the base.",
        "The report was provided by the ministry and could not be checked.",
        "Video posted by the rebels showed a burning tank.",
        "No one was hurt.",
        "Continued shelling kept crews away from the depot.",
        "Source of the fire was not known.",
        "Three dead.",
        "Two soldiers were killed, AFP",
    ]
    taken = [(text, rule.id) for text in told for rule in boilerplate().lines if rule.taken(text)]
    assert taken == []


def test_broken_entry_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "boilerplate.yml"
    broken.write_text(re.sub(r"match: '\[-–—_\* \]\*\(", "match: '((", FILE.read_text("utf-8"), count=1), "utf-8")
    with pytest.raises(ResourceError, match=r"boilerplate\.yml: lines, entry advertisement"):
        load_boilerplate(broken)


def test_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="cannot be read"):
        load_boilerplate(tmp_path / "boilerplate.yml")
