"""The site of files: every link leads to a file that is there, and nothing needs a server."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from dateline.store import open_view
from dateline.web import render
from dateline.web.site import write_site
from tests.web.records import clash, made, war


def site(tmp_path: Path, record: Path) -> Path:
    with open_view(record) as view:
        write_site(view, tmp_path / "site")
    return tmp_path / "site"


def test_every_link_leads_to_a_file_and_every_anchor_stands(tmp_path: Path) -> None:
    out = site(tmp_path, war(tmp_path))
    texts = {path: path.read_text("utf-8") for path in out.rglob("*.html")}
    ids = {path: set(re.findall(r' id="([^"]+)"', text)) for path, text in texts.items()}
    checked = 0
    for path, text in texts.items():
        for link in re.findall(r'(?:href|src)="([^"]+)"', text):
            address, _, anchor = unquote(link).partition("#")
            target = (path.parent / address).resolve() if address else path
            assert target.is_file(), f"{path.name} leads to {link}"
            assert not anchor or anchor in ids[target], f"{path.name} leads to {link}"
            checked += 1
    assert checked > 100


def test_nothing_asks_a_server(tmp_path: Path) -> None:
    out = site(tmp_path, war(tmp_path))
    for path in out.rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r'(?:href|src|action|data-src)="(/|https?:|//)', text), path.name
        assert "<form" not in text, path.name


def test_a_long_list_has_further_files(tmp_path: Path) -> None:
    towns = [clash(f"{number:03}.txt", f"Town {number}", "2015-05-01") for number in range(130)]
    out = site(tmp_path, made(tmp_path, *towns))
    listed = [name for name in ("index.html", "incidents-2.html", "incidents-3.html") if (out / name).exists()]
    assert len(listed) == 3
    found = [one for name in listed for one in re.findall(r'href="(incident/[^"]+)">Armed', (out / name).read_text())]
    assert len(set(found)) == 130


def test_islands_are_loaded_where_they_were_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = tmp_path / "static"
    built.mkdir()
    (built / "islands.js").write_text("")
    record = war(tmp_path)
    monkeypatch.setattr(render, "STATIC", built)
    assert '<script defer src="static/islands.js">' in (site(tmp_path, record) / "index.html").read_text()
    monkeypatch.setattr(render, "STATIC", tmp_path / "none")
    assert "islands.js" not in (site(tmp_path, record) / "index.html").read_text()
