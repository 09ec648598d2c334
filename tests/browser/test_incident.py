"""From an incident to the words it rests on."""

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.browser.serving import Served


def test_a_figure_leads_to_its_highlighted_words(page: Page, served: Served) -> None:
    page.goto(f"{served.address}/?contested=1")
    page.locator(".row", has_text="figures contested").locator("a[href^='/incident/']").first.click()
    chart = page.locator('[data-island="tolls"][data-state="live"] .tolls-chart svg a').first
    expect(chart).to_be_attached()
    chart.dispatch_event("click")
    page.wait_for_url("**/report/**")
    claim = urlsplit(page.url).fragment
    expect(page.locator(f"[id='{claim}']")).to_be_attached()
    expect(page.locator(f"[id='{claim}'] ~ mark").first).to_be_visible()


def test_the_chart_has_the_table_beside_it(page: Page, served: Served) -> None:
    page.goto(f"{served.address}/?contested=1")
    page.locator(".row", has_text="figures contested").locator("a[href^='/incident/']").first.click()
    page.get_by_text("As a table").first.click()
    expect(page.locator(".as-table table").first).to_be_visible()
