"""Tolls as read: who was harmed how, with the words of the number, subsets tied to their whole."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.classes import Classes
from dateline.extract.matching import matches
from dateline.extract.parties import parties
from dateline.extract.patterns import Pattern, PatternBook
from dateline.extract.places import places
from dateline.extract.predicates import Predicate, argument, predicate, subject
from dateline.extract.times import times
from dateline.extract.tree import Tree
from dateline.model.reading import EventReading, Harm, Phrase, Scope, TollReading
from dateline.reference.lexicon import lexicon, time_heads

_PEOPLE: Final = frozenset({"people", "civilian", "combatant", "person"})
_SUBSET_WORDS: Final = frozenset({"including", "include", "included", "includes"})
_CUMULATIVE: Final = re.compile(
    r"\bsince (?:the |its |it |their )?(?:[\w-]+ ){0,4}?(?:began|start(?:ed)?|outbreak|broke out|beginning|conflict|war|uprising|"
    r"revolution|revolt|invasion|insurgency|erupted)\b"
    r"|\bsince (?:\w+ )?(?:19|20)\d\d\b|\bso far this year\b|\bto date\b|\bsince the (?:start|beginning) of the year\b"
    r"|\b(?:year|month|decade|week)s?(?:-old|-long)? (?:of )?(?:civil )?(?:war|conflict|insurgency|uprising|rebellion)\b"
    r"|\b(?:over|in|during) the (?:past|last) (?:\w+ )?(?:years|decades?|decade)\b", re.IGNORECASE)
_RUNNING: Final = re.compile(r"\b(?:brings?|brought|bringing|took|takes|taking|raises?|raised|raising) (?:the|its|their) (?:\w+ ){0,3}toll\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    """One toll before it is numbered: its trigger, harmed, count, and the index of its whole among those found."""

    tree: Tree
    pred: Predicate
    pattern: Pattern
    victims: int
    count: Phrase | None
    whole: int | None
    single: bool


def read_tolls(all_trees: Sequence[Tree], classes: Classes, book: PatternBook, events: Sequence[EventReading]) -> list[TollReading]:
    """Return the tolls of a report as read, in text order.

    Args:
        all_trees: the report's sentences.
        classes: the report's classes.
        book: the toll patterns.
        events: the report's events, to which tolls are tied.
    """
    by_sentence: dict[int, list[EventReading]] = {}
    for event in events:
        by_sentence.setdefault(event.sentence, []).append(event)
    out: list[TollReading] = []
    for tree in all_trees:
        found = _in_sentence(tree, classes, book)
        first = len(out)
        for one in found:
            out.append(_reading(one, classes, by_sentence, first, len(out) + 1, out))
    return out


def _in_sentence(tree: Tree, classes: Classes, book: PatternBook) -> list[_Found]:
    found: list[_Found] = []
    taken: set[int] = set()
    for match in matches(tree, classes, book):
        _add_self(tree, match.pred)
        _collect(tree, classes, match.pred, match.pattern, found, taken)
    for number, token in enumerate(tree.tokens):
        entries = book.adjectives.get(token.text.lower()) if token.upos in ("ADJ", "VERB", "NOUN", "PROPN", "ADV") else None
        if entries and number not in {f.pred.token for f in found}:
            pred = Predicate(number, number)
            pred.add("described", _described(tree, classes, number))
            _collect(tree, classes, pred, entries[0].pattern, found, taken)
    return found


def _add_self(tree: Tree, pred: Predicate) -> None:
    pred.add("self", [pred.token])


def _described(tree: Tree, classes: Classes, number: int) -> list[int]:
    """Return what "dead", "wounded" or "missing" is said of."""
    rel, head = tree.tokens[number].deprel, tree.head(number)
    own = [k for k in tree.children(number, "nummod", "nsubj") if tree.tokens[k].upos in ("NUM", "NOUN", "PROPN")]
    if own:
        return [c for k in own for c in tree.conjuncts(k)]
    if rel == "amod" and head > number:
        return [head]  # "40 dead soldiers"
    before = _count_before(tree, number)
    if before is not None:
        return [before]
    if head < 0:
        return []
    if rel in ("xcomp", "advcl", "obl", "advmod") and tree.tokens[head].upos == "VERB":
        objects = [c for k in tree.children(head, "obj") for c in tree.conjuncts(k)]
        return objects or subject(tree, head)
    if rel in ("amod", "acl") and head < number and classes.of(tree, head) & (_PEOPLE | {"actor"}):
        return tree.conjuncts(head) if tree.tokens[head].deprel != "conj" else [tree.head(head), head]
    if rel == "conj":
        return []
    return []


def _count_before(tree: Tree, number: int) -> int | None:
    """Return a bare number right before: "left three dead and 15 wounded"."""
    if number and tree.tokens[number - 1].upos == "NUM":
        return number - 1
    if number and tree.lemma(number - 1) in lexicon()["quantity"]:
        return number - 1
    return None


def _collect(tree: Tree, classes: Classes, pred: Predicate, pattern: Pattern, found: list[_Found], taken: set[int]) -> None:
    for name in pattern.targets:
        heads = [h for h in argument(tree, pred, name) if h not in taken]
        added = False
        for head in heads:
            added |= _add(tree, classes, pred, pattern, head, found, taken, None)
        if added:
            return


def _add(tree: Tree, classes: Classes, pred: Predicate, pattern: Pattern, head: int, found: list[_Found], taken: set[int],
         whole: int | None) -> bool:
    if head in taken:
        return False
    count = count_phrase(tree, head)
    single = count is None and _is_single(tree, classes, head) and head != pred.token
    if not _are_people(tree, classes, head, pred) or (count is None and not single):
        return False
    taken.add(head)
    found.append(_Found(tree, pred, pattern, head, count, whole, single))
    mine = len(found) - 1
    for kid in (*_subset_heads(tree, head, pred.token), *_counted_among(tree, head)):
        _add(tree, classes, pred, pattern, kid, found, taken, mine)
    return True


def _are_people(tree: Tree, classes: Classes, head: int, pred: Predicate) -> bool:
    """Whether a phrase may be the harmed: people of any sort, or a number that stands alone."""
    if head == pred.token or tree.tokens[head].upos == "NUM":
        return True
    have = classes.of(tree, head)
    if have & _PEOPLE:
        return not ("place" in have and "combatant" not in have and "person" not in have)
    inner = [k for k in tree.children(head, "nmod") if tree.case(k) == "of"]
    if tree.tokens[head].upos == "NOUN" and not have - {"actor"} and tree.lemma(head) not in lexicon()["thing"]:
        return count_phrase(tree, head) is not None  # whatever else is counted among the killed is people: "six cooks"
    quantity = tree.lemma(head) in lexicon()["quantity"] or tree.tokens[head].upos == "DET"
    return quantity and (not inner or any(classes.of(tree, k) & (_PEOPLE | {"pronoun"}) for k in inner))


def _is_single(tree: Tree, classes: Classes, head: int) -> bool:
    """Whether one person is meant: a name, or a singular noun for a person."""
    token = tree.tokens[head]
    have = classes.of(tree, head)
    if token.upos == "PROPN":
        return "person" in have and classes.mention_type(tree.index, head) == "person"
    if token.xpos != "NN" or not have & {"civilian", "combatant", "person"}:
        return False
    collective = ("army", "force", "military", "police", "militia", "group", "faction", "battalion", "brigade", "coalition", "garrison",
                  "convoy", "patrol", "unit", "infantry", "personnel", "cell", "platoon", "squad", "family", "crew", "guard")
    return tree.lemma(head) not in collective


def count_phrase(tree: Tree, head: int) -> Phrase | None:
    """Return the words of the number that a noun phrase holds ("at least 31", "dozens", "a"), None where it has none.

    Args:
        tree: the sentence.
        head: the phrase's head: the counted noun, or the number itself.
    """
    token = tree.tokens[head]
    if tree.lemma(head) in ("nobody", "none") or (tree.lemma(head) == "one" and any(_text(tree, k) == "no" for k in tree.children(head, "det"))):
        return tree.phrase(head)
    if token.upos == "NUM" or tree.lemma(head) in lexicon()["quantity"]:
        return _grown(tree, head, head)
    for kid in tree.children(head, "nummod", "amod", "det"):
        if kid < head and (tree.tokens[kid].upos == "NUM" or tree.tokens[kid].text.lower() in lexicon()["quantity"]):
            return _grown(tree, kid, kid)
    for kid in tree.children(head, "det"):
        if tree.tokens[kid].text.lower() in ("a", "an") and token.xpos in ("NN", "NNP"):
            return tree.span([kid], kid)
    return None


def _grown(tree: Tree, first: int, last: int) -> Phrase:
    """Grow a number over the words that belong to it: "at least", "more than", "between … and …", "or more"."""
    words = lexicon()["count_word"]
    head = last
    while first and (_text(tree, first - 1) in words or tree.tokens[first - 1].upos == "NUM") and _text(tree, first - 1) not in ("and", "of", "to"):
        first -= 1
    if first >= 2 and _text(tree, first - 1) in ("and", "to", "or") and tree.tokens[first - 2].upos == "NUM":
        before = first - 2
        while before and _text(tree, before - 1) in words and _text(tree, before - 1) not in ("and", "of"):
            before -= 1
        if _text(tree, first - 1) != "and" or _text(tree, before) == "between" or _text(tree, first - 2) in ("hundred", "thousand"):
            first = before
    if first >= 2 and _text(tree, first - 1) == "to" and _text(tree, first - 2) == "up":
        first -= 2
    if first >= 1 and _text(tree, first) == "of":
        first += 1
    while last + 1 < len(tree) and (tree.tokens[last + 1].upos == "NUM" or _text(tree, last + 1) in ("hundred", "thousand", "million", "others", "-")):
        last += 1
    if last + 2 < len(tree) and _text(tree, last + 1) in ("or", "to") and (tree.tokens[last + 2].upos == "NUM" or _text(tree, last + 2) == "more"):
        last += 2
    while tree.tokens[last].text == "-" and last > head:
        last -= 1
    if tree.tokens[last].upos == "NOUN" and last + 1 < len(tree) and _text(tree, last + 1) == "of":
        last += 1  # "a number of", "hundreds of"
    return tree.span(range(first, last + 1), head)


def _text(tree: Tree, token: int) -> str:
    return tree.tokens[token].text.lower()


def _counted_among(tree: Tree, head: int) -> list[int]:
    """Return the counted subjects of "two children were among the 12 people killed"."""
    if not tree.case(head).startswith("among"):
        return []
    return subject(tree, head) or (subject(tree, tree.head(head)) if tree.head(head) >= 0 else [])


def _subset_heads(tree: Tree, head: int, trigger: int) -> list[int]:
    """Return the heads of the subsets that a phrase names: "53 people, including eight children and nine women".

    Read off the words after "including" rather than the tree: lists of numbers are where trees go wrong most. Between the
    whole and the list only the trigger's own verb may stand ("30 were killed, including two women").
    """
    start = next((k for k in range(head + 1, min(head + 14, len(tree))) if _text(tree, k) in _SUBSET_WORDS), None)
    if start is None or any(tree.tokens[k].upos == "VERB" and k != trigger for k in range(head + 1, start)):
        return []
    out: list[int] = []
    for number in range(start + 1, len(tree)):
        token = tree.tokens[number]
        if _text(tree, number) in (";", ".") or (token.upos == "AUX" or token.xpos in ("VBD", "VBZ", "VBP")):
            break
        if token.upos == "NUM" or (token.upos == "DET" and _text(tree, number) in ("a", "an")):
            noun = next((k for k in range(number + 1, min(number + 5, len(tree))) if tree.tokens[k].upos in ("NOUN", "PROPN")), None)
            if noun is not None and noun not in out and "time" not in _time_words(tree, noun):
                out.append(noun)
    return out


def _time_words(tree: Tree, token: int) -> frozenset[str]:
    return frozenset({"time"}) if tree.lemma(token) in time_heads() else frozenset()


def _reading(one: _Found, classes: Classes, by_sentence: dict[int, list[EventReading]], first: int, number: int,
             before: Sequence[TollReading]) -> TollReading:
    tree, pred = one.tree, one.pred
    event = _event_of(tree, pred, by_sentence)
    whole = before[first + one.whole].key if one.whole is not None else _whole_before(tree, one.victims, before)
    clause = pred if pred.args.keys() - {"described", "self"} else predicate(tree, pred.clause)
    spots, days = places(tree, classes, clause), times(tree, classes, clause)
    if event is not None and event.sentence == tree.index:
        spots, days = spots or event.places, days or event.times
    return TollReading(
        key=f"t{number}", sentence=tree.index, trigger=tree.span([pred.token], pred.token),
        quote=(tree.sentence.start, tree.sentence.end), found_by=one.pattern.found_by,
        path=(f"harmed: {tree.path(one.victims, pred.token)}",) if tree.is_below(one.victims, pred.token) else (),
        places=spots, times=days, harm=Harm(one.pattern.harm) if one.pattern.harm else None, count=one.count,
        victims=tree.phrase(one.victims), demographic=demographic(tree, one.victims), scope=_scope(tree),
        part_of=whole, event=event.key if event else None, single=one.single,
        by=parties(tree, classes, pred, ("agent",)) if "agent" not in one.pattern.targets and not one.pattern.loses else (),
        side=parties(tree, classes, pred, one.pattern.loses) if one.pattern.loses else (),
    )


def demographic(tree: Tree, head: int) -> str | None:
    """Return "children" or "women" where a phrase counts only these, else None.

    Args:
        tree: the sentence.
        head: the head of the phrase of the harmed.
    """
    words = lexicon()
    members = [head, *(k for k in tree.children(head, "conj") if count_phrase(tree, k) is None)]
    inner = [k for k in tree.children(head, "nmod") if tree.case(k) == "of"] if tree.lemma(head) in words["quantity"] else []
    lemmas = {tree.lemma(k) for k in [*members, *inner]}
    if lemmas <= words["child"] | words["quantity"] and lemmas & words["child"]:
        return "children"
    if lemmas <= words["woman"] | words["quantity"] and lemmas & words["woman"]:
        return "women"
    return None


def _scope(tree: Tree) -> Scope:
    text = tree.text[tree.sentence.start : tree.sentence.end]
    return Scope.CUMULATIVE if _CUMULATIVE.search(text) or _RUNNING.search(text) else Scope.INCIDENT


def _event_of(tree: Tree, pred: Predicate, by_sentence: dict[int, list[EventReading]]) -> EventReading | None:
    """Return the event that a toll belongs to: its own trigger's, its cause's, its clause's, the sentence's, or the last one's."""
    here = by_sentence.get(tree.index, [])
    causes = {h for heads in pred.args.values() for h in heads}
    above = [pred.token, *tree.ancestors(pred.token)]
    for event in here:
        if event.trigger.head == pred.token:
            return event
    for event in here:
        if event.trigger.head in causes or event.trigger.head in tree.kids[pred.clause]:
            return event
    near = [event for event in here if event.trigger.head in above]
    if near:
        return min(near, key=lambda event: above.index(event.trigger.head))
    if here:
        return min(here, key=lambda event: abs(event.trigger.head - pred.token))
    last = by_sentence.get(tree.index - 1)
    return last[-1] if last else None


def _whole_before(tree: Tree, victims: int, before: Sequence[TollReading]) -> str | None:
    """Return the toll that "among the dead" and "of them" point back to."""
    if not _points_back(tree, victims):
        return None
    for toll in reversed(before):
        if toll.scope is Scope.INCIDENT and toll.demographic is None and toll.part_of is None:
            return toll.key
    return None


def _points_back(tree: Tree, victims: int) -> bool:
    around = [*tree.kids[victims], *(tree.kids[tree.head(victims)] if tree.head(victims) >= 0 else [])]
    if any(tree.case(k) in ("among", "of") and tree.lemma(k) in ("they", "who", "dead", "victim", "those", "killed", "fatality") for k in around):
        return True
    head = tree.head(victims)
    return head >= 0 and tree.case(head) == "among"
