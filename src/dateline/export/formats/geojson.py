"""GeoJSON (RFC 7946): incidents as features; what is not known as closely as a point has no geometry."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from dateline.export.facts import Facts, quotes
from dateline.export.figures import ends
from dateline.export.formats.base import Counts, Format
from dateline.export.jsonl import incident_row
from dateline.export.options import Options
from dateline.export.taken import Taken

QUOTES: Final = 5  # of an incident; the others are in the claims


def write(taken: Taken, out: Path, options: Options) -> Counts:
    """Write a collection of features, one a line."""
    count = 0
    with out.open("w", encoding="utf-8", newline="") as file:
        file.write('{"type": "FeatureCollection", "features": [')
        for feature in _features(taken, options):
            file.write(f"{',' if count else ''}\n{json.dumps(feature, ensure_ascii=False)}")
            count += 1
        file.write("\n]}\n")
    return {"features": count}


def _features(taken: Taken, options: Options) -> Iterator[dict[str, Any]]:
    for facts in taken.incidents():
        point = facts.point
        geometry = {"type": "Point", "coordinates": [point[1], point[0]]} if point else None
        yield {
            "type": "Feature",
            "id": facts.incident.id,
            "geometry": geometry,
            "properties": _properties(facts, taken.policy, options),
        }


def _properties(facts: Facts, policy: str, options: Options) -> dict[str, Any]:
    row, killed, wounded = incident_row(facts.incident), ends(facts.tolls), ends(facts.tolls, "wounded")
    place, date = row["place"] or {}, row["date"] or {}
    return {
        "type": row["type"],
        "event_type": facts.type.event_type,
        "date_from": date.get("from"),
        "date_to": date.get("to"),
        "date_precision": date.get("precision"),
        "place": place.get("name"),
        "place_precision": place.get("precision"),
        "admin1": place.get("admin1"),
        "country": place.get("country"),
        "gazetteer_id": place.get("gazetteer_id"),
        "actors": row["actors"],
        "targets": row["targets"],
        "killed_low": killed.low,
        "killed_best": killed.best,
        "killed_high": killed.high,
        "wounded_low": wounded.low,
        "wounded_best": wounded.best,
        "wounded_high": wounded.high,
        "policy": policy,
        "said_by": row["said_by"],
        "outlets": row["outlets"],
        "grade": row["grade"],
        "quotes": quotes(facts, options.longest_quote)[:QUOTES],
    }


FORMAT: Final = Format(
    "geojson", ".geojson", "incidents as features for maps; [lon, lat], precision in the properties", write,
    limits=("An incident known only near a town, to a district, province or country has no geometry.",),
)  # fmt: skip
