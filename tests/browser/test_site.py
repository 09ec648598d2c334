"""The record as files, opened from the disk: no server, no network."""

from pathlib import Path

from playwright.sync_api import Page, expect


def test_map_and_charts_work_from_the_disk(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    expect(page.locator('[data-island="map"][data-state="live"]')).to_be_attached()
    expect(page.locator('[data-island="timeline"] .slider')).to_be_visible()
    page.locator(".map-view li a").first.click()
    expect(page.locator("h1.sentence")).to_be_visible()


def test_nothing_is_fetched_from_elsewhere(page: Page, site: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "index.html").as_uri())
    expect(page.locator('[data-island="map"][data-state="live"]')).to_be_attached()
    assert {url.split(":")[0] for url in asked} <= {"file", "blob", "data"}


def test_the_slider_chooses_among_what_the_map_holds(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    heading = page.locator(".map-view h3")
    expect(heading).to_contain_text("In view")
    before = heading.inner_text()
    page.get_by_label("First day").fill("170")
    expect(heading).not_to_have_text(before)
    assert page.url == (site / "index.html").as_uri()
