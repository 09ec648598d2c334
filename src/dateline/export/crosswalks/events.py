"""Types of event in the codings of others."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dateline.export.crosswalks.reading import sourced, table


@dataclass(frozen=True, slots=True)
class EventCodes:
    """A sub-event type elsewhere; "" where the other coding has nothing that says as much and no more."""

    type: str
    plover: str
    mode: str
    cameo: str
    quad: str
    ucdp: str
    hapi: str
    source: str


@cache
def event_codes() -> Mapping[str, EventCodes]:
    """Return the codes by sub-event type.

    Raises:
        ResourceError: the table is missing or broken.
    """
    rows = sourced("events.yml", table("events.yml"))
    return MappingProxyType({row["type"]: _codes(row) for row in rows})


def _codes(row: dict[str, str | dict[str, str]]) -> EventCodes:
    plover = row["plover"]
    assert isinstance(plover, dict)
    plain = {name: str(row[name]) for name in ("type", "cameo", "quad", "ucdp", "hapi", "source")}
    return EventCodes(plover=plover["event"], mode=plover["mode"], **plain)
