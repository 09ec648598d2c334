"""Stance: how sure the speaker is."""
