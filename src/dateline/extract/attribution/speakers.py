"""Who speaks: the subject of a reporting verb, the owner of a statement, and whom "he" or "the statement" means."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.attribution.lexicon import SpeechLexicon
from dateline.extract.tree import Tree
from dateline.model.annotated import Mention
from dateline.model.reading import Phrase
from dateline.reference.calendar import WEEKDAYS
from dateline.reference.lexicon import time_heads

_RELATIVE: Final = frozenset({"who", "which", "that", "whom"})
_OURSELVES: Final = frozenset({"i", "we", "you", "me", "us"})
_PERSONAL: Final = frozenset({"he", "she"})
_PRONOUNS: Final = _PERSONAL | {"it", "they", "both", "this", "that"}
_CARRIED_ON: Final = frozenset({"it", "they"})
_PLURAL: Final = frozenset({"NNS", "NNPS"})
_NEAR: Final = 3  # sentences back in which a person who has not spoken yet may be "he": further off it is a guess


def subjects(tree: Tree, verb: int, lexicon: SpeechLexicon) -> list[int]:
    """Return the head tokens of who speaks by a reporting verb, the closest to the words first.

    Passives give the agent, relative pronouns their noun, participles and coordinated verbs the subject of the verb
    they hang on; "quoted X as saying" gives X and then who quoted X.
    """
    return _subjects(tree, verb, lexicon, depth=0)


def _subjects(tree: Tree, verb: int, lexicon: SpeechLexicon, depth: int) -> list[int]:
    if is_passive(tree, verb):
        quoted = tree.children(verb, "nsubj:pass") if _cites(tree, verb, lexicon) else []
        return quoted + _agents(tree, verb)
    own = [k for k in tree.kids[verb] if tree.tokens[k].deprel == "nsubj"]
    if own:
        nearest = max((k for k in own if k < verb), default=own[0])  # a second subject is a parser's error
        return [_unrelated(tree, verb, nearest)]
    return _inherited(tree, verb, lexicon, depth) if depth < 4 else []


def _unrelated(tree: Tree, verb: int, subject: int) -> int:
    """Put the noun in the place of the "who" or "which" that stands for it."""
    if tree.tokens[subject].text.lower() not in _RELATIVE:
        return subject
    for clause in (verb, *tree.ancestors(verb)):
        if tree.tokens[clause].deprel in ("acl:relcl", "acl"):
            return tree.head(clause)
    return subject


def _inherited(tree: Tree, verb: int, lexicon: SpeechLexicon, depth: int) -> list[int]:
    """Return the subject of the verb that one without its own hangs on."""
    head, rel = tree.head(verb), tree.rel(verb)
    if head < 0:
        return []
    if rel == "acl":
        return [head] if tree.tokens[verb].xpos == "VBG" else []
    if not _shares_subject(tree, verb, rel):
        return []
    if is_passive(tree, head) and not _cites(tree, head, lexicon):
        over = tree.head(head)
        said_before = over >= 0 and tree.lemma(over) in lexicon.verbs
        if said_before:
            return _subjects(tree, over, lexicon, depth + 1)
        return [_unrelated(tree, head, k) for k in tree.children(head, "nsubj:pass")]
    quoted = tree.children(head, "obj") if _cites(tree, head, lexicon) and not is_passive(tree, head) else []
    return quoted + _subjects(tree, head, lexicon, depth + 1)


def _shares_subject(tree: Tree, verb: int, rel: str) -> bool:
    """Return whether a verb takes over its head's subject: coordinated and inserted ones, participles, infinitives."""
    if rel in ("conj", "parataxis"):
        return True
    return rel in ("xcomp", "advcl", "ccomp", "obl", "dep") and tree.tokens[verb].xpos in ("VBG", "VB", "VBN")


def _cites(tree: Tree, verb: int, lexicon: SpeechLexicon) -> bool:
    return "cite" in lexicon.verbs.get(tree.lemma(verb), ())


def is_passive(tree: Tree, verb: int) -> bool:
    """Return whether a verb has a passive subject, auxiliary or agent."""
    return any(tree.tokens[k].deprel in ("nsubj:pass", "aux:pass", "obl:agent") for k in tree.kids[verb])


def _agents(tree: Tree, verb: int) -> list[int]:
    return [k for k in tree.children(verb, "obl") if tree.case(k) == "by"]


def named(tree: Tree, heads: Sequence[int], lexicon: SpeechLexicon) -> tuple[Phrase, ...]:
    """Return the phrases of who vouches, coordinated ones apart, a message replaced by whom it comes from."""
    out: list[Phrase] = []
    for head in heads:
        for one in coordinated(tree, head):
            out.extend(_vouching(tree, one, lexicon))
    return tuple(dict.fromkeys(out))


def coordinated(tree: Tree, token: int) -> list[int]:
    """Return a noun and those joined to it by "and"; without one, a parser's `conj` is an apposition gone wrong."""
    all_of = tree.conjuncts(token)
    joined = any(tree.rel(k) == "cc" for one in all_of for k in tree.kids[one])
    # Two conjuncts side by side are one compound ("aid workers") that the parser took apart.
    return [one for one in all_of if one + 1 not in all_of] if joined else [token]


def speaker_phrase(tree: Tree, token: int) -> Phrase:
    """Return the phrase of a speaker, with a name that follows its title without a comma ("governor Ali Hassan")."""
    phrase = tree.phrase(token)
    if token and tree.rel(token) == tree.rel(token - 1) == "conj" and tree.head(token) == tree.head(token - 1):
        phrase = tree.span([token - 1, token], token)
    first = last = next(n for n, t in enumerate(tree.tokens) if t.end >= phrase.end)
    while last + 1 < len(tree) and tree.tokens[last + 1].upos == "PROPN" and tree.lemma(last + 1) not in time_heads():
        last += 1
    end = phrase.end if last == first else tree.tokens[last].end
    if "(" in phrase.text and ")" not in tree.text[phrase.start : end]:
        end = phrase.start + len(phrase.text.partition("(")[0].rstrip())  # the short form is cut in two
    return replace(phrase, end=end, text=tree.text[phrase.start : end])


def _vouching(tree: Tree, token: int, lexicon: SpeechLexicon) -> list[Phrase]:
    lemma = tree.lemma(token)
    if lemma in _OURSELVES or lemma in lexicon.mute or lemma in WEEKDAYS:
        return []
    if tree.tokens[token].deprel == "expl":
        return []
    if lemma in lexicon.messages or lemma in lexicon.platforms:
        if owners := owner(tree, token, lexicon):
            return [speaker_phrase(tree, k) for one in owners for k in coordinated(tree, one)]
        if lemma in lexicon.platforms or tree.rel(token) == "conj":
            return []  # the second of "the group's Telegram and Facebook pages"
    if lemma in lexicon.hearsay and not tree.children(token, "amod", "compound", "nmod", "det"):
        return []
    return [speaker_phrase(tree, token)]


def owner(tree: Tree, noun: int, lexicon: SpeechLexicon) -> list[int]:
    """Return whom a statement, video or claim belongs to or comes from; empty where the sentence does not tell."""
    kids = tree.kids[noun]
    below = [k for k in tree.subtree(noun) if k < noun and tree.tokens[k].deprel == "nmod:poss"]
    found = [k for k in below if tree.tokens[k].upos != "PRON"][:1]
    whence = ("by",) if tree.lemma(noun) == "report" else ("by", "from")  # "reports from the capital" name no speaker
    found = found or [k for k in kids if tree.rel(k) == "nmod" and tree.case(k) in whence]
    found = found or [a for k in kids if tree.rel(k) == "acl" for a in _agents(tree, k)]
    if not found:
        names = [k for k in kids if tree.rel(k) in ("compound", "amod", "nmod") and not tree.case(k)]
        names = [k for k in names if tree.lemma(k) not in lexicon.platforms]
        found = [k for k in names if tree.tokens[k].upos == "PROPN" or tree.lemma(k) in lexicon.speakers][:1]
    return found or _issuer(tree, noun)


def _issuer(tree: Tree, noun: int) -> list[int]:
    """Return who issued it: the subject of the verb that has it as object or tells where something was said."""
    verb = tree.head(noun)
    carried = tree.rel(noun) == "obj" or (tree.rel(noun) == "obl" and tree.case(noun) in ("in", "on"))
    if verb < 0 or not carried or tree.tokens[verb].upos != "VERB":
        return []
    return _agents(tree, verb) if is_passive(tree, verb) else tree.children(verb, "nsubj")[:1]


class Antecedents:
    """Whom a pronoun or "the statement" stands for, as the report is read from its start.

    Args:
        trees: the report's trees.
        mentions: the report's mentions; those of type person tell who "he" may be.
        lexicon: the words that report speech.
    """

    def __init__(self, trees: Sequence[Tree], mentions: Sequence[Mention], lexicon: SpeechLexicon) -> None:
        self._trees = trees
        self._lexicon = lexicon
        self._persons = [m for m in mentions if m.type == "person"]
        self._spoken: list[Phrase] = []

    def resolve(self, phrase: Phrase) -> Phrase:
        """Return the phrase meant, marked in `via`; the phrase itself where it names someone or nobody fits."""
        tree, lemma = self._trees[phrase.sentence], self._lemma(phrase)
        if lemma not in _PRONOUNS and lemma not in self._lexicon.messages:
            self._spoken.append(phrase)
            return phrase
        found = self._antecedent(tree, phrase, tree.tokens[phrase.head].text.lower())
        if found is None:
            return phrase
        found = replace(found, via=f"{phrase.text.lower()}: speaker before")
        self._spoken.append(found)
        return found

    def _lemma(self, phrase: Phrase) -> str:
        token = self._trees[phrase.sentence].tokens[phrase.head]
        text = token.text.lower()
        return text if text in _PRONOUNS else token.lemma.lower()

    def _antecedent(self, tree: Tree, phrase: Phrase, word: str) -> Phrase | None:
        if word in _PERSONAL:
            return self._latest_person(phrase)
        plural = word in ("they", "both")
        subject = self._main_subject(tree, phrase)
        if word in _PRONOUNS and subject and self._fits(subject, plural):
            return subject
        fitting = [p for p in self._spoken if word not in _PRONOUNS or self._fits(p, plural)]
        told = self._subject_before(phrase) if word in _CARRIED_ON else None
        if told and self._fits(told, plural) and (not fitting or fitting[-1].start < told.start):
            return told
        return fitting[-1] if fitting else None

    def _subject_before(self, phrase: Phrase) -> Phrase | None:
        """Return the subject of the sentence before if it is one that speaks: "State TV gave its own account. It …"."""
        if not phrase.sentence:
            return None
        tree = self._trees[phrase.sentence - 1]
        root = next((n for n, t in enumerate(tree.tokens) if t.head < 0), -1)
        found = tree.children(root, "nsubj")[:1] if root >= 0 else []
        return speaker_phrase(tree, found[0]) if found and tree.lemma(found[0]) in self._lexicon.speakers else None

    def _latest_person(self, phrase: Phrase) -> Phrase | None:
        near = [p for p in self._persons if phrase.sentence - _NEAR < p.sentence and p.start < phrase.start]
        heads = [p for m in near if (p := self._as_subject(m))]
        spoken = [p for p in self._spoken if self._is_person(p)]
        return max([*heads, *spoken[-1:]], key=lambda p: p.start, default=None)

    def _as_subject(self, mention: Mention) -> Phrase | None:
        """Return the phrase a person is named in, if it is the subject of its clause."""
        tree = self._trees[mention.sentence]
        inside = [n for n, t in enumerate(tree.tokens) if mention.start <= t.start < mention.end]
        tops = [n for n in inside if tree.head(n) not in inside]
        if not tops or tree.rel(tops[0]) != "nsubj" or tree.tokens[tops[0]].upos == "PRON":
            return None
        return speaker_phrase(tree, tops[0])

    def _main_subject(self, tree: Tree, phrase: Phrase) -> Phrase | None:
        """Return the subject of the sentence's main clause, if the pronoun comes after it in a clause below."""
        root = next((n for n, t in enumerate(tree.tokens) if t.head < 0), -1)
        if root < 0 or phrase.head in tree.kids[root]:
            return None
        found = [k for k in tree.children(root, "nsubj") if k < phrase.head and tree.tokens[k].upos != "PRON"]
        phrases = [p for p in named(tree, found[:1], self._lexicon) if self._lemma(p) not in self._lexicon.messages]
        return phrases[0] if phrases else None

    def _is_person(self, phrase: Phrase) -> bool:
        if self._lemma(phrase) in self._lexicon.persons:
            return self._number(phrase) not in _PLURAL
        return any(m.start < phrase.end and phrase.start < m.end for m in self._persons)

    def _number(self, phrase: Phrase) -> str:
        return self._trees[phrase.sentence].tokens[phrase.head].xpos

    def _fits(self, phrase: Phrase, plural: bool) -> bool:
        many = self._number(phrase) in _PLURAL
        return not self._is_person(phrase) and (plural or not many)
