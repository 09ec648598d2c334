"""What the event heads say of a trigger: they keep out what fits a pattern by its words alone."""

from types import MappingProxyType
from typing import Final

from dateline.extract.classes import UNDER_ARMS, Classes
from dateline.extract.matching import Match, has_words
from dateline.extract.tree import Tree
from dateline.reference.sub_events import ABDUCTION, ARRESTS, ATTACK, CLASH, LOOTING, TERRITORY_TAKEN

FOUND_BY: Final = "learned.event@1"
_ENDS: Final = frozenset({".", "!", "?", "”", '"'})
_NAMES: Final = frozenset({"NNP", "NNPS"})
_SIDES: Final = frozenset({"side", "government", "opposition", "regime", "coalition", "alliance"})
_ONCE_MORE: Final = frozenset({"again", "once", "finally", "too", "also"})
_BESIDE: Final = frozenset({"punct", "parataxis", "advcl", "conj"})  # "Goma falls, and with it the airport"
# Below these probabilities a verb read as of a type tells of no event of the conflict: "took the bus", "fought the
# fire". Only types of which reading the training texts showed that next to no true trigger is so low are held against
# it (training/README.md); nouns are left alone, since "siege" and "arson" are hardly ever figures of speech.
UNLIKELY: Final = MappingProxyType(
    {
        TERRITORY_TAKEN: 0.05,
        CLASH: 0.05,
        LOOTING: 0.05,
        ATTACK: 0.02,
        ABDUCTION: 0.02,
        ARRESTS: 0.02,
    }
)


def is_unlikely(match: Match, classes: Classes) -> bool:
    """Return whether the head is sure that a verb that fits a pattern tells of no event.

    Args:
        match: the trigger with its pattern.
        classes: the report's classes.
    """
    token = match.tree.tokens[match.pred.token]
    if token.event is not None and token.event < match.pattern.least:
        return True
    if token.event is None or token.upos != "VERB" or _is_spelled_out(match) or _is_noted(match, classes):
        return False
    return token.event < UNLIKELY.get(match.pattern.type, 0.0)


def _is_noted(match: Match, classes: Classes) -> bool:
    """Whether a deed is told in the present, as notes and headlines do: "Goma falls", "Gunmen behead villagers in A".

    The head was taught by news, which tells it in the past.
    """
    tree, verb, pred = match.tree, match.pred.token, match.pred
    if tree.tokens[verb].xpos not in ("VBZ", "VBP") or "now" in tree.words:
        return False
    if match.pattern.type != TERRITORY_TAKEN and not _heads_a_headline(tree, verb):
        return False
    if tree.lemma(verb) == "fall":  # "Goma falls silent", "… to its knees", "… by 2%" tell of something else
        behind = [k for k in tree.kids[verb] if k > verb and tree.rel(k) not in _BESIDE]
        return all(_is_who_took_it(tree, k, classes) or tree.words[k] in _ONCE_MORE for k in behind)
    return any(UNDER_ARMS & classes.of(tree, head) for head in pred.get("agent"))


def _is_who_took_it(tree: Tree, noun: int, classes: Classes) -> bool:
    """Whether a noun behind "falls to" names a side: "to the rebels", "to the government side"."""
    if tree.case(noun) != "to":
        return False
    named = tree.tokens[noun].xpos in _NAMES and "place" not in classes.of(tree, noun)
    return named or bool(UNDER_ARMS & classes.of(tree, noun)) or tree.lemma(noun) in _SIDES


def _heads_a_headline(tree: Tree, verb: int) -> bool:
    """Whether a verb is the main one of a line that no full stop ends."""
    return tree.tokens[verb].deprel == "root" and tree.tokens[-1].text not in _ENDS


def _is_spelled_out(match: Match) -> bool:
    """Whether the pattern asks for more words than the verb, which say enough: "set fire", "took into custody"."""
    if match.pattern.object or match.pattern.plain:
        return True
    verb = match.tree.lemma(match.pred.token)
    longer = (words.split() for words in match.pattern.verbs if " " in words)
    return any(first == verb and has_words(match.tree, match.pred.token, tuple(rest)) for first, *rest in longer)


def told(tree: Tree, token: int) -> str:
    """Return in words what the heads say of a word, "" where they were not asked.

    Args:
        tree: the sentence.
        token: the word.
    """
    score, likely = tree.tokens[token].event, tree.tokens[token].told
    if score is None:
        return ""
    types = "".join(f", {kind} {share:.2f}" for kind, share in likely[:1])
    return f"{FOUND_BY}: {score:.2f}{types}"
