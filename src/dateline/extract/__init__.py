"""From trees to claims as read: events, tolls, control, with who says it and how sure."""

from dateline.extract.extraction import extract

__all__ = ["extract"]
