"""Counts: from words to intervals of whole numbers."""
