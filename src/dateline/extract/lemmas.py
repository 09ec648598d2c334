"""Lemmas of the words that patterns and lexicon speak of, where the annotator's own lemma is none of them.

A learnt lemmatiser guesses at words it has not met ("bases" as basis, "dynamited" as dynamit); for the words that
decide what is read, the forms are made from the lemma instead.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from dateline.extract.patterns import pattern_book
from dateline.reference.lexicon import lexicon

_VOWELS: Final = "aeiou"
_IRREGULAR: Final = {
    "beat": ("beat", "beaten"),
    "bleed": ("bled",),
    "blow": ("blew", "blown"),
    "break": ("broke", "broken"),
    "burst": ("burst",),
    "come": ("came",),
    "drive": ("drove", "driven"),
    "fall": ("fell", "fallen"),
    "fight": ("fought",),
    "flee": ("fled",),
    "fling": ("flung",),
    "freeze": ("froze", "frozen"),
    "gas": ("gassed", "gassing"),
    "get": ("got",),
    "hang": ("hung", "hanged"),
    "hit": ("hit",),
    "hold": ("held",),
    "hurt": ("hurt",),
    "lead": ("led",),
    "leave": ("left",),
    "lose": ("lost",),
    "overrun": ("overran", "overrun"),
    "retake": ("retook", "retaken"),
    "shoot": ("shot",),
    "slay": ("slew", "slain"),
    "mistake": ("mistook", "mistaken"),
    "mow": ("mown",),
    "throw": ("threw", "thrown"),
    "tear": ("tore", "torn"),
    "burn": ("burnt",),
    "tie": ("tying",),
    "stick": ("stuck",),
    "sell": ("sold",),
    "steal": ("stole", "stolen"),
    "strike": ("struck", "stricken"),
    "take": ("took", "taken"),
    "overthrow": ("overthrew", "overthrown"),
    "salvo": ("salvoes", "salvos"),
    "tread": ("trod", "trodden"),
    "win": ("won",),
    "wring": ("wrung",),
    "bring": ("brought",),
    "build": ("built",),
    "catch": ("caught",),
    "dig": ("dug",),
    "fly": ("flew", "flown"),
    "seek": ("sought",),
    "swear": ("swore", "sworn"),
    "withdraw": ("withdrew", "withdrawn"),
    "rise": ("rose", "risen"),
    "child": ("children",),
    "woman": ("women",),
    "man": ("men",),
    "gunman": ("gunmen",),
    "policeman": ("policemen",),
    "militiaman": ("militiamen",),
    "serviceman": ("servicemen",),
    "tribesman": ("tribesmen",),
    "clergyman": ("clergymen",),
    "countryman": ("countrymen",),
    "life": ("lives",),
    "body": ("bodies",),
    "person": ("persons",),
}


@lru_cache(maxsize=16_384)
def lemma_of(text: str, guessed: str) -> str:
    """Return the lemma of a word in lower case.

    Args:
        text: the word as written.
        guessed: the annotator's lemma.
    """
    word, lemma = text.lower(), guessed.lower()
    known = _known()
    if lemma in known:
        return lemma
    return word if word in known else _forms().get(word, lemma)


@cache
def _known() -> frozenset[str]:
    """Return every single word that a pattern or the lexicon names."""
    words = {word for words in lexicon().values() for entry in words for word in entry.split()}
    for kind in ("event", "toll", "control"):
        for pattern in pattern_book(kind).patterns:
            words.update(
                w
                for entry in (
                    *pattern.verbs,
                    *pattern.nouns,
                    *pattern.object,
                    *pattern.modifiers,
                    *pattern.hints,
                    *pattern.unless,
                )
                for w in entry.split()
            )
    return frozenset(words)


@cache
def _forms() -> dict[str, str]:
    """Return inflected form → lemma; a form that is itself a known word stands for itself."""
    known = _known()
    return {form: lemma for lemma in sorted(known) for form in _inflected(lemma) if form not in known}


def _inflected(lemma: str) -> Iterator[str]:
    yield from _IRREGULAR.get(lemma, ())
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        yield from (lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    elif lemma.endswith("e"):
        yield from (lemma + "s", lemma + "d", lemma[:-1] + "ing")
    elif lemma.endswith(("s", "x", "z", "ch", "sh")):
        yield from (lemma + "es", lemma + "ed", lemma + "ing")
    else:
        yield from (lemma + "s", lemma + "ed", lemma + "ing")
        if len(lemma) >= 3 and lemma[-1] not in _VOWELS + "wxy" and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS:
            yield from (lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing")
