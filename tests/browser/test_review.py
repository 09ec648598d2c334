"""Review by keys: what a person decides is seen, can be undone, and outlives reading anew."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import serious
from tests.browser.serving import Served, dateline, running

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
        page.goto("about:blank")  # or what it still loads would miss the server


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
    with page.expect_navigation():
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


def test_a_corrected_toll_is_seen_and_outlives_reading_anew(page: Page, reviewer: Served, own: Path) -> None:
    correct_toll(page, reviewer)
    reload_until(page, high(page), "99")
    dateline("reread", "--record", str(own))
    page.reload()
    expect(high(page)).to_contain_text("99")
    expect(page.locator(".changes")).to_contain_text("the report's own words")


def test_a_correction_is_undone_by_a_key(page: Page, reviewer: Served) -> None:
    correct_toll(page, reviewer)
    page.wait_for_selector('[data-island="review"][data-state="live"]')
    with page.expect_navigation():
        page.keyboard.press("u")
    reload_until(page, high(page), "the same")
    expect(page.locator(".changes")).to_contain_text("no longer counts")


def test_two_incidents_merged_are_one_until_it_is_undone(page: Page, reviewer: Served) -> None:
    page.goto(reviewer.address)
    before = int(page.locator(".tiles dd").first.inner_text())
    links = page.locator(".rows .row .what > a[href^='/incident/']")
    first, second = (links.nth(n).get_attribute("href") or "" for n in (0, 5))
    page.goto(reviewer.address + first)
    page.wait_for_selector('[data-island="review"][data-state="live"]')
    page.keyboard.press("m")
    page.keyboard.type(second.removeprefix("/incident/"))
    give_reason(page, "Merge with another", "one and the same attack")
    page.goto(reviewer.address)
    reload_until(page, page.locator(".tiles dd").first, str(before - 1))
    page.goto(f"{reviewer.address}/changes")
    with page.expect_navigation():
        page.get_by_role("button", name="Undo").first.click()
    page.goto(reviewer.address)
    reload_until(page, page.locator(".tiles dd").first, str(before))


def test_keys_go_through_the_queue_and_tell_themselves(page: Page, reviewer: Served) -> None:
    page.goto(f"{reviewer.address}/review")
    page.wait_for_selector('[data-island="review"][data-state="live"]')
    items = page.locator("[data-item]")
    page.keyboard.press("j")
    expect(items.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(items.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(items.nth(0)).to_be_focused()
    page.keyboard.press("?")
    expect(page.locator("dialog.keys")).to_contain_text("next item")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.keys")).to_have_count(0)


def test_the_pages_of_review_have_no_serious_finding(page: Page, reviewer: Served) -> None:
    for path in ("/review", "/changes"):
        page.goto(reviewer.address + path)
        assert serious(page) == []
    contested(page, reviewer)
    assert serious(page) == []
    page.goto(reviewer.address + (page.locator("a[href^='/claim/']").first.get_attribute("href") or ""))
    assert serious(page) == []
