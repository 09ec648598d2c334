"""Mending trees: what parsers take wrong in the same way again and again, a file for each sort of mistake."""
