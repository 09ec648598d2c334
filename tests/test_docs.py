import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TREE = [
    path.relative_to(ROOT).as_posix()
    for name in ("src", "evaluation", "benchmarks", "tests", "tools", "training", "frontend/src", "frontend/outlines")
    for path in (ROOT / name).rglob("*.*")
] + [path.name for path in (*ROOT.glob("*.py"), *ROOT.glob("frontend/*.ts"))]
PAGES = sorted(path for folder in (ROOT, ROOT / "docs", ROOT / "docs" / "decisions") for path in folder.glob("*.md"))


def test_the_index_lists_every_page() -> None:
    listed = set(re.findall(r"\]\(([\w-]+\.md)\)", (ROOT / "docs" / "README.md").read_text("utf-8")))
    assert {path.name for path in (ROOT / "docs").glob("*.md")} - {"README.md"} == listed


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = sorted(int(path.name[:4]) for path in (ROOT / "docs" / "decisions").glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_a_page_names_are_there(page: Path) -> None:
    if page.name == "CHANGELOG.md":  # it tells of what was there then
        return
    for name in re.findall(r"`([a-z0-9_./-]+\.(?:py|sql|ts|yml))`", page.read_text("utf-8")):
        assert any(f"/{path}".endswith(f"/{name}") for path in TREE), f"{page.name} names {name}"


def test_the_layout_has_every_package() -> None:
    told = set(re.findall(r"`([a-z_]+)(?:\.py)?`", (ROOT / "docs" / "layout.md").read_text("utf-8")))
    package = ROOT / "src" / "dateline"
    assert {one.parent.name for one in package.glob("*/__init__.py")} <= told
    assert {one.stem for one in package.glob("*.py")} - {"__init__", "__main__"} <= told
