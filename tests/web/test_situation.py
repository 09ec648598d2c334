from pathlib import Path

import pytest

from dateline.store import open_view
from dateline.web.address import Asked
from dateline.web.links import Links
from dateline.web.views import situation as views
from tests.web.records import clash, made


@pytest.mark.parametrize(("room", "since"), [(3, "2015-04-01"), (2, "2015-04-20"), (1, "2015-05-01")])
def test_without_days_it_tells_of_the_latest_that_there_is_room_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int, since: str
) -> None:
    path = made(
        tmp_path, clash("a.txt", "Ariha", "2015-04-01"), clash("b.txt", "Binnish", "2015-04-20"),
        clash("c.txt", "Saraqib", "2015-05-01"),
    )  # fmt: skip
    monkeypatch.setattr(views, "LATEST", room)
    with open_view(path) as view:
        told = views.situation(view, Links(), Asked()).asked
    assert told is not None
    assert (str(told.since), str(told.until)) == (since, "2015-05-01")
