"""Places: from a phrase to an entry of the gazetteer (toponym resolution)."""
