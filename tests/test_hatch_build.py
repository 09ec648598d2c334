"""The hook that builds the pages' scripts: what it does without Node or network."""

from pathlib import Path
from typing import Any

import pytest

import hatch_build
from hatch_build import AssetsError, AssetsHook


class App:
    def __init__(self) -> None:
        self.warnings: list[str] = []

    def display_warning(self, text: str) -> None:
        self.warnings.append(text)


@pytest.fixture
def app() -> App:
    return App()


@pytest.fixture
def hook(app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AssetsHook:
    """A hook that has nothing built, and no Node."""

    def none() -> tuple[Any, Any]:
        raise AssetsError("there is no Node")

    monkeypatch.setattr(hatch_build, "STAMP", tmp_path / ".built")
    monkeypatch.setattr(hatch_build, "_programs", none)
    made: Any = object.__new__(AssetsHook)
    monkeypatch.setattr(AssetsHook, "app", app)
    return made  # type: ignore[no-any-return]


def test_an_editable_install_goes_on_and_says_what_is_missing(hook: AssetsHook, app: App) -> None:
    hook.initialize("editable", {})
    assert app.warnings == [f"there is no Node: {hatch_build.WITHOUT}"]


def test_a_wheel_is_never_made_without_the_scripts(hook: AssetsHook) -> None:
    with pytest.raises(AssetsError, match="no Node"):
        hook.initialize("standard", {})


def test_scripts_made_from_the_present_sources_are_kept(hook: AssetsHook, app: App) -> None:
    hatch_build.STAMP.write_text(hatch_build.sources_hash(), encoding="ascii")
    hook.initialize("standard", {})
    assert app.warnings == []


def test_scripts_made_from_other_sources_are_built_anew(hook: AssetsHook) -> None:
    hatch_build.STAMP.write_text("0", encoding="ascii")
    with pytest.raises(AssetsError):
        hook.initialize("standard", {})


def test_what_a_program_says_is_told_when_it_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    class Done:
        returncode = 1
        stdout = "first\n"
        stderr = "npm error network is down\nlast\n"

    with pytest.raises(AssetsError, match="network is down"):
        hatch_build._run(lambda *_, **__: Done(), "ci")
