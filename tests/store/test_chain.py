"""The chain: kept by triggers from its step of the layout on, and made for the rows that were there before."""

from pathlib import Path

import pytest

from dateline.store import database, open_record, open_view
from dateline.store.database import migrations
from tests.fakes import raw

STEP = next(at for at, step in enumerate(migrations()) if step.name.endswith("_chain.sql"))


def test_each_row_is_chained_to_the_one_before(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        for event in ("one", "two", "three"):
            record.log(event, "1")
        chain = list(record.view.provenance.chained("log"))
        assert [number for number, _, _ in chain] == [1, 2, 3]
        assert all(held == now for _, held, now in chain)
        assert len({held for _, held, _ in chain}) == 3
        assert record.view.provenance.chain_heads() == {"log": chain[-1][1]}
        assert record.view.provenance.has_link("log", str(chain[0][1]))
        assert not record.view.provenance.has_link("log", "0")


def test_a_record_from_before_is_chained_when_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(database, "migrations", lambda: migrations()[:STEP])
        with open_record(tmp_path / "r.db", create=True) as record:
            record.log("add begins", "1", given=1)
            record._keep_raw(raw("a.txt", "Text."))
            record.log("add ends", "1")
    with open_view(tmp_path / "r.db") as view:
        for table, rows in (("log", 2), ("report", 1), ("judgement", 0)):
            chain = list(view.provenance.chained(table))
            assert len(chain) == rows
            assert all(held == now for _, held, now in chain)
