"""The server: routes, who may do what, and how answers are made."""
