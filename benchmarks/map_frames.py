"""Benchmark of the map in the browser: frames that took over 16 ms while it was dragged, by the browser's own tracing.

Run as `python -m benchmarks.map_frames [INCIDENTS]`; without a number it is 100,000. By default the map gets them as
the server sends them, many as one in cells, up to 1,500 features; `--all` hands every incident to the map,
which clusters them itself. Needs Debian's chromium and the built scripts (`make assets`). Without a graphics card the
drawing is done by the processor, and the figures say more of that than of the map.
"""

import argparse
import functools
import json
import random
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, Page, sync_playwright

from dateline.reference.codebook import codebook
from dateline.web.data.incidents import FEATURES
from dateline.web.render import STATIC

FRAME_MS: Final = 1000 / 60
FLAGS: Final = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
CATEGORIES: Final = ["devtools.timeline.frame", "disabled-by-default-devtools.timeline.frame", "devtools.timeline"]
DRAGS: Final = 6
STEPS: Final = 40
PAGE: Final = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Map</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="static/islands.css">
<script defer src="static/islands.js"></script>
<main><div class="island" data-island="map" data-src="incidents.geojson"></div></main></html>"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing of it."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing."""


def incidents(count: int, whole: int) -> dict[str, Any]:
    """Return made-up incidents over the Near East as GeoJSON; where they stand for more, each is a cell of many."""
    draw = random.Random(5)
    families = sorted({one.family for one in codebook().public()})
    features = []
    for number in range(count):
        low = int(draw.random() ** 5 * 150)
        properties = {
            "id": f"i{number}", "url": f"#{number}", "title": f"Made-up incident {number}", "type": "Armed clash",
            "family": draw.choice(families), "from": "2015-04-25", "to": "2015-04-25", "killed_low": low,
            "killed_high": low + draw.randrange(20), "precision": "town" if whole == count else "cell",
            "contested": draw.random() < 0.1, "count": whole // count, "bounds": [35, 33, 36, 34],
        }  # fmt: skip
        point = {"type": "Point", "coordinates": [round(draw.gauss(40, 6), 4), round(draw.gauss(34, 4), 4)]}
        features.append({"type": "Feature", "geometry": point, "properties": properties})
    return {"type": "FeatureCollection", "features": features, "total": whole}


@contextmanager
def served(collection: dict[str, Any]) -> Iterator[str]:
    """Serve a page with the map; yield its address."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(STATIC, Path(folder) / "static")
        (Path(folder) / "index.html").write_text(PAGE, "utf-8")
        (Path(folder) / "incidents.geojson").write_text(json.dumps(collection), "utf-8")
        with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder)) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_port}/"
            server.shutdown()


def drag(page: Page) -> None:
    """Drag the map to and fro."""
    box = page.locator(".map-canvas").bounding_box()
    assert box is not None
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for turn in range(DRAGS):
        page.mouse.move(*middle)
        page.mouse.down()
        across = 250 if turn % 2 else -250
        page.mouse.move(middle[0] + across, middle[1] + across / 3, steps=STEPS)
        page.mouse.up()


def gaps(browser: Browser, page: Page) -> list[float]:
    """Return the milliseconds between one drawn frame and the next while the map is dragged."""
    browser.start_tracing(page=page, categories=CATEGORIES)
    drag(page)
    events: list[dict[str, Any]] = json.loads(browser.stop_tracing())["traceEvents"]
    drawn = sorted(event["ts"] for event in events if event["name"] == "DrawFrame")
    return [(after - before) / 1000 for before, after in pairwise(drawn)]


def report(found: list[float], features: int, whole: int) -> None:
    """Print what the frames came to."""
    found = sorted(found)
    late = [gap for gap in found if gap > FRAME_MS + 1]
    print(f"{whole:,} incidents in {features:,} features: {len(found)} frames, {len(late)} over 16 ms", end="")
    if found:
        print(f"; median {found[len(found) // 2]:.1f} ms, 95th percentile {found[int(len(found) * 0.95)]:.1f} ms")


def main() -> None:
    """Measure, and print."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("incidents", type=int, nargs="?", default=100_000)
    asked.add_argument("--all", action="store_true", help="hand every incident to the map")
    given = asked.parse_args()
    features = given.incidents if given.all else min(given.incidents, FEATURES)
    with served(incidents(features, given.incidents)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(180_000)
        page.goto(address)
        page.wait_for_selector('[data-island="map"][data-state="live"]')
        page.wait_for_timeout(3000)
        report(gaps(browser, page), features, given.incidents)
        browser.close()


if __name__ == "__main__":
    main()
