"""Words to lemmas, by a table of endings and exceptions learnt from the treebanks."""

import json
from pathlib import Path
from typing import Final

# For each "UPOS XPOS", what to strip and add by the longest ending that a form has.
Rules = dict[str, dict[str, tuple[int, str]]]

_LONGEST_ENDING: Final = 5
# These words stand as they are.
_KEPT_AS_IS: Final = frozenset({"PROPN", "NUM", "PUNCT", "SYM", "X"})
_CACHE_LIMIT: Final = 50_000


def by_rules(form: str, tags: str, rules: Rules) -> str:
    """Return the lemma of a lower-case form by its ending alone."""
    table = rules.get(tags)
    if table is None:
        return form
    for size in range(min(_LONGEST_ENDING, len(form) - 1), -1, -1):
        edit = table.get(form[len(form) - size :])
        if edit is not None:
            return form[: len(form) - edit[0]] + edit[1]
    return form


class Lemmas:
    """Finds lemmas; remembers what it found."""

    def __init__(self, rules: Rules, exceptions: dict[str, dict[str, str]]) -> None:
        self._rules = rules
        self._exceptions = exceptions
        self._seen: dict[tuple[str, str, str], str] = {}

    @classmethod
    def from_file(cls, path: Path) -> "Lemmas":
        """Load `lemmas.json`. Raises OSError, ValueError or KeyError when it is not right."""
        table = json.loads(path.read_text("utf-8"))
        rules = {
            tags: {ending: (int(edit[0]), str(edit[1])) for ending, edit in endings.items()}
            for tags, endings in table["rules"].items()
        }
        return cls(rules, table["exceptions"])

    def of(self, word: str, upos: str, xpos: str) -> str:
        """Return the lemma: a name as it is written, any other word mostly in lower case."""
        key = (word, upos, xpos)
        lemma = self._seen.get(key)
        if lemma is None:
            if len(self._seen) >= _CACHE_LIMIT:
                self._seen.clear()
            lemma = self._seen[key] = self._find(word, upos, xpos)
        return lemma

    def _find(self, word: str, upos: str, xpos: str) -> str:
        if upos in _KEPT_AS_IS:
            return word
        form, tags = word.lower(), f"{upos} {xpos}"
        return self._exceptions.get(tags, {}).get(form) or by_rules(form, tags, self._rules)
