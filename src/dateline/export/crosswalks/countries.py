"""Countries in the codings of others."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dateline.errors import ResourceError
from dateline.export.crosswalks.reading import FOLDER, sourced
from dateline.reference.countries import country_name
from dateline.reference.gazetteer import country_rows


@dataclass(frozen=True, slots=True)
class CountryCodes:
    """A country: ISO alpha-3 and numeric codes ("" where it has none), name, and its region in ACLED and UCDP."""

    iso3: str
    number: str
    name: str
    acled_region: str
    ucdp_region: str


UNKNOWN = CountryCodes("", "", "", "", "")


@cache
def _table() -> Mapping[str, CountryCodes]:
    path = FOLDER / "countries.tsv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = sourced(path.name, csv.DictReader(file, delimiter="\t"))
    except OSError as why:
        raise ResourceError(f"{path}: cannot be read ({why}); install Dateline again") from why
    known = {row.code: row for row in country_rows()}
    return MappingProxyType(
        {
            row["iso"]: CountryCodes(
                known[row["iso"]].iso3, row["number"].lstrip("0"), country_name(row["iso"]) or known[row["iso"]].name,
                row["acled_region"], row["ucdp_region"],
            )
            for row in rows
        }
    )  # fmt: skip


def country_codes(iso: str | None) -> CountryCodes:
    """Return the codes of a country by its alpha-2 code, all of them "" for None or one that there is not."""
    return _table().get(iso or "", UNKNOWN)
