"""Phrases: the small language in which the grammars of dates and counts are written."""
