"""The command line, the page, the site, the API, situation reports and exports tell the same of the example reports."""

import csv
import datetime as dt
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from dateline.cli.group import dateline
from dateline.pipeline import killed_of
from dateline.store import open_view
from dateline.store.browse.filters import Filters
from dateline.web.serve import Settings, state_of
from dateline.web.server.app import app

EXAMPLES = Path(__file__).parent.parent / "examples" / "idlib"
DAYS = ("2015-03-25", "2015-03-28", "2015-04-26", "2015-05-28", "2015-06-09")

pytestmark = pytest.mark.slow


def run(*args: str | Path) -> str:
    result = CliRunner().invoke(dateline, [*map(str, args)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "r.db"
    run("add", EXAMPLES, "--metadata", EXAMPLES / "reports.csv", "--record", path)
    return path


@pytest.fixture(scope="module")
def client(record: Path) -> Iterator[TestClient]:
    server = app(state_of(record, Settings(host="127.0.0.1", port=8321)))
    with TestClient(server, base_url="http://127.0.0.1") as found:
        yield found


def exported(record: Path, folder: Path, table: str) -> list[dict[str, str]]:
    run("export", "csv", "--out", folder / "r.zip", "--record", record)
    with zipfile.ZipFile(folder / "r.zip") as packed:
        return list(csv.DictReader(io.StringIO(packed.read(f"{table}.csv").decode("utf-8-sig"))))


def test_the_killed_come_to_one_number(record: Path, client: TestClient, tmp_path: Path) -> None:
    listing = run("tolls", "--total", "--record", record)
    told = re.search(r"^killed: ([\d,]+) or more \(policy range\), over ([\d,]+) incidents", listing, re.MULTILINE)
    assert told
    with open_view(record) as view:
        sums = view.finder().sums(Filters(), killed_of)
    assert f"{sums.killed_low:,}" == told[1]
    assert f"{sums.with_killed:,}" == told[2]
    assert f"at least {told[1]}" in client.get("/").text
    run("page", tmp_path / "page.html", "--record", record)
    assert f"at least {told[1]}" in (tmp_path / "page.html").read_text("utf-8")


@pytest.mark.parametrize(("first", "last"), [("2015-03-24", "2015-03-31"), ("2015-04-25", "2015-04-27")])
def test_a_period_comes_to_one_number(record: Path, client: TestClient, first: str, last: str) -> None:
    listing = run("tolls", "--total", "--from", first, "--to", last, "--record", record)
    told = re.search(r"^killed: ([\d,]+)", listing, re.MULTILINE)
    assert told
    assert told[1] in client.get(f"/?from={first}&to={last}").text


def test_there_are_as_many_incidents_everywhere(record: Path, client: TestClient, tmp_path: Path) -> None:
    with open_view(record) as view:
        incidents = [one.id for one in view.incidents()]
    rows = [line for line in run("incidents", "--record", record).splitlines() if re.match(r" i[0-9a-f]{8}", line)]
    assert len(rows) == len(incidents)
    assert client.get("/api/v1/incidents").json()["total"] == len(incidents)
    assert sorted(row["id"] for row in exported(record, tmp_path, "incidents")) == incidents
    run("export", "geojson", "--out", tmp_path / "r.geojson", "--record", record)
    assert len(json.loads((tmp_path / "r.geojson").read_text("utf-8"))["features"]) == len(incidents)
    run("page", tmp_path / "page.html", "--record", record)
    assert (tmp_path / "page.html").read_text("utf-8").count('<article class="card" id="i') == len(incidents)


def test_what_is_contested_is_so_everywhere(record: Path, client: TestClient, tmp_path: Path) -> None:
    wanted = {row["id"] for row in client.get("/api/v1/incidents?contested=1&limit=500").json()["incidents"]}
    assert wanted
    run("page", tmp_path / "page.html", "--record", record)
    page = (tmp_path / "page.html").read_text("utf-8")
    cards = re.findall(r'<article class="card" id="(i[0-9a-f]+)">\s*<h4>(.*?)</h4>', page, re.DOTALL)
    assert {key for key, title in cards if "contested" in title} == wanted


@pytest.mark.parametrize("day", DAYS)
def test_a_day_has_the_same_holders_everywhere(record: Path, client: TestClient, day: str) -> None:
    listed = run("control", "--on", day, "--record", record)
    held = client.get(f"/api/v1/control?on={day}").json()
    assert listed.count("\n s") == len(held)
    assert all(one["place"] in listed and one["holder"] in listed for one in held)


def test_a_situation_report_tells_of_the_sum_of_its_period(record: Path, client: TestClient) -> None:
    with open_view(record) as view:
        within = [
            one for one in view.incidents()
            if one.when and one.when.first and one.when.last and one.when.first >= dt.date(2015, 3, 1)
            and one.when.last <= dt.date(2015, 6, 30)
        ]  # fmt: skip
        ids = {one.id for one in within}
        low, _, _ = killed_of((toll for toll in view.tolls() if toll.incident in ids), within)
    page = client.get("/sitrep?from=2015-03-01&to=2015-06-30").text
    assert f"at least {low:,} people were killed" in page
    assert f"of {len(within)} incidents" in page
