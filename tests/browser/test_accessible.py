"""Every kind of page, looked through by axe-core, in light and dark."""

import pytest
from playwright.sync_api import Page

from tests.browser.axe import serious
from tests.browser.serving import Served

PAGES = {
    "overview": "/",
    "selection": "/?contested=1",
    "incident": "/incident/",
    "report": "/report/",
    "place": "/place/",
    "actor": "/actor/",
    "reports": "/reports",
    "places": "/places",
    "actors": "/actors",
    "changes": "/changes",
    "about": "/about",
    "situation": "/sitrep",
    "enter": "/enter",
}
FOUND_ON = {"/incident/": "/", "/report/": "/reports", "/place/": "/places", "/actor/": "/actors"}


@pytest.mark.parametrize("name", PAGES)
def test_no_serious_finding(name: str, page: Page, served: Served) -> None:
    show(page, served, PAGES[name])
    assert serious(page) == []
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert serious(page, "color-contrast") == []


def show(page: Page, served: Served, path: str) -> None:
    """Go to a page; of one that there are many of, to the first that is linked."""
    page.goto(served.address + FOUND_ON.get(path, path))
    if path in FOUND_ON:
        page.goto(served.address + (page.locator(f"main a[href^='{path}']").first.get_attribute("href") or ""))
    page.wait_for_function("() => [...document.querySelectorAll('[data-island]')].every((one) => one.dataset.state)")
