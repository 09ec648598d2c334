"""Site: the pages without review as files, which any host can serve and which open from a disk without a network."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from dateline.errors import DatelineError
from dateline.store import RecordView
from dateline.web.address import Asked
from dateline.web.links import Links
from dateline.web.render import STATIC, STYLE, Chrome, page
from dateline.web.views.actors import actor, actors
from dateline.web.views.changes import about, changes
from dateline.web.views.incident import incident
from dateline.web.views.overview import overview
from dateline.web.views.places import place, places
from dateline.web.views.report import report, reports
from dateline.web.views.situation import situation
from dateline.whole_files import write_whole

SUFFIX: Final = ".html"
EVERY: Final = 1_000_000_000  # judgements and reports: a file has no further pages

Told = Callable[[int], None]


def write_site(view: RecordView, out: Path, told: Told = lambda _: None) -> int:
    """Write a record's pages into a folder; return how many there are.

    Args:
        view: the record.
        out: the folder; made if missing. Pages of the same name are replaced, each in one step.
        told: called with how many pages are written so far.

    Raises:
        DatelineError: a file cannot be written.
    """
    try:
        for folder in ("", "incident", "report", "place", "actor"):
            (out / folder).mkdir(parents=True, exist_ok=True)
        _copy_assets(out)
    except OSError as error:
        raise DatelineError(f"{out}: cannot be written: {error.strerror or error}") from error
    done = 0
    for name, text in _pages(view):
        write_whole(out / name, text)
        done += 1
        told(done)
    return done


def _copy_assets(out: Path) -> None:
    shutil.copytree(STYLE, out / "style", dirs_exist_ok=True)
    if STATIC.exists():
        shutil.copytree(STATIC, out / "static", dirs_exist_ok=True)


def _pages(view: RecordView) -> Iterator[tuple[str, str]]:
    """Yield the name and text of each file."""
    top, below = Chrome(Links("", SUFFIX)), Chrome(Links("../", SUFFIX))
    yield from _overviews(view, top)
    yield from _lists(view, top)
    for one in view.incidents():
        yield _below("incident", one.id, below, i=incident(view, one.id, below.links))
    for head in view.report_heads():
        yield _below("report", head.id, below, r=report(view, head.id, below.links))
    for spot in view.lister().spots():
        yield _below("place", spot.id, below, x=place(view, spot.id, below.links))
    for name in view.lister().party_names():
        yield _below("actor", name, below, a=actor(view, name, below.links))


def _below(kind: str, key: str, chrome: Chrome, **context: Any) -> tuple[str, str]:
    address: str = getattr(replace(chrome.links, root=""), kind)(key)
    return unquote(address), page(f"{kind}.html", chrome, **context)


def _overviews(view: RecordView, chrome: Chrome) -> Iterator[tuple[str, str]]:
    """Yield the overview, in as many files as its list has pages."""
    asked = Asked()
    for number in count(1):
        o = overview(view, asked, chrome.links)
        further = f"incidents-{number + 1}{SUFFIX}" if o.after else ""
        name = "index.html" if number == 1 else f"incidents-{number}{SUFFIX}"
        yield name, page("overview.html", chrome, o=o, next_url=further)
        if not o.after:
            return
        asked = replace(asked, after=o.after)


def _lists(view: RecordView, chrome: Chrome) -> Iterator[tuple[str, str]]:
    yield "places.html", page("places.html", chrome, items=places(view, chrome.links))
    yield "actors.html", page("actors.html", chrome, items=actors(view))
    yield "reports.html", page("reports.html", chrome, r=reports(view, "", None, EVERY), next_url="")
    yield "sitrep.html", page("situation.html", chrome, s=situation(view, chrome.links, Asked()))
    yield "changes.html", page("changes.html", chrome, c=changes(view, None, EVERY), next_url="")
    yield "about.html", page("about.html", chrome, a=about(view))
