"""Dots: a plain map of points, for those without scripts; no outlines, only what the record knows."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

WIDTH: Final = 640.0
MARGIN: Final = 26.0
LEAST_SPAN: Final = 0.4  # degrees; a single town is not blown up to fill the picture
TALLEST: Final = 0.9  # height to width
NAMED: Final = 14  # places whose names are printed


@dataclass(frozen=True, slots=True)
class Dot:
    """An incident, or those of a cell."""

    x: float
    y: float
    radius: float
    family: str
    contested: bool
    title: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a place."""

    x: float
    y: float
    name: str


@dataclass(frozen=True, slots=True)
class DotMap:
    """Dots, the largest first so that the small stay on top, and names."""

    dots: tuple[Dot, ...]
    labels: tuple[Label, ...]
    width: float
    height: float


def dot_map(features: Sequence[dict[str, Any]]) -> DotMap | None:
    """Return the map of a collection's features that have points; None where none has."""
    points = [one for one in features if one["geometry"]]
    if not points:
        return None
    place = _projection([one["geometry"]["coordinates"] for one in points])
    dots = sorted((_dot(one, place) for one in points), key=lambda dot: -dot.radius)
    height = place.height
    return DotMap(tuple(dots), tuple(_labels(points, place)), WIDTH, height)


@dataclass(frozen=True, slots=True)
class _Projection:
    west: float
    north: float
    scale: float
    squeeze: float
    height: float

    def __call__(self, lon: float, lat: float) -> tuple[float, float]:
        return MARGIN + (lon - self.west) * self.squeeze * self.scale, MARGIN + (self.north - lat) * self.scale


def _projection(points: Sequence[Sequence[float]]) -> _Projection:
    """Fit all points into the width, true to shape in the middle."""
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    squeeze = max(math.cos(math.radians((min(lats) + max(lats)) / 2)), 0.2)
    wide = max((max(lons) - min(lons)) * squeeze, LEAST_SPAN)
    high = max(max(lats) - min(lats), LEAST_SPAN)
    scale = (WIDTH - 2 * MARGIN) / max(wide, high / TALLEST)
    west = (min(lons) + max(lons)) / 2 - (WIDTH - 2 * MARGIN) / scale / squeeze / 2
    north = (min(lats) + max(lats)) / 2 + high / 2
    return _Projection(west, north, scale, squeeze, high * scale + 2 * MARGIN)


def _dot(one: dict[str, Any], place: _Projection) -> Dot:
    about = one["properties"]
    x, y = place(*one["geometry"]["coordinates"])
    harmed = about["killed_high"] or about["killed_low"] or 0
    radius = min(3.0 + math.sqrt(harmed) * 0.9 + math.sqrt(about["count"] - 1), 26.0)
    return Dot(x, y, radius, about["family"], about["contested"], about["title"], about.get("url"))


def _labels(points: Sequence[dict[str, Any]], place: _Projection) -> list[Label]:
    counts: dict[tuple[str, float, float], int] = {}
    for one in points:
        if name := one["properties"].get("place"):
            key = (name, *one["geometry"]["coordinates"])
            counts[key] = counts.get(key, 0) + 1
    labels: list[Label] = []
    for name, lon, lat in sorted(counts, key=lambda key: -counts[key]):
        x, y = place(lon, lat)
        if all(abs(x - other.x) > 70 or abs(y - other.y) > 13 for other in labels):
            labels.append(Label(x, y, name))
        if len(labels) == NAMED:
            break
    return labels
