"""Dates: from words to intervals of days (temporal normalisation)."""
