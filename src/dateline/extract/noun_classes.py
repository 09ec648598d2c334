"""What nouns are of by the lexicon: place, combatant, civilian, materiel …, alone and with the words before them."""

from functools import cache
from typing import Final

from dateline.extract.tree import Tree
from dateline.reference.lexicon import lexicon, time_heads

_LISTED: Final = (
    "place", "combatant", "civilian", "people", "materiel", "aircraft", "heavy", "home", "premises", "military",
    "crowd", "security", "irregular", "abstract", "figurative", "populace", "debater",
)  # fmt: skip
_ON_FOOT: Final = frozenset(
    {"suicide", "car", "truck", "female", "woman", "male", "teenage", "lone", "foot", "motorcycle", "motorbike", "van",
     "vehicle", "scooter", "rickshaw", "tricycle", "bicycle", "vest", "belt"}
)  # fmt: skip
_FORCES: Final = frozenset({"force", "troop", "troops", "unit", "agent", "personnel", "official"})
_OF_STATES: Final = frozenset(
    {
        "security",
        "intelligence",
        "government",
        "armed",
        "police",
        "state",
        "army",
        "special",
        "border",
        "regular",
        "federal",
        "national",
    }
)
TALKS: Final = frozenset({"debater"})
_SHIELDS: Final = frozenset({"defence", "defense", "defences", "defenses"})
_IN_UNIFORM: Final = frozenset({"army", "military", "navy", "naval"})
_CIVILIAN: Final = frozenset({"civilian"})
_SOLDIERS: Final = frozenset({"combatant", "security"})
_UNARMED: Final = frozenset({"civilian", "people", "populace"})
_GUNMEN: Final = frozenset({"combatant", "irregular", "actor"})
_BEARING: Final = frozenset(
    {"armed", "gun-toting", "gun-wielding", "machete-wielding", "rifle-wielding", "knife-wielding"}
)
_FROM_THE_AIR: Final = frozenset({"aircraft"})
AIRCRAFT: Final = frozenset({"aircraft", "actor", "materiel"})
_AERIAL: Final = frozenset({"aerial", "unmanned", "flying"})
_SECURITY: Final = frozenset({"security"})
_PERSON_ENDINGS: Final = ("man", "woman", "er", "or", "ist", "ian", "ee")  # fisherman, electrician, evacuee
_STATE_NOUNS: Final = frozenset(
    {
        "government",
        "regime",
        "state",
        "ministry",
        "authority",
        "authorities",
        "administration",
        "junta",
        "council",
        "party",
        "alliance",
        "organization",
        "organisation",
        "movement",
        "opposition",
        "resistance",
        "front",
        "warplane",
        "army",
    }
)


_MAY_BE_UNITS: Final = frozenset({"company", "volunteer", "section"})
_OF_ARMS: Final = frozenset({
    "army", "brigade", "battalion", "regiment", "corps", "command", "guard", "infantry", "division", "militia", "front",
    "force", "forces", "guerrilla", "rebel", "parachute", "marine", "commando", "tank", "rifle", "military", "security",
    "mercenary",
})  # fmt: skip


@cache
def noun_classes(lemma: str, *, by_ending: bool = True) -> frozenset[str]:
    """Return the classes of a common noun, empty where the lexicon does not know it.

    Args:
        lemma: a lemma in lower case.
        by_ending: whether its ending may make it a person; a town called Lyman is none.
    """
    words = lexicon()
    out = {name for name in _LISTED if lemma in words[name]}
    if lemma in time_heads() or (len(lemma) == 4 and lemma.isdigit() and lemma[:2] in ("19", "20")):
        out.add("time")
    if by_ending and not out - TALKS and lemma.endswith(_PERSON_ENDINGS) and lemma not in words["thing"]:
        out.add("people")
    if out & {"combatant", "civilian", "people", "aircraft"} or lemma in _STATE_NOUNS:
        out.add("actor")
    return frozenset(out)


def part_of(tree: Tree, token: int) -> int | None:
    """Return what a word for a part or an amount is of: the town in "all of the town", "half the town" being one noun.

    Args:
        tree: the sentence.
        token: the head of a phrase.
    """
    if tree.lemma(token) not in lexicon()["portion"] and tree.tokens[token].upos != "NUM":
        return None
    return next((k for k in tree.children(token, "nmod") if k > token and tree.case(k) == "of"), None)


def qualified(tree: Tree, token: int, common: frozenset[str]) -> frozenset[str]:
    """Return the classes of a noun with what the words before it add or take: air force, suicide bomber."""
    lemma = tree.lemma(token)
    if common & _UNARMED and "combatant" not in common and _is_armed(tree, token):
        return (common - _CIVILIAN) | _GUNMEN  # "armed men", "gun-toting herders"
    if _serves(tree, token, common):
        return (common - _CIVILIAN) | _SOLDIERS | frozenset({"actor"})
    if lemma in _SHIELDS and _against_the_air(tree, token):
        return common | _SOLDIERS | frozenset({"actor"})
    if lemma not in _FORCES and lemma not in ("bomber", "fighter", "vehicle"):
        return common
    before = {tree.lemma(kid) for kid in tree.kids[token]}
    if lemma == "bomber":
        return common - _FROM_THE_AIR if before & _ON_FOOT or _is_one_of_no_kind(tree, token) else common
    if lemma == "vehicle":
        return AIRCRAFT if before & _AERIAL else common
    if lemma == "fighter":  # "Sukhoi fighters"
        return AIRCRAFT if before & lexicon()["aircraft"] else common
    if lemma == "force" and _is_air_force(tree, token):
        return common | _FROM_THE_AIR
    return common | _SECURITY if before & _OF_STATES else common


def _is_one_of_no_kind(tree: Tree, token: int) -> bool:
    """Return whether one is told with an article alone: "a bomber" is no aeroplane, "Russian bombers" are."""
    alone = all(tree.tokens[kid].deprel in {"det", "punct", "case"} for kid in tree.kids[token] if kid < token)
    return tree.tokens[token].xpos == "NN" and alone


def _serves(tree: Tree, token: int, common: frozenset[str]) -> bool:
    """Return whether a force is named with a noun for others: "army engineers", "a company of the royal army"."""
    if tree.lemma(token) in _MAY_BE_UNITS:
        return is_of_arms(tree, token)
    return "civilian" in common and any(tree.lemma(k) in _IN_UNIFORM for k in tree.children(token, "compound", "amod"))


def _is_armed(tree: Tree, token: int) -> bool:
    """Return whether people are said to bear arms."""
    return any(tree.lemma(k) in _BEARING for k in tree.children(token, "amod", "compound"))


def is_of_arms(tree: Tree, token: int) -> bool:
    """Return whether the words of a noun say that it is of a force: "companies of the command", "a tank company".

    Args:
        tree: the sentence.
        token: the noun.
    """
    return any(tree.lemma(k) in _OF_ARMS for k in tree.children(token, "compound", "amod", "nmod"))


def _against_the_air(tree: Tree, token: int) -> bool:
    """Return whether a defence is one against what flies: "Saudi air defences"."""
    return any(tree.lemma(k) in ("air", "anti-aircraft", "missile") for k in tree.children(token, "compound", "amod"))


def _is_air_force(tree: Tree, token: int) -> bool:
    return any(tree.lemma(k) == "air" for k in tree.children(token, "compound", "amod"))
