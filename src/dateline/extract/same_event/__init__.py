"""Which triggers of a sentence tell one event, and what became of it."""
