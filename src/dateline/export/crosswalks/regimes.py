"""Periods of rule: the years that ACLED writes behind the name of a state's forces."""

import datetime as dt
from collections.abc import Mapping
from functools import cache

from dateline.export.crosswalks.reading import sourced, table


@cache
def _periods() -> Mapping[str, tuple[dt.date, ...]]:
    tables: dict[str, list[dict[str, dt.date]]] = table("regimes.yml")
    return {iso: tuple(row["from"] for row in sourced(f"regimes.yml, {iso}", rows)) for iso, rows in tables.items()}


def years_of(iso: str | None, day: dt.date) -> str | None:
    """Return the years of the rule in a country on a day: "2000-2024", "2024-" where it lasts; None where not known."""
    began = [start for start in _periods().get(iso or "", ()) if start <= day]
    if not began:
        return None
    follows = [start for start in _periods()[iso or ""] if start > day]
    return f"{max(began).year}-{min(follows).year if follows else ''}"
