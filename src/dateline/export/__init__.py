"""Ways out of a record: a module a format."""
