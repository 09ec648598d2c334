from pathlib import Path

import pytest

from dateline.errors import ResourceError
from dateline.reference.knowledge import lists_of, read_table, read_yaml, words_of


def test_faults_name_the_file(tmp_path: Path) -> None:
    path = tmp_path / "words.yml"
    with pytest.raises(ResourceError, match=r"words\.yml: cannot be read"):
        read_yaml(path)
    path.write_text("a: [")
    with pytest.raises(ResourceError, match=r"words\.yml: cannot be read"):
        read_yaml(path)
    path.write_text("- a")
    with pytest.raises(ResourceError, match=r"words\.yml: expected a table"):
        read_table(path)
    path.write_text("a: [b]")
    assert read_table(path) == {"a": ["b"]}


@pytest.mark.parametrize("value", [None, "word", [], ["no", False], [""], {"a": 1}])
def test_other_than_words_is_refused(value: object) -> None:
    with pytest.raises(ResourceError, match=r"w\.yml: list: expected a list of words"):
        words_of(value, "w.yml: list")


def test_words_and_lists_stay_as_they_are() -> None:
    assert words_of(["a", "b"], "w.yml") == ["a", "b"]
    assert words_of([], "w.yml", least=0) == []
    assert lists_of({"verbs": ["say"], True: ["a"]}, "w.yml") == {"verbs": ["say"], "True": ["a"]}
    with pytest.raises(ResourceError, match=r"w\.yml: verbs: expected a list of words"):
        lists_of({"verbs": "say"}, "w.yml")
    with pytest.raises(ResourceError, match=r"w\.yml: expected a table of lists"):
        lists_of(["say"], "w.yml")
