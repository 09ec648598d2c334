"""JSON-LD: incidents as schema.org Events, and each assertion as a Claim with its speaker and where it appears."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from dateline.export.crosswalks import country_codes
from dateline.export.facts import Facts, Said, cut
from dateline.export.figures import ends
from dateline.export.formats.base import Counts, Format
from dateline.export.options import Options
from dateline.export.taken import Taken
from dateline.model.claim import Claim
from dateline.model.place import PlaceEntry

SCHEMA: Final = "https://schema.org/"
OWN: Final = "urn:dateline:"
"""Before the ids of the record: they are names, not addresses."""
HARMS: Final = ("killed", "wounded")
CONTEXT: Final = {
    "@vocab": SCHEMA,
    "startDate": {"@id": f"{SCHEMA}startDate", "@type": f"{SCHEMA}Date"},
    "endDate": {"@id": f"{SCHEMA}endDate", "@type": f"{SCHEMA}Date"},
    "datePublished": {"@id": f"{SCHEMA}datePublished", "@type": f"{SCHEMA}Date"},
    "url": {"@id": f"{SCHEMA}url", "@type": "@id"},
    "subjectOf": {"@id": f"{SCHEMA}subjectOf", "@type": "@id"},
    "about": {"@id": f"{SCHEMA}about", "@type": "@id"},
    "superEvent": {"@id": f"{SCHEMA}superEvent", "@type": "@id"},
}
"""The terms stand in the file, so that reading it asks no server."""


def write(taken: Taken, out: Path, options: Options) -> Counts:
    """Write a graph of events and claims, a node a line."""
    counts = {"events": 0, "claims": 0}
    with out.open("w", encoding="utf-8", newline="") as file:
        file.write(f'{{"@context": {json.dumps(CONTEXT)}, "@graph": [')
        for facts in taken.incidents():
            for node in (_event(facts, taken.policy), *_claims(facts, options)):
                file.write(f"{',' if sum(counts.values()) else ''}\n{json.dumps(node, ensure_ascii=False)}")
                counts["events" if node["@type"] == "Event" else "claims"] += 1
        file.write("\n]}\n")
    return counts


def _event(facts: Facts, policy: str) -> dict[str, Any]:
    one = facts.incident
    first, last = (one.when.first, one.when.last) if one.when else (None, None)
    actors, targets = facts.sides
    values = [
        _value("type of event", facts.type.type),
        _value("grade", str(one.grade)),
        _value("precision of the date", str(one.when.precision) if one.when else None),
        *(
            _value(f"{harm}, {end}, policy {policy}", getattr(ends(facts.tolls, harm), end))
            for harm in HARMS
            for end in ("low", "best", "high")
        ),
    ]
    return _known({
        "@id": OWN + one.id,
        "@type": "Event",
        "name": ", ".join(filter(None, (facts.type.type, facts.place.name if facts.place else None))),
        "startDate": first.isoformat() if first else None,
        "endDate": last.isoformat() if last else None,
        "location": _place(facts.place, facts.point) if facts.place else None,
        "organizer": [{"@type": "Organization", "name": name} for name in actors],
        "attendee": [{"@type": "Organization", "name": name} for name in targets],
        "superEvent": OWN + one.part_of if one.part_of else None,
        "subjectOf": [OWN + said.claim.id for said in _told(facts)],
        "additionalProperty": [value for value in values if value],
    })  # fmt: skip


def _value(name: str, value: str | int | None) -> dict[str, Any] | None:
    return {"@type": "PropertyValue", "name": name, "value": value} if value is not None else None


def _place(place: PlaceEntry, point: tuple[float, float] | None) -> dict[str, Any]:
    return _known({
        "@type": "Place",
        "@id": OWN + place.id,
        "name": place.name,
        "alternateName": list(place.also),
        "geo": {"@type": "GeoCoordinates", "latitude": point[0], "longitude": point[1]} if point else None,
        "address": _known({"@type": "PostalAddress", "addressRegion": place.admin1,
                           "addressCountry": country_codes(place.country).iso3 or None}),
        "description": f"known as closely as: {place.precision}",
    })  # fmt: skip


def _told(facts: Facts) -> tuple[Said[Claim], ...]:
    return *facts.said, *facts.counted


def _claims(facts: Facts, options: Options) -> Iterator[dict[str, Any]]:
    for said in _told(facts):
        yield _known({
            "@id": OWN + said.claim.id,
            "@type": "Claim",
            "text": cut(said.quote.text, options.longest_quote),
            "about": OWN + facts.incident.id,
            "author": [{"@type": "Thing", "name": one.name} for one in said.claim.said_by],
            "creativeWorkStatus": str(said.claim.stance),
            "firstAppearance": _work(said),
        })  # fmt: skip


def _work(said: Said[Claim]) -> dict[str, Any]:
    report = said.report
    return _known({
        "@type": "NewsArticle",
        "@id": OWN + said.claim.report_id,
        "headline": report.title if report else None,
        "publisher": {"@type": "Organization", "name": said.outlet},
        "datePublished": report.published.day.isoformat() if report and report.published else None,
        "url": report.url if report else None,
    })  # fmt: skip


def _known(node: dict[str, Any]) -> dict[str, Any]:
    """Return a node without what is not known: a graph has no null."""
    return {key: value for key, value in node.items() if value not in (None, [], {})}


FORMAT: Final = Format(
    "jsonld", ".jsonld", "JSON-LD: schema.org Events and Claims", write,
    limits=(
        "Events are named urn:dateline: and their id; these are no addresses.",
        "organizer holds who acted, attendee who was acted upon: schema.org has no words for the sides of a fight.",
        "startDate and endDate bound when it was, as closely as it is known; they do not say that it lasted.",
        "Claims are those that tell of an Event or count its harmed; who holds a place is told by `control`.",
        "A place known less closely than a point has no geo.",
    ),
)  # fmt: skip
