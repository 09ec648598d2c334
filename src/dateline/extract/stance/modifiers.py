"""A word's own "not", "may", "if", "alleged": what its dependents say of whether it happened."""

from typing import Final

from dateline.extract.stance.lexicon import Effect, StanceLexicon
from dateline.extract.tree import Tree

_ONLY: Final = frozenset({"only", "just", "merely", "least", "simply", "even"})
_UNDONE: Final = frozenset({"could", "can", "ca", "will", "would", "wo", "shall", "should", "must"})
_FORESEEN: Final = frozenset({"may", "might"})  # "could" tells as often what somebody was able to do
_PRESENT: Final = frozenset({"VBZ", "VBP"})
_LATER: Final = frozenset({"when", "before", "after", "as", "while"})
_TO_COME: Final = frozenset({"will", "'ll", "wo", "would", "shall"})
_UNTIL: Final = frozenset({"until", "once", "unless", "till"})
_ON_CONDITION: Final = frozenset({"if", "unless"})  # "if they attack" tells of what may come
_ROUGHLY: Final = frozenset({"almost", "nearly"})
_WHOSE: Final = frozenset(
    {"alleged", "suspected", "presumed", "apparent", "supposed", "possible", "probable", "likely"}
)
_CONCEDING: Final = frozenset({"even", "as"})


def modified(tree: Tree, node: int, lexicon: StanceLexicon, *, counted: bool, besides: int = -1) -> list[Effect]:
    """Return what a word's own dependents do to its stance, the innermost first.

    Args:
        tree: the sentence.
        node: index of a verb, adjective or event noun.
        lexicon: the words of stance.
        counted: whether "no" and "none" on subjects and objects are counts of zero and no denial.
        besides: a subject or object whose own "no" was counted before.
    """
    out = [*_auxiliaries(tree, node, lexicon), *_adverbs(tree, node, lexicon), *_marks(tree, node, lexicon)]
    if tree.tokens[node].upos not in ("VERB", "AUX"):
        out += _noun_words(tree, node, lexicon, counted=counted)
    if not counted and _none_of(tree, node, lexicon, besides):
        out.append(Effect.DENY)
    return out


def _noun_words(tree: Tree, noun: int, lexicon: StanceLexicon, *, counted: bool) -> list[Effect]:
    """Return what the adjectives, preposition and "no" of an event noun do to its stance."""
    out: list[Effect] = []
    for k in tree.children(noun, "amod", "compound"):
        if _is_about_doer(tree, k, noun):
            continue
        words = (tree.tokens[k].text.lower(), tree.lemma(k))
        out.extend(next((lexicon.adjectives[word] for word in words if word in lexicon.adjectives), ()))
    out.extend(lexicon.cases.get(tree.case(noun), ()))
    if any(tree.tokens[k].text.lower() == "any" for k in tree.children(noun, "det")):
        out.append(Effect.PLAN)  # "any attack would be met": one that may come
    none = any(tree.tokens[k].text.lower() in ("no", "neither") for k in tree.children(noun, "det", "advmod"))
    return [*out, Effect.DENY] if none and not counted else out


def _is_about_doer(tree: Tree, word: int, noun: int) -> bool:
    """Return whether "alleged" or "suspected" doubts who did it: "an alleged Israeli air strike" took place."""
    after = word + 1
    return (
        tree.tokens[word].text.lower() in _WHOSE
        and after < noun
        and tree.tokens[after].xpos in ("JJ", "NNP", "NNPS")
        and tree.tokens[after].text[0].isupper()
    )


def _auxiliaries(tree: Tree, node: int, lexicon: StanceLexicon) -> list[Effect]:
    """Return the effects of modal verbs; one that is negated ("could not") leaves the whole to the "not"."""
    out: list[Effect] = []
    negated = any(_denies(tree, k, lexicon) for k in tree.children(node, "advmod"))
    for k in tree.children(node, "aux"):
        word = tree.tokens[k].text.lower()
        if negated and word in _UNDONE:
            continue
        if word == "'d" and tree.lemma(k) != "would":
            continue
        effects = lexicon.modals.get(word, ())
        out.extend(effects if word not in _FORESEEN or _is_perfect(tree, node) else (Effect.PLAN,))
    return out


def _is_perfect(tree: Tree, node: int) -> bool:
    """Return whether a verb tells what is over: "may have launched an attack", unlike "may launch one"."""
    return any(tree.lemma(k) == "have" for k in tree.children(node, "aux"))


def _adverbs(tree: Tree, node: int, lexicon: StanceLexicon) -> list[Effect]:
    out: list[Effect] = []
    for k in tree.children(node, "advmod", "cc:preconj", "det"):
        if _denies(tree, k, lexicon):
            out.append(Effect.DENY)
        elif k < node and not _is_about_number(tree, k, node):  # "killed, possibly by a mine" doubts the mine alone
            out.extend(e for e in lexicon.adverbs.get(tree.tokens[k].text.lower(), ()) if e is not Effect.DENY)
    return out


def _denies(tree: Tree, word: int, lexicon: StanceLexicon) -> bool:
    """Return whether a word is a "not", "never" or "no longer", but not the one of "not only"."""
    text = tree.tokens[word].text.lower()
    if text == "longer":
        return any(tree.tokens[k].text.lower() == "no" for k in tree.kids[word])
    after = tree.tokens[word + 1].text.lower() if word + 1 < len(tree) else ""
    return Effect.DENY in lexicon.adverbs.get(text, ()) and after not in _ONLY


def _is_about_number(tree: Tree, word: int, node: int) -> bool:
    """Return whether "almost" or "nearly" does not stand right before the verb: it then goes with a number or "all"."""
    return tree.tokens[word].text.lower() in _ROUGHLY and word != node - 1


def _marks(tree: Tree, node: int, lexicon: StanceLexicon) -> list[Effect]:
    out: list[Effect] = []
    for k in tree.children(node, "mark", "advmod"):
        text = tree.tokens[k].text.lower()
        before = tree.tokens[k - 1].text.lower() if k else ""
        if text in lexicon.marks and before not in _CONCEDING:
            to_come = text in _ON_CONDITION and tree.rel(node) == "advcl" and _is_present(tree, node)
            out.extend((Effect.PLAN,) if to_come else lexicon.marks[text])
        elif text == "to" and any(tree.lemma(a) == "be" and a < k for a in tree.children(node, "aux")):
            out.append(Effect.PLAN)  # "are to be exchanged"
        elif _is_present(tree, node) and (text in _UNTIL or (text in _LATER and _is_under_a_future(tree, node))):
            out.append(Effect.PLAN)
        elif f"{before} {text}" in lexicon.cases or f"{text} {_next(tree, k)}" in lexicon.cases:
            out.append(Effect.DENY)
    return out


def _next(tree: Tree, token: int) -> str:
    return tree.tokens[token + 1].text.lower() if token + 1 < len(tree) else ""


def _is_present(tree: Tree, node: int) -> bool:
    verbs = [node, *tree.children(node, "aux")]
    return any(tree.tokens[k].xpos in _PRESENT for k in verbs)


def _is_under_a_future(tree: Tree, node: int) -> bool:
    """Return whether the clause above tells what will be: "there will come a day when they attack"."""
    above = (up for up in tree.ancestors(node) if tree.tokens[up].upos in ("VERB", "AUX"))
    verb = next(above, -1)
    return verb >= 0 and any(tree.tokens[k].text.lower() in _TO_COME for k in tree.children(verb, "aux"))


def _none_of(tree: Tree, node: int, lexicon: StanceLexicon, besides: int) -> bool:
    """Return whether the subject or object is "no group", "none of them" or "nobody"."""
    for k in tree.children(node, "nsubj", "obj"):
        words = [tree.tokens[k].text.lower(), *(tree.tokens[d].text.lower() for d in tree.children(k, "det"))]
        if k != besides and any(word in lexicon.none for word in words):
            return True
    return False
