"""Words to word pieces: what the encoder reads."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from tokenizers import Tokenizer

from dateline.annotate.shapes import word_shape

CLS: Final = 101
SEP: Final = 102
UNKNOWN: Final = 100
# A web address can run to sixty pieces, of which the first few tell what it is.
MAX_PIECES_OF_WORD: Final = 6
# Words seen are kept, since the same few thousand make most of any text.
_CACHE_LIMIT: Final = 50_000


class Pieces(NamedTuple):
    """A word's pieces and, once for each, its shape."""

    ids: tuple[int, ...]
    shapes: tuple[int, ...]


class WordPieces:
    """Splits words into vocabulary indices, at least one and at most six a word."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._seen: dict[str, Pieces] = {}

    @classmethod
    def from_file(cls, path: Path) -> "WordPieces":
        """Load from a `tokenizer.json` file; raises what `tokenizers` raises."""
        return cls(Tokenizer.from_file(str(path)))

    def of(self, words: Sequence[str]) -> list[Pieces]:
        """Return the pieces of each word, in order."""
        seen = self._seen
        new = list({word for word in words if word not in seen})
        if new:
            if len(seen) + len(new) > _CACHE_LIMIT:
                seen.clear()
                new = list(dict.fromkeys(words))
            encodings = self._tokenizer.encode_batch(new, add_special_tokens=False)
            for word, encoding in zip(new, encodings, strict=True):
                ids = tuple(encoding.ids[:MAX_PIECES_OF_WORD]) or (UNKNOWN,)
                seen[word] = Pieces(ids, (word_shape(word),) * len(ids))
        return [seen[word] for word in words]
