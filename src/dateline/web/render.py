"""Render: a page's context and its template make its HTML."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment
from markupsafe import Markup

import dateline
from dateline.reference import wording
from dateline.sitrep import TEMPLATES, runs
from dateline.templates import environment
from dateline.web.links import Links
from dateline.web.safe import visible, visible_all

FOLDER: Final = Path(__file__).parent
STYLE: Final = FOLDER / "style"
STATIC: Final = FOLDER / "static"
_IN_HTML: Final = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks on: their name and the token of their forms; nobody who may write has none. `reviews`: review is on."""

    name: str = ""
    csrf: str = ""
    reviews: bool = False

    @property
    def writes(self) -> bool:
        """Whether they may write."""
        return self.csrf != ""


@dataclass(frozen=True, slots=True)
class Chrome:
    """What stands round every page: how to make links, who looks on, and raster tiles for maps if any are allowed.

    `kept` is the number of the judgement that was made just now.
    """

    links: Links
    viewer: Viewer = Viewer()
    tiles: str = ""
    notice: str = ""
    kept: int | None = None


def page(template: str, chrome: Chrome, **context: Any) -> str:
    """Return the HTML of a page.

    Args:
        template: the name of its template.
        chrome: what stands round it.
        context: what it shows.
    """
    return _environment().get_template(template).render(
        chrome=chrome, links=chrome.links, viewer=chrome.viewer, version=dateline.__version__,
        islands=(STATIC / "islands.js").exists(), island_style=(STATIC / "islands.css").exists(), **context,
    )  # fmt: skip


def as_json(value: Any) -> str:
    """Return plain values as JSON, with nothing in it that steers how others are shown."""
    return json.dumps(visible_all(value), ensure_ascii=False, separators=(",", ":"))


def inline_json(value: Any) -> Markup:
    """Return plain values as JSON that can stand in a script element: nothing in it ends the element."""
    text = as_json(value)
    for letter, escaped in _IN_HTML.items():
        text = text.replace(letter, escaped)
    return Markup(text)


@cache
def _environment() -> Environment:
    made = environment(FOLDER / "pages", TEMPLATES)
    made.finalize = _shown
    made.filters["inline_json"] = inline_json
    made.globals |= {"word": wording, "runs": runs}
    return made


def _shown(value: Any) -> Any:
    """Return what is printed with nothing in it that would steer the text round it."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
