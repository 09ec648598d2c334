"""Hostile text: whatever a report says, it stays text; no page gets an element, attribute or direction from it."""

from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dateline.model.report import Report
from dateline.store import open_view
from dateline.web.render import inline_json
from dateline.web.safe import visible
from dateline.web.site import write_site
from tests.builders import STRIKE, actor, event, monitor, place, report, toll, when
from tests.web.records import enter, links, made, served

TEXTS = tuple(
    line.encode().decode("unicode_escape")
    for line in (Path(__file__).parent / "hostile.txt").read_text("ascii").splitlines()
)
HUGE = ("w" * 20_000, "ب" * 20_000, "<" * 5_000, "&amp;" * 5_000, "\u0301" * 5_000)
STEERING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
TAGS = """
    html head meta title link body a header nav div main footer p h1 h2 h3 h4 form label input select option optgroup
    datalist button span dl dt dd section svg g rect circle text line ul ol li table thead tbody tr th td caption
    details summary figure figcaption blockquote bdi b code mark aside article script time q br kbd textarea sup em
"""
INSIDE = ("/", "#", "?", "../", "incident", "report/", "place/", "actor/", "style/", "static/")


class Elements(HTMLParser):
    """The elements of a page, what its scripts are, and what its attributes do."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def hostile(text: str, number: int) -> tuple[Report, tuple[object, ...]]:
    """A report that says so in its text, title, outlet and names, and in the words of each value."""
    file, at, party = f"{number}.txt", place(text[:60] or "x", admin1=text[:60]), actor(text[:60] or "x")
    happened = event(STRIKE, at, when("2015-04-26", words=text[:60]), by=(party,), said_by=(monitor(text[:60]),),
                     report=file, quote=text)  # fmt: skip
    died = toll(9, of=happened, quote=text, words=text[:60])
    made_of = report(file, "2015-04-27", text=text, outlet=text[:60])
    return Report(**{name: getattr(made_of, name) for name in made_of.__slots__} | {"title": text}), (happened, died)


def check(page: str, address: str) -> None:
    elements = Elements(page)
    assert not set(elements.tags) - set(TAGS.split()), address
    assert not STEERING & set(page), address
    for tag, name, value in elements.attributes:
        assert not name.startswith("on"), (address, tag, name)
        assert name != "style", (address, tag)
        if name in ("href", "src", "action", "formaction", "data-src"):
            assert value.startswith(INSIDE) or "/" not in value, (address, value)
            assert not value.startswith("//"), (address, value)
            assert ":" not in value.partition("/")[0].partition("?")[0].partition("#")[0], (address, value)
        if tag == "script" and name == "type":
            assert value in ("application/json", "module"), address


def pages(path: Path) -> Iterator[tuple[str, str]]:
    """Every page of a record as someone sees it who may write."""
    with served(path) as (client, state):
        enter(client, state)
        todo, seen = ["/", "/places", "/actors", "/reports", "/review", "/changes"], set[str]()
        while todo:
            address = todo.pop().replace("&amp;", "&").replace("&#39;", "'")
            if address in seen or not address.startswith("/") or address.startswith(("/judge", "/leave", "/style")):
                continue
            seen.add(address)
            answer = client.get(address)
            assert answer.status_code == 200, address
            if answer.headers["content-type"].startswith("text/html"):
                yield address, answer.text
                todo += links(answer.text)
            else:
                assert not STEERING & set(answer.text), address


def test_there_are_enough_texts() -> None:
    assert len(set(TEXTS)) >= 60


def test_hostile_texts_change_no_page(tmp_path: Path) -> None:
    told = [hostile(text, number) for number, text in enumerate((*TEXTS, *HUGE))]
    seen = 0
    for address, page in pages(made(tmp_path, *told)):  # type: ignore[arg-type]
        check(page, address)
        seen += 1
    assert seen > len(told)


def test_hostile_texts_change_no_file(tmp_path: Path) -> None:
    told = [hostile(text, number) for number, text in enumerate(TEXTS)]
    with open_view(made(tmp_path, *told)) as view:  # type: ignore[arg-type]
        write_site(view, tmp_path / "site")
    found = sorted((tmp_path / "site").rglob("*.html"))
    assert len(found) > len(told)
    assert all((tmp_path / "site") in path.resolve().parents for path in found)
    for path in found:
        check(path.read_text("utf-8"), path.name)


@pytest.mark.parametrize("text", TEXTS)
def test_the_text_itself_is_shown(text: str, tmp_path: Path) -> None:
    with served(made(tmp_path, hostile(text, 1))) as (client, _):  # type: ignore[arg-type]
        listed = client.get("/reports").text
        address = next(one for one in links(listed) if one.startswith("/report/"))
        shown = Elements(client.get(address).text).text
    assert " ".join(visible(text).split())[:30] in " ".join(shown.split())


def test_json_in_a_page_ends_no_element() -> None:
    told = str(inline_json(["</script><!--", "\u2028", "&amp;", "\u202e"]))
    assert not set("<>&\u2028\u202e") & set(told)


def test_letters_of_all_scripts_stay() -> None:
    for text in ("حلب", "Київ", "حَلَب\u200f", "می\u200cخواهم", "👩\u200d⚕️", "line\nline\ttab"):
        assert visible(text) == text
