import datetime as dt
from pathlib import Path

import pytest

from dateline.model.incident import Incident
from evaluation.muc4 import keys
from evaluation.muc4.compare import Muc4Tally, Response, date_right, pair, place_right
from evaluation.muc4.keys import Template
from tests.builders import place, when

KEY = """
0.  MESSAGE: ID                     DEV-MUC3-9001 (NOBODY)
1.  MESSAGE: TEMPLATE               2 (OPTIONAL)
2.  INCIDENT: DATE                  - 26 APR 90
3.  INCIDENT: LOCATION              COLOMBIA: ANTIOQUIA (DEPARTMENT): MEDELLIN (CITY)
4.  INCIDENT: TYPE                  BOMBING
18. HUM TGT: NAME                   "A MAN"
21. HUM TGT: NUMBER                 2: "GUARDS" / "MEN"
                                    1: "A MAN"
                                    ~9: "CLERKS"
23. HUM TGT: EFFECT OF INCIDENT     DEATH: "A MAN"
                                    DEATH: "MEN"
                                    INJURY: "CLERKS"
24. HUM TGT: TOTAL NUMBER           -

0.  MESSAGE: ID                     DEV-MUC3-9002 (NOBODY)
1.  MESSAGE: TEMPLATE               *
2.  INCIDENT: DATE                  *
"""


def template(**other: object) -> Template:
    fields = {
        "text": "muc4:1", "type": "ATTACK", "optional": False, "dates": ((dt.date(1989, 5, 1), dt.date(1989, 5, 1)),),
        "places": (("PERU", "LIMA"),), "dead": 2,
    }  # fmt: skip
    return Template(**{**fields, **other})  # type: ignore[arg-type]


def response(kind: str = "Attack", town: str | None = "Lima", on: str | None = "1989-05-01", dead: int = 2) -> Response:
    where = place(town) if town else None
    incident = Incident("i1", kind, (), (), where, when(on) if on else None, (), (), (), (), ())
    return Response(incident, (dead, dead))


def test_a_key_is_read_slot_by_slot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "events/muc4"
    folder.mkdir(parents=True)
    (folder / "key-dev-0001.muc4").write_text(KEY, "latin-1")
    monkeypatch.setattr(keys, "DATA", tmp_path)

    found = keys.templates.__wrapped__()

    assert found["muc4:DEV-MUC3-9002"] == []
    (one,) = found["muc4:DEV-MUC3-9001"]
    assert (one.type, one.optional, one.dead) == ("BOMBING", True, 3)
    assert one.dates == ((None, dt.date(1990, 4, 26)),)
    assert one.places == (("COLOMBIA", "ANTIOQUIA", "MEDELLIN"),)


def test_on_or_before_a_day_is_met_by_the_weeks_before_it() -> None:
    key = template(dates=((None, dt.date(1989, 5, 1)),))

    assert date_right(when("1989-04-20"), key)
    assert not date_right(when("1989-05-02"), key)
    assert not date_right(when("1989-01-20"), key)
    assert not date_right(None, key)


def test_a_wider_place_counts_half() -> None:
    assert place_right(place("Lima"), template()) == 1
    assert place_right(place("Peru"), template()) == 0.5
    assert place_right(place("Cusco", country="PE"), template()) == 0.5
    assert place_right(place("Quito"), template()) == 0


def test_an_incident_pairs_with_the_template_that_it_agrees_with_most() -> None:
    keys = [template(places=(("PERU", "CALLAO"),), dead=None), template()]

    assert pair([response()], keys) == [(0, 1)]
    assert pair([response("Abduction/forced disappearance")], keys) == []


def test_missed_templates_and_spurious_incidents_cost_by_slot() -> None:
    tally = Muc4Tally()

    spurious, missed = response("Attack", "Quito", "1989-01-01", dead=7), template(type="ARSON", dead=None)
    tally.add([response(), spurious], [template(), missed])

    assert {name: (one.right, one.wanted, one.given) for name, one in tally.slots.items()} == {
        "type": (1, 2, 2), "date": (1, 2, 2), "place": (1, 2, 2), "dead": (1, 1, 2),
    }  # fmt: skip


def test_a_fight_that_no_template_tells_is_no_error() -> None:
    tally = Muc4Tally()

    tally.add([response("Armed clash", "Quito")], [])

    assert tally.slots["type"].given == 0
