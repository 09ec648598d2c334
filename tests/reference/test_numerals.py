"""Numerals: the words of the resource and what they stand for; a broken file is named with its part."""

from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.reference import numerals as module
from dateline.reference.numerals import numerals


def written(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "counts.yml").write_text(text, "utf-8")
    monkeypatch.setattr(module, "COUNTS", folder / "counts.yml")


def test_units_are_without_gaps() -> None:
    assert set(numerals("units").values()) == set(range(20))
    assert set(numerals("tens").values()) == set(range(20, 100, 10))


def test_no_word_is_of_two_parts() -> None:
    parts = [set(numerals(part)) for part in ("units", "tens", "scales", "ordinals")]
    assert sum(map(len, parts)) == len(set().union(*parts))


def test_a_part_that_the_file_lacks_is_named() -> None:
    with pytest.raises(ResourceError, match=r"counts\.yml: numerals, fractions: must map words to whole numbers"):
        numerals("fractions")


@pytest.mark.parametrize(
    "text", ["numerals: {units: [one]}", "numerals: {units: {one: first}}", "numerals: {units: {1: 1}}"]
)
def test_a_part_that_maps_no_words_to_numbers_is_named(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, text, monkeypatch)
    with pytest.raises(ResourceError, match="numerals, units: must map words"):
        numerals.__wrapped__("units")


def test_a_missing_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COUNTS", tmp_path / "gone.yml")
    with pytest.raises(ResourceError, match=r"gone\.yml"):
        numerals.__wrapped__("units")
