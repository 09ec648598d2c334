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
