"""Shapes: the JSON schemas of answers."""

from typing import Any, Final

Plain = dict[str, Any]
_TEXT: Final[Plain] = {"type": "string"}
_MAYBE: Final[Plain] = {"type": ["string", "null"]}
_COUNT: Final[Plain] = {"type": ["integer", "null"]}
_WHOLE: Final[Plain] = {"type": "integer"}
_DEGREES: Final[Plain] = {"type": ["number", "null"]}
_FLAG: Final[Plain] = {"type": "boolean"}
_TEXTS: Final[Plain] = {"type": "array", "items": _TEXT}


def schemas(decision: Plain) -> Plain:
    """Return all shapes by name; `decision` is that of what is asked to be kept."""
    return {
        "Error": _object({"error": _TEXT}, open_=True),
        "Row": _object(_ROW),
        "Incidents": _object({"incidents": _list("Row"), "total": _WHOLE, "next": _MAYBE}),
        "Incident": _object(_ROW | _MORE),
        "Party": _object({"name": _TEXT, "id": _MAYBE, "kind": _TEXT, "side": _MAYBE, "words": _TEXT}),
        "Claim": _object(_CLAIM, open_=True),
        "Claims": _object({"claims": _list("Claim"), "next": _MAYBE}),
        "Figure": _object(_FIGURE),
        "Toll": _object(_TOLL),
        "Tolls": _object({"tolls": _list("Toll"), "next": _MAYBE}),
        "Link": _object({"left": _TEXT, "right": _TEXT, "joined": _FLAG, "score": {"type": "number"},
                         "features": {"type": "array", "items": _object(_FEATURE)}}),
        "Place": _object(_PLACE, open_=True),
        "Places": _object({"places": _list("Place")}),
        "Actors": _object({"actors": {"type": "array", "items": _object(_ACTOR)}}),
        "Reports": _object({"reports": {"type": "array", "items": _object(_REPORT)}, "total": _WHOLE, "next": _MAYBE}),
        "Histogram": {"type": "array", "items": _object(_DAY)},
        "Control": {"oneOf": [{"type": "array", "items": _object(_HELD)},
                              _object({"spells": {"type": "array", "items": _object(_SPELL)}, "next": _MAYBE})]},
        "FeatureCollection": _object({"type": {"const": "FeatureCollection"}, "total": _WHOLE, "without_point": _WHOLE,
                                      "features": {"type": "array", "items": _feature()}}),
        "Queue": _object({"items": {"type": "array", "items": _object(_ITEM)}, "page": _WHOLE, "pages": _WHOLE,
                          "total": _WHOLE}),
        "Judgement": _object(_JUDGEMENT),
        "Judgements": _object({"judgements": _list("Judgement"), "next": _COUNT}),
        "Kept": _object({"judgements": _list("Judgement")}),
        "Decision": decision,
        "Document": {"type": "object"},
    }  # fmt: skip


def _object(properties: Plain, *, open_: bool = False) -> Plain:
    shape: Plain = {"type": "object", "properties": properties, "required": list(properties)}
    return shape if open_ else shape | {"additionalProperties": False}


def _list(name: str) -> Plain:
    return {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}}


def _feature() -> Plain:
    point = _object({"type": {"const": "Point"}, "coordinates": {"type": "array", "items": {"type": "number"}}})
    properties = _object({"count": _WHOLE, "title": _TEXT, "type": _TEXT, "family": _TEXT}, open_=True)
    geometry = {"oneOf": [{"type": "null"}, point]}
    return _object({"type": {"const": "Feature"}, "geometry": geometry, "properties": properties})


_ROW: Final[Plain] = {
    "id": _TEXT, "type": _TEXT, "family": _TEXT, "from": _MAYBE, "to": _MAYBE, "place": _MAYBE, "place_id": _MAYBE,
    "precision": _MAYBE, "admin1": _MAYBE, "country": _MAYBE, "lat": _DEGREES, "lon": _DEGREES, "killed_low": _COUNT,
    "killed_high": _COUNT, "policy": {"const": "range"}, "grade": _TEXT, "contested": _FLAG, "reports": _WHOLE,
    "part_of": _MAYBE,
}  # fmt: skip
_MORE: Final[Plain] = {
    "actors": _TEXTS, "targets": _TEXTS, "speakers": _TEXTS, "outlets": _TEXTS, "voices": _TEXTS,
    "contested_by": _TEXTS,
    "claims": _list("Claim"), "tolls": _list("Toll"), "links": _list("Link"), "parts": _TEXTS,
}  # fmt: skip
_CLAIM: Final[Plain] = {
    "id": _TEXT, "kind": {"enum": ["event", "toll", "control"]}, "report": _TEXT, "report_id": _TEXT,
    "quote": _object({"start": _WHOLE, "end": _WHOLE, "text": _TEXT}), "said_by": _list("Party"), "stance": _TEXT,
    "date": {"oneOf": [{"type": "null"}, _object({"from": _MAYBE, "to": _MAYBE, "precision": _TEXT, "words": _TEXT,
                                                  "basis": _TEXT})]},
    "place": {"type": ["object", "null"]}, "found_by": _TEXT, "url": _TEXT,
}  # fmt: skip
_FIGURE: Final[Plain] = {
    "speaker": _TEXT, "low": _COUNT, "high": _COUNT, "words": _TEXT, "approximate": _FLAG, "published": _MAYBE,
    "partisan": _FLAG, "superseded": _FLAG, "claim": _TEXT, "url": _MAYBE,
}  # fmt: skip
_TOLL: Final[Plain] = {
    "id": _TEXT, "harm": _TEXT, "unit": _TEXT, "whom": _TEXT, "incident": _MAYBE, "scope": _TEXT, "contested": _FLAG,
    "doubts": _TEXTS, "within": _TEXTS,
    "policy": _object({"name": _TEXT, "low": _COUNT, "best": _COUNT, "high": _COUNT}), "figures": _list("Figure"),
}  # fmt: skip
_FEATURE: Final[Plain] = {"name": _TEXT, "value": {"type": "number"}, "reason": _TEXT}
_PLACE: Final[Plain] = {
    "name": _TEXT, "place_id": _TEXT, "feature": _TEXT, "precision": _TEXT, "lat": _DEGREES, "lon": _DEGREES,
    "admin1": _MAYBE, "country": _MAYBE, "url": _TEXT,
}  # fmt: skip
_ACTOR: Final[Plain] = {
    "name": _TEXT, "id": _MAYBE, "kind": _MAYBE, "side": _MAYBE, "by": _WHOLE, "against": _WHOLE, "says": _WHOLE,
    "url": _TEXT,
}  # fmt: skip
_REPORT: Final[Plain] = {
    "id": _TEXT, "file": _TEXT, "title": _MAYBE, "outlet": _MAYBE, "published": _MAYBE, "claims": _WHOLE,
    "copy_of": _MAYBE, "url": _TEXT,
}  # fmt: skip
_DAY: Final[Plain] = {"day": _TEXT, "incidents": _WHOLE, "killed_low": _WHOLE, "killed_high": _WHOLE}
_HELD: Final[Plain] = {
    "place": _TEXT, "place_id": _TEXT, "url": _TEXT, "lat": _DEGREES, "lon": _DEGREES, "holder": _TEXT, "side": _MAYBE,
    "status": _TEXT, "contested": _FLAG, "told": _MAYBE, "sure": _FLAG,
}  # fmt: skip
_SPELL: Final[Plain] = {
    "id": _TEXT, "place": {"$ref": "#/components/schemas/Place"}, "holder": _TEXT, "side": _MAYBE, "first": _MAYBE,
    "last": _MAYBE, "ended": _MAYBE, "status": _TEXT, "contested": _TEXTS, "url": _MAYBE,
}  # fmt: skip
_ITEM: Final[Plain] = {
    "kind": _TEXT, "subject": _TEXT, "what": _TEXT, "reason": _TEXT, "weight": {"type": "number"}, "claims": _TEXTS,
}  # fmt: skip
_JUDGEMENT: Final[Plain] = {
    "number": _WHOLE, "at": _TEXT, "who": _TEXT, "verdict": _TEXT, "subject": _TEXT, "claims": _TEXTS, "reason": _TEXT,
    "field": _MAYBE, "was": _MAYBE, "value": _MAYBE, "undoes": _COUNT, "counts": _FLAG,
}  # fmt: skip
