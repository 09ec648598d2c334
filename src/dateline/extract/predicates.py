"""Predicates: a verb or event noun with its arguments, whatever the syntax they came in.

Active and passive, relative and participial clauses, coordination, control and light verbs are undone here once, so
that a pattern speaks only of agent, patient and prepositions (the deep arguments of Universal Dependencies' clause
types).
"""

from dateline.extract.arguments import Predicate, argument, clauses
from dateline.extract.objects import NOMINAL, add_aim, add_gap, is_object, resolved, share_objects
from dateline.extract.tree import Tree
from dateline.extract.voice import is_passive, is_verbal
from dateline.reference.lexicon import lexicon

__all__ = ["Predicate", "argument", "clauses", "predicate", "subject"]

_SUBJECTS = frozenset({"subject", "expose", "treat"})  # "subjected the town to a barrage"
_RESORTS = {  # "resorted to shelling", "answered with artillery fire"
    "to": ("resort", "turn", "return"),
    "with": ("respond", "retaliate", "answer", "reply", "react"),
    "in": ("engage",),
}
_STATES = frozenset({"in", "under", "into", ""})  # "fell into rebel hands"
_CIRCUMSTANCE = frozenset({"in", "during", "by", "through", "amid"})  # "since" and "after" tell of another happening
_OWN = frozenset({"between", "against"})  # the noun's, wherever they stand
_SUFFERERS = frozenset({"target", "victim", "object", "scene", "site", "focus", "recipient"})  # "the target of a raid"
_OF_WHAT = frozenset({"of", "for", "from", "with"})
_SPREAD = frozenset({"spate", "string", "rash", "succession", "run", "number", "spell"})  # of many, here and there
_DEPTH = 6  # how many clauses up a missing subject is looked for


def predicate(tree: Tree, token: int) -> Predicate:
    """Return the predicate that a token heads, with its arguments; the caller's own, to add to."""
    known = tree.predicates.get(token)
    if known is None:
        known = tree.predicates[token] = _verb(tree, token) if is_verbal(tree, token) else _noun(tree, token)
    return Predicate(token, known.clause, known.passive, {name: list(heads) for name, heads in known.args.items()})


def _verb(tree: Tree, token: int) -> Predicate:
    pred = Predicate(token, token, passive=is_passive(tree, token))
    subjects = subject(tree, token)
    pred.add("patient" if pred.passive else "agent", subjects)
    for kid in tree.children(token):
        rel = tree.tokens[kid].deprel
        if rel == "obj" and tree.case(kid) and not _is_up_to(tree, kid):
            # "hacked to death two men": trees take the death for what was hacked
            pred.add(tree.case(kid), [kid])
        elif rel == "obj" and not (
            kid + 1 < len(tree) and tree.tokens[kid + 1].head == token and tree.rel(kid + 1) == "obj"
        ):
            pred.add("patient", resolved(tree, kid, token))
            add_aim(tree, kid, pred)
        elif rel == "iobj":  # without anything given it is what was struck or taken: "took Ma’arrat al-Nu’man"
            given = tree.children(token, "obj", "ccomp", "xcomp")
            pred.add("recipient" if given else "patient", tree.conjuncts(kid))
        elif rel == "obl:agent" or (rel == "obl" and pred.passive and tree.case(kid) == "by"):
            pred.add("agent", tree.conjuncts(kid))
        elif rel in ("obl", "nmod"):
            case = "" if _is_up_to(tree, kid) else tree.case(kid)
            apart = _joined_by_case(tree, kid)
            whole = [one for one in resolved(tree, kid, token) if one not in apart]
            pred.add(case or ("patient" if is_object(tree, kid) else "unmarked"), whole)
            for one, own in apart.items():
                pred.add(own, [one])
        elif rel == "obl:unmarked":
            pred.add("unmarked", [kid])
        elif rel == "conj" and tree.tokens[kid].upos in ("NOUN", "PROPN") and tree.case(kid):
            pred.add(tree.case(kid), [kid])  # "poured over the bridge and into the town", hung on the verb
        elif rel == "advmod":  # "handed the base over to": the tree hangs the taker on the "over"
            for inner in tree.children(kid, "obl"):
                pred.add(tree.case(inner) or "unmarked", tree.conjuncts(inner))
    add_gap(tree, token, pred)
    share_objects(tree, token, pred)
    return pred


def _joined_by_case(tree: Tree, token: int) -> dict[int, str]:
    """Return the phrases joined to one that have another preposition: "poured over the bridge and into the town"."""
    cases = {one: tree.case(one) for one in tree.conjuncts(token)[1:]}
    return {one: case for one, case in cases.items() if case and case != tree.case(token)}


def _is_up_to(tree: Tree, token: int) -> bool:
    """Whether "to" before an object only bounds a number: "took up to 90 lives"."""
    mark = next((k for k in tree.children(token, "case") if k < token and tree.words[k] == "to"), 0)
    return mark > 0 and tree.words[mark - 1] == "up" and tree.tokens[mark + 1].upos == "NUM"


def subject(tree: Tree, token: int, depth: int = 0) -> list[int]:
    """Return the heads of a verb's surface subject, looked for in the clauses above where its own states none."""
    own = tree.children(token, "nsubj")
    if len(own) > 1:
        # Of two the nearest before the verb: trees take the speaker of "…, officials said" for a second subject.
        own = [max((k for k in own if k < token and tree.words[k + 1] != "-"), default=own[0])]
    if own:
        return [one for kid in own for one in resolved(tree, kid, token)]
    rel, head = tree.tokens[token].deprel, tree.head(token)
    if head < 0 or depth >= _DEPTH:
        return []
    if rel in ("acl", "acl:relcl") and tree.tokens[head].upos in NOMINAL:
        return _of_clause(tree, token, head, depth)
    if not is_verbal(tree, head):
        # "the army was able to take", "is under pressure to withdraw": the subject of an adjective or noun predicate
        return subject(tree, head, depth + 1) if rel in ("xcomp", "advcl", "conj", "ccomp") else []
    if rel == "xcomp":
        objects = tree.children(head, "obj")
        if objects and tree.lemma(head) in lexicon()["object_control"]:
            return tree.conjuncts(objects[0])
        return subject(tree, head, depth + 1)
    if rel == "advcl" and (blamed := _blamed(tree, token, head)):
        return blamed
    shared = rel == "conj" or (rel == "advcl" and not tree.children(token, "nsubj", "expl"))
    return subject(tree, head, depth + 1) if shared else []


def _blamed(tree: Tree, token: int, verb: int) -> list[int]:
    """Return whom a verb accuses, suspects or keeps of what a gerund tells: "accused gunners of firing on A"."""
    marks = {tree.words[k] for k in tree.children(token, "mark", "case")}
    if tree.tokens[token].xpos != "VBG" or tree.lemma(verb) not in lexicon()["blame_verb"] or not marks & _OF_WHAT:
        return []
    whom = [kid for kid in tree.children(verb, "obj", "nsubj:pass") if kid < token]
    return tree.conjuncts(whom[-1]) if whom else []


def _of_clause(tree: Tree, token: int, head: int, depth: int) -> list[int]:
    """Return the subject of a clause that hangs on a noun: the noun, but for "went through the town burning houses"."""
    word = tree.tokens[token]
    if word.deprel == "acl" and word.xpos == "VBG" and tree.lemma(head) in lexicon()["place"] | lexicon()["home"]:
        above = next((one for one in tree.ancestors(head) if is_verbal(tree, one)), None)
        if above is not None:
            return subject(tree, above, depth + 1)
    finite = word.deprel == "acl:relcl" or word.xpos in ("VBG", "VBN", "VBD")
    return [head] if finite else _noun_agent(tree, head)


def _noun_agent(tree: Tree, token: int) -> list[int]:
    return predicate(tree, token).get("agent")


def _noun(tree: Tree, token: int) -> Predicate:
    pred = Predicate(token, token)
    counted = tree.head(token) if _is_counted(tree, token) else -1
    for kid in (*tree.children(token), *(tree.children(counted, "nmod", "acl") if counted >= 0 else ())):
        if kid == token:
            continue
        rel = tree.tokens[kid].deprel
        if rel == "nmod" or (rel == "obl" and tree.tokens[token].upos == "VERB"):
            case = tree.case(kid)
            does = case == "by" or (case == "from" and tree.lemma(token) not in lexicon()["taken_from"])
            pred.add("agent" if does else case or "unmarked", tree.conjuncts(kid))
            if case == "from":
                pred.add("from", tree.conjuncts(kid))
            if case == "of":  # "the kidnapping of a chief by gunmen": the tree hangs the doer on the chief
                doers = (k for k in tree.children(kid, "nmod") if tree.case(k) == "by")
                pred.add("agent", [one for doer in doers for one in tree.conjuncts(doer)])
        elif rel == "nmod:poss":
            pred.add("poss", resolved(tree, kid, token))
        elif rel in ("compound", "amod", "nmod:desc"):
            pred.add("mod", tree.conjuncts(kid))
        elif rel == "nmod:unmarked":
            pred.add("unmarked", [kid])
        elif rel in ("acl", "acl:relcl"):
            _from_clause(tree, kid, pred)
    pred.add("subject", _said_of(tree, token))
    _lend(tree, token, pred)
    return pred


def _is_counted(tree: Tree, noun: int) -> bool:
    """Whether a noun stands behind one that only counts it: "a wave of strikes"."""
    head = tree.head(noun)
    behind = head >= 0 and tree.rel(noun) == "nmod" and tree.case(noun) == "of"
    return behind and tree.lemma(head) in lexicon()["series"] - _SPREAD


def _said_of(tree: Tree, noun: int) -> list[int]:
    """Return what a noun behind "be", "in" or "under" is said of: "the town is under control"."""
    if tree.children(noun, "cop"):
        return subject(tree, noun)
    verb = tree.head(noun)
    stands = tree.rel(noun) in ("obl", "xcomp") and tree.case(noun) in _STATES
    if not stands or verb < 0 or not is_verbal(tree, verb):
        return []
    if tree.lemma(verb) in lexicon()["left_with"] and (objects := tree.children(verb, "obj")):
        return tree.conjuncts(objects[0])  # "left the rebels in control"
    return subject(tree, verb)


def _from_clause(tree: Tree, verb: int, pred: Predicate) -> None:
    """Take the agent and places of a participle on an event noun: "an attack carried out by", "clashes raging in"."""
    for kid in tree.children(verb):
        if tree.tokens[kid].deprel == "obl:agent":
            pred.add("agent", tree.conjuncts(kid))
        elif tree.tokens[kid].deprel == "obl":
            pred.add("clause:" + (tree.case(kid) or "unmarked"), tree.conjuncts(kid))


def _lend(tree: Tree, token: int, pred: Predicate) -> None:
    """Let an event noun have the arguments of the verb it depends on."""
    words = lexicon()
    top = token
    while _is_counted(tree, top) or (
        tree.tokens[top].deprel in ("conj", "compound") and tree.head(top) >= 0 and not is_verbal(tree, tree.head(top))
    ):
        top = tree.head(top)
    rel, verb = tree.tokens[top].deprel, tree.head(top)
    if verb < 0 or not is_verbal(tree, verb):
        _lend_noun(tree, top, pred)
        return
    if (rel == "obj" and tree.lemma(verb) in words["light_verb"]) or (
        rel == "nsubj:pass" and tree.lemma(verb) in words["light_verb"]
    ):
        pred.add("agent", _deep_agent(tree, verb))
    elif rel in ("obl", "obj") and tree.lemma(verb) in words["suffer_verb"]:
        pred.add("patient", subject(tree, verb))
    elif rel == "nsubj" and not is_passive(tree, verb):
        pred.add("struck", [one for obj in _objects(tree, verb) for one in tree.conjuncts(obj)])
    elif rel == "obl" and tree.case(top) == "to" and tree.lemma(verb) in _SUBJECTS:
        for obj in tree.children(verb, "obj"):
            pred.add("struck", tree.conjuncts(obj))
        pred.add("agent", subject(tree, verb))
    elif rel == "obl" and tree.lemma(verb) in _RESORTS.get(tree.case(top), ()):
        pred.add("agent", subject(tree, verb))
    elif rel == "obl" and tree.case(top) in _CIRCUMSTANCE and tree.lemma(verb) in words["lend_verb"]:
        _lend_parties(tree, verb, pred)
    _add_beside(tree, top, verb, pred)


def _objects(tree: Tree, verb: int) -> list[int]:
    """Return a verb's objects, of one without any those of the verbs joined to it: "came at dusk and hit a school"."""
    joined = (k for k in tree.children(verb, "conj") if not tree.children(k, "nsubj", "nsubj:pass"))
    return tree.children(verb, "obj") or [obj for one in joined for obj in tree.children(one, "obj")]


def _lend_noun(tree: Tree, top: int, pred: Predicate) -> None:
    """Let an event noun that depends on no verb have what its noun or adjective tells."""
    rel, head = tree.tokens[top].deprel, tree.head(top)
    if rel == "nmod" and head >= 0 and tree.lemma(head) in _SUFFERERS and tree.case(top) == "of":
        _add_sufferer(tree, head, pred)
    elif rel == "root" or (rel in ("nmod", "obl") and head >= 0):
        pred.clause = top if rel == "root" else _carrier(tree, top)
    elif rel == "nsubj" and head >= 0 and tree.tokens[head].upos in ("ADJ", "ADP", "ADV"):
        _add_beside(tree, top, head, pred)  # "fighting was heavy in the south"


def _add_sufferer(tree: Tree, noun: int, pred: Predicate) -> None:
    """Let an event noun have what is said to be its target: "the bank was the target of a raid", "fell victim to"."""
    verb = tree.head(noun)
    by_verb = tree.rel(noun) in ("obj", "xcomp", "obl") and verb >= 0 and is_verbal(tree, verb)
    hit = subject(tree, verb) if by_verb else _said_of(tree, noun)
    spots = lexicon()["place"] | lexicon()["home"]
    pred.add("struck", [one for one in hit if tree.lemma(one) in spots and tree.tokens[one].upos == "NOUN"])
    pred.add("clause_patient", hit)
    _add_beside(tree, noun, verb if by_verb else noun, pred)


def _add_beside(tree: Tree, top: int, verb: int, pred: Predicate) -> None:
    """Give an event noun the circumstances of its clause, as its own where they stand right behind it."""
    pred.clause = verb
    for kid in tree.children(verb, "obl"):
        if tree.tokens[kid].deprel == "obl" and kid != top:
            # Right behind the noun a phrase is the noun's, whatever the tree ties it to: "confirmed two strikes on a
            # camp".
            last = max(*tree.conjuncts(top), pred.token)
            case = tree.case(kid) or "unmarked"
            own = case in _OWN or any(mark == last + 1 for mark in tree.children(kid, "case"))
            for inner in tree.children(kid, "nmod"):  # "clashes in X between A and B": the tree ties the sides to X
                if tree.case(inner) == "between" and tree.lemma(kid) not in lexicon()["link"]:
                    pred.add("between", tree.conjuncts(inner))
            pred.add(("agent" if case == "by" else case) if own else "clause:" + case, tree.conjuncts(kid))


def _lend_parties(tree: Tree, verb: int, pred: Predicate) -> None:
    """Give the parties of a clause to an event noun in its circumstances: "the army killed six rebels in clashes"."""
    if is_passive(tree, verb):
        pred.add("clause_patient", subject(tree, verb))
        pred.add("clause_agent", _deep_agent(tree, verb))
        if tree.lemma(verb) in ("engage", "involve", "lock"):
            pred.add("clause_agent", subject(tree, verb))
    elif tree.lemma(verb) in ("die", "perish"):
        pred.add("clause_patient", subject(tree, verb))
    else:
        pred.add("clause_agent", subject(tree, verb))
        for obj in tree.children(verb, "obj"):
            pred.add("clause_patient", tree.conjuncts(obj))


def _carrier(tree: Tree, token: int) -> int:
    """Return the nearest verb above a token, or the topmost token where there is none."""
    last = token
    for one in tree.ancestors(token):
        last = one
        if is_verbal(tree, one):
            break
    return last


def _deep_agent(tree: Tree, verb: int) -> list[int]:
    if is_passive(tree, verb):
        return [
            one for kid in tree.children(verb) if tree.tokens[kid].deprel == "obl:agent" for one in tree.conjuncts(kid)
        ]
    return subject(tree, verb)
