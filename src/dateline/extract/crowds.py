"""Who protests: people called so, and people of whom the report says that they march, rally or chant."""

from typing import Final

from dateline.extract.tree import Tree
from dateline.reference.lexicon import lexicon

_THROWING: Final = frozenset(
    {"throwing", "pelting", "hurling", "lobbing", "stone-throwing", "rock-throwing", "stone-pelting", "bottle-throwing"}
)
_CLAUSES: Final = frozenset({"acl", "acl:relcl"})
_GATHERED_AT: Final = frozenset({"of", "at", "in", "from"})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_ARMED: Final = ("combatant", "irregular", "security")
_UNNAMED: Final = frozenset({"they", "them", "those", "everyone", "everybody", "others", "dozens", "several", "many"})


def protests(tree: Tree, token: int) -> bool:
    """Return whether a noun names people who protest or their gathering.

    It does by its own word ("marchers", "the sit-in"), by a clause of its own ("students chanting slogans", "people who
    had taken to the streets"), by what it is said to do ("students marched"), by what hangs on it ("a crowd of
    demonstrators", "mourners at a rally"), or as their camp ("the protest site").

    Args:
        tree: the sentence.
        token: the noun.
    """
    words = lexicon()
    if tree.lemma(token) in words["protester"]:
        return tree.tokens[token].text != "March" or tree.tokens[token].upos != "PROPN"  # the month
    if tree.words[token] == "in" and tree.tokens[token].upos == "NOUN":
        return tree.words[max(token - 2, 0)] == "sit"
    if any(tree.words[k] in _THROWING for k in tree.children(token, "amod", "compound")):
        return tree.lemma(token) not in lexicon()["security"]  # "stone-throwing youths"
    if tree.vocabulary.isdisjoint(words["protest_word"]) or _is_armed(tree, token):
        return False
    return _by_what_hangs_on_it(tree, token) or _marches(tree, token)


def stands_for_protesters(tree: Tree, token: int, before: Tree | None) -> bool:
    """Return whether a pronoun, or a noun said again, means protesters told of just before.

    "Teachers marched; police dispersed them", "Hundreds gathered for a vigil. Soldiers beat those present."

    Args:
        tree: the sentence.
        token: the pronoun or noun.
        before: the sentence before, None where there is none.
    """
    word = tree.tokens[token]
    unnamed = tree.words[token] in _UNNAMED or tree.lemma(token) in lexicon()["taking_part"]
    if not (unnamed or (word.upos == "NOUN" and _is_said_again(tree, token))):
        return False
    if not (_tells_protest(tree) or (before is not None and _tells_protest(before))):
        return False
    found = _last_people(tree, token, "" if unnamed else tree.lemma(token))
    if found is None and before is not None:
        return _last_protest(before, "" if unnamed else tree.lemma(token))
    return bool(found)


def _tells_protest(tree: Tree) -> bool:
    """Whether a sentence has a word of protest; a "sit-in" is three tokens."""
    return "sit" in tree.vocabulary or not tree.vocabulary.isdisjoint(lexicon()["protest_word"])


def _by_what_hangs_on_it(tree: Tree, token: int) -> bool:
    """Whether a clause or phrase of a noun's own says that it protests."""
    for kid in tree.kids[token]:
        rel = tree.tokens[kid].deprel
        if rel in _CLAUSES and _is_protesting(tree, kid):
            return True
        if rel == "nmod" and tree.case(kid) in _GATHERED_AT and protests(tree, kid):
            return True
        if rel == "compound" and tree.lemma(token) in lexicon()["protest_site"] and protests(tree, kid):
            return True
    # Trees tie "marching" in "fired at people marching" to the verb before.
    after = token + 1
    return after < len(tree) and tree.tokens[after].xpos == "VBG" and _is_protesting(tree, after)


def _marches(tree: Tree, token: int) -> bool:
    """Whether a noun is the subject of a verb that tells of a protest: "students marched", "nurses held a sit-in"."""
    verb = tree.head(token)
    if verb < 0 or tree.tokens[token].deprel != "nsubj" or tree.tokens[verb].upos != "VERB":
        return False
    if tree.lemma(verb) in lexicon()["marching"]:
        return True
    held = tree.children(verb, "obj") if tree.lemma(verb) in lexicon()["light_verb"] else ()
    return any(tree.lemma(one) in lexicon()["protester"] for one in held)


def _is_armed(tree: Tree, token: int) -> bool:
    return any(tree.lemma(token) in lexicon()[name] for name in _ARMED)


def _is_protesting(tree: Tree, verb: int) -> bool:
    """Whether a clause tells a protest: by its verb, or by what is staged, chanted, blocked or held up."""
    words = lexicon()
    lemma = tree.lemma(verb)
    if lemma in words["protest_verb"]:
        return True
    aims = {tree.lemma(k) for k in tree.children(verb, "obj", "obl")}
    return bool(aims & (words["protester"] | words["protest_means"]))


def _is_said_again(tree: Tree, token: int) -> bool:
    """Whether a noun points back to people told of: "the students", "some of the women"."""
    return any(tree.words[k] in ("the", "these", "those") for k in tree.children(token, "det"))


def _last_people(tree: Tree, token: int, lemma: str) -> bool | None:
    """Return whether those last told of before a word protest; None where nobody is told of.

    Who is under arms is passed over: they are not dispersed. With a lemma only the same noun counts.
    """
    words = lexicon()
    for number in range(token - 1, -1, -1):
        if tree.tokens[number].upos not in _NOUNS or _is_armed(tree, number):
            continue
        if protests(tree, number):
            return not lemma or tree.lemma(number) == lemma
        if not lemma and tree.lemma(number) in words["civilian"] | words["people"]:
            return False
    return None


def _last_protest(tree: Tree, lemma: str) -> bool:
    """Whether the sentence before tells of people who protest, of this noun where one is asked."""
    return any(
        (not lemma or tree.lemma(number) == lemma) and tree.tokens[number].upos in _NOUNS and protests(tree, number)
        for number in range(len(tree))
    )
