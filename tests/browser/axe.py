"""What axe-core finds wrong with a page for those who cannot see it, or use no mouse."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.serving import ROOT

SOURCE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
SERIOUS = {"serious", "critical"}


def serious(page: Page, *rules: str) -> list[str]:
    """Return the serious findings on a page, by some rules or all: the rule and what breaks it."""
    if not SOURCE.exists():
        pytest.skip("axe-core is not installed (make assets)")
    page.evaluate(SOURCE.read_text("utf-8"))
    options = {"resultTypes": ["violations"]} | ({"runOnly": list(rules)} if rules else {})
    found: dict[str, Any] = page.evaluate("(options) => axe.run(document, options)", options)
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found["violations"]
        if one["impact"] in SERIOUS
        for node in one["nodes"]
    ]
