"""What pages, lists and the queue of review look through, without going through the rest of the record."""
