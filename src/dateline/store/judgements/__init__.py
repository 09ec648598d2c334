"""What persons decided: kept for good, and laid over what is read from the record."""
