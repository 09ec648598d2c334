import json
from pathlib import Path
from typing import Any

import pytest

from dateline.annotate import Annotator
from dateline.export.formats import FORMATS, named
from dateline.export.hiding import Curtain
from dateline.export.options import Options, Profile
from dateline.export.taken import Taken
from dateline.export.writing import Written, export
from dateline.model.actor import ActorKind
from dateline.model.when import When
from dateline.store import open_view
from tests.builders import STRIKE, actor, day, event, toll, when
from tests.export.records import record
from tests.export.wars import AFRIN, ARMY

QUOTE = "Amina Haddad, 7, was killed when planes hit the market, a resident, Bilal Haidar, said."
TITLE = "amina-haddad"
NEEDS = {"parquet": "pyarrow", "xlsx": "openpyxl"}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    person = actor("Bilal Haidar", kind=ActorKind.PERSON)
    strike = event(STRIKE, AFRIN, when("2015-04-25"), by=(ARMY,), quote=QUOTE, said_by=(person,), report=f"{TITLE}.txt")
    counted = toll(1, of=strike, quote=QUOTE, words="Amina Haddad")
    folder = tmp_path_factory.mktemp("curtain")
    return record(folder / "r.db", strike, counted, **{TITLE: "2015-04-26"})


def public(path: Path, format_: str, out: Path, **asked: Any) -> Written:
    options = Options(**{"profile": Profile.PUBLIC, **asked})
    with open_view(path) as view:
        veil = Curtain(view, options, Annotator.load(threads=1).annotate_one)
        return export(named(format_), Taken(view, options, veil, named(format_).policy), out)


@pytest.mark.parametrize("name", [one.name for one in FORMATS])
def test_no_public_export_holds_the_names(path: Path, tmp_path: Path, name: str) -> None:
    pytest.importorskip(NEEDS.get(name, "json"), reason=f"{name} needs an extra")
    written = public(path, name, tmp_path / "out")
    for file in written.files:
        data = _unpacked(file)
        for word in ("Amina", "Haddad", "Bilal", "Haidar", "amina-haddad"):
            assert word.encode() not in data, f"{word} in {file.name}"


def _unpacked(file: Path) -> bytes:
    import zipfile  # noqa: PLC0415

    if not zipfile.is_zipfile(file):
        return file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def test_the_rest_of_the_claim_stays(path: Path, tmp_path: Path) -> None:
    public(path, "claims", tmp_path / "c.jsonl")
    told = [json.loads(line) for line in (tmp_path / "c.jsonl").read_text("utf-8").splitlines()]
    one = next(row for row in told if row["kind"] == "event")
    assert one["quote"]["text"].startswith("[name withheld], 7, was killed when planes hit the market")
    assert one["said_by"] == ["[name withheld]"]
    assert (one["actors"], one["place"]["name"]) == (["Military Forces of Syria"], "Afrin")


def test_what_was_taken_out_is_counted(path: Path, tmp_path: Path) -> None:
    public(path, "claims", tmp_path / "c.jsonl", quote_length=30)
    method = (tmp_path / "c.jsonl.METHOD.md").read_text("utf-8")
    assert "- names that were taken out, over all reports: 2" in method
    assert "- quotes that were cut: 2" in method
    assert "Profile `public`" in method


def test_places_can_be_given_by_their_province(path: Path, tmp_path: Path) -> None:
    public(path, "geojson", tmp_path / "g.geojson", generalise=True)
    (one,) = json.loads((tmp_path / "g.geojson").read_text("utf-8"))["features"]
    assert one["geometry"] is None
    assert (one["properties"]["place"], one["properties"]["place_precision"]) == ("Aleppo", "province")


def test_what_is_too_new_is_left_out_and_counted(path: Path, tmp_path: Path) -> None:
    for today, kept in (("2015-05-08", 0), ("2015-05-09", 1)):
        written = public(path, "incidents", tmp_path / "i.jsonl", delay=14, today=day(today))
        assert written.counts == {"incidents": kept}
        assert sum(written.left_out.values()) == 1 - kept


def test_without_a_day_the_publication_shows_that_it_is_older(tmp_path: Path) -> None:
    dated, undated = (event(STRIKE, AFRIN, None, report=f"{name}.txt") for name in "ab")
    path = record(tmp_path / "r.db", dated, undated, a="2015-04-26")
    written = public(path, "claims", tmp_path / "c.jsonl", delay=14, today=day("2015-07-01"))
    assert written.counts == {"claims": 1}
    assert written.left_out == {"within the delay, or of no day that shows it is older": 1}


def test_the_internal_profile_hides_nothing(path: Path, tmp_path: Path) -> None:
    public(path, "claims", tmp_path / "c.jsonl", profile=Profile.INTERNAL)
    assert QUOTE in (tmp_path / "c.jsonl").read_text("utf-8")


def test_a_day_that_is_open_is_as_new_as_it_can_be(tmp_path: Path) -> None:
    since = When(day("2015-04-01"), None, when("2015-04-01").precision, "since April", "told")
    path = record(tmp_path / "r.db", event(STRIKE, AFRIN, since, report="a.txt"))
    written = public(path, "claims", tmp_path / "c.jsonl", delay=14, today=day("2015-07-01"))
    assert written.counts == {"claims": 1}
