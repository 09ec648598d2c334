"""Actors: from a phrase to the party that it means (entity linking)."""
