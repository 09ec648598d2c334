"""The six word shapes, the network's only sight of capital letters."""

from typing import Final

LOWER: Final = 0
CAPITAL: Final = 1
UPPER: Final = 2
MIXED: Final = 3
DIGIT: Final = 4
PUNCTUATION: Final = 5
SHAPE_COUNT: Final = 6


def word_shape(word: str) -> int:
    """Return the shape of a word, one of the six constants above.

    A single capital letter is CAPITAL; a word with any digit is DIGIT; a word
    with neither letter nor digit is PUNCTUATION.
    """
    if any(char.isdigit() for char in word):
        return DIGIT
    if not any(char.isalpha() for char in word):
        return PUNCTUATION
    if word == word.lower():
        return LOWER
    if len(word) > 1 and word == word.upper():
        return UPPER
    if word[0].isupper() and word[1:] == word[1:].lower():
        return CAPITAL
    return MIXED
