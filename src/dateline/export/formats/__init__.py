"""The formats, each a module, in the order in which the command lists them."""

from typing import Final

from dateline.export.formats import (
    acled,
    airwars,
    geojson,
    hapi,
    json_lines,
    jsonld,
    parquet,
    plover,
    polecat,
    tidy_csv,
    ucdp,
    uwazi,
    xlsx,
)
from dateline.export.formats.base import Counts, Format

__all__ = ["FORMATS", "Counts", "Format", "named"]

FORMATS: Final[tuple[Format, ...]] = (
    *json_lines.FORMATS,
    tidy_csv.FORMAT,
    parquet.FORMAT,
    xlsx.FORMAT,
    geojson.FORMAT,
    acled.FORMAT,
    ucdp.FORMAT,
    plover.FORMAT,
    polecat.FORMAT,
    hapi.FORMAT,
    uwazi.FORMAT,
    airwars.FORMAT,
    jsonld.FORMAT,
)


def named(name: str) -> Format:
    """Return the format of a name; KeyError where there is none."""
    return {one.name: one for one in FORMATS}[name]
