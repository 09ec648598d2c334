"""From claims as read to claims: actors, places, days and counts, the words kept beside each value."""

from dateline.resolve.claims import resolve

__all__ = ["resolve"]
