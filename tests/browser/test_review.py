"""Review by keys: what a person decides is seen, can be undone, and outlives reading anew."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.serving import Served, running

TRIES = 60


@pytest.fixture
def own(record: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(record, tmp_path / "own.db"))


@pytest.fixture
def reviewer(page: Page, own: Path) -> Iterator[Served]:
    """A server of one's own, with the page logged in."""
    with running(own) as server:
        page.goto(server.enter)
        yield server


def contested(page: Page, server: Served) -> None:
    """Go to an incident whose figures are contested."""
    page.goto(f"{server.address}/?contested=1")
    page.locator(".row", has_text="figures contested").locator("a[href^='/incident/']").first.click()


def reload_until(page: Page, place: Locator, text: str | re.Pattern[str]) -> None:
    """Load again until the record has been reckoned anew."""
    for _ in range(TRIES):
        if place.filter(has_text=text).count():
            return
        page.wait_for_timeout(1000)
        page.reload()
    expect(place).to_contain_text(text)


def give_reason(page: Page, button: str, reason: str) -> None:
    form = page.locator("details.do[open]")
    form.get_by_label("Why").fill(reason)
    form.get_by_role("button", name=button).click()


def correct_toll(page: Page, server: Served) -> None:
    """Say that the first figure killed is 99 at most."""
    contested(page, server)
    figure = page.locator(".says details", has_text=re.compile(r"\d+ killed")).first
    figure.locator("summary").click()
    figure.get_by_role("link", name="judge it").click()
    page.wait_for_url("**/claim/**")
    page.wait_for_selector('[data-island="review"][data-state="live"]')
    page.keyboard.press("c")
    value = page.locator("details.do[open] select[name=field]")
    expect(value).to_be_focused()
    value.select_option("high")
    page.locator("details.do[open] input[name=value]").fill("99")
    give_reason(page, "Correct", "the report's own words")


def high(page: Page) -> Locator:
    return page.locator("tr", has=page.locator("th", has_text=re.compile("^high$")))


def test_a_correction_is_undone_by_a_key(page: Page, reviewer: Served) -> None:
    correct_toll(page, reviewer)
    reload_until(page, high(page), "99")
    page.wait_for_selector('[data-island="review"][data-state="live"]')
    page.keyboard.press("u")
    reload_until(page, high(page), "the same")
