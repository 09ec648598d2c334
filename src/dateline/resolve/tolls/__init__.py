"""Tolls as claims: their numbers, status, sides and wholes."""
