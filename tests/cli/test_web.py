"""`dateline site` and `dateline serve`: what they write and when they refuse."""

import importlib.util
import socket
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import FALL, record_of, run


def test_site_writes_pages(tmp_path: Path) -> None:
    result = run("site", tmp_path / "out", "--record", record_of(tmp_path, a=FALL))
    assert result.exit_code == 0, result.output
    assert "Open" in result.stderr
    assert "Afrin" in (tmp_path / "out" / "index.html").read_text("utf-8")


def test_site_says_where_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    result = run("site", tmp_path / "out", "--record", record_of(tmp_path, a=FALL))
    assert result.exit_code == 2
    assert "is a file" in result.stderr


def test_page_says_where_it_cannot_write(tmp_path: Path) -> None:
    result = run("page", tmp_path / "no" / "page.html", "--record", record_of(tmp_path, a=FALL))
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_serve_names_what_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    result = run("serve", "--record", tmp_path / "r.db")
    assert result.exit_code == 2
    assert "dateline[serve]" in result.stderr


def test_serve_is_refused_off_this_machine_without_a_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATELINE_PASSWORD", raising=False)
    result = run("serve", "--host", "0.0.0.0", "--record", record_of(tmp_path, a=FALL))
    assert result.exit_code == 2
    assert "DATELINE_PASSWORD" in result.stderr


def test_serve_tells_the_address_and_keeps_the_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Any] = []
    monkeypatch.setattr("uvicorn.Server.run", lambda self, sockets: started.append(sockets[0].getsockname()))
    (tmp_path / "password").write_text("correct horse battery\n")
    record, port = record_of(tmp_path, a=FALL), free_port()
    result = run("serve", "--port", str(port), "--record", record)
    assert result.exit_code == 0, result.output
    assert f"http://127.0.0.1:{port}/enter?token=" in result.output
    result = run("serve", "--port", str(port), "--password-file", tmp_path / "password", "--record", record)
    assert result.exit_code == 0, result.output
    assert "horse" not in result.output
    assert started == [("127.0.0.1", port)] * 2


def test_serve_says_when_the_port_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        result = run("serve", "--port", str(other.getsockname()[1]), "--record", record_of(tmp_path, a=FALL))
    assert result.exit_code == 2
    assert "try another --port" in result.stderr


def test_an_empty_password_is_refused(tmp_path: Path) -> None:
    (tmp_path / "password").write_text("\n")
    result = run("serve", "--password-file", tmp_path / "password", "--record", record_of(tmp_path, a=FALL))
    assert result.exit_code == 2
    assert "no password" in result.stderr


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])
