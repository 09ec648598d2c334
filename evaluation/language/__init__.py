"""Measure the language layer: trees, tags, sentences and words, mentions.

Run from the repository's root: python -m evaluation.language [--sample N] [--json FILE]
"""

from evaluation.language.run import measure

__all__ = ["measure"]
