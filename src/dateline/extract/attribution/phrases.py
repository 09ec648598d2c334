"""Speech without a reporting verb: "according to X", "citing X", "X's claim that …", and headlines with a colon."""

from typing import Final

from dateline.extract.attribution.lexicon import SpeechLexicon
from dateline.extract.attribution.speakers import named, owner
from dateline.extract.attribution.speech import Speech, between, bits, is_punct, last_bit
from dateline.extract.attribution.verbs import join_cited
from dateline.extract.tree import Tree
from dateline.model.reading import Phrase

_INSIDE_NOUN: Final = frozenset({"det", "compound", "amod", "nummod", "flat", "nmod:poss", "case", "punct", "nmod"})
_JOINING: Final = frozenset({"but", "and", "while", "although", "though", "whereas", "which"})
_TITLE_WORDS: Final = 6  # longest speaker in a headline: "Russian-backed head of Luhansk region"
_COLONS: Final = frozenset({":", "-", "–", "—", "--"})


def according_to(tree: Tree, first: int, lexicon: SpeechLexicon, floor: int) -> Speech | None:
    """Return who vouches by a preposition that starts at `first` ("according to the ministry").

    At the start or end of a sentence it covers all of it back to `floor`; within, the clause that it stands in.
    """
    words = next((p for p in lexicon.prepositions if _reads(tree, first, p)), None)
    if words is None or first + len(words) >= len(tree):
        return None
    head = _noun_after(tree, first, first + len(words))
    who = named(tree, [head], lexicon)
    if not who:
        return None
    own = _extent(tree, first, head)
    said = _told(tree, own, head, floor) & ~own
    return Speech(tree.index, first, who, said, inserted=True) if said else None


def _reads(tree: Tree, first: int, words: tuple[str, ...]) -> bool:
    if first + len(words) > len(tree):
        return False
    return all(tree.tokens[first + n].text.lower() == word for n, word in enumerate(words))


def _noun_after(tree: Tree, first: int, start: int) -> int:
    """Return the noun after a preposition: the one the tree has, or the top of the words that follow."""
    over = tree.head(first)
    if over >= start and tree.tokens[first].deprel == "case":
        return over
    token = start
    for _ in range(len(tree)):
        head = tree.head(token)
        if head <= token or tree.tokens[token].deprel not in _INSIDE_NOUN:
            break
        token = head
    return token


def _extent(tree: Tree, first: int, head: int) -> int:
    """Return the words of the phrase itself, from its preposition to the end of what hangs on its noun."""
    below = bits(tree, head) & ~between(0, first)
    return between(first, last_bit(below) + 1) if below else 0


def _told(tree: Tree, own: int, head: int, floor: int) -> int:
    end = len(tree)
    words = [n for n in range(end) if not is_punct(tree, n)]
    before = [n for n in words if n >= floor and not own >> n & 1 and n < last_bit(own)]
    after = [n for n in words if n > last_bit(own)]
    if not before or not after or _only_time(tree, after):
        return between(floor, end) & ~_rivals(tree, own)
    clause = _clause_over(tree, head)
    joined = tree.tokens[after[0]].text.lower() in _JOINING  # a clause in the report's own voice follows
    return bits(tree, clause) & ~_rivals(tree, own) & between(0, after[0] if joined else end) if clause >= 0 else 0


def _only_time(tree: Tree, tokens: list[int]) -> bool:
    """Return whether nothing but a short tail without a verb follows."""
    return len(tokens) <= 3 and all(tree.tokens[n].upos not in ("VERB", "AUX") for n in tokens)


def _clause_over(tree: Tree, token: int) -> int:
    """Return the head of the clause that a phrase stands in, -1 for none."""
    for up in tree.ancestors(token):
        if tree.tokens[up].upos in ("VERB", "AUX") or tree.children(up, "nsubj", "cop") or tree.head(up) < 0:
            return up
    return -1


def _rivals(tree: Tree, own: int) -> int:
    """Return coordinated clauses with a speaker of their own: "according to A, 5 died, but B said 3"."""
    from_verbs = 0
    for n, token in enumerate(tree.tokens):
        if token.deprel in ("conj", "parataxis") and token.lemma.lower() in ("say", "report", "put", "claim", "tell"):
            clause = bits(tree, n)
            if tree.children(n, "nsubj") and not clause & own:
                from_verbs |= clause
    return from_verbs


def cited_alone(tree: Tree, verb: int, lexicon: SpeechLexicon, before: Speech | None) -> Speech | None:
    """Return who is cited by a "citing X" that hangs on no reporting verb.

    It covers its sentence, or what was said `before` it in the same sentence ("…, the agency said, citing X").
    """
    token, head = tree.tokens[verb], tree.head(verb)
    if token.xpos != "VBG" or head < 0 or _reports(tree, head, lexicon) or _reports(tree, tree.head(head), lexicon):
        return None
    who = before.speakers if before else ()
    for cited in tree.children(verb, "obj"):
        who = join_cited(tree, cited, who, lexicon)
    said = before.content if before else between(0, len(tree)) & ~bits(tree, verb)
    return Speech(tree.index, verb, who, said, inserted=True) if who else None


def _reports(tree: Tree, token: int, lexicon: SpeechLexicon) -> bool:
    return token >= 0 and tree.lemma(token) in lexicon.verbs and tree.tokens[token].upos == "VERB"


def noun_speech(tree: Tree, noun: int, lexicon: SpeechLexicon) -> Speech | None:
    """Return who vouches by a reporting noun with a clause or an "of": "the army's claim that it holds the town"."""
    clauses = [k for k in tree.children(noun, "acl", "ccomp") if tree.tokens[k].deprel != "acl:relcl"]
    clauses = [k for k in clauses if _has_that(tree, k)]
    clauses += [k for k in tree.children(noun, "nmod") if tree.case(k) == "of"]
    if not clauses:
        return None
    who = named(tree, [k for k in owner(tree, noun, lexicon) if k not in clauses], lexicon)
    said = 0
    for k in clauses:
        said |= bits(tree, k)
    return Speech(tree.index, noun, who, said) if who else None


def _has_that(tree: Tree, clause: int) -> bool:
    return any(tree.tokens[k].text.lower() == "that" for k in tree.children(clause, "mark"))


def headline_speech(tree: Tree, lexicon: SpeechLexicon, *, headline: bool) -> Speech | None:
    """Return who vouches in "20 killed in raid: monitor" or "Police: two bombs defused".

    Args:
        tree: the sentence.
        lexicon: its `speakers` are the nouns that may stand there.
        headline: whether the sentence is a headline; elsewhere only a colon counts, and no full stop may follow.
    """
    colons = [n for n, t in enumerate(tree.tokens) if t.text == ":" or (headline and t.text in _COLONS)]
    if not colons or (tree.tokens[-1].text == "." and not headline and not _gives_number(tree, colons[0])):
        return None
    return _after_colon(tree, colons[-1], lexicon) or _before_colon(tree, colons[0], lexicon)


def _gives_number(tree: Tree, colon: int) -> bool:
    """Whether a number stands right behind a colon ("Health ministry: 149 dead.")."""
    return colon + 1 < len(tree) and tree.tokens[colon + 1].upos == "NUM"


def _after_colon(tree: Tree, colon: int, lexicon: SpeechLexicon) -> Speech | None:
    head = _speaker_in(tree, colon + 1, len(tree), lexicon)
    if head < 0 or colon < 2:
        return None
    return Speech(tree.index, head, (_stretch(tree, colon + 1, len(tree), head),), between(0, colon), inserted=True)


def _before_colon(tree: Tree, colon: int, lexicon: SpeechLexicon) -> Speech | None:
    head = _speaker_in(tree, 0, colon, lexicon)
    if head < 0 or len(tree) - colon < 4:
        return None
    return Speech(tree.index, head, (_stretch(tree, 0, colon, head),), between(colon + 1, len(tree)), inserted=True)


def _speaker_in(tree: Tree, first: int, after: int, lexicon: SpeechLexicon) -> int:
    """Return the word of a short, verbless stretch that can speak, -1 if none; trees of headlines are not trusted."""
    words = [n for n in range(first, after) if not is_punct(tree, n)]
    if not words or len(words) > _TITLE_WORDS or any(tree.tokens[n].upos in ("VERB", "AUX") for n in words):
        return -1
    return next((n for n in reversed(words) if tree.lemma(n) in lexicon.speakers), -1)


def _stretch(tree: Tree, first: int, after: int, head: int) -> Phrase:
    words = [n for n in range(first, after) if not is_punct(tree, n)]
    return tree.span(words, head)
