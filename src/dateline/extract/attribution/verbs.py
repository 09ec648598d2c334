"""Speech by verbs: "X said that …", "…, X said", "X claimed the attack", "X accused Y of …", "X, citing Y, said"."""

from typing import Final

from dateline.extract.attribution.inserted import ADDRESSED, Inserted, inserted, nearest_subject
from dateline.extract.attribution.lexicon import SpeechLexicon
from dateline.extract.attribution.speakers import is_passive, named, subjects
from dateline.extract.attribution.speech import COMMAS, Speech, between, bits
from dateline.extract.tree import Tree
from dateline.model.reading import Phrase

_TENSED: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CONTENT: Final = frozenset({"ccomp", "parataxis", "dep"})
_ENDS: Final[tuple[list[str], ...]] = ([], ["."], [","], [";"])
_ADMITS: Final = frozenset({"admit", "confess"})
_TOLD: Final = 4  # words between a verb and its "of", at most: "told our paper of"
_BACKSHIFTED: Final = frozenset({"had", "have", "was", "were", "would", "could", "might", "'d"})


def verb_speech(tree: Tree, verb: int, lexicon: SpeechLexicon, before: Speech | None) -> Speech | None:
    """Return who vouches for what by one reporting verb, None where it reports nothing.

    Args:
        tree: the sentence.
        verb: index of a token whose lemma is a reporting verb.
        lexicon: the words that report speech.
        before: the last speech of the sentence whose reporting clause came after its words, if any.
    """
    ways = lexicon.verbs[tree.lemma(verb)]
    if _says_nothing(tree, verb, lexicon):
        return None
    if "tail" in ways and (put := inserted(tree, verb, before.at + 1 if before else 0)):
        return _put_in(tree, verb, put, lexicon)
    heads = subjects(tree, verb, lexicon) or _by_order(tree, verb, ways)
    who = named(tree, heads, lexicon)
    if before and tree.tokens[verb].xpos == "VBG" and not tree.children(verb, "nsubj"):
        heads, who = [], before.speakers  # "…, the army said, adding that …"
    if not who:
        return None
    said, opens = _content(tree, verb, ways)
    said &= ~_own_words(tree, verb, heads)
    if not said and not opens:
        return None
    return Speech(tree.index, verb, _with_cited(tree, verb, heads, who, lexicon), said, opens=opens)


def _by_order(tree: Tree, verb: int, ways: frozenset[str]) -> list[int]:
    """Return the noun that stands before a verb of saying for which the tree has no subject."""
    if "tail" not in ways or is_passive(tree, verb) or tree.children(verb, "nsubj", "expl"):
        return []
    found = nearest_subject(tree, verb)
    return [found] if found >= 0 else []


def _put_in(tree: Tree, verb: int, put: Inserted, lexicon: SpeechLexicon) -> Speech | None:
    who = named(tree, [put.speaker], lexicon)
    if not who:
        return None
    if put.words and len(who) == 1 and who[0].head == put.speaker:
        who = (tree.span(range(*put.words), put.speaker),)
    who = _with_cited(tree, verb, [put.speaker], who, lexicon)
    said = (put.content | _clauses(tree, verb)) & ~between(put.start, put.after)
    return Speech(tree.index, verb, who, said, inserted=True)


def _says_nothing(tree: Tree, verb: int, lexicon: SpeechLexicon) -> bool:
    lemma = tree.lemma(verb)
    said = tree.children(verb, "obj", "nsubj:pass")
    objects = {tree.lemma(k) for k in said}
    if objects & lexicon.not_said.get(lemma, frozenset()):
        return True
    if is_passive(tree, verb) and any(tree.words[k] == "not" for k in tree.children(verb, "advmod")):
        return True  # "a figure that could not be confirmed"
    only = lemma in lexicon.only_said and not objects & lexicon.only_said[lemma]
    return only and not (
        _puts_it_at(tree, verb) or any(tree.tokens[k].upos == "NUM" for k in [*said, *tree.children(verb, "iobj")])
    )


def _puts_it_at(tree: Tree, verb: int) -> bool:
    """Whether a verb gives a number of what was told: "put it at 15"."""
    behind = [tree.tokens[k] for k in range(verb + 1, min(verb + 4, len(tree)))]
    return [token.text.lower() for token in behind[:2]] in (["it", "at"], ["them", "at"]) and behind[-1].upos == "NUM"


def _own_words(tree: Tree, verb: int, heads: list[int]) -> int:
    """Return the reporting clause itself: the verb, its auxiliaries and the speaker's own phrase."""
    own = 1 << verb
    for k in tree.kids[verb]:
        if k in heads or tree.rel(k) in ("aux", "mark", "cc", "expl"):
            own |= bits(tree, k) & (between(0, verb) if k < verb else ~0)
    return own


def _content(tree: Tree, verb: int, ways: frozenset[str]) -> tuple[int, bool]:
    """Return the tokens said, and whether they come after the sentence."""
    if "cite" in ways:
        return 0, False
    said = _clauses(tree, verb) if "clause" in ways else 0
    said |= _blamed(tree, verb) if "blame" in ways else 0
    said |= _objects(tree, verb) if "object" in ways and not said else 0
    said |= _spoken_of(tree, verb) if "of" in ways and not said else 0
    said = said or (_number(tree, verb) if "clause" in ways else 0)
    said = said or (_rest(tree, verb) if "tail" in ways else 0)
    colon = _colon(tree, verb)
    if colon >= 0 and (not said or "caption" in ways):
        return said | between(colon + 1, len(tree)), colon + 1 == _end(tree)
    return (said | _carried_on(tree, verb)) if said else _likened(tree, verb), False


def _clauses(tree: Tree, verb: int) -> int:
    kids = [k for k in tree.kids[verb] if tree.rel(k) == "ccomp"]
    if any(k > verb for k in kids):
        kids += [k for k in tree.children(verb, "nsubj", "nsubj:pass") if k > verb]  # the clause's own, hung too high
    if not kids:
        kids = [k for k in tree.kids[verb] if tree.rel(k) in _CONTENT and _is_clause(tree, k)]
    return _union(tree, kids)


def _number(tree: Tree, verb: int) -> int:
    """Return a bare number that is said: "the general staff says 1,500", "it had said nine"."""
    behind = verb + 1  # whatever the tree makes of it
    alone = behind < len(tree) and tree.tokens[behind].upos == "NUM" and tree.words[behind + 1 : behind + 2] in _ENDS
    numbers = [k for k in tree.children(verb, "obj") if k > verb and tree.tokens[k].upos == "NUM"]
    return _union(tree, numbers) | (1 << behind if alone else 0)


def _rest(tree: Tree, verb: int) -> int:
    """Return the words after a verb of saying, and after the one spoken to, where the parser saw no clause in them."""
    if verb + 1 < len(tree) and tree.tokens[verb + 1].xpos in _TENSED:
        return between(verb + 1, _next_comma(tree, verb + 1))  # "whom police said came from abroad"
    addressed = [k for k in tree.children(verb, "obj", "iobj") if k > verb] if tree.lemma(verb) in ADDRESSED else []
    start = addressed[0] + 1 if addressed else verb + 1
    words = bits(tree, verb) & between(start, len(tree))
    verbal = any(words >> n & 1 and tree.tokens[n].upos in ("VERB", "AUX") for n in range(start, len(tree)))
    return words if verbal else _beside(tree, verb)


def _beside(tree: Tree, verb: int) -> int:
    """Return a clause that starts right after the verb but was hung beside it: "took six men and said it would …"."""
    head = tree.head(verb)
    beside = [k for k in tree.children(head, "conj", "ccomp") if k > verb] if head >= 0 else []
    return _union(tree, [k for k in beside if tree.subtree(k)[0] == verb + 1])


def _next_comma(tree: Tree, start: int) -> int:
    return next((n for n in range(start, len(tree)) if tree.tokens[n].text in COMMAS), len(tree))


def _is_clause(tree: Tree, token: int) -> bool:
    return tree.tokens[token].upos in ("VERB", "AUX") or bool(tree.children(token, "nsubj", "cop"))


def _objects(tree: Tree, verb: int) -> int:
    """Return what is announced, denied or claimed as a noun phrase or infinitive, with the phrases after it."""
    if is_passive(tree, verb):
        event = 1 << tree.head(verb) if tree.tokens[verb].deprel == "acl" else 0  # "an attack claimed by the front"
        return event | _union(tree, tree.children(verb, "nsubj:pass", "xcomp"))
    kids = tree.children(verb, "obj", "xcomp", "csubj")
    if not kids:
        return 0
    said = _union(tree, kids + [k for k in tree.children(verb, "obl", "advcl") if k > min(kids)])
    return said & ~_union(tree, [k for kid in kids for k in tree.children(kid, "acl:relcl") if _is_aside(tree, k)])


def _is_aside(tree: Tree, clause: int) -> bool:
    """Whether a relative clause is the writer's own: "has not claimed the attack, which came ten days after …"."""
    which = next((n for n in tree.subtree(clause) if tree.words[n] == "which"), 0)
    return 0 < which < clause and tree.words[which - 1] == ","


def _spoken_of(tree: Tree, verb: int) -> int:
    """Return what is spoken of: "activists spoke of thirty dead"."""
    kids = [k for k in tree.children(verb, "obl", "nmod", "obj") if k > verb]
    of = min((k for k in kids if tree.case(k) in ("of", "about")), default=None)
    said = 0 if of is None else _union(tree, [k for k in kids if k >= of])  # "of 53 dead" may be two phrases
    near = _of_behind(tree, verb)  # whatever the tree makes of it
    return said | (between(near + 1, _next_comma(tree, near + 1)) if near else 0)


def _of_behind(tree: Tree, verb: int) -> int:
    """Return the preposition right behind a verb, or behind whom it is told: "spoke of", "told us of", "admits to"."""
    word = "to" if tree.lemma(verb) in _ADMITS else "of"
    for n in range(verb + 1, min(verb + _TOLD, len(tree))):
        if tree.words[n] == word:
            return n
        if tree.tokens[n].upos not in ("PRON", "DET", "PROPN", "NOUN"):
            break
    return 0


def _blamed(tree: Tree, verb: int) -> int:
    if is_passive(tree, verb):
        return _union(
            tree, [k for k in tree.kids[verb] if tree.tokens[k].deprel != "obl:agent" and tree.case(k) != "by"]
        )
    return _union(tree, [k for k in tree.children(verb, "obj", "obl", "advcl", "xcomp", "ccomp") if k > verb])


def _union(tree: Tree, tokens: list[int]) -> int:
    out = 0
    for token in tokens:
        out |= bits(tree, token)
    return out


def _colon(tree: Tree, verb: int) -> int:
    """Return the index of a colon after the verb that brings in its words, -1 for none."""
    for n in range(verb + 1, len(tree)):
        if tree.tokens[n].text == ":":
            return n
    return -1


def _end(tree: Tree) -> int:
    """Return the index after the last token that is not a quotation mark or space."""
    end = len(tree)
    while end and tree.tokens[end - 1].text in COMMAS and tree.tokens[end - 1].text != ":":
        end -= 1
    return end


def _carried_on(tree: Tree, verb: int) -> int:
    """Return coordinated clauses that the words' tense or a "that" shows to be said too.

    "He said the base had fallen and had cost 15 lives": a parser may hang "cost" on "said", yet it has the tense of
    what was said and no subject of its own.
    """
    out = 0
    for k in tree.children(verb, "conj"):
        marks = {tree.tokens[m].text.lower() for m in tree.children(k, "mark", "aux")}
        has_subject = bool(tree.children(k, "nsubj", "nsubj:pass"))
        if "that" in marks or (marks & _BACKSHIFTED and not has_subject):
            out |= bits(tree, k)
    return out


def _likened(tree: Tree, verb: int) -> int:
    """Return the clause that "as the army said" stands in."""
    if tree.rel(verb) != "advcl" or not any(tree.tokens[k].text.lower() == "as" for k in tree.children(verb, "mark")):
        return 0
    return bits(tree, tree.head(verb)) & ~bits(tree, verb)


def _with_cited(
    tree: Tree, verb: int, heads: list[int], who: tuple[Phrase, ...], lexicon: SpeechLexicon
) -> tuple[Phrase, ...]:
    """Add whom the speaker cites: before the speaker if they have a name, after if they have none."""
    hosts = [verb, *heads]
    cites = [k for h in hosts for k in tree.kids[h] if tree.rel(k) in ("advcl", "acl", "parataxis", "xcomp")]
    heard = [k for k in cites if "cite" in lexicon.verbs.get(tree.lemma(k), ()) and tree.tokens[k].xpos == "VBG"]
    out = who
    for k in heard:
        for obj in tree.children(k, "obj"):
            out = join_cited(tree, obj, out, lexicon)
    return out


def join_cited(tree: Tree, cited: int, who: tuple[Phrase, ...], lexicon: SpeechLexicon) -> tuple[Phrase, ...]:
    """Return the speakers with those cited: witnesses without a name come after who prints their words."""
    out = who
    for one in tree.conjuncts(cited):
        lemma = tree.lemma(one)
        if lemma in lexicon.reasons:
            continue
        phrases = named(tree, [one], lexicon)
        out = out + phrases if lemma in lexicon.anonymous else phrases + out
    return tuple(dict.fromkeys(out))
