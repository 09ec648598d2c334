"""The overview: map, slider, filters."""

import re

from playwright.sync_api import Page, expect

from tests.browser.serving import Served

LIVE = '[data-island="{}"][data-state="live"]'


def live(page: Page, island: str) -> None:
    expect(page.locator(LIVE.format(island)).first).to_be_attached()


def test_the_map_is_drawn_with_its_lists_and_legend(page: Page, served: Served) -> None:
    page.goto(served.address)
    live(page, "map")
    expect(page.locator(".map-canvas canvas")).to_be_visible()
    expect(page.locator(".map-note")).to_contain_text("Control is not recognition")
    expect(page.locator(".map-view li a").first).to_have_attribute("href", re.compile("^/incident/"))


def test_what_is_known_to_a_province_is_an_area_with_an_outline(page: Page, served: Served) -> None:
    page.goto(served.address)
    live(page, "map")
    idlib = page.locator(".map-wide details", has_text="Idlib, Syria")
    expect(idlib).to_be_visible()
    expect(idlib).not_to_contain_text("no outline")
    idlib.locator("summary").click()
    expect(idlib.locator("ol li").first).to_be_visible()


def test_the_slider_sets_the_days_of_the_whole_page(page: Page, served: Served) -> None:
    page.goto(served.address)
    live(page, "map")
    before = page.locator(".tiles dd").first.inner_text()
    page.get_by_label("First day").fill("20")
    page.wait_for_url("**from=2015-01-03*")
    expect(page.locator(".tiles dd").first).not_to_have_text(before)
    expect(page.get_by_label("First day")).to_have_attribute("aria-valuetext", "3 Jan 2015")
    expect(page.locator(".map-canvas canvas")).to_have_count(1)
    page.go_back()
    expect(page.locator(".tiles dd").first).to_have_text(before)
    expect(page.get_by_label("First day")).to_have_attribute("aria-valuetext", "14 Dec 2014")


def test_the_slider_keeps_the_focus(page: Page, served: Served) -> None:
    page.goto(served.address)
    live(page, "timeline")
    handle = page.get_by_label("First day")
    handle.press("ArrowRight")
    page.wait_for_url("**from=2014-12-15*")
    expect(page.locator("main:not([aria-busy])")).to_be_attached()
    expect(handle).to_be_focused()


def test_handles_do_not_pass_one_another(page: Page, served: Served) -> None:
    page.goto(f"{served.address}/?from=2015-05-10&to=2015-05-12")
    live(page, "timeline")
    page.get_by_label("First day").fill("175")
    expect(page.get_by_label("First day")).to_have_attribute("aria-valuetext", "12 May 2015")


def test_filters_stay_in_the_address_when_the_slider_moves(page: Page, served: Served) -> None:
    page.goto(served.address)
    page.get_by_label("Place").fill("Idlib")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**place=Idlib*")
    live(page, "timeline")
    page.get_by_label("Last day").press("ArrowLeft")
    page.wait_for_url(re.compile(r"place=Idlib.*to=\d{4}-|to=\d{4}-.*place=Idlib"))


def test_without_scripts_the_page_says_the_same(page: Page, served: Served) -> None:
    context = page.context.browser.new_context(java_script_enabled=False) if page.context.browser else None
    assert context is not None
    plain = context.new_page()
    plain.goto(served.address)
    expect(plain.locator("svg.histogram")).to_be_visible()
    expect(plain.locator(".rows .row").first).to_be_visible()
    context.close()
