"""Words by which a sentence takes up an event that its report tells elsewhere, and tells none of its own."""

from collections.abc import Sequence
from typing import Final

from dateline.model.annotated import Token
from dateline.reference.calendar import MONTHS, WEEKDAYS
from dateline.reference.lexicon import lexicon
from dateline.reference.sub_events import ABDUCTION, ATTACK, CLASH, MOB_VIOLENCE
from dateline.reference.trigger_words import POINTING
from dateline.resolve.event_types import CAPTURES, TERRITORY
from dateline.resolve.marks import WEAPONS
from dateline.resolve.merging import GENERAL, VIOLENT

ATTACKS: Final = VIOLENT | CAPTURES | {MOB_VIOLENCE, ABDUCTION}
"""What may be called an attack."""

_BY_HAND: Final = frozenset({CLASH, ATTACK, MOB_VIOLENCE})
_EXPLOSIONS: Final = VIOLENT - {CLASH, ATTACK}
_BLASTS: Final = frozenset({"blast", "explosion", "bombing", "bombardment", "shelling", "strike", "raid"})
_FIGHTS: Final = frozenset(
    {"action", "battle", "fight", "fighting", "firefight", "siege", "shoot-out", "standoff", "firing", "shooting"}
)
_PUSHES: Final = frozenset({"offensive", "counter-offensive", "counteroffensive", "counter-attack", "counterattack"})
_BY_GUN: Final = frozenset({"fire", "shoot"})
_PEOPLE: Final = frozenset({"they", "he", "she", "some", "others", "we"})
_ARMED: Final = ("combatant", "irregular")
_ORDINALS: Final = frozenset({"first", "second", "third", "other"})
_SOME_OF_THEM: Final = frozenset({"it", "one", "two", "three", "four", "both", "several", "others", "first", "second"})
_FALLS: Final = frozenset({"fall", "land", "explode", "burst", "detonate", "strike", "hit", "crash", "slam"})
_WITH_A_PARTICLE: Final = {"come": ("down",), "go": ("off", "up"), "blow": ("up",)}
_SWITCHES: Final = frozenset({"switch", "button", "detonator", "trigger", "cord", "pin", "fuse"})
_PRESSES: Final = frozenset({"press", "push", "pull", "hit", "flick", "flip", "light", "tug"})
_GAINS: Final = frozenset({"recovery", "return", "victory", "defence", "defense", "retaking", "taking", "surrender"})
_PAST: Final = frozenset({"VBD", "VBN"})
_ITS: Final = frozenset({"its", "their", "his", "her"})
_BARE: Final = frozenset({"det", "amod", "case", "punct", "cc", "conj", "cop", "nsubj", "advmod", "aux", "mark"})


def taken_up(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the types of which a sentence may take up an event told before, none where it takes up none.

    Args:
        tokens: the sentence's.
    """
    kinds = of_a_noun(tokens)
    if _tells_a_move(tokens):
        return TERRITORY | kinds if doers(tokens) else TERRITORY
    if kinds:
        return kinds
    if _is_done_to_them(tokens) or _open_fire(tokens):
        return _BY_HAND
    return _EXPLOSIONS if _fell(tokens) or _set_it_off(tokens) else frozenset()


def of_a_noun(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the types of which a noun of a sentence may take up an event: "the explosion", "the attackers".

    Args:
        tokens: the sentence's.
    """
    pointing = [token.head for token in tokens if token.deprel == "det" and token.text.lower() in POINTING]
    kinds = next((kinds for number in pointing if (kinds := _meant(tokens, number))), frozenset())
    return kinds or (TERRITORY if _is_its_capture(tokens) else frozenset())


def happening(tokens: Sequence[Token]) -> bool:
    """Return whether a sentence names a happening that it does not tell: "an inquiry into the events of Thursday at A".

    Args:
        tokens: the sentence's; the happening is one that all know of, or has its day and place beside it.
    """
    return any(
        token.lemma.lower() in lexicon()["happening"] and token.upos == "NOUN" and _is_known(tokens, number)
        for number, token in enumerate(tokens)
    )


def named_events(tokens: Sequence[Token]) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return the names by which a sentence's nouns call a happening or a change of hands, each with its types.

    "The recovery of Baga" says where, and so does "the Gao operation"; its place tells which event of the report it is.

    Args:
        tokens: the sentence's.
    """
    found = []
    for number, token in enumerate(tokens):
        lemma = token.lemma.lower()
        if token.upos not in ("NOUN", "PROPN"):
            continue
        kinds = TERRITORY if lemma in lexicon()["taking"] | _GAINS else frozenset()
        kinds = kinds or (
            ATTACKS | TERRITORY if lemma in lexicon()["happening"] | lexicon()["outrage"] else frozenset()
        )
        names = (
            frozenset(word for n in _of_it(tokens, number) for word in _name_at(tokens, n)) if kinds else frozenset()
        )
        if names:
            found.append((names, kinds))
    return tuple(found)


def _of_it(tokens: Sequence[Token], noun: int) -> list[int]:
    """Return the names that hang on a noun: of "the recovery of Baga", "Baga's recovery" and "the Baga operation"."""
    rels = ("nmod", "nmod:poss", "compound")
    return [n for n, t in enumerate(tokens) if t.head == noun and t.deprel in rels and t.upos == "PROPN"]


def _name_at(tokens: Sequence[Token], top: int) -> frozenset[str]:
    """Return a name in small letters, alone and with the words of it that hang on it."""
    parts = [n for n, t in enumerate(tokens) if n == top or (t.head == top and t.upos == "PROPN")]
    whole = " ".join(tokens[n].text for n in parts)
    return frozenset({tokens[top].text.casefold(), whole.casefold(), whole.replace(" - ", "-").casefold()})


def doers(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the nouns by which a sentence calls its doers by their deed.

    Args:
        tokens: the sentence's.
    """
    return frozenset(token.text.lower() for token in tokens if token.lemma.lower() in lexicon()["attacker"])


def _is_known(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a noun has "the" or a genitive before it, and a name or day beside it: "Thursday's events at A"."""
    kids = [n for n, token in enumerate(tokens) if token.head == noun]
    known = any(tokens[n].text.lower() in POINTING or tokens[n].deprel == "nmod:poss" for n in kids)
    named = (n for n in kids if tokens[n].deprel in ("nmod", "nmod:poss", "obl"))
    return known and any(_is_named(tokens, n) for n in named)


def _is_named(tokens: Sequence[Token], noun: int) -> bool:
    day = tokens[noun].text.lower() in MONTHS.keys() | WEEKDAYS.keys()
    return day or tokens[noun].upos == "PROPN" or any(t.head == noun and t.upos == "PROPN" for t in tokens)


def _is_its_capture(tokens: Sequence[Token]) -> bool:
    """Whether the taking of what was spoken of is told: "its capture", "their liberation"."""
    return any(
        token.deprel == "nmod:poss" and token.text.lower() in _ITS and _is_taking(tokens[token.head])
        for token in tokens
        if token.head >= 0
    )


def _is_taking(token: Token) -> bool:
    return token.lemma.lower() in lexicon()["taking"]


def _tells_a_move(tokens: Sequence[Token]) -> bool:
    """Whether armed men are told to have gone in or out: "the soldiers left the town", "our forces have withdrawn"."""
    words = lexicon()
    return any(
        token.deprel.startswith("nsubj")
        and tokens[token.head].xpos in _PAST
        and tokens[token.head].lemma.lower() in words["moved_verb"]
        and any(form in words[name] for form in (token.lemma.lower(), token.text.lower()) for name in _ARMED)
        for token in tokens
    )


def _is_done_to_them(tokens: Sequence[Token]) -> bool:
    """Whether it tells what was done to those spoken of before: "they were locked into a house and fired on"."""
    done = {n for n, token in enumerate(tokens) if token.lemma.lower() in _BY_GUN and token.xpos in _PAST}
    heads = {head for n in done for head in (n, tokens[n].head, tokens[tokens[n].head].head)}
    return any(
        token.deprel == "nsubj:pass" and token.head in heads and token.text.lower() in _PEOPLE for token in tokens
    )


def _open_fire(tokens: Sequence[Token]) -> bool:
    """Whether those spoken of before are told to have fired, on nobody that is named: "then they opened fire"."""
    return any(
        token.text.lower() == "fire"
        and token.deprel == "obj"
        and tokens[token.head].lemma.lower() == "open"
        and tokens[token.head].xpos in _PAST
        for token in tokens
    )


def _is_bare(token: Token) -> bool:
    """Whether what is beside a noun names no place, day or party of its own: "the bakery strike" does not either."""
    return token.deprel in _BARE or (token.deprel == "compound" and token.upos == "NOUN")


def _fell(tokens: Sequence[Token]) -> bool:
    """Whether what came down or went off is told by no noun: "it came down there", "two of them fell in a yard"."""
    return any(
        token.deprel == "nsubj"
        and token.text.lower() in _SOME_OF_THEM
        and tokens[token.head].xpos in _PAST
        and _comes_down(tokens, token.head)
        and all(t.upos == "PRON" or t.deprel in _BARE for t in tokens if t.head == number)
        for number, token in enumerate(tokens)
    )


def _comes_down(tokens: Sequence[Token], verb: int) -> bool:
    lemma = tokens[verb].lemma.lower()
    beside = {token.text.lower() for token in tokens[verb + 1 : verb + 2]}
    return lemma in _FALLS or not beside.isdisjoint(_WITH_A_PARTICLE.get(lemma, ()))


def _set_it_off(tokens: Sequence[Token]) -> bool:
    """Whether somebody is told to have set off what was told of before: "he pressed the switch"."""
    return any(
        token.lemma.lower() in _SWITCHES
        and token.deprel == "obj"
        and tokens[token.head].lemma.lower() in _PRESSES
        and tokens[token.head].xpos in _PAST
        for token in tokens
    )


def _meant(tokens: Sequence[Token], number: int) -> frozenset[str]:
    """Return the types of which a noun behind "the" may take up an event: "the attackers came", "the mine went off"."""
    token = tokens[number]
    lemma, verb = token.lemma.lower(), tokens[token.head]
    if token.deprel.startswith("nsubj") and verb.xpos in _PAST:
        if lemma in lexicon()["attacker"]:
            return ATTACKS
        weapon = lemma in _ORDINALS or any(lemma in lexicon()[name] for name in WEAPONS)
        if weapon and verb.lemma.lower() in lexicon()["set_off_verb"]:
            return _EXPLOSIONS
    if token.upos == "NOUN" and all(_is_bare(t) for t in tokens if t.head == number):
        if lemma in _BLASTS:
            return _EXPLOSIONS
        if lemma in lexicon()["taking"]:
            return TERRITORY
        if lemma in _PUSHES:
            return _BY_HAND | TERRITORY
        if lemma in _FIGHTS:
            return _BY_HAND
        return VIOLENT if lemma in GENERAL or lemma in lexicon()["outrage"] else frozenset()
    return frozenset()
