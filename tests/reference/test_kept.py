import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.reference import kept
from dateline.reference.knowledge import read_yaml
from dateline.reference.yaml_text import parsed
from dateline.settings import PACKAGE

FILE = PACKAGE / "resources" / "some.yml"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kept, "cache_folder", lambda: tmp_path)
    return tmp_path / "knowledge"


def once(found: Any) -> Callable[[bytes], Any]:
    """Return a parser that may be asked one time."""
    answers = [found]
    return lambda _: answers.pop()


def never(_: bytes) -> Any:
    pytest.fail("parsed again")


def test_content_is_parsed_once(cache: Path) -> None:
    found = {"words": ["déjà", "no"], "many": [1, 2.5, True, None]}
    assert kept.content(FILE, b"a: 1", once(found)) == found
    assert kept.content(FILE, b"a: 1", never) == found
    assert len(list(cache.iterdir())) == 1


def test_changed_file_is_parsed_anew(cache: Path) -> None:
    kept.content(FILE, b"a: 1", once([1]))
    assert kept.content(FILE, b"a: 2", once([2])) == [2]


DAMAGES = [lambda text: text[:-2], lambda text: text.replace(b"seize", b"leave"), lambda _: b""]


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_content_is_passed_over(cache: Path, damage: Callable[[bytes], bytes]) -> None:
    kept.content(FILE, b"a: 1", once(["seize"]))
    (file,) = cache.iterdir()
    file.write_bytes(damage(file.read_bytes()))
    assert kept.content(FILE, b"a: 1", once(["seize"])) == ["seize"]
    assert kept.content(FILE, b"a: 1", never) == ["seize"]


@pytest.mark.parametrize("found", [{1: "a key that is no text"}, [dt.date(2015, 3, 28)], {"same": {True: 1}}])
def test_what_json_cannot_say_is_not_kept(cache: Path, found: Any) -> None:
    assert kept.content(FILE, b"a: 1", once(found)) == found
    assert kept.content(FILE, b"a: 1", once(found)) == found


def test_another_ones_file_is_not_kept(cache: Path, tmp_path: Path) -> None:
    assert kept.content(tmp_path / "own.yml", b"a: 1", once([1])) == [1]
    assert not cache.exists()


def test_without_a_cache_all_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> Path:
        raise PermissionError

    monkeypatch.setattr(kept, "cache_folder", refuse)
    assert kept.content(FILE, b"a: 1", once([1])) == [1]
    (tmp_path / "knowledge").write_text("a file where the folder would be")
    monkeypatch.setattr(kept, "cache_folder", lambda: tmp_path)
    assert kept.content(FILE, b"a: 1", once([2])) == [2]


def test_real_contents_survive_being_kept(cache: Path) -> None:
    files = sorted((PACKAGE / "resources").rglob("*.yml"))
    for path in files[:: len(files) // 10]:
        fresh = parsed(path.read_bytes())
        assert read_yaml(path) == read_yaml(path) == fresh
        assert json.dumps(read_yaml(path), default=str) == json.dumps(fresh, default=str)
