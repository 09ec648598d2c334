"""Kinds of actor in the codings of others."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dateline.export.crosswalks.reading import sourced, table
from dateline.model.actor import ActorKind


@dataclass(frozen=True, slots=True)
class KindCodes:
    """A kind of actor elsewhere: ACLED's inter code in words and as a number, PLOVER's sector, what it is to UCDP."""

    kind: ActorKind
    inter: str
    number: int
    plover: str
    ucdp: str
    source: str


@cache
def kind_codes() -> Mapping[ActorKind, KindCodes]:
    """Return the codes by kind.

    Raises:
        ResourceError: the table is missing or broken.
    """
    rows = sourced("actors.yml", table("actors.yml"))
    codes = (KindCodes(**{**row, "kind": ActorKind(row["kind"])}) for row in rows)
    return MappingProxyType({one.kind: one for one in codes})
