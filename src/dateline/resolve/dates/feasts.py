"""Days with names, by year."""

import datetime as dt
from functools import lru_cache
from typing import Final

from dateline.errors import ResourceError
from dateline.resolve.phrases.lexicon import load_yaml
from dateline.settings import RESOURCES

_FEASTS: Final = RESOURCES / "time" / "feasts.yml"


def feast_day(name: str, year: int) -> dt.date | None:
    """Return the first day of a feast in a year, None where the list does not reach.

    Args:
        name: in lower case: "christmas", "new year eve".
        year: of the common era.
    """
    fixed, moving, _ = _feasts()
    if name in fixed:
        month, day = fixed[name]
        return dt.date(year, month, day)
    return next((day for day in moving.get(name, ()) if day.year == year), None)


def feast_length(name: str) -> int:
    """Return how many days a feast lasts."""
    return _feasts()[2].get(name, 1)


@lru_cache(maxsize=1)
def _feasts() -> tuple[dict[str, tuple[int, int]], dict[str, list[dt.date]], dict[str, int]]:
    content = load_yaml(_FEASTS, {"fixed": dict, "moving": dict, "length": dict})
    try:
        fixed = {name: (int(day[:2]), int(day[3:])) for name, day in content["fixed"].items()}
        moving = {name: [dt.date.fromisoformat(str(day)) for day in days] for name, days in content["moving"].items()}
    except (TypeError, ValueError) as error:
        message = f"{_FEASTS.name}: fixed and moving must hold days: {error}"
        raise ResourceError(message) from error
    return fixed, moving, content["length"]
