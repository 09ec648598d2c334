"""Pages: complete without scripts, every link leads somewhere, nothing is more precise than it is."""

import re
from pathlib import Path

from dateline.model.place import PlacePrecision
from tests.builders import STRIKE, event, place, report, when
from tests.web.records import clash, enter, links, made, served, strike, war

PAGES = ("/", "/places", "/actors", "/reports", "/changes", "/about", "/review", "/enter")


def test_every_link_of_every_page_leads_somewhere(tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, state):
        enter(client, state)
        todo, seen = list(PAGES), set[str]()
        while todo:
            address = todo.pop().replace("&amp;", "&")
            if address in seen or address.startswith(("/judge", "/leave")):
                continue
            seen.add(address)
            answer = client.get(address)
            assert answer.status_code == 200, address
            if answer.headers["content-type"].startswith("text/html"):
                todo += links(answer.text)
        kinds = {address.split("/")[1] for address in seen}
    assert {"incident", "report", "place", "actor", "claim", "style", "api"} <= kinds


def test_an_incident_shows_its_sentence_its_claims_and_both_figures(tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, _):
        page = client.get(_first(client.get("/?type=Explosions%2FRemote+violence").text, "incident")).text
    assert "Army carried out a strike from the air in Ariha on 26 April 2015." in page
    assert page.count("Jets bombed Ariha and killed nine") == 4, "two reports, each with a speaker and its own words"
    assert "9–14" in page
    assert "policy: range" in page


def test_a_quote_leads_to_its_marked_words(tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, _):
        incident = client.get(_first(client.get("/").text, "incident")).text
        found = re.search(r'href="(/report/[^"#]+)#(c[0-9a-f]+)"', incident)
        assert found
        page = client.get(found[1]).text
    assert re.search(rf'<span id="{found[2]}" class="anchor"></span>(<span[^>]*></span>)*<mark', page)
    assert "sha256:" in page


def test_a_provincial_incident_has_no_dot(tmp_path: Path) -> None:
    idlib = place("Idlib Governorate", 35.8, 36.7, precision=PlacePrecision.PROVINCE, admin1="Idlib")
    wide = event(STRIKE, idlib, when("2015-04-26"), quote="Strikes.")
    with served(made(tmp_path, (report("a.txt", "2015-04-27", text="Strikes."), (wide,)))) as (client, _):
        page = client.get("/").text
        feature = client.get("/api/v1/incidents.geojson").json()["features"][0]
    assert "<circle" not in page
    assert "province only" in page
    assert feature["geometry"] is None
    assert feature["properties"]["area"] == {"country": "SY", "admin1": "Idlib", "name": "Idlib Governorate"}


def test_a_missing_day_stays_missing(tmp_path: Path) -> None:
    with served(made(tmp_path, clash("a.txt", "Binnish", None))) as (client, _):
        overview = client.get("/").text
        assert "Day not told" in overview
        assert "on a day that is not told" in client.get(_first(overview, "incident")).text


def test_an_empty_record_says_so(tmp_path: Path) -> None:
    with served(made(tmp_path)) as (client, _):
        for address in PAGES:
            assert client.get(address).status_code == 200, address
        assert "No incident on record is like this" in client.get("/").text


def test_a_place_and_an_actor_show_what_is_theirs(tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, _):
        ariha = client.get(_named(client.get("/places").text, "place", "Ariha")).text
        army = client.get(_named(client.get("/actors").text, "actor", "Army")).text
    assert "band-row" in ariha
    assert "Air/drone strike" in ariha
    assert "What it is said to have done" in army
    assert "What it is told to have held" in army
    assert "Ariha" in army


def test_addresses_that_cannot_be_say_what_is_wrong(tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, _):
        for address, status, words in (
            ("/?from=yesterday", 400, "write it like 2015-04-25"), ("/?type=Parade", 400, "is none of"),
            ("/?after=x", 400, "names no row"), ("/incident/i0", 404, "no incident"),
            ("/report/0", 404, "no such report"), ("/place/x", 404, "no such place"),
            ("/actor/~~x", 404, "no such actor"), ("/nothing", 404, "no such page"),
            ("/changes?before=-1", 400, "no whole number"), ("/review?kind=x", 400, "is none of"),
        ):  # fmt: skip
            answer = client.get(address)
            assert (answer.status_code, words in answer.text) == (status, True), address


def test_a_page_is_not_sent_twice(tmp_path: Path) -> None:
    with served(war(tmp_path)) as (client, state):
        tag = client.get("/").headers["etag"]
        assert client.get("/", headers={"If-None-Match": tag}).status_code == 304
        assert client.get("/?q=jets", headers={"If-None-Match": tag}).status_code == 200
        enter(client, state)
        assert client.get("/", headers={"If-None-Match": tag}).status_code == 200


def test_a_long_list_goes_on(tmp_path: Path) -> None:
    towns = [clash(f"{number:03}.txt", f"Town {number}", "2015-05-01") for number in range(65)]
    with served(made(tmp_path, *towns)) as (client, _):
        page = client.get("/").text
        found = re.search(r'rel="next" href="([^"]+)"', page)
        assert found
        further = client.get(found[1].replace("&amp;", "&")).text
    first, second = (set(re.findall(r'href="(/incident/[^"]+)">Armed', text)) for text in (page, further))
    assert (len(first), len(second), first & second) == (60, 5, set())


def test_a_long_text_is_cut_and_says_so(tmp_path: Path) -> None:
    long = report("long.txt", "2015-04-27", text="word " * 100_000)
    with served(made(tmp_path, (long, ()), strike("b.txt", 3))) as (client, _):
        page = client.get(_named(client.get("/reports").text, "report", "long.txt")).text
    assert "100,000 further characters are not shown" in page


def _first(text: str, kind: str) -> str:
    found = re.search(rf'href="(/{kind}/[^"#]+)"', text)
    assert found, f"no {kind} on the page"
    return found[1]


def _named(text: str, kind: str, name: str) -> str:
    found = re.search(rf'href="(/{kind}/[^"#]+)"><bdi>{name}', text)
    assert found, f"no {kind} {name} on the page"
    return found[1]
