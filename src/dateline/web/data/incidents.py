"""Incidents as plain values: rows of a list, features of a map."""

from typing import Any, Final

from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.pipeline import killed_of
from dateline.reference import wording
from dateline.reference.codebook import codebook
from dateline.store import RecordView
from dateline.store.browse.filters import Filters
from dateline.store.browse.found import Box, Cell, Shown
from dateline.web.links import Links

Plain = dict[str, Any]
FEATURES: Final = 1500  # of a map; where more are found, those of a cell are one feature
WIDE: Final = 500  # incidents without a point that a map is told of
GRID: Final = 32  # cells from one side of what is found to the other
LEAST_SPAN: Final = 0.1  # degrees
NARROW: Final = 4.0  # degrees of a map's part in which cells would hide what is there to see


def row(one: Shown, place: PlaceEntry | None) -> Plain:
    """Return the row of an incident."""
    return {
        "id": one.id,
        "type": one.type,
        "family": codebook()[one.type].family,
        "from": one.first,
        "to": one.last,
        "place": place.name if place else None,
        "place_id": place.id if place else None,
        "precision": place.precision.value if place else None,
        "admin1": place.admin1 if place else None,
        "country": place.country if place else None,
        "lat": one.lat,
        "lon": one.lon,
        "killed_low": one.killed_low,
        "killed_high": one.killed_high,
        "policy": "range",
        "grade": one.grade,
        "contested": one.contested,
        "reports": one.reports,
        "part_of": one.part_of,
    }


def feature(one: Shown, place: PlaceEntry | None, links: Links) -> Plain:
    """Return an incident as a feature of a map; only a town or site has a point, all else has its area's names."""
    title = f"{one.type}, {wording.place(place)}"
    known = row(one, place)
    drop = ("lat", "lon", "place_id", "policy", "reports", "part_of")
    properties = {name: value for name, value in known.items() if name not in drop}
    properties |= {"url": links.incident(one.id), "title": title, "count": 1}
    if one.lat is None or one.lon is None:
        properties["area"] = _area(place)
        return {"type": "Feature", "geometry": None, "properties": properties}
    return {"type": "Feature", "geometry": _point(one.lat, one.lon), "properties": properties}


def _area(place: PlaceEntry | None) -> Plain | None:
    if place is None:
        return None
    admin1 = place.admin1 or (place.name if place.precision is PlacePrecision.PROVINCE else None)
    return {"country": place.country, "admin1": admin1, "name": place.name}


def _point(lat: float, lon: float) -> Plain:
    return {"type": "Point", "coordinates": [round(lon, 5), round(lat, 5)]}


def collection(view: RecordView, asked: Filters, links: Links, box: Box | None = None, most: int = FEATURES) -> Plain:
    """Return what was found as a GeoJSON FeatureCollection.

    Where more than `most` incidents have points, those of a cell of a grid are one feature, with `count` and the bounds
    of the cell; `total` and `without_point` tell how many incidents were found.
    """
    finder = view.finder()
    count, extent = finder.extent(asked, box)
    wide = finder.wide(asked, WIDE)
    if extent and count > most and (box is None or box.east - box.west > NARROW):
        size = max(extent.east - extent.west, extent.north - extent.south, LEAST_SPAN) / GRID
        features = [_cell(one, size) for one in finder.cells(asked, box, size, killed_of)]
    else:
        features = [feature(one, place_of(view, one), links) for one in finder.located(asked, box, most)]
    features += [feature(one, place_of(view, one), links) for one in wide]
    return {"type": "FeatureCollection", "features": features, "total": count, "without_point": len(wide)}


def _cell(one: Cell, size: float) -> Plain:
    properties = {
        "count": one.count, "title": wording.number(one.count, "incident"), "type": one.type,
        "family": codebook()[one.type].family, "killed_low": one.killed_low, "killed_high": one.killed_high,
        "contested": one.contested > 0, "precision": "cell",
        "bounds": [round(edge, 4) for edge in (one.west, one.south, one.west + size, one.south + size)],
    }  # fmt: skip
    return {"type": "Feature", "geometry": _point(one.lat, one.lon), "properties": properties}


def place_of(view: RecordView, one: Shown) -> PlaceEntry | None:
    """Return the place of an incident's row."""
    return view.place(one.place) if one.place else None
