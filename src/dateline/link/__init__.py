"""Event coreference: the event claims, within and across reports, that tell of one happening (docs/link.md)."""

from dateline.link.dating import Dated, SharedDays
from dateline.link.linker import Linked, link
from dateline.link.relink import Relinker

__all__ = ["Dated", "Linked", "Relinker", "SharedDays", "link"]
