"""Schema: the OpenAPI document, of the same limits that the routes hold to."""

from collections.abc import Sequence
from typing import Final

import dateline
from dateline.model.incident import Grade
from dateline.reference.codebook import codebook
from dateline.web.address import LONGEST, ORDERS
from dateline.web.api import shapes
from dateline.web.api.reading import BOX
from dateline.web.api.shapes import Plain
from dateline.web.server.deciding import ACTIONS
from dateline.web.views.review import KINDS

_MOST: Final = 500


def document() -> Plain:
    """Return the document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Dateline",
            "version": dateline.__version__,
            "description": "A record of what was reported: claims, and what is reckoned from them.",
        },
        "servers": [{"url": "/api/v1"}],
        "paths": _paths(),
        "components": {
            "schemas": shapes.schemas(_decision()),
            "securitySchemes": {"secret": {"type": "http", "scheme": "bearer"}},
        },
    }


def _paths() -> Plain:
    page = [*_filters(), _limit()]
    by_id = [*_filters(order=False), _limit(), _text("after", "the id after which to go on")]
    return {
        "/incidents": _get("Incidents by day", "Incidents", [*page, _after()]),
        "/incidents.geojson": _get(
            "Incidents for a map", "FeatureCollection",
            [*_filters(), _number("limit", 1, 5000, "points at most; further ones are put together by cells"), _bbox()],
            media="application/geo+json",
        ),
        "/incident/{id}": _get("One incident with its claims, tolls and links", "Incident", [_id()], missing=True),
        "/claims": _get("Claims by id", "Claims", [*by_id, _several("kind", ("event", "toll", "control"))]),
        "/tolls": _get("Tolls by id", "Tolls", by_id),
        "/control": _get("Who is told to hold what", "Control", [
            _day("on", "who holds what on this day; else spells by id"), _text("place_id", "only at this place"),
            _limit(), _text("after", "the id after which to go on"),
        ]),
        "/places": _get("Places, those with the most first", "Places", [_limit()]),
        "/actors": _get("Parties, those met most first", "Actors", [_limit()]),
        "/reports": _get("Reports by day", "Reports", [_text("q", "words in title or text"), _limit(), _after()]),
        "/histogram": _get("Incidents known to the day, by day", "Histogram", _filters()),
        "/queue": _get("What needs eyes, the heaviest first", "Queue", [
            _choice("kind", KINDS), _number("page", 1, 1_000_000, "which page"), _limit(),
        ]),
        "/judgements": {
            **_get("Judgements by number", "Judgements", [_number("after", 0, 2**62, "the number after which to go on"),
                                                          _limit()]),
            "post": _post(),
        },
        "/openapi.json": _get("This document", "Document", []),
    }  # fmt: skip


def _get(
    title: str, shape: str, parameters: list[Plain], *, media: str = "application/json", missing: bool = False
) -> Plain:
    responses = {
        "200": {
            "description": title,
            "headers": {"ETag": {"schema": {"type": "string"}}},
            "content": {media: {"schema": _ref(shape)}},
        },
        "304": {"description": "Nothing changed since the tag that was shown"},
        "400": _error("A parameter has a value that it cannot have"),
        "401": _error("Reading needs the secret too"),
        **({"404": _error("The record has none of that id")} if missing else {}),
    }
    return {"get": {"summary": title, "parameters": parameters, "responses": responses}}


def _post() -> Plain:
    return {
        "summary": "Decide",
        "security": [{"secret": []}],
        "requestBody": {"required": True, "content": {"application/json": {"schema": _ref("Decision")}}},
        "responses": {
            "201": {"description": "Kept", "content": {"application/json": {"schema": _ref("Kept")}}},
            "400": _error("It is not as described here"),
            "401": _error("The secret was not shown"),
            "403": _error("The token of the session was not sent"),
            "409": _error(
                "Nothing was kept: the record has nothing of that id, a value means nothing or several "
                "things, or someone judged the same after `seen`; the error says what would do"
            ),
            "429": _error("Too many in a minute"),
        },
    }


_NEEDED: Final[dict[str, tuple[str, ...]]] = {
    "accept": ("subject",), "reject": ("subject",), "correct": ("subject", "values"), "merge": ("subject", "other"),
    "split": ("subject", "other"), "part": ("subject",), "grade": ("subject", "grade"),
    "add": ("report", "words", "kind", "values"), "undo": ("number",),
}  # fmt: skip
"""What each decision needs beside its reason and who decides."""


def _decision() -> Plain:
    return {"oneOf": [_action(name, _NEEDED[name]) for name in ACTIONS]}


def _action(name: str, needed: Sequence[str]) -> Plain:
    words: Plain = {"type": "string", "minLength": 1, "maxLength": 2000, "pattern": r"^[!-~][ -~]*$"}
    optional = ("other",) if name == "part" else ()
    values: Plain = {"type": "object", "minProperties": 1, "additionalProperties": {"type": "string"}}
    return {
        "type": "object",
        "required": ["action", "reason", "who", *needed],
        "additionalProperties": False,
        "properties": {
            "action": {"const": name},
            "reason": words,
            "who": words | {"maxLength": 80},
            "seen": {"type": ["integer", "null"], "minimum": 0, "exclusiveMaximum": 2**62},
            **{field: values if field == "values" else words for field in (*needed, *optional)},
        },
    }


def _error(text: str) -> Plain:
    return {"description": text, "content": {"application/json": {"schema": _ref("Error")}}}


def _ref(name: str) -> Plain:
    return {"$ref": f"#/components/schemas/{name}"}


def _filters(*, order: bool = True) -> list[Plain]:
    types = [name for one in codebook().public() for name in (one.type, one.event_type)]
    made = [
        _day("from", "what touches this day or a later one"), _day("to", "what touches this day or an earlier one"),
        _several("type", tuple(dict.fromkeys(types))), _text("actor", "a party's name or a part of it"),
        _text("side", "a side's whole name"), _text("place", "a place's or province's name or a part of it"),
        _text("speaker", "a speaker's or outlet's name or a part of it"),
        _several("grade", tuple(grade.value for grade in Grade)), _choice("contested", ("0", "1")),
        _text("q", 'words of quotes, names and titles; "in quotes" as they stand'),
    ]  # fmt: skip
    return [*made, _choice("order", ORDERS)] if order else made


def _parameter(name: str, schema: Plain, text: str = "") -> Plain:
    return {"name": name, "in": "query", "schema": schema, **({"description": text} if text else {})}


def _text(name: str, text: str) -> Plain:
    return _parameter(name, {"type": "string", "maxLength": LONGEST}, text)


_EMPTY: Final[Plain] = {"type": "string", "maxLength": 0}
"""A field of a form that was left empty: it asks for nothing."""


def _day(name: str, text: str) -> Plain:
    return _parameter(name, {"anyOf": [{"type": "string", "format": "date"}, _EMPTY]}, text)


def _choice(name: str, choices: Sequence[str]) -> Plain:
    return _parameter(name, {"type": "string", "enum": ["", *choices]})


def _several(name: str, choices: Sequence[str]) -> Plain:
    return _parameter(name, {"type": "array", "items": {"type": "string", "enum": ["", *choices]}})


def _number(name: str, least: int, most: int, text: str) -> Plain:
    return _parameter(name, {"type": "integer", "minimum": least, "maximum": most}, text)


def _limit() -> Plain:
    return _number("limit", 1, _MOST, "how many at most")


def _after() -> Plain:
    schema = {"anyOf": [{"type": "string", "maxLength": LONGEST, "pattern": "~"}, _EMPTY]}
    return _parameter("after", schema, "what the answer before calls `next`")


def _bbox() -> Plain:
    schema = {"anyOf": [{"type": "string", "pattern": f"^{BOX}$", "maxLength": LONGEST}, _EMPTY]}
    return _parameter("bbox", schema, "a part of the map: west,south,east,north in degrees")


def _id() -> Plain:
    return {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
