"""The place named nearest to a predicate in its sentence's tree: where it happened, when no phrase of its own says.

A search from the predicate along the arcs, the cheapest way first. A step costs the less the surer it stays in the
scene: little from a verb to its object, its circumstances or the verb that it is coordinated with, more into another
clause, most into what happened at another time, what is only said, and what a party is called after. A way that costs
more than `_MOST` is no evidence. The costs are whole or half, none tuned to a text.
"""

from heapq import heappop, heappush
from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.spots import expand_places
from dateline.extract.tree import Tree, base
from dateline.model.reading import Phrase
from dateline.reference.lexicon import lexicon
from dateline.reference.places import shared_places

_MOST: Final = 4.5
_NEVER: Final = 99.0
_ELSEWHERE: Final = 4.5  # another time, a party's name: crossed only where hardly anything else is

AT: Final = frozenset(
    {"in", "at", "on", "near", "around", "inside", "within", "outside", "along", "across", "throughout", "over",
     "into", "toward", "towards", "off", "north of", "south of", "east of", "west of", "northeast of", "northwest of",
     "southeast of", "southwest of", "close to", "behind", "beyond", "upon", "onto", "above", "through",
     "in front of", "next to", "opposite"}
)  # fmt: skip
_TO: Final = frozenset({"to", "against", "from", "out of", "for", "under", "up to", "as far as"})
_FOUGHT: Final = frozenset({"battle", "fight", "fighting", "struggle", "combat"})  # "the battle for A" is at A
_PATH: Final = frozenset({"to", "up to", "out of", "as far as"})
_AMID: Final = frozenset({"in", "during", "amid", "when", "while", "as", "on"})
ELSEWHEN: Final = frozenset({"after", "before", "since", "until", "till", "following", "unless", "if", "ahead of"})
_MOTIVES: Final = frozenset(
    {"avenge", "payback", "punishment", "reaction", "reply", "reprisal", "response", "retaliate", "retaliation",
     "retribution", "revenge", "vengeance"}
)  # fmt: skip
_MOTIVES_IN: Final = frozenset({"answer", "protest"})  # "in protest at"; "during a protest" tells where people were
_LAUNCHING: Final = frozenset({"fire", "launch", "lob", "shell", "shoot"})  # "fired from A" fell elsewhere
FOLLOWING: Final = frozenset({"follow", "avenge", "echo", "recall", "precede"})  # "the raid follows a bombing in A"
_RESULTING: Final = frozenset({"after", "following"})
_AS_SAID: Final = frozenset({"according to", "as", "like", "unlike", "than", "despite", "because of", "including"})
_PARTIES: Final = frozenset({"actor", "combatant", "civilian", "people", "person", "aircraft"})
_REFUGE: Final = frozenset({"refuge", "shelter", "cover"})  # taken, sought or found at a place
_NO_SPOT: Final = frozenset({"time", "combatant", "aircraft", "pronoun"})
_NAMING: Final = frozenset({"compound", "nmod:poss", "flat", "appos"})

_OWN: Final = frozenset({"obj", "nsubj", "obl", "nmod", "appos", "compound", "amod"})

# What a step costs by its relation: down to a dependent, up to a head. Phrases with prepositions have their own rules.
_DOWN: Final = {
    "obj": 1.0, "nsubj:pass": 1.0, "iobj": 1.0, "xcomp": 1.0, "advmod": 1.0, "appos": 1.0, "flat": 0.0, "nummod": 1.0,
    "acl": 1.5, "conj": 2.0, "csubj": 2.0, "nsubj": 2.5, "advcl": 3.0, "acl:relcl": 2.5, "dep": 3.0, "parataxis": 4.0,
}  # fmt: skip
_UP: Final = {
    "cop": 0.0, "aux": 0.0, "compound": 0.5, "xcomp": 1.0, "obj": 1.0, "amod": 1.0, "appos": 1.0, "conj": 1.0,
    "advcl": 1.5, "obl": 1.5, "nmod": 1.5, "nsubj": 1.5, "csubj": 1.5, "acl": 2.0, "ccomp": 2.0, "dep": 2.0,
    "parataxis": 2.5,
}  # fmt: skip


def nearest_place(tree: Tree, classes: Classes, start: int, *, most: float = _MOST) -> tuple[Phrase, ...]:
    """Return the place, or the places of one list, that the tree names nearest to a token; empty where none is near.

    Args:
        tree: the sentence.
        classes: the report's classes.
        start: the token that the search begins at.
        most: what the way may cost.
    """
    least = {start: 0.0}
    todo: list[tuple[float, int, int, bool]] = [(0.0, 0, start, False)]
    while todo:
        cost, _, token, arrived = heappop(todo)
        if arrived:
            return tuple(expand_places(tree, classes, token, via=_way(tree, start, token)))
        for other, down in _neighbours(tree, token):
            total = cost + (_down(tree, classes, token, other) if down else _up(tree, token))
            if total > most or total >= least.get(other, _NEVER):
                continue
            least[other] = total
            heappush(todo, (total, abs(other - start), other, False))
            arrival = total + _arrival(tree, classes, token, other, down=down)
            if arrival <= most:
                heappush(todo, (arrival, abs(other - start), other, True))
    return ()


def _neighbours(tree: Tree, token: int) -> list[tuple[int, bool]]:
    """Return the words that a word is joined to, each with whether it depends on the word."""
    out = [(kid, True) for kid in tree.kids[token]]
    if tree.head(token) >= 0:
        out.append((tree.head(token), False))
    return out


def _way(tree: Tree, start: int, end: int) -> str | None:
    """Return the arcs from one token to another, as "killed >advcl drove >obl Miami".

    None within the start's own phrases ("the killing of traders near X"): that is as good as an argument.
    """
    up = [start, *tree.ancestors(start)]
    down = [end]
    while down[-1] not in up:
        down.append(tree.head(down[-1]))
    if down[-1] == start and all(tree.rel(one) in _OWN for one in down[:-1]):
        return None
    climb = [f"<{tree.tokens[one].deprel} {tree.tokens[tree.head(one)].text}" for one in up[: up.index(down[-1])]]
    descent = [f">{tree.tokens[one].deprel} {tree.tokens[one].text}" for one in reversed(down[:-1])]
    return " ".join(["nearest place:", tree.tokens[start].text, *climb, *descent])


def _down(tree: Tree, classes: Classes, token: int, kid: int) -> float:
    """Return what it costs to go from a word to one that depends on it."""
    deprel = tree.tokens[kid].deprel
    rel = base(deprel)
    if deprel == "nmod:poss" or rel in ("compound", "amod"):
        return _of_attribute(classes.of(tree, token))
    if rel in ("obl", "nmod"):
        return _of_phrase(tree, token, kid)
    if rel in ("advcl", "acl"):
        return _of_clause(tree, token, kid)
    if rel == "nsubj" and tree.lemma(token) in lexicon()["say_verb"]:
        return _NEVER
    if rel == "obj" and tree.lemma(token) in FOLLOWING:
        return _ELSEWHERE
    if rel == "conj" and tree.lemma(kid) in lexicon()["carry_verb"]:  # "… and 30 were taken to hospitals in X"
        return _ELSEWHERE
    if rel == "appos" and "person" in classes.of(tree, token):  # what somebody is tells where he serves
        return 2.5
    return _DOWN.get(deprel, _DOWN.get(rel, _NEVER))


def _of_attribute(owner: frozenset[str]) -> float:
    """Return what a name before a noun costs: a place's tells where, a party's whose it is ("the Kabul government")."""
    return _ELSEWHERE if owner & _PARTIES else 1.5 if "place" in owner else 3.5


def _of_clause(tree: Tree, token: int, kid: int) -> float:
    """Return what a clause of circumstance or one that describes a noun costs."""
    marks = {tree.lemma(k) for k in tree.children(kid, "mark", "advmod")}
    if marks & ELSEWHEN:
        return _ELSEWHERE
    if tree.rel(kid) == "advcl":
        return 2.0 if marks & _AMID else _DOWN["advcl"]
    if tree.lemma(kid) in lexicon()["situate_verb"] or _takes_refuge(tree, kid):
        return 1.0
    if tree.case(token) == "with":  # "30 died, with the worst strike hitting X": another scene
        return _ELSEWHERE
    return _DOWN[tree.tokens[kid].deprel if tree.tokens[kid].deprel in _DOWN else "acl"]


def _takes_refuge(tree: Tree, verb: int) -> bool:
    return any(tree.lemma(kid) in _REFUGE for kid in tree.children(verb, "obj"))


def _of_phrase(tree: Tree, token: int, kid: int) -> float:
    """Return what a phrase with a preposition costs by how surely it is of the scene."""
    case = tree.case(kid)
    if is_motive(tree, token) or is_motive(tree, kid):
        return _ELSEWHERE
    if case == "from" and _launches(tree, token):
        return _NEVER
    if tree.lemma(token) in lexicon()["say_verb"]:  # "In X, officials said …" tells the scene, "… said in X" does not
        return 1.5 if case in AT and kid < min(tree.children(token, "nsubj"), default=token) else _NEVER
    if tree.tokens[kid].deprel == "obl:agent":
        return 3.0
    if case in AT or case == "of" or (case == "for" and tree.lemma(token) in _FOUGHT):
        return 1.0
    if case in _AMID or (case in _PATH and tree.rel(token) != "conj"):
        return 1.5
    if case in ELSEWHEN:
        return _ELSEWHERE
    return 5.0 if case in _AS_SAID else 2.0


def is_motive(tree: Tree, token: int) -> bool:
    """Return whether a word tells for what something else was done: "in retaliation for", "in protest at".

    What it was done for was elsewhere. A protest by any other words is a scene of its own.

    Args:
        tree: the sentence.
        token: its word.
    """
    if tree.lemma(token) in _MOTIVES:
        return True
    bare = not tree.children(token, "det", "amod", "compound", "nmod:poss")
    return tree.words[token] in _MOTIVES_IN and bare and tree.case(token) == "in"


def _launches(tree: Tree, verb: int) -> bool:
    """Whether what a verb tells of was sent or set out from one place and told of at another: "took off from A"."""
    if tree.lemma(verb) == "take":  # "took two men from A" was at A
        return any(tree.words[kid] == "off" for kid in tree.children(verb, "compound:prt"))
    return tree.lemma(verb) in _LAUNCHING


def _up(tree: Tree, token: int) -> float:
    """Return what it costs to go from a word to the one that it depends on."""
    rel = tree.rel(token)
    if rel == "advcl" and any(tree.lemma(k) in ELSEWHEN for k in tree.children(token, "mark")):
        return _ELSEWHERE
    if is_apart_in_time(tree, token):
        return _ELSEWHERE
    if rel == "nsubj" and tree.lemma(tree.head(token)) in lexicon()["harm_verb"]:
        return 0.5  # what "the shelling killed" was harmed there
    return _UP.get(rel, _NEVER)


def is_apart_in_time(tree: Tree, token: int) -> bool:
    """Return whether something is told only to say when else happened: "a bomb killed seven an hour after the raid".

    What follows from it was there too: "ten died in A after the raid".

    Args:
        tree: the sentence.
        token: its word.
    """
    if tree.rel(token) not in ("obl", "nmod") or tree.case(token) not in ELSEWHEN:
        return False
    counted = any(tree.tokens[kid].deprel.endswith(":unmarked") for kid in tree.kids[token])
    in_clause = tree.head(token) >= 0 and tree.rel(tree.head(token)) == "advcl"  # "after a strike killed ten"
    return counted or in_clause or tree.case(token) not in _RESULTING


def _arrival(tree: Tree, classes: Classes, token: int, other: int, *, down: bool) -> float:
    """Return what it costs to take a word for the spot, by how it stands to the one that the way came from."""
    if not is_named_place(tree, classes, other):
        return _NEVER
    if not down:  # "the town that they shelled", and no other word that the way climbs to
        return 0.0 if tree.rel(token) == "acl" else _NEVER
    if tree.rel(other) == "conj" and tree.head(other) == token and "place" in classes.of(tree, token):
        return _arrival(tree, classes, tree.head(token), token, down=True)  # as the first of its list
    rel = tree.rel(other)
    if rel in ("obl", "nmod") and tree.tokens[other].deprel != "nmod:poss":
        return _arrival_by_case(tree, classes, other)
    if rel == "flat" or tree.tokens[other].deprel == "nsubj":
        return _NEVER
    if tree.tokens[other].xpos == "NNPS" or shared_places().people_of(tree.tokens[other].text):
        return _NEVER  # "killed six Yazidis", "wounded an Ecuadorean"
    if classes.of(tree, other) & _PARTIES or classes.may_be_a_person(tree.index, other):
        return _NEVER
    return 0.5


def _arrival_by_case(tree: Tree, classes: Classes, other: int) -> float:
    case, above = tree.case(other), classes.of(tree, tree.head(other))
    if tree.tokens[other].deprel == "obl:agent" or (case == "from" and tree.rel(other) == "nmod"):
        return _NEVER  # who did it, where somebody comes from
    if case == "from" and _launches(tree, tree.head(other)):
        return _NEVER  # where it was fired
    if case == "of":
        return 2.5 if above & _PARTIES else 1.0
    if case == "between":
        return 0.5 if "place" in above else 3.0
    if case == "for" and tree.lemma(tree.head(other)) in _FOUGHT:
        return 0.0
    return 0.0 if case in AT else 2.0 if case in _TO else _NEVER


def is_named_place(tree: Tree, classes: Classes, token: int) -> bool:
    """Whether a word heads a place with a name: "Ariha", "Ariha market", "the market of Ariha"."""
    proper = tree.tokens[token].upos == "PROPN"
    if not proper and all(tree.tokens[kid].upos != "PROPN" for kid in tree.kids[token]):
        return False
    have = classes.of(tree, token)
    if "place" not in have or have & _NO_SPOT:
        return False
    if proper and _is_name(tree, token):
        return True
    return any(
        _is_name(tree, kid)
        and "place" in classes.of(tree, kid)
        and (tree.tokens[kid].deprel in _NAMING or (tree.tokens[kid].deprel == "nmod" and tree.case(kid) == "of"))
        for kid in tree.kids[token]
    )


def _is_name(tree: Tree, token: int) -> bool:
    """Whether a word is a name: a proper noun, in capitals unless the sentence has none."""
    word = tree.tokens[token]
    return word.upos == "PROPN" and (not word.text.islower() or all(t.text.islower() for t in tree.tokens[1:]))
