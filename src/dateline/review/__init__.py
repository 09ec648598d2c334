"""Review: what of a record most needs a person's eyes, and why (docs/review.md)."""

from dateline.review.items import Item, Kind
from dateline.review.material import Material
from dateline.review.queue import Page, page, queue
from dateline.review.waiting import Waiting, waiting

__all__ = ["Item", "Kind", "Material", "Page", "Waiting", "page", "queue", "waiting"]
