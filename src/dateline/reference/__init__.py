"""Read-only look-ups over the resources and the gazetteer: actors, countries, places, codebook, words."""
