"""Events as read: each trigger in the text held against the patterns of its word."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.arguments import argument, places, times
from dateline.extract.classes import Classes
from dateline.extract.patterns import Entry, Pattern, PatternBook
from dateline.extract.predicates import Predicate, predicate
from dateline.extract.tree import Tree
from dateline.model.reading import EventReading, Phrase
from dateline.reference.lexicon import lexicon

_PARTY: Final = frozenset({"actor", "combatant", "civilian", "people", "pronoun", "aircraft"})
HELD: Final = frozenset({"held", "controlled", "occupied", "run", "ruled", "dominated", "governed"})
_HARM_WORDS: Final = frozenset(
    {"kill", "wound", "injure", "die", "shoot", "maim", "destroy", "damage", "hit", "strike", "target"}
)
AIR: Final = "Air/drone strike"
# A protest or an arrest in whose course something else happened is not done by the doer of that.
_BY_ITSELF: Final = frozenset(
    {"Peaceful protest", "Violent demonstration", "Arrests", "Agreement", "Change to group/activity"}
)
_CAUSAL: Final = frozenset({"by", "in", "after", "from", "when", "during", "of", "with", "as"})


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that fits a trigger: the tree, the predicate with its arguments, and the pattern."""

    tree: Tree
    pred: Predicate
    pattern: Pattern


def matches(tree: Tree, classes: Classes, book: PatternBook) -> list[Match]:
    """Return the patterns that fit a sentence, at most one a trigger, in the order of the triggers.

    Args:
        tree: the sentence.
        classes: the report's classes.
        book: the patterns of one kind.
    """
    found = []
    for number, token in enumerate(tree.tokens):
        if token.upos in ("VERB", "AUX"):
            entries = book.verbs.get(tree.lemma(number))
        elif token.upos in ("NOUN", "PROPN") and not _in_a_name(tree, classes, number):
            entries = book.nouns.get(tree.lemma(number))
        else:
            continue
        if entries:
            match = _first(tree, number, entries, classes)
            if match:
                found.append(match)
    return found


def _in_a_name(tree: Tree, classes: Classes, number: int) -> bool:
    """Whether a noun is part of a name ("Army of Conquest", "March"), capitals in a headline being no sign of it."""
    token = tree.tokens[number]
    if token.upos != "PROPN":
        return False
    if "time" in classes.of(tree, number):
        return True
    if classes.mention_type(tree.index, number) in ("organisation", "person"):
        return True
    words = [t.text for t in tree.tokens if t.text.isalpha() and len(t.text) > 3]
    capitals = sum(word[0].isupper() for word in words)
    return number > 0 and token.text[0].isupper() and capitals * 2 < len(words)


def _first(tree: Tree, number: int, entries: Sequence[Entry], classes: Classes) -> Match | None:
    pred: Predicate | None = None
    verbal = tree.tokens[number].upos in ("VERB", "AUX")
    for entry in entries:
        if entry.extra and not (_particles if verbal else _premodifiers)(tree, number, entry.extra):
            continue
        pred = pred or predicate(tree, number)
        if _fits(tree, classes, pred, entry.pattern):
            return Match(tree, pred, entry.pattern)
    return None


def _particles(tree: Tree, verb: int, extra: tuple[str, ...]) -> bool:
    """Whether the words of a phrasal verb or idiom stand beside it: "take hostage", "pull out"."""
    beside = {
        tree.tokens[k].text.lower()
        for k in tree.children(verb, "compound:prt", "advmod", "obj", "xcomp", "obl", "amod", "advcl")
    }
    beside |= {tree.tokens[k].text.lower() for k in range(verb + 1, min(verb + 2, len(tree)))}
    return all(word in beside for word in extra)


def _premodifiers(tree: Tree, noun: int, extra: tuple[str, ...]) -> bool:
    """Whether the words of a compound stand before its last one: "car bomb", "suicide car bomb"."""
    before = {tree.lemma(k) for k in tree.children(noun, "compound", "amod", "nmod")}
    before |= {tree.lemma(k) for k in range(max(noun - 3, 0), noun)}
    before |= {tree.tokens[k].text.lower() for k in range(max(noun - 3, 0), noun)}
    return all(word in before for word in extra)


def _fits(tree: Tree, classes: Classes, pred: Predicate, pattern: Pattern) -> bool:
    if pattern.object and not any(
        tree.lemma(h) in pattern.object or tree.tokens[h].text.lower() in pattern.object for h in pred.get("patient")
    ):
        return False
    if pattern.modifiers and not any(_has_lemma(tree, h, pattern.modifiers) for h in pred.get("agent")):
        return False
    if pattern.bar and any(tree.lemma(h) in pattern.bar and _is_bare(tree, h) for h in pred.get("patient")):
        return False
    if pattern.crowd and not any(tree.lemma(h) in lexicon()["crowd"] for name in pattern.crowd for h in pred.get(name)):
        return False
    if pattern.cases and tree.case(pred.token) not in pattern.cases:
        return False
    for name, want in pattern.needs.items():
        if not any(classes.of(tree, h) & want for h in argument(tree, pred, name)):
            return False
    for name, bar in pattern.lacks.items():
        if any(classes.of(tree, h) & bar for h in argument(tree, pred, name)):
            return False
    return not pattern.acts or _acts(tree, pred.token)


def _is_bare(tree: Tree, head: int) -> bool:
    """Whether a noun stands without a name or article of its own, as in an idiom."""
    return not any(tree.tokens[k].deprel in ("compound", "nmod", "det", "nmod:poss") for k in tree.kids[head])


def _has_lemma(tree: Tree, head: int, lemmas: frozenset[str]) -> bool:
    return tree.lemma(head) in lemmas or any(
        tree.lemma(k) in lemmas for k in tree.children(head, "compound", "amod", "nmod")
    )


def _acts(tree: Tree, noun: int) -> bool:
    """Whether a thing is said to do something (subject of a verb) or to be the cause of harm ("killed by a bomb")."""
    rel, head = tree.tokens[noun].deprel, tree.head(noun)
    if head < 0 or tree.tokens[head].upos not in ("VERB", "AUX"):
        return rel == "nmod" and tree.case(noun) in ("by", "from")
    if rel == "nsubj":
        return tree.lemma(head) not in ("be", "have", "remain", "contain", "belong")
    if rel in ("obl", "obl:agent"):
        return tree.case(noun) in _CAUSAL and tree.lemma(head) in _HARM_WORDS
    return False


def read_events(all_trees: Sequence[Tree], classes: Classes, book: PatternBook) -> list[EventReading]:
    """Return the events of a report as read, in text order.

    Args:
        all_trees: the report's sentences.
        classes: the report's classes.
        book: the event patterns.
    """
    out: list[EventReading] = []
    by_sentence = [matches(tree, classes, book) for tree in all_trees]
    from_the_air = any(match.pattern.type == AIR and not match.pattern.weak for found in by_sentence for match in found)
    echo = next(pattern for pattern in book.patterns if pattern.id == "airstrike.echo") if from_the_air else None
    for tree_matches in by_sentence:
        found = _one_an_event([_echoed(match, classes, echo) for match in tree_matches])
        for match in found:
            reading = _reading(match, classes, f"e{len(out) + 1}")
            if not _only_points_back(match, reading):
                out.append(reading)
    return out


def _echoed(match: Match, classes: Classes, echo: Pattern | None) -> Match:
    """Read a bare "raid" or "strike" as one from the air where the report tells of air strikes, unless men on foot do it."""
    if (
        echo is None
        or match.tree.lemma(match.pred.token) not in echo.echoes
        or not match.pattern.weak
        or match.pattern.type == AIR
    ):
        return match
    on_foot = any(
        "combatant" in classes.of(match.tree, h) for name in ("agent", "mod", "poss") for h in match.pred.get(name)
    )
    return match if on_foot else Match(match.tree, match.pred, echo)


def _only_points_back(match: Match, reading: EventReading) -> bool:
    """Whether a noun only takes up an event told elsewhere: "the offensive", "the assault" with nothing said of it."""
    tree, noun = match.tree, match.pred.token
    if tree.tokens[noun].upos in ("VERB", "AUX") or match.pattern.acts:
        return False
    spot = any(phrase.via is None for phrase in reading.places)
    if reading.actors or reading.targets or spot or any(phrase.via is None for phrase in reading.times):
        return False
    definite = any(
        tree.lemma(k) in ("the", "this", "that", "these", "those", "such") for k in tree.children(noun, "det")
    )
    return definite or not reading.places


def _one_an_event(found: list[Match]) -> list[Match]:
    """Drop the triggers that only tell the harm or the manner of another event of the same clause.

    "killed nine soldiers in a suicide attack" is one event, told by the noun; "troops launched an assault and seized the
    base" are two.
    """
    return [m for m in found if not any(o is not m and _tells_more(o, m) for o in found)]


def _tells_more(one: Match, other: Match) -> bool:
    tree = other.tree
    if (
        other.pattern.weak
        and not one.pattern.weak
        and not _stands_alone(other)
        and (tree.is_below(one.pred.token, other.pred.token) or tree.is_below(other.pred.token, one.pred.token))
    ):
        return True
    joined = (
        one.pred.clause == other.pred.token
        or one.pred.token == other.pred.clause
        or tree.head(other.pred.token) == one.pred.token
    )
    if not joined and not (one.pred.clause == other.pred.clause and one.pattern.type == other.pattern.type):
        return False
    if one.pattern.type == other.pattern.type and _spells_out(one, other):
        return True
    if one.pattern.type == other.pattern.type and one.pattern.change == other.pattern.change:
        # Both tell the same: the noun in the verb's clause goes ("bombed in an air strike"), else the later one.
        return one.pred.clause != one.pred.token if other.pred.clause == other.pred.token else False
    return tree.lemma(other.pred.token) in _HARM_WORDS and tree.lemma(one.pred.token) not in _HARM_WORDS


def _spells_out(one: Match, other: Match) -> bool:
    """Whether a verb only spells out another of the same type: "shells landed in a village, wounding two"."""
    tree, verb = other.tree, other.pred.token
    if tree.tokens[verb].upos != "VERB" or tree.tokens[verb].deprel not in ("advcl", "acl", "acl:relcl", "xcomp"):
        return False
    return tree.head(verb) == one.pred.token or any(tree.head(verb) in heads for heads in one.pred.args.values())


def _stands_alone(match: Match) -> bool:
    """Whether a weak trigger names a doer or a place of its own."""
    own = ("agent", "mod", "poss", "between", "on", "against", "in", "at", "near", "around", "struck")
    return any(match.pred.get(name) for name in own)


def _reading(match: Match, classes: Classes, key: str) -> EventReading:
    tree, pred, pattern = match.tree, match.pred, match.pattern
    actors = parties(tree, classes, pred, pattern.actors)
    lent = () if pattern.type in _BY_ITSELF else ("clause_agent", "clause_patient")
    if not actors:
        actors = parties(tree, classes, pred, lent[:1])
    if actors:
        actors += tuple(p for p in _companions(tree, classes, pred, pattern) if p.head not in {a.head for a in actors})
    targets: tuple[Phrase, ...] = ()
    taken = {phrase.head for phrase in actors}
    if pred.get("between") and len(actors) > 1:
        actors, targets = actors[:1], actors[1:]
    else:
        targets = tuple(p for p in parties(tree, classes, pred, (*pattern.targets, *lent[1:])) if p.head not in taken)
    spots = places(tree, classes, pred, pattern.place)
    if not targets and pattern.targets:
        targets = tuple(
            o for spot in spots[:1] if spot.via is None for o in owners(tree, classes, spot.head) if o.head not in taken
        )
    return EventReading(
        key=key,
        sentence=tree.index,
        trigger=tree.span([pred.token], pred.token),
        quote=(tree.sentence.start, tree.sentence.end),
        found_by=pattern.found_by,
        path=_paths(tree, pred),
        type=pattern.type,
        actors=actors,
        targets=targets,
        places=spots,
        times=times(tree, classes, pred),
    )


def _companions(tree: Tree, classes: Classes, pred: Predicate, pattern: Pattern) -> tuple[Phrase, ...]:
    """Return those who did it together with the doer: "alongside", "together with", "in coordination with"."""
    heads = [*pred.get("alongside"), *pred.get("along with"), *pred.get("together with")]
    for head in pred.get("in"):
        if tree.lemma(head) in lexicon()["together"]:
            heads += [c for k in tree.children(head, "nmod") if tree.case(k) == "with" for c in tree.conjuncts(k)]
    if "with" not in pattern.targets:
        heads += [h for h in pred.get("with") if "combatant" in classes.of(tree, h)]
    return tuple(tree.phrase(h) for h in heads if is_party(tree, classes, h))


def parties(tree: Tree, classes: Classes, pred: Predicate, names: Sequence[str]) -> tuple[Phrase, ...]:
    """Return the phrases of the parties that the first of some arguments names, each coordinated one by itself.

    Args:
        tree: the sentence.
        classes: the report's classes.
        pred: the predicate.
        names: argument names in order of preference.
    """
    for name in names:
        heads = [h for h in argument(tree, pred, name) if is_party(tree, classes, h, modifier=name.endswith("mod"))]
        if heads:
            return tuple(tree.phrase(h) for h in heads)
    return ()


def owners(tree: Tree, classes: Classes, spot: int) -> tuple[Phrase, ...]:
    """Return whom a place is said to belong to before its name: "a regime military base", "rebel-held towns".

    Args:
        tree: the sentence.
        classes: the report's classes.
        spot: the head of the place's phrase.
    """
    held = compound_holder(tree, spot)
    if held is not None:
        return (held,)
    for kid in tree.children(spot, "compound", "amod", "nmod:poss", "nmod"):
        named = tree.tokens[kid].upos != "PRON" and "place" not in classes.of(tree, kid)
        if kid < spot and named and is_party(tree, classes, kid):
            return (tree.phrase(kid),)
    return ()


def compound_holder(tree: Tree, noun: int) -> Phrase | None:
    """Return the holder in "rebel-held town", split at the hyphen or not, for the noun it stands before."""
    for number in range(max(noun - 5, 0), noun):
        word = tree.tokens[number].text.lower()
        left, dash, right = word.rpartition("-")
        if dash and right in HELD and left:
            start = tree.tokens[number].start
            return Phrase(tree.index, number, start, start + len(left), tree.text[start : start + len(left)])
        if word in HELD and number >= 2 and tree.tokens[number - 1].text == "-":
            return tree.span([number - 2], number - 2)
    return None


def is_party(tree: Tree, classes: Classes, head: int, *, modifier: bool = False) -> bool:
    """Return whether a phrase can name a party: people, forces, groups, or a country that stands for its state.

    Args:
        tree: the sentence.
        classes: the report's classes.
        head: the phrase's head.
        modifier: whether it stands before an event noun ("regime air strikes"), where adjectives count too.
    """
    have = classes.of(tree, head)
    if have & _PARTY:
        return "time" not in have
    return modifier and tree.tokens[head].upos == "PROPN" and not have & {"time", "place"}


def _paths(tree: Tree, pred: Predicate) -> tuple[str, ...]:
    """Return how each argument was reached, for `explain`."""
    return tuple(
        f"{name}: {tree.path(head, pred.token) if tree.is_below(head, pred.token) else tree.tokens[head].text + ' (clause above)'}"
        for name, heads in pred.args.items()
        for head in heads
        if not name.startswith("clause:")
    )
