"""Known: actors and places that a record has already, for what a person names."""

import json
from typing import Any, Final

from dateline.model.actor import ActorLink
from dateline.model.place import PlaceEntry
from dateline.store.codec import Decoder, canonical
from dateline.store.database import Database

_NAMING: Final = "SELECT body FROM read_claim WHERE instr(body, ?) LIMIT 1"
_PLACE: Final = "SELECT digest FROM place WHERE json_extract(body, '$.id') = ? ORDER BY digest LIMIT 1"


class Known:
    """What the claims of a record name."""

    def __init__(self, database: Database, decoder: Decoder) -> None:
        self._database = database
        self._decoder = decoder

    def actor(self, name: str) -> ActorLink | None:
        """Return an actor of this very name as some claim holds it."""
        row = self._database.row(_NAMING, (f'"name":{canonical(name)}',))
        found = _named(json.loads(row[0]), name) if row else None
        return self._decoder.read(ActorLink, canonical(found)) if found else None

    def place(self, place_id: str) -> PlaceEntry | None:
        """Return a place by its id."""
        row = self._database.row(_PLACE, (place_id,))
        return self._decoder.place(row[0]) if row else None


def _named(plain: Any, name: str) -> dict[str, Any] | None:
    """Return the actor of a name within the plain values of a claim."""
    if isinstance(plain, dict):
        if plain.get("name") == name and "kind" in plain:
            return plain
        plain = list(plain.values())
    if isinstance(plain, list):
        return next(filter(None, (_named(one, name) for one in plain)), None)
    return None
