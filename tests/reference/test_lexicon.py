"""The lexicon: every class in one file, in lower case; a class told twice is an error."""

from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.reference import lexicon as module
from dateline.reference.lexicon import lexicon


def test_classes_of_all_files_are_there() -> None:
    assert {"combatant", "place", "materiel", "lend_verb", "sport"} <= lexicon().keys()
    assert "militiaman" in lexicon()["combatant"]


def test_words_are_lemmas_in_lower_case() -> None:
    assert not [word for words in lexicon().values() for word in words if word != word.lower()]


def test_a_class_in_two_files_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.yml", "b.yml"):
        (tmp_path / name).write_text("place: [town]\n", "utf-8")
    monkeypatch.setattr(module, "_FOLDER", tmp_path)
    with pytest.raises(ResourceError, match=r"b\.yml: place stands in another file"):
        lexicon.__wrapped__()


def test_a_missing_lexicon_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_FOLDER", tmp_path / "gone")
    with pytest.raises(ResourceError, match="no lexicon is there"):
        lexicon.__wrapped__()
