"""Reporting clauses put after or into what is said: "…, the army said on Monday.", "…, said the mayor, …".

Read from the words' order, since parsers often go wrong there; the tree only helps to find the speaker's noun.
"""

from dataclasses import dataclass
from typing import Final

from dateline.extract.attribution.speech import COMMAS, between, is_punct
from dateline.extract.tree import Tree
from dateline.reference.lexicon import time_heads

_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_QUESTION: Final = frozenset({"WP", "WDT", "WRB", "WP$"})
ADDRESSED: Final = frozenset({"tell", "inform", "brief", "remind", "assure"})
_JOINING: Final = frozenset({"and", "but", "while", "although", "though", "whereas", "as", "after", "because", "which"})
_TYING: Final = frozenset({"who", "whose", "which", "when", "after", "as", "before", "while", "because", "where"})
_LOOSE: Final = frozenset({"CCONJ", "SCONJ", "ADV", "AUX", "PART", "ADP", "PUNCT"})
_QUOTES: Final = frozenset({'"', "“", "``", "`", "‘", "«", "''"})
_ASIDE: Final = 15  # tokens of an apposition between a speaker and the verb
_LONGEST: Final = 30  # tokens of a reporting clause: speaker, title, day and occasion


@dataclass(frozen=True, slots=True)
class Inserted:
    """A reporting clause within its sentence: tokens from `start` up to `after`, and the `content` said around it.

    `speaker` is the index of the speaker's noun; `words` the first token of the speaker's phrase and the one after its
    last where they were read from the words' order, None where the tree is to tell.
    """

    start: int
    after: int
    speaker: int
    words: tuple[int, int] | None
    content: int


def inserted(tree: Tree, verb: int, floor: int) -> Inserted | None:
    """Return the clause of a reporting verb that follows or interrupts its words; None if its words come after it.

    Args:
        tree: the sentence.
        verb: the reporting verb's index.
        floor: index of the first token that may belong to what is said.
    """
    if not _speaks(tree, verb):
        return None
    found = _verb_first(tree, verb) or _speaker_first(tree, verb, floor)
    if found is None:
        return None
    start, speaker, after = found
    content = between(floor, start) & ~_wordless(tree, floor, start)
    right = _goes_on(tree, after, quoted=start == verb)
    if not _is_said(tree, content, right) or after - start > _LONGEST:
        return None
    return Inserted(start, after, speaker, _speaker_words(tree, start, verb), content | right)


def _speaks(tree: Tree, verb: int) -> bool:
    """Return whether a verb has the form of one that brings in words: "said", "has said", but not "the men accused".

    At the end of a sentence ("…, informed sources reported on Sunday.") a past is easily taken for a participle.
    """
    if tree.tokens[verb].xpos != "VBN":
        return tree.tokens[verb].xpos in _FINITE
    has = any(tree.lemma(k) == "have" for k in tree.children(verb, "aux"))
    return has or (verb + 1 < len(tree) and _tells_when(tree, verb + 1))


def _tells_when(tree: Tree, start: int) -> bool:
    """Return whether the rest of the sentence tells a time and nothing else."""
    rest = [n for n in range(start, len(tree)) if not is_punct(tree, n) and tree.tokens[n].upos not in ("ADP", "DET")]
    return all(tree.lemma(n) in time_heads() or tree.tokens[n].upos == "NUM" for n in rest)


def _speaker_words(tree: Tree, start: int, verb: int) -> tuple[int, int] | None:
    """Return the bounds of the speaker's phrase before the verb: up to a comma, without "but", "also", "has"."""
    after = next((n for n in range(start, verb) if tree.tokens[n].text == ","), verb)
    while start < after and tree.tokens[start].upos in _LOOSE:
        start += 1
    while after > start and tree.tokens[after - 1].upos in _LOOSE:
        after -= 1
    joined = any(tree.tokens[n].upos == "CCONJ" for n in range(start, after))
    return None if joined or start >= after else (start, after)


def _speaker_first(tree: Tree, verb: int, floor: int) -> tuple[int, int, int] | None:
    """Match `, X said [on Monday]` up to a comma or the end of the sentence."""
    after = _stop(tree, verb + 1)
    if _tells_more(tree, verb + 1, after) or _reports_within(tree, verb, after):
        return None
    if _has(tree, verb + 1, after, _QUESTION):
        return None
    start = _comma_before(tree, verb, floor)
    if not _names(tree, start, verb):
        start = _before_aside(tree, verb, floor)
    if start <= floor or not _names(tree, start, verb):
        return None
    return start, _top(tree, start, verb, verb), after


def _before_aside(tree: Tree, verb: int, floor: int) -> int:
    """Return the start of a subject that an apposition or clause parts from its verb: "the mayor, Ana Ruiz, said"."""
    if subjects := [k for k in tree.children(verb, "nsubj") if floor <= k < verb]:
        return _comma_before(tree, subjects[0], floor)
    start = verb
    for _ in range(2):
        if start - 1 <= floor or tree.tokens[start - 1].text != ",":
            break
        further = _comma_before(tree, start - 1, max(floor, 0))
        aside = tree.tokens[further].xpos in _QUESTION or _names(tree, further, start - 1)
        if start - further > _ASIDE or further <= floor or not aside:
            break
        start = further
    return start


def nearest_subject(tree: Tree, verb: int) -> int:
    """Return the noun before a reporting verb that its words' order makes the speaker, -1 for none.

    For verbs that the parser left without a subject: "the governor of the region, Ana Ruiz, said four people died".
    """
    start = _comma_before(tree, verb, 0)
    if not _names(tree, start, verb):
        start = _before_aside(tree, verb, -1)
    if tree.tokens[verb].xpos not in _FINITE or not _names(tree, start, verb):
        return -1
    return _top(tree, start, verb, verb)


def _names(tree: Tree, start: int, verb: int) -> bool:
    """Return whether the words before the verb can be its subject: a noun, and no verb but in a clause with "who"."""
    words = [n for n in range(start, verb) if tree.tokens[n].upos in _NOMINAL]
    if not words or tree.tokens[start].xpos in _QUESTION:
        return False
    who = next((n for n in range(start, verb) if tree.tokens[n].xpos in _QUESTION), verb)
    return not _has_verb(tree, start, who)


def _has_verb(tree: Tree, first: int, after: int) -> bool:
    return any(tree.tokens[n].upos == "VERB" and tree.tokens[n].xpos in _FINITE for n in range(first, after))


def _verb_first(tree: Tree, verb: int) -> tuple[int, int, int] | None:
    """Match `, said X` up to a comma or the end of the sentence."""
    if verb == 0 or tree.tokens[verb - 1].text not in COMMAS or _reports_clause(tree, verb):
        return None
    if tree.lemma(verb) in ADDRESSED:
        return None
    after = _stop(tree, verb + 1)
    nominal = [n for n in range(verb + 1, after) if tree.tokens[n].upos in _NOMINAL]
    if not nominal or _tells_more(tree, verb + 1, after) or tree.tokens[verb + 1].upos == "ADP":
        return None
    if tree.lemma(nominal[0]) in time_heads():
        return None
    return verb, _top(tree, verb + 1, after, verb), after


def _reports_clause(tree: Tree, verb: int) -> bool:
    return any(k > verb for k in tree.children(verb, "ccomp"))


def _reports_within(tree: Tree, verb: int, after: int) -> bool:
    """Return whether what is said comes after the verb: a clause, or an object that is not the one spoken to."""
    if any(verb < k and tree.subtree(k)[0] < after for k in tree.children(verb, "ccomp")):
        return True
    if tree.lemma(verb) in ADDRESSED:
        return False
    return any(verb < k < after for k in tree.children(verb, "obj", "xcomp"))


def _stop(tree: Tree, start: int) -> int:
    """Return the index of the next comma, quotation mark or end."""
    for n in range(start, len(tree)):
        if tree.tokens[n].text in COMMAS and tree.tokens[n].deprel != "case" and tree.tokens[n].xpos != "HYPH":
            return n
    return len(tree)


def _comma_before(tree: Tree, token: int, floor: int) -> int:
    """Return the index after the last comma or quotation mark before a token."""
    while token > floor and (tree.tokens[token - 1].text not in COMMAS or _binds(tree, token - 1)):
        token -= 1
    return token


def _binds(tree: Tree, token: int) -> bool:
    """Return whether a mark joins words, as a hyphen or an apostrophe does."""
    here = tree.tokens[token]
    if here.xpos in ("HYPH", "POS"):
        return True
    touching = token > 0 and tree.tokens[token - 1].end == here.start
    return touching and token + 1 < len(tree) and tree.tokens[token + 1].start == here.end


def _tells_more(tree: Tree, first: int, after: int) -> bool:
    """Return whether words hold a verb of a main clause; one after "who", "when" or "after" is about the speaker."""
    tied = next((n for n in range(first, after) if tree.tokens[n].text.lower() in _TYING), after)
    return _has(tree, first, tied, _FINITE)


def _has(tree: Tree, first: int, after: int, tags: frozenset[str]) -> bool:
    return any(tree.tokens[n].xpos in tags for n in range(first, after))


def _top(tree: Tree, first: int, after: int, verb: int) -> int:
    """Return the main noun of a stretch: the verb's subject, or the first that hangs on none of the others."""
    nouns = [n for n in range(first, after) if tree.tokens[n].upos in _NOMINAL]
    subjects = [n for n in nouns if tree.head(n) == verb and tree.rel(n) == "nsubj"]
    outer = [n for n in nouns if not first <= tree.head(n) < after]
    return (subjects or outer or nouns)[0]


def _wordless(tree: Tree, first: int, after: int) -> int:
    """Return punctuation at the start of a stretch, which belongs to nobody."""
    out = 0
    for n in range(first, after):
        if not is_punct(tree, n):
            break
        out |= 1 << n
    return out


def _goes_on(tree: Tree, after: int, *, quoted: bool) -> int:
    """Return what is said after the clause: the rest, unless a new clause is joined on in the report's own voice.

    Args:
        tree: the sentence.
        after: index of the first token after the clause.
        quoted: whether the rest counts only in quotation marks; after "said X," mostly comes who X is.
    """
    words = [n for n in range(after, len(tree)) if not is_punct(tree, n)]
    if not words or tree.tokens[words[0]].xpos in _QUESTION:
        return 0
    if tree.tokens[words[0]].text.lower() in _JOINING and not _lacks_subject(tree, words):
        return 0
    marked = any(tree.tokens[n].text in _QUOTES for n in range(after, words[0]))
    verbal = _has(tree, words[0], len(tree), _FINITE | {"VBN", "VBG"})
    return between(words[0], len(tree)) if marked or (verbal and not quoted) else 0


def _lacks_subject(tree: Tree, words: list[int]) -> bool:
    """Return whether "and" or "but" is followed by a verb, whose subject is then in what was said before."""
    joined = tree.tokens[words[0]].text.lower() in ("and", "but")
    return joined and len(words) > 1 and tree.tokens[words[1]].upos in ("VERB", "AUX")


def _is_said(tree: Tree, left: int, right: int) -> bool:
    """Return whether there is enough to be said: a verb, a number, or three words."""
    words = [n for n in range(len(tree)) if (left | right) >> n & 1 and not is_punct(tree, n)]
    told = any(tree.tokens[n].upos in ("VERB", "AUX", "NUM") for n in words)
    return bool(left) and bool(words) and (told or len(words) >= 3)
