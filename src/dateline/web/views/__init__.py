"""What each page shows, put together from the record for its template."""
