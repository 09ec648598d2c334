"""Features: named reasons for and against two event claims telling of one happening.

Each function takes two facets and returns a `Feature`: its name, a value from -1 to 1 and the reason in words. It gives
the same for either order of the two. A value of -1 (`FORBIDS`) is a cannot-link: no other feature outweighs it.
"""

from collections.abc import Callable
from typing import Final

from dateline.link.facets import Facet
from dateline.link.features.days import of_days
from dateline.link.features.feature import FORBIDS
from dateline.link.features.parties import of_actors
from dateline.link.features.places import of_place
from dateline.link.features.rarity import of_rarity
from dateline.link.features.tolls import of_tolls
from dateline.link.features.words import of_landmarks, of_report, of_speakers, of_type, of_wording
from dateline.model.incident import Feature

__all__ = ["FEATURES", "FORBIDS"]

FEATURES: Final[tuple[Callable[[Facet, Facet], Feature], ...]] = (
    of_type, of_place, of_days, of_actors, of_tolls, of_speakers, of_wording, of_landmarks, of_rarity,
    of_report,
)  # fmt: skip
"""In the order in which they are asked: those that forbid most often, and cost least, come first."""
