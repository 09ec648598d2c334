"""Names that only tell where a road leads or where somebody goes or comes from: no scene of what is told next."""

from collections.abc import Sequence
from typing import Final

from dateline.model.annotated import Sentence, Token
from dateline.reference.places_words import DWELLINGS, MOVING, PARTY_NOUNS
from dateline.resolve.places.reader import PlaceMention
from dateline.resolve.places.surroundings import WAYS

_WAYS: Final = WAYS | {"road", "route", "axis"}
_ENDS: Final = frozenset({"between", "to", "towards", "toward"})
_SIDES: Final = frozenset({"side", "direction"})  # "from the side of A", "in the direction of B"
_ARRIVALS: Final = frozenset({"reach"})
_BETWEEN: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "CCONJ", "PUNCT"})
_MOST: Final = 8  # words back to the preposition
_COMING: Final = frozenset(
    {"advance", "come", "arrive", "travel", "hail", "fly", "march", "head", "sail", "deploy", "return", "move", "set",
     "depart", "push", "approach", "transfer", "originate", "launch", "drive", "walk", "bring", "send", "hire",
     "recruit", "call", "contact", "interview", "phone", "reach", "report", "ring", "speak", "telephone", "write"}
)  # fmt: skip
_SETTING_OUT: Final = frozenset({"bind", "depart", "embark", "head", "leave", "make", "march", "sail", "set", "start"})
_CARING: Final = frozenset({"convalesce", "hospitalise", "hospitalize", "recover", "recuperate", "treat"})
_LIKE: Final = frozenset({"like", "unlike", "than"})
_HURT: Final = frozenset(
    {"boy", "brother", "casualty", "child", "daughter", "father", "girl", "he", "husband", "injured", "man", "mother",
     "patient", "she", "sister", "soldier", "son", "survivor", "they", "victim", "wife", "woman", "wounded"}
)  # fmt: skip
_FIRING: Final = frozenset({"fire", "launch", "lob", "shell", "shoot"})  # "fired from the hills near A"
_LEAVING: Final = frozenset(
    {"withdrawal", "retreat", "pullout", "expulsion", "evacuation", "flight", "exodus", "departure", "eviction", "fire",
     "report", "footage", "video", "image", "picture", "photo", "photograph", "eruption", "resident", "refugee"}
)  # fmt: skip
_RULING: Final = frozenset(
    {"say", "report", "count", "acknowledge", "admit", "concede", "confirm", "put", "speak", "accuse", "deny", "claim",
     "insist", "reject", "blame", "back", "support", "supply", "arm", "fund", "warn",
     "send", "deploy", "order", "agree", "refuse", "demand", "want", "vow", "condemn", "recognise", "recognize",
     "describe", "call", "announce", "threaten", "urge", "view", "consider", "regard", "see", "use"}
)  # fmt: skip
_FORCES: Final = frozenset({"army", "claim", "force", "government", "man", "official", "soldier", "spokesman", "troop"})
_SEATS: Final = frozenset({"base", "headquarters", "home", "house", "office", "seat"})
_SITTING: Final = frozenset(
    {"base", "date", "deploy", "garrison", "headquarter", "issue", "live", "publish", "reach", "release", "reside",
     "speak", "station", "talk", "train"}
)  # fmt: skip
_VISITING: Final = frozenset({"attend", "comfort", "console", "inspect", "meet", "see", "tour", "visit"})
_DEPTH: Final = 3  # nouns between a town and the verb in "visited survivors in a hospital in A"
_OFFICES: Final = frozenset({"bureau", "headquarters", "hq", "office", "offices", "premise", "premises", "secretariat"})
_GROUPS: Final = PARTY_NOUNS | {"association", "charity", "confederation", "daily", "federation", "newspaper"}
_AMONG_PEOPLE: Final = frozenset({"against", "among", "and", "between", "by", "with"})
_BORDERS: Final = (["border", "with"], ["frontier", "with"])
_NOTICED: Final = frozenset({"audible", "felt", "heard", "seen", "visible"})
_EVEN: Final = frozenset({"even", "also", "too"})
_HELD: Final = frozenset(
    {"close", "next", "adjacent", "siege", "entrance", "access", "gateway"}
)  # "close to A" is there


def leads_elsewhere(mention: PlaceMention, sentence: Sentence) -> bool:
    """Tell whether a name is the end of a way or the aim of a move: "the road to A", "fled towards B", "reached C".

    Args:
        mention: the name.
        sentence: the sentence that it stands in.
    """
    tokens = sentence.tokens
    return (
        _names_a_way(mention)
        or is_where_heard(tokens, mention)
        or _is_end(tokens, mention)
        or _is_reached(tokens, mention)
        or _is_a_power(tokens, mention)
        or _is_a_seat(tokens, mention)
        or _is_fired_from(tokens, mention)
        or is_cared_for_there(tokens, mention)
        or _is_likened(tokens, mention)
    )


def lies_beyond(mention: PlaceMention, sentence: Sentence) -> bool:
    """Tell whether a name is of what lies behind a border or where a road leads: no place that holds what is told.

    Args:
        mention: the name.
        sentence: the sentence that it stands in.
    """
    before = [token.text.lower() for token in sentence.tokens[max(mention.first - 2, 0) : mention.first]]
    return before in _BORDERS or leads_elsewhere(mention, sentence)


def is_at(tokens: Sequence[Token], mention: PlaceMention, number: int) -> bool:
    """Tell whether a token is one of a name, or of a longer one that begins with it: "Gamboru Ngala".

    Args:
        tokens: the sentence's tokens.
        mention: the name.
        number: the token's.
    """
    return mention.first <= number and all(token.upos == "PROPN" for token in tokens[mention.last + 1 : number + 1])


def names_an_owner(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a name says whose a vehicle, house or office is: "aboard the Secretariat bus", "the home of Amparo".

    Args:
        tokens: the sentence's tokens.
        at: the name's head among them.
    """
    token = tokens[at]
    of = _is_behind_of(tokens, at)
    owned = tokens[token.head].lemma.lower() if token.head >= 0 else ""
    beside = token.deprel in ("compound", "nmod:poss", "flat")
    owner = token.deprel == "nmod:poss" or of
    return (owned in MOVING and (beside or of)) or (owned in DWELLINGS and owner) or names_an_office(tokens, at)


def names_an_office(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a name says whose an office is: "the offices of Amparo, a federation of weavers".

    Args:
        tokens: the sentence's tokens.
        at: the name's head among them.
    """
    head = tokens[at].head
    office = head >= 0 and tokens[head].lemma.lower() in _OFFICES
    return office and _is_behind_of(tokens, at) and _is_group(tokens, at)


def _is_behind_of(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].deprel == "nmod" and any(one.head == at and one.text.lower() == "of" for one in tokens)


def _is_group(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a name is in capitals, as those of groups are, or told to be one: "Amparo, a federation of …"."""
    apposed = (one.lemma.lower() for one in tokens if one.head == at and one.deprel == "appos")
    return tokens[at].text.isupper() or not _GROUPS.isdisjoint(apposed)


def is_people(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a bare name with an article is one of people rather than a place: "between the Hamar and the Luri".

    Args:
        tokens: the sentence's tokens.
        at: the name's head among them.
    """
    while at and tokens[at - 1].upos == "PROPN":
        at -= 1
    article = at > 1 and tokens[at - 1].text.lower() == "the"
    return article and tokens[at - 2].text.lower() in _AMONG_PEOPLE


def is_way(words: str) -> bool:
    """Tell whether words speak of a road, which is told by where it leads: "on the road to A"."""
    return not _WAYS.isdisjoint(words.lower().split())


def _names_a_way(mention: PlaceMention) -> bool:
    """Tell whether a name is a road's, which may run far from the town: "the last checkpoint on the A highway"."""
    behind = mention.noun_at is not None and mention.noun_at > mention.last
    return behind and mention.noun_words in _WAYS


def _is_end(tokens: Sequence[Token], mention: PlaceMention) -> bool:
    at = _preposition(tokens, mention.first)
    if at is None:
        return False
    word, before = tokens[at].text.lower(), tokens[at - 1].lemma.lower() if at else ""
    if word == "of":
        return before in _SIDES
    if word == "from":
        return _is_origin(tokens, mention)
    if word == "for":
        return _is_left_for(tokens, mention)
    return word in _ENDS and before not in _HELD


def _is_left_for(tokens: Sequence[Token], mention: PlaceMention) -> bool:
    """Tell whether a name says where somebody sets out for: "the column left for A", "headed for B"."""
    name = _head(tokens, mention)
    above = tokens[name.head] if name is not None and name.head >= 0 else None
    return above is not None and above.lemma.lower() in _SETTING_OUT


def _is_likened(tokens: Sequence[Token], mention: PlaceMention) -> bool:
    """Tell whether a name is that of what something is held against: "like the siege of A", "worse than in A"."""
    name = _head(tokens, mention)
    at = tokens.index(name) if name is not None else -1
    for _ in range(2):
        if any(one.head == at and one.deprel == "case" and one.text.lower() in _LIKE for one in tokens):
            return True
        at = tokens[at].head if at >= 0 and tokens[at].deprel.startswith("nmod") else -1
    return False


def is_cared_for_there(tokens: Sequence[Token], mention: PlaceMention) -> bool:
    """Tell whether a name says where the hurt lie: "lies in A in grave condition".

    Args:
        tokens: the sentence's tokens.
        mention: the name.
    """
    name = _head(tokens, mention)
    if name is None or not name.deprel.startswith(("obl", "nmod")) or name.head < 0:
        return False
    at = name.head
    while tokens[at].deprel.startswith(("obl", "nmod")) and tokens[at].head >= 0:
        at = tokens[at].head  # "treated at a clinic in A"
    word = tokens[at].lemma.lower()
    if word == "lie":
        lying = (n for n, one in enumerate(tokens) if one.head == at and one.deprel.startswith("nsubj"))
        return any(tokens[n].upos == "PROPN" or tokens[n].lemma.lower() in _HURT for n in lying)
    return word in _CARING


def is_where_heard(tokens: Sequence[Token], mention: PlaceMention) -> bool:
    """Tell whether a name only says how far off something was noticed: "heard as far away as A", "felt even in B".

    Args:
        tokens: the sentence's tokens.
        mention: the name.
    """
    at = _preposition(tokens, mention.first)
    before = [token.text.lower() for token in tokens[max((at or 0) - _MOST, 0) : at or 0]]
    verb = next((n for n in range(len(before) - 1, -1, -1) if before[n] in _NOTICED), None)
    if at is None or verb is None:
        return False
    between = before[verb + 1 :]
    return "far" in between or (bool(between) and set(between) <= _EVEN)


def _is_origin(tokens: Sequence[Token], mention: PlaceMention) -> bool:
    """Tell whether a name says where somebody comes from: "from A to B", "a column from A", "advancing from A"."""
    if mention.last + 1 < len(tokens) and tokens[mention.last + 1].text.lower() == "to":
        return True
    name = _head(tokens, mention)
    above = tokens[name.head] if name is not None and name.head >= 0 else None
    if name is None or above is None:
        return False
    if above.upos == "VERB":
        return above.lemma.lower() in _COMING | _FIRING
    return name.deprel == "nmod" and above.upos in ("NOUN", "PROPN") and above.lemma.lower() not in _LEAVING


def _is_a_power(tokens: Sequence[Token], mention: PlaceMention) -> bool:
    """Tell whether a name means those who rule from there: "Kinshasa says", "Moscow supplies its units"."""
    token = tokens[mention.last]
    verb = tokens[token.head] if token.head >= 0 else None
    cut_off = mention.last + 1 < len(tokens) and tokens[mention.last + 1].upos == "PUNCT"  # as a dateline is
    alone = mention.noun is None and mention.last == mention.first and not cut_off
    if alone and token.deprel == "nmod:poss" and verb is not None:
        return verb.lemma.lower() in _FORCES  # "Kinshasa's men"
    return (
        alone and verb is not None and token.deprel == "nsubj" and verb.upos == "VERB" and verb.lemma.lower() in _RULING
    )


def _is_fired_from(tokens: Sequence[Token], mention: PlaceMention) -> bool:
    """Tell whether a name says where that lies from which something was fired: "fired from the hills near A"."""
    name = _head(tokens, mention)
    at = name.head if name is not None else -1
    if at < 0 or tokens[at].upos != "NOUN" or tokens[at].head < 0:
        return False
    origin = any(one.head == at and one.deprel == "case" and one.text.lower() == "from" for one in tokens)
    return origin and tokens[tokens[at].head].lemma.lower() in _FIRING


def _is_a_seat(tokens: Sequence[Token], mention: PlaceMention) -> bool:
    """Tell whether a name only says where somebody sits: "the army, which has its base in A", "speaking in A"."""
    name = _head(tokens, mention)
    if name is None or name.head < 0 or name.deprel not in ("obl", "nmod"):
        return False
    above = tokens[name.head]
    if above.lemma.lower() in _SEATS:
        return above.head >= 0 and tokens[above.head].lemma.lower() == "have"
    if above.lemma.lower() in _SITTING:
        return above.deprel.startswith(("acl", "advcl", "amod"))
    return _is_on_a_visit(tokens, name.head)


def _is_on_a_visit(tokens: Sequence[Token], noun: int) -> bool:
    """Tell whether a noun is what somebody visits in a clause that describes him: "who saw survivors at a hospital"."""
    for _ in range(_DEPTH):
        above = tokens[noun].head
        if above < 0 or not tokens[noun].deprel.startswith(("nmod", "obj", "obl")):
            return False
        if tokens[above].upos == "VERB":
            return tokens[above].lemma.lower() in _VISITING and tokens[above].deprel.startswith(("acl", "advcl"))
        noun = above
    return False


def _head(tokens: Sequence[Token], mention: PlaceMention) -> Token | None:
    """Return the word of a name that hangs on one outside it."""
    inside = tokens[mention.first : mention.last + 1]
    return next((token for token in inside if not mention.first <= token.head <= mention.last), None)


def _preposition(tokens: Sequence[Token], first: int) -> int | None:
    """Return the preposition before a name's phrase, or before the list that it ends."""
    for at in range(first - 1, max(first - _MOST, -1), -1):
        if tokens[at].upos in ("ADP", "PART", "SCONJ"):
            return at
        if tokens[at].upos not in _BETWEEN or tokens[at].text in (".", ";", ":"):
            return None
    return None


def _is_reached(tokens: Sequence[Token], mention: PlaceMention) -> bool:
    """Tell whether a name is only where somebody came to: "survivors who reached the town of A"."""
    ahead = mention.noun_at is not None and mention.noun_at < mention.first
    token = tokens[mention.noun_at if ahead and mention.noun_at is not None else mention.last]
    return token.deprel == "obj" and token.head >= 0 and tokens[token.head].lemma.lower() in _ARRIVALS
