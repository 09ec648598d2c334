"""What sort of thing a noun phrase names: place, combatant, civilian, people, materiel, actor, time."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from operator import attrgetter
from typing import Final

from dateline.extract.crowds import protests, stands_for_protesters
from dateline.extract.name_runs import called_places, name_runs
from dateline.extract.tree import Tree
from dateline.model.actor import ActorKind
from dateline.model.annotated import Mention
from dateline.reference.actors import actors_named
from dateline.reference.lexicon import lexicon, time_heads
from dateline.reference.places import Closeness, shared_places

_BY_MENTION: Final = {
    "location": frozenset({"place", "name"}),
    "organisation": frozenset({"actor", "name"}),
    "person": frozenset({"person", "actor", "name"}),
    "nationality": frozenset({"actor", "name"}),
    "weapon": frozenset({"materiel"}),
    "platform": frozenset({"materiel"}),
    "vehicle": frozenset({"materiel"}),
    "time": frozenset({"time"}),
}
_LISTED: Final = (
    "place", "combatant", "civilian", "people", "materiel", "aircraft", "heavy", "home", "premises", "military",
    "crowd", "security", "irregular", "abstract", "figurative", "populace", "debater",
)  # fmt: skip
_AT: Final = frozenset({"in", "at", "near", "around", "outside", "from", "to", "of"})
_DEALT: Final = frozenset({"from", "by", "against", "with"})
_THINGS: Final = frozenset({"weapon", "platform", "vehicle", "quantity", "money", "document"})  # "IED" is a village too
_LONG: Final = 3  # words of a name that can hardly be a party's by chance
_NONE: Final[frozenset[str]] = frozenset()
_UNKNOWN_NAME: Final = frozenset({"name", "place", "actor"})  # a name that the tagger passed over may be either
_OCCASION: Final = frozenset({"name"})  # "the Gulf War", "the Nordic Championships"
_SEVERAL: Final = frozenset({"people"})
_FROM_THE_AIR: Final = frozenset({"aircraft"})
_MAKES: Final = frozenset(
    {"su", "mig", "mi", "ka", "tu", "il", "uh", "ah", "f", "b", "mq", "rq", "mh", "yak", "an", "jf", "ac", "fpv", "oh"}
)  # of aircraft, before "-" and a number
_AERIAL: Final = frozenset({"aerial", "unmanned", "flying"})
_AIRCRAFT: Final = frozenset({"aircraft", "actor", "materiel"})
_SECURITY: Final = frozenset({"security"})
_FORCES: Final = frozenset({"force", "troop", "troops", "unit", "agent", "personnel", "official"})
_OF_STATES: Final = frozenset(
    {
        "security",
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
_TALKS: Final = frozenset({"debater"})
_SHIELDS: Final = frozenset({"defence", "defense", "defences", "defenses"})
_IN_UNIFORM: Final = frozenset({"army", "military", "navy", "naval"})
_CIVILIAN: Final = frozenset({"civilian"})
_SOLDIERS: Final = frozenset({"combatant", "security"})
_COUNTED: Final = frozenset({"people", "actor"})  # "hundreds marched"
_PROTESTER: Final = frozenset({"protester"})
_STAYING: Final = frozenset({"in", "at", "near"})
_PLACE: Final = frozenset({"place"})
_TIME: Final = frozenset({"time"})
_ON_FOOT: Final = frozenset(
    {"suicide", "car", "truck", "female", "woman", "male", "teenage", "lone", "foot", "motorcycle", "motorbike", "van",
     "vehicle", "scooter", "rickshaw", "tricycle", "bicycle", "vest", "belt"}
)  # fmt: skip
_BY_KIND: Final = {
    ActorKind.REBEL_GROUP: frozenset({"combatant", "irregular"}),
    ActorKind.POLITICAL_MILITIA: frozenset({"combatant", "irregular"}),
    ActorKind.IDENTITY_MILITIA: frozenset({"combatant", "irregular"}),
    ActorKind.STATE_FORCES: frozenset({"combatant", "security"}),
}
_PRONOUN: Final = frozenset({"pronoun"})
_UNDER_ARMS: Final = frozenset({"combatant", "security", "irregular"})
_PRONOUN_PEOPLE: Final = frozenset({"actor", "pronoun", "people"})
_PRONOUN_THING: Final = frozenset({"actor", "pronoun", "place"})
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


@cache
def noun_classes(lemma: str) -> frozenset[str]:
    """Return the classes of a common noun, empty where the lexicon does not know it.

    Args:
        lemma: a lemma in lower case.
    """
    words = lexicon()
    out = {name for name in _LISTED if lemma in words[name]}
    if lemma in time_heads() or (len(lemma) == 4 and lemma.isdigit() and lemma[:2] in ("19", "20")):
        out.add("time")
    if not out - _TALKS and lemma.endswith(_PERSON_ENDINGS) and lemma not in words["thing"]:
        out.add("people")
    if out & {"combatant", "civilian", "people", "aircraft"} or lemma in _STATE_NOUNS:
        out.add("actor")
    return frozenset(out)


def _who_told(tree: Tree, pronoun: int) -> int:
    """Return the subject of the verb of saying that a pronoun takes up: "the army said it had"; -1 for none."""
    verb = tree.head(pronoun)
    if tree.rel(pronoun) != "nsubj" or verb < 0 or tree.rel(verb) != "ccomp" or tree.words[pronoun] == "i":
        return -1
    told = (kid for kid in tree.children(tree.head(verb), "nsubj") if kid < pronoun and tree.tokens[kid].upos != "PRON")
    return next(told, -1)


@cache
def _occasions() -> frozenset[str]:
    """Return the nouns of which a name is a war, game or law: neither a party nor a place."""
    return lexicon()["war"] | lexicon()["sport"] | lexicon()["abstract"]


def _against_the_air(tree: Tree, token: int) -> bool:
    """Return whether a defence is one against what flies: "Saudi air defences"."""
    return any(tree.lemma(k) in ("air", "anti-aircraft", "missile") for k in tree.children(token, "compound", "amod"))


def _is_air_force(tree: Tree, token: int) -> bool:
    return any(tree.lemma(k) == "air" for k in tree.children(token, "compound", "amod"))


def _is_designation(tree: Tree, token: int) -> bool:
    """Whether a name is an aircraft's by its make and number, split at the hyphen: "Su-25s"."""
    if tree.words[token] not in _MAKES or token + 2 >= len(tree):
        return False
    return tree.words[token + 1] == "-" and tree.words[token + 2].rstrip("s").isdecimal()


def _is_at(tree: Tree, run: range) -> bool:
    """Whether a name stands behind a preposition of place."""
    return any(tree.case(number).rpartition(" ")[2] in _AT for number in run)


def _is_dealt_with(tree: Tree, run: range) -> bool:
    """Whether a name stands where parties do ("from al-Shabaab", "Houthi barracks"); a village has the name too."""
    if tree.rel(run[-1]) == "compound" and tree.head(run[-1]) > run[-1]:
        return True
    return any(tree.case(number).rpartition(" ")[2] in _DEALT for number in run)


def _whole_name(tree: Tree, run: range) -> str:
    """Return a run's words with the adjectives in capitals before them, as the "Islamic" of "the Islamic State"."""
    first = run[0]
    while first > 1 and tree.tokens[first - 1].upos == "ADJ" and tree.tokens[first - 1].text[:1].isupper():
        first -= 1
    return tree.text[tree.tokens[first].start : tree.tokens[run[-1]].end]


def _looks_like_a_name(tree: Tree, run: range) -> bool:
    return any(tree.tokens[n].text[0].isalpha() and len(tree.tokens[n].text) > 2 for n in run)


def _people(mentions: Sequence[Mention], trees: Sequence[Tree]) -> frozenset[str]:
    """Return the single words of the names of persons told in full: their later short forms are persons too."""
    words: set[str] = set()
    for mention in mentions:
        name = trees[mention.sentence].text[mention.start : mention.end].lower().split()
        if mention.type == "person" and len(name) > 1:
            words.update(name)
    return frozenset(words)


def part_of(tree: Tree, token: int) -> int | None:
    """Return what a word for a part or an amount is of: the town in "all of the town", "half the town" being one noun.

    Args:
        tree: the sentence.
        token: the head of a phrase.
    """
    if tree.lemma(token) not in lexicon()["portion"] and tree.tokens[token].upos != "NUM":
        return None
    return next((k for k in tree.children(token, "nmod") if k > token and tree.case(k) == "of"), None)


def _qualified(tree: Tree, token: int, common: frozenset[str]) -> frozenset[str]:
    """Return the classes of a noun with what the words before it add or take: air force, suicide bomber."""
    lemma = tree.lemma(token)
    if "civilian" in common and any(tree.lemma(kid) in _IN_UNIFORM for kid in tree.children(token, "compound", "amod")):
        return (common - _CIVILIAN) | _SOLDIERS  # "army engineers", "a military doctor"
    if lemma in _SHIELDS and _against_the_air(tree, token):
        return common | _SOLDIERS | frozenset({"actor"})
    if lemma not in _FORCES and lemma not in ("bomber", "fighter", "vehicle"):
        return common
    before = {tree.lemma(kid) for kid in tree.kids[token]}
    if lemma == "bomber":
        return common - _FROM_THE_AIR if before & _ON_FOOT else common
    if lemma == "vehicle":
        return _AIRCRAFT if before & _AERIAL else common
    if lemma == "fighter":  # "Sukhoi fighters"
        return _AIRCRAFT if before & lexicon()["aircraft"] else common
    if lemma == "force" and _is_air_force(tree, token):
        return common | _FROM_THE_AIR
    return common | _SECURITY if before & _OF_STATES else common


def _without_place(tree: Tree, mention: Mention) -> int:
    """Return where a mention of people ends, the place where they are left out: "several women in Minova"."""
    if mention.type not in ("organisation", "person"):
        return mention.end
    first = bisect_left(tree.tokens, mention.start, key=attrgetter("start"))
    for number in range(first + 1, len(tree.tokens)):
        if tree.tokens[number].end > mention.end:
            break
        if tree.tokens[number].text in _STAYING and tree.tokens[number - 1].upos == "NOUN":
            return tree.tokens[number].start
    return mention.end


@lru_cache(maxsize=8192)
def known_place(name: str) -> bool:
    """Return whether the gazetteer has a place of that name, in any of its spellings."""
    return any(match.closeness <= Closeness.KEY for match in shared_places().named(name))


@lru_cache(maxsize=8192)
def known_actor(name: str) -> bool:
    """Return whether the reference has a party or outlet of that name (countries and their towns apart)."""
    return bool(actors_named(name))


@lru_cache(maxsize=8192)
def kind_of(name: str) -> frozenset[str]:
    """Return the classes that a named party has by its kind in the reference: a group's are those of "rebels".

    Args:
        name: a name that the reference may know.
    """
    kinds = {entry.kind for entry in actors_named(name)}
    return _BY_KIND[kinds.pop()] if len(kinds) == 1 and kinds <= _BY_KIND.keys() else _NONE


class Classes:
    """The classes of every token of a report.

    A name's type is the one that the tagger gives it most often over the whole report, and a short form takes the type
    of the full name that holds it ("the Front" after "Al-Nusra Front"): bare second mentions are where taggers go
    wrong.

    Args:
        mentions: the report's mentions.
        trees: the trees of its sentences.
    """

    def __init__(self, mentions: Sequence[Mention], trees: Sequence[Tree]) -> None:
        self._trees = trees
        self._type: dict[tuple[int, int], str] = {}
        self._known: dict[tuple[int, int], frozenset[str]] = {}
        self._armed: dict[tuple[int, int], frozenset[str]] = {}
        self._doubtful: set[tuple[int, int]] = set()
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        places: dict[tuple[int, int], str] = {}
        for mention in mentions:
            tree = trees[mention.sentence]
            end = _without_place(tree, mention)
            first = bisect_left(tree.tokens, mention.start, key=attrgetter("start"))
            for number in range(first, len(tree.tokens)):
                token = tree.tokens[number]
                if token.start >= end:
                    break
                if token.end <= end:
                    self._type[tree.index, number] = mention.type
                    places[tree.index, number] = token.text.lower()
                    if token.upos == "PROPN":
                        votes[token.text.lower()][mention.type] += 1
        for where, word in places.items():
            if votes[word]:
                best, most = votes[word].most_common(1)[0]
                if most > votes[word][self._type[where]]:
                    self._type[where] = best
        people = _people(mentions, trees)
        self._called_places = frozenset(name for tree in trees for name in called_places(tree))
        for tree in trees:
            for run in name_runs(tree):
                self._overrule(tree, run, people)

    def _overrule(self, tree: Tree, run: range, people: frozenset[str]) -> None:
        """Let the reference correct the tagger: a known party is an organisation, a known place no person."""
        tagged = self._type.get((tree.index, run[-1]))
        if tagged == "time" or not _looks_like_a_name(tree, run):
            return
        name = tree.text[tree.tokens[run[0]].start : tree.tokens[run[-1]].end]
        if name.lower().split()[0].split("-")[0] in lexicon()["place_opening"] and len(run) > 1 and tagged == "person":
            correct = "location"
        elif known_actor(name) or known_actor(_whole_name(tree, run)):
            is_place = tagged == "location" and known_place(name) and not (kind_of(name) and _is_dealt_with(tree, run))
            correct = "location" if is_place else "organisation"
        elif name.lower() in self._called_places or (
            known_place(name) and name.lower() not in people and self._may_be_a_place(tree, run, tagged)
        ):
            correct = "location"
        else:
            return
        if correct == "organisation":
            armed = kind_of(name) or kind_of(_whole_name(tree, run))
            self._armed.update(((tree.index, number), armed) for number in run)
        for number in run:
            self._type[tree.index, number] = correct
            if tagged == "person" and correct == "location" and not _is_at(tree, run):
                self._doubtful.add((tree.index, number))

    def _may_be_a_place(self, tree: Tree, run: range, tagged: str | None) -> bool:
        """Whether a name that the gazetteer knows may be a place, whatever the tagger took it for.

        An organisation is a place only where it stands as one.
        """
        if tagged in _THINGS:
            return False
        return tagged != "organisation" or len(run) >= _LONG or _is_at(tree, run)

    def may_be_a_person(self, sentence: int, token: int) -> bool:
        """Return whether a name is a place by the gazetteer alone: the tagger took it for a person's."""
        return (sentence, token) in self._doubtful

    def mention_type(self, sentence: int, token: int) -> str | None:
        """Return the type of the mention that covers a token, None where none does."""
        return self._type.get((sentence, token))

    def of(self, tree: Tree, token: int) -> frozenset[str]:
        """Return the classes of the phrase that a token heads: of "all of the town" those of the town."""
        key = (tree.index, token)
        known = self._known.get(key)
        if known is None:
            inner = part_of(tree, token)
            named = token if inner is None else inner
            own = self._own(tree, named)
            known = self._known[key] = own | _PROTESTER if self._protests(tree, token, named) else own
        return known

    def _stands_as_a_name(self, tree: Tree, token: int) -> bool:
        """Whether what the tagger took for a make of arms is one thing of its name: "recaptured Robotyne"."""
        if tree.tokens[token].xpos != "NNP" or any(c.isdigit() for c in tree.words[token]):
            return False
        return tree.rel(token) in ("obj", "obl", "nmod") and not tree.children(
            token, "det", "nummod", "nmod:poss", "amod"
        )

    def _protests(self, tree: Tree, token: int, named: int) -> bool:
        if protests(tree, token) or (named != token and protests(tree, named)):
            return True
        return stands_for_protesters(tree, token, self._trees[tree.index - 1] if tree.index else None)

    def _own(self, tree: Tree, token: int) -> frozenset[str]:
        word = tree.tokens[token]
        if word.upos == "PRON":
            meant = _who_told(tree, token)
            if meant >= 0 and (known := self.of(tree, meant)) & _UNDER_ARMS:
                return known | _PRONOUN
            return _PRONOUN_THING if word.text.lower() in ("it", "this", "that", "which", "there") else _PRONOUN_PEOPLE
        common = noun_classes(tree.lemma(token))
        if word.text == "march":  # in small letters no month
            common -= _TIME
        named = _BY_MENTION.get(self._type.get((tree.index, token), ""), _NONE)
        if _is_designation(tree, token):
            return _AIRCRAFT
        if word.upos == "PROPN":
            if not common and "materiel" in named and self._stands_as_a_name(tree, token):
                named = _NONE
            if word.xpos == "NNPS" and "place" not in named:
                common |= _SEVERAL  # "three Arabs", "two Yazidis"
            if tree.lemma(token) == "state" and "actor" in named:
                common -= _PLACE  # "Islamic State"
            unknown = _OCCASION if tree.lemma(token) in _occasions() else _UNKNOWN_NAME
            known = self._armed.get((tree.index, token), _NONE)
            return (named or unknown) | known | _qualified(tree, token, common)
        if common == _TALKS:
            return named | common
        if common:
            return _qualified(tree, token, common)
        if tree.lemma(token) in lexicon()["quantity"] and word.upos == "NOUN":
            return _COUNTED
        if word.upos in ("ADJ", "NUM") and not named:
            return frozenset({"people", "actor"}) if word.upos == "NUM" or word.xpos.startswith("NN") else _NONE
        return named
