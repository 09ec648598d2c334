"""Sentences, words, lemmas, trees and mentions, each with its characters in the report's text."""

from dateline.annotate.annotator import Annotator
from dateline.annotate.conllu import to_conllu

__all__ = ["Annotator", "to_conllu"]
