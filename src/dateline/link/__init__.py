"""Event coreference: the event claims, within and across reports, that tell of one happening (docs/link.md)."""

from dateline.link.linker import Linked, link

__all__ = ["Linked", "link"]
