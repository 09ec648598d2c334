"""Stance: whether what is told at a word is asserted, denied, uncertain or planned.

A walk from the word up its tree, with a lexicon of implicative and modal verbs as in FactBank (Saurí and Pustejovsky,
2009): each governor that takes the word's clause as its complement may turn the stance. Adverbial and relative
clauses end the walk, for they stand on their own. Reported speech does not change the stance: it is the speaker's own.
"""

from typing import Final

from dateline.extract.attribution.lexicon import speech_lexicon
from dateline.extract.stance.lexicon import Effect, StanceLexicon, stance_lexicon
from dateline.extract.stance.modifiers import modified
from dateline.extract.tree import Tree
from dateline.model.reading import Stance

_DEPTH: Final = 12  # governors on the way up; deeper trees are parser errors
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_FORETELLS: Final = frozenset({"warn", "predict", "fear", "worry", "forecast", "caution", "threaten"})
_COULD: Final = frozenset({"could", "may", "might", "can"})
_KNOWN: Final = frozenset({"the", "this", "that", "these", "its", "their", "our"})
_COMPLEMENT: Final = frozenset({"ccomp", "xcomp", "csubj"})
_NOMINAL: Final = frozenset({"obj", "iobj", "nsubj", "obl", "nmod", "compound", "dep"})
_PREPOSITIONS: Final = frozenset({"for", "from", "at", "in", "of", "to", "on", "about", "against", "into"})

_TURNED: Final = {
    (Effect.DENY, Stance.ASSERTED): Stance.DENIED,
    (Effect.DENY, Stance.DENIED): Stance.ASSERTED,
    (Effect.DENY, Stance.PLANNED): Stance.DENIED,
    (Effect.PLAN, Stance.ASSERTED): Stance.PLANNED,
    (Effect.DOUBT, Stance.ASSERTED): Stance.UNCERTAIN,
    (Effect.DOUBT, Stance.DENIED): Stance.UNCERTAIN,
    (Effect.FOIL, Stance.PLANNED): Stance.DENIED,
}


def turned(stance: Stance, *effects: Effect) -> Stance:
    """Return a stance after effects, the innermost first; a combination not listed leaves it as it is."""
    for effect in effects:
        stance = _TURNED.get((effect, stance), stance)
    return stance


def stance_at(tree: Tree, token: int, *, counted: bool = False) -> Stance:
    """Return how the speaker stands to what is told at a token.

    Args:
        tree: the sentence.
        token: index of the verb or event noun that tells it.
        counted: whether a "no" or "none" on its subject or object is read as a count of zero, as a toll does, and so is
            no denial.

    Raises:
        ResourceError: the lexicon of stance is missing or broken.
    """
    return _Walk(tree, stance_lexicon(), counted).up_from(token)


def _reports(lemma: str) -> bool:
    return "clause" in speech_lexicon().verbs.get(lemma, ())


class _Walk:
    """A walk up one tree; `stance` is what the words passed so far make of the start."""

    def __init__(self, tree: Tree, lexicon: StanceLexicon, counted: bool) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.counted = counted
        self.stance = Stance.ASSERTED

    def up_from(self, token: int) -> Stance:
        self._modify(token)
        node = token
        for _ in range(_DEPTH):
            above = self._step(node, self.tree.head(node))
            if above < 0:
                break
            node = above
        return self.stance

    def _modify(self, node: int, *, besides: int = -1) -> None:
        self._turn(*modified(self.tree, node, self.lexicon, counted=self.counted, besides=besides))

    def _turn(self, *effects: Effect) -> None:
        self.stance = turned(self.stance, *effects)

    def _step(self, node: int, head: int) -> int:
        """Apply what the head does to the node; return the head, or -1 where the walk ends."""
        deprel, rel = self.tree.tokens[node].deprel, self.tree.rel(node)
        if head < 0:
            return self._at_root()
        if deprel == "acl:relcl":
            return -1
        if rel == "conj":
            return self._over_conjunct(node, head)
        if rel in _COMPLEMENT:
            return self._complement(node, head)
        if rel in ("advcl", "acl"):
            return self._adverbial(node, head) if rel == "advcl" else self._of_noun(node, head)
        return self._nominal(node, head, rel) if rel in _NOMINAL else -1

    def _may_come(self, node: int) -> bool:
        """Return whether a clause tells what could come: "warned that rebels could attack"."""
        words = {self.tree.words[k] for k in self.tree.children(node, "aux")}
        return bool(words & _COULD) and "have" not in words

    def _at_root(self) -> int:
        if self.tree.tokens[-1].text == "?":
            self._turn(Effect.DOUBT)
        return -1

    def _over_conjunct(self, node: int, head: int) -> int:
        """Go to the first of coordinated words; its "not" and "may" hold for the later ones that lack their own."""
        if self._is_finite(node) and self._is_infinitive(head):
            finite = [up for up in self.tree.ancestors(head) if self._is_finite(up)]
            return finite[0] if finite else -1  # "failed to hold A and lost B": "lost" goes with "failed"
        if self._shares_auxiliary(node, head):
            self._modify(head)
        return head

    def _shares_auxiliary(self, node: int, head: int) -> bool:
        kids = self.tree.kids[node]
        own = any(self.tree.rel(k) in ("nsubj", "aux", "mark", "cop") for k in kids)
        but = any(self.tree.tokens[k].text.lower() == "but" for k in self.tree.children(node, "cc"))
        return not own and not but and self.tree.tokens[node].xpos == self.tree.tokens[head].xpos

    def _is_finite(self, node: int) -> bool:
        kids = self.tree.children(node, "aux")
        return self.tree.tokens[node].xpos in _FINITE or any(self.tree.tokens[k].xpos in _FINITE for k in kids)

    def _is_infinitive(self, node: int) -> bool:
        return any(self.tree.tokens[k].text.lower() == "to" for k in self.tree.children(node, "mark"))

    def _complement(self, node: int, head: int) -> int:
        lemma = self.tree.lemma(head)
        effects = self.lexicon.clauses.get(lemma, ())
        if self.tree.rel(node) == "csubj" and self.tree.tokens[node].xpos == "VBG":
            effects = tuple(effect for effect in effects if effect is not Effect.PLAN)  # "fighting sent them fleeing"
        if lemma == "go" and self.tree.tokens[head].xpos != "VBG":
            effects = ()  # "went on looting", "went on to seize": "going to" alone tells what is to come
        if lemma in _FORETELLS and self.stance is Stance.UNCERTAIN and self._may_come(node):
            self.stance = Stance.PLANNED
        if self.tree.rel(node) == "xcomp" and self._is_finite(node) and not self._is_infinitive(node):
            return -1  # no verb governs a finite clause so: the parser took a main clause for it
        if self._is_finite(node) and not self._is_infinitive(node):
            reports = lemma in self.lexicon.reporting
            effects = () if reports else tuple(effect for effect in effects if effect is not Effect.PLAN)
        elif self._is_duty(node, head):
            effects = (*effects, Effect.PLAN)
        self._turn(*effects)
        if _reports(lemma) and lemma not in self.lexicon.clauses:
            return self._reported(head)
        if self.tree.rel(node) != "ccomp" or effects:
            self._modify(head)
        return head

    def _is_duty(self, node: int, head: int) -> bool:
        """Return whether an infinitive tells what is to come: "is to meet", "has to leave"; "had to leave" was done."""
        lemma, present = self.tree.lemma(head), self.tree.tokens[head].xpos in ("VBZ", "VBP", "VB")
        return self._is_infinitive(node) and (lemma == "be" or (lemma == "have" and present))

    def _reported(self, head: int) -> int:
        """Go over a verb of speech: only its "not" counts, for what was not confirmed is not known."""
        if Effect.DENY in modified(self.tree, head, self.lexicon, counted=self.counted):
            self._turn(Effect.DOUBT)
        return head

    def _adverbial(self, node: int, head: int) -> int:
        lemma = self.tree.lemma(head)
        words = {self.tree.tokens[k].text.lower() for k in self.tree.children(node, "mark", "case")}
        went_on = any(self.tree.words[k] == "on" for k in self.tree.children(head, "compound:prt", "advmod"))
        if lemma == "go" and ("on" in words or went_on):
            return -1  # "went on looting", "went on to kill hundreds"
        if "to" in words and lemma in self.lexicon.means and lemma not in self.lexicon.clauses:
            return -1
        if "to" in words and any(self.tree.lemma(k) == "advantage" for k in self.tree.children(head, "obj")):
            return -1  # "took advantage of the chaos to loot shops"
        if by := [word for word in words if lemma in self.lexicon.by_preposition.get(word, ())]:
            self._turn(Effect.DENY if by == ["from"] else Effect.PLAN)
            self._modify(head)
            return head
        if "to" in words or words & _PREPOSITIONS:
            if effects := self.lexicon.clauses.get(lemma, ()):
                self._turn(*effects)
                self._modify(head)
                return head
            self._turn(*((Effect.PLAN,) if self._is_purpose(node, words) else ()))
        return -1

    def _is_purpose(self, node: int, words: set[str]) -> bool:
        only = any(self.tree.tokens[k].text.lower() == "only" for k in self.tree.children(node, "advmod"))
        shown = self.tree.lemma(node) in self.lexicon.shown
        return "to" in words and not only and not shown and self.tree.tokens[node].xpos == "VB"

    def _of_noun(self, node: int, head: int) -> int:
        if self._is_rejected(head):
            self._turn(Effect.DENY)
            self._modify(self.tree.head(head))
            return -1
        done = self.tree.tokens[node].xpos == "VBN" and not self.tree.children(node, "mark")
        effects = () if done else self.lexicon.heads.get(self.tree.lemma(head), ())  # "a deal signed in A" is signed
        if effects:
            self._turn(*effects)
        elif self._is_infinitive(node):
            if self._is_ranked(head) or self.tree.children(node, "aux"):
                return -1
            self._turn(Effect.PLAN)
        elif (
            not self.tree.children(head, "cop")
            and self.tree.lemma(head) not in self.lexicon.carriers | self.lexicon.evidence
        ):
            return -1  # "denied reports that the city had fallen": reports, claims and the like let the verb through
        self._modify(head)
        return head

    def _is_rejected(self, noun: int) -> bool:
        """Return whether a charge is thrown out: "rejected accusations that it had shelled A"."""
        verb = self.tree.head(noun)
        if verb < 0 or self.tree.lemma(noun) not in self.lexicon.charges or self.tree.rel(noun) != "obj":
            return False
        return Effect.DENY in self.lexicon.nouns.get(self.tree.lemma(verb), ())

    def _is_ranked(self, noun: int) -> bool:
        near = [noun, *self.tree.children(noun, "amod", "nummod", "det")]
        return any(self.tree.lemma(k) in self.lexicon.ranks or self.tree.tokens[k].xpos == "JJS" for k in near)

    def _nominal(self, node: int, head: int, rel: str) -> int:
        """Go from an event noun to the verb or noun that it depends on, if that tells whether it happened."""
        lemma = self.tree.lemma(head)
        if self.tree.tokens[head].upos not in ("VERB", "AUX"):
            return self._under_noun(node, head, lemma)
        effects = self._on_event(node, lemma, rel) or self._of_subject(node, head, rel)
        if not effects and (rel == "obl" or lemma not in self.lexicon.light):
            return -1
        if effects == (Effect.FOIL,) and self.stance is not Stance.PLANNED:
            return -1  # an attack that was repelled or stopped took place
        self._turn(*effects)
        if _reports(lemma):
            return self._reported(head)
        self._modify(head, besides=node)
        return head

    def _on_event(self, node: int, lemma: str, rel: str) -> tuple[Effect, ...]:
        """Return what a verb does to an event noun that is its object, subject or prepositional phrase."""
        effects = self.lexicon.nouns.get(lemma, ())
        if rel == "obl":
            case = self.tree.case(node)
            governed = lemma in self.lexicon.by_preposition.get(case, ())
            return ((Effect.DENY if case == "from" else Effect.PLAN),) if governed else ()
        if self.tree.tokens[node].deprel == "nsubj":
            return tuple(effect for effect in effects if effect is Effect.FOIL)
        return effects

    def _of_subject(self, node: int, head: int, rel: str) -> tuple[Effect, ...]:
        """Return what a noun does to its "of" phrase across the verb between them: "fears are growing of a raid"."""
        if rel != "obl" or self.tree.case(node) != "of":
            return ()
        subjects = self.tree.children(head, "nsubj", "nsubj:pass")
        return next((e for k in subjects if (e := self.lexicon.heads.get(self.tree.lemma(k)))), ())

    def _under_noun(self, node: int, head: int, lemma: str) -> int:
        if self.tree.rel(node) == "nsubj":
            if lemma in self.lexicon.ranks:
                return -1  # "the attack was neither the first nor the last"
            effects = self.lexicon.clauses.get(lemma, self.lexicon.adjectives.get(lemma, ()))
            if effects or not self._is_called(node, head):
                self._turn(*effects)
                self._modify(head)
            return -1
        effects = self.lexicon.heads.get(lemma, ())
        if lemma in self.lexicon.evidence and Effect.DENY in modified(self.tree, head, self.lexicon, counted=False):
            self._turn(Effect.DENY if lemma in self.lexicon.traces else Effect.DOUBT)
            return -1
        if not effects and lemma not in self.lexicon.carriers:
            return -1
        self._turn(*effects)
        self._modify(head)
        return head

    def _is_called(self, node: int, head: int) -> bool:
        """Return whether a known event is only said to be something or not: "the capture of A is not an end"."""
        known = any(self.tree.words[k] in _KNOWN for k in self.tree.children(node, "det", "nmod:poss"))
        return known and self.tree.tokens[head].upos == "NOUN" and bool(self.tree.children(head, "cop"))
