"""A browser over the demo's record, served and as files. Where Chromium or the built scripts are missing, all skip."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.web.render import STATIC
from tests.browser.serving import Served, alone, dateline, running

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import Browser, Page, expect, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((found for name in NAMES if (found := shutil.which(name))), "")
# Machines that do other things besides are slow; what never comes still fails.
PATIENCE_MS = 60_000
expect.set_options(timeout=PATIENCE_MS)
# Draws maps without a graphics card.
FLAGS = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("no Chromium is installed (apt-get install chromium)")
    if not (STATIC / "islands.js").exists():
        pytest.skip("the pages' scripts are not built (make assets)")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def record(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's record, made once for all the processes of a run."""
    made = tmp_path_factory.getbasetemp()
    shared = made.parent / "demo.db" if "PYTEST_XDIST_WORKER" in os.environ else made / "demo.db"
    with alone(shared.with_suffix(".lock")):
        if not shared.exists():
            half = shared.with_suffix(".half")
            dateline("add", "examples/idlib", "--metadata", "examples/idlib/reports.csv", "--record", str(half))
            half.rename(shared)
    return shared


@pytest.fixture(scope="session")
def served(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The record behind a server, in a copy: reviewers write into it."""
    own = tmp_path_factory.mktemp("served") / "record.db"
    shutil.copy(record, own)
    with running(own) as server:
        yield server


@pytest.fixture(scope="session")
def site(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record as files."""
    out = tmp_path_factory.mktemp("site")
    dateline("site", str(out), "--record", str(record))
    return out


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab that fails its test where the browser complains: errors of scripts, refusals, what is not there."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    tab = context.new_page()
    tab.set_default_timeout(PATIENCE_MS)
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    yield tab
    context.close()
    assert complaints == []
