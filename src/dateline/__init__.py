"""Dateline: news reports of an armed conflict, turned into a record that can be checked."""

__version__ = "0.1.0"
