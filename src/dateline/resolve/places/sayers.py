"""Places of those who speak: "medics in A said", "according to a police source in A" say little of where it was."""

from collections.abc import Sequence
from typing import Final

from dateline.model.annotated import Annotated, Sentence, Token
from dateline.reference.lexicon import lexicon

_WHO_SAW: Final = frozenset({"witness", "eyewitness", "elder", "chief", "mayor", "councillor", "leader"})
_FOLK: Final = frozenset(
    {"boy", "child", "family", "farmer", "folk", "girl", "man", "mother", "widow", "woman", "youth"}
)
_GIVES: Final = frozenset({  # a number, as "the hospital in A counted 59" does
    "add", "calculate", "count", "document", "give", "know", "list", "name", "place", "put", "quote", "receive",
    "reckon", "record", "register", "speak", "tally", "talk", "treat",
})  # fmt: skip
_FIGURES: Final = frozenset({  # what is told, whatever is done to it: "the Red Cross in A has corrected the number"
    "account", "body", "bulletin", "casualty", "communique", "count", "death", "estimate", "figure", "number", "report",
    "responsibility", "statement", "tally", "toll", "total", "version",
})  # fmt: skip
_DENYING: Final = frozenset({"condemn", "deny", "denounce", "disclaim", "disown", "reject", "welcome"})
_TELLING: Final = frozenset({"tell", "inform", "brief", "address"})
_SAYING: Final = _TELLING | {"add", "comment", "remark", "say", "state"}  # none of which can mean to tell of a deed
_TOLD: Final = frozenset({  # who is told: "told a newspaper in A that its men had carried out the attack"
    "agency", "briefing", "broadcaster", "channel", "conference", "correspondent", "court", "daily", "journalist",
    "magazine", "media", "news", "newspaper", "outlet", "paper", "parliament", "press", "radio", "rally", "reporter",
    "station", "television", "tv", "weekly",
})  # fmt: skip
_MESSAGES: Final = frozenset({"call", "email", "e-mail", "fax", "interview", "letter", "message", "note", "statement"})
_COURTS: Final = frozenset({"court", "courtroom", "tribunal"})
_TRYING: Final = frozenset({
    "acquit", "appear", "arraign", "bring", "charge", "convict", "face", "hear", "indict", "jail", "plead", "produce",
    "remand", "sentence", "stand", "try",
})  # fmt: skip
_DEPTH: Final = 4  # nouns between a place and those who speak: "a doctor at a hospital in A"
_BEFORE_A_NOUN: Final = ("det", "amod", "nmod:poss")
_OF_NOUNS: Final = ("nmod", "appos", "compound", "flat", "conj")


def is_where_they_speak(annotated: Annotated, start: int) -> bool:
    """Return whether a place is named only for whom a report quotes, by the tree of its sentence.

    Args:
        annotated: the report.
        start: where the place's name begins in its text.
    """
    sentence = next((s for s in annotated.sentences if s.start <= start < s.end), None)
    return sentence is not None and speaks_there(sentence, start)


def speaks_there(sentence: Sentence, start: int) -> bool:
    """Return whether a place in a sentence is named only for whom it quotes.

    Args:
        sentence: the sentence.
        start: where the place's name begins in the report's text.
    """
    tokens = sentence.tokens
    at = sentence.token_at(start)
    if at >= 0 and tokens[at].deprel in _BEFORE_A_NOUN:
        at = tokens[at].head  # "the court in A", of which only the first word was found
    if at >= 0 and (_is_denied_there(tokens, at) or _is_said_there(tokens, at)):
        return True
    if at >= 0 and _is_home_of_folk(tokens, at):
        return False
    for step in range(_DEPTH):
        if at >= 0 and _is_tried_there(tokens, at):
            return True
        if at < 0 or (step and _speaks(tokens, at)):
            return at >= 0
        at = tokens[at].head if tokens[at].deprel.startswith(_OF_NOUNS) else -1
    return False


def _is_home_of_folk(tokens: Sequence[Token], at: int) -> bool:
    """Whether those who speak are the people of a place: "the men of A say that the tanks came at noon"."""
    of = any(token.head == at and token.text.lower() == "of" for token in tokens)
    head = tokens[at].head
    return of and head >= 0 and tokens[head].lemma.lower() in _FOLK


def hears_there(sentence: Sentence, start: int) -> bool:
    """Return whether a place is named only for those who are told of it, or try it: "told a radio station in Paris".

    Args:
        sentence: the sentence.
        start: where the place's name begins in the report's text.
    """
    tokens = sentence.tokens
    at = sentence.token_at(start)
    for _ in range(_DEPTH):
        if at < 0 or not tokens[at].deprel.startswith(_OF_NOUNS):
            return False
        at = tokens[at].head
        if _is_told(tokens, at) or _is_tried_there(tokens, at):
            return True
    return False


def _speaks(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a noun is the subject of a verb of saying, or one according to whom something is told."""
    if _is_told(tokens, noun):
        return True
    if tokens[noun].lemma.lower() in lexicon()["violence"]:
        return False  # "the attack on A claimed a fourth victim"
    if tokens[noun].lemma.lower() in lexicon()["populace"] | _WHO_SAW:
        return False  # whoever lives there tells of what happened there
    verb = tokens[noun].head
    if tokens[noun].deprel == "nsubj" and verb >= 0:
        if tokens[verb].lemma.lower() in lexicon()["say_verb"] | _GIVES:
            return True
        told = (token.lemma.lower() for token in tokens if token.head == verb and token.deprel == "obj")
        if not _FIGURES.isdisjoint(told):
            return True
    return any(token.head == noun and token.text.lower() == "according" for token in tokens)


def _is_told(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a noun is one of those to whom something is said: "told a newspaper", "a call to a radio station"."""
    above = tokens[noun].head
    if above < 0 or tokens[noun].lemma.lower() not in _TOLD:
        return False
    if tokens[noun].deprel in ("obj", "iobj"):
        return tokens[above].lemma.lower() in _TELLING
    if _follows_telling(tokens, noun):
        return True
    spoken = tokens[above].lemma.lower() in lexicon()["say_verb"] | _GIVES | _MESSAGES
    return spoken and tokens[noun].deprel.startswith(("obl", "nmod"))


def _follows_telling(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a verb of telling stands right before a noun, whatever the tree makes of it behind a long quotation."""
    at = noun - 1
    while at > 0 and tokens[at].deprel in ("amod", "compound", "det") and tokens[at].head == noun:
        at -= 1
    return at >= 0 and tokens[at].lemma.lower() in _TELLING and tokens[at].upos == "VERB"


def _is_tried_there(tokens: Sequence[Token], at: int) -> bool:
    """Whether a place is that of a court to which somebody is brought for a deed: "charged before the court in A"."""
    verb = tokens[at].head
    if tokens[at].lemma.lower() not in _COURTS or verb < 0 or not tokens[at].deprel.startswith(("obl", "nmod")):
        return False
    return tokens[verb].lemma.lower() in _TRYING


def _is_denied_there(tokens: Sequence[Token], at: int) -> bool:
    """Whether a place only says where somebody disowns or condemns a deed: "In A, the group denied that it was …"."""
    verb = tokens[at].head
    if verb < 0 or not tokens[at].deprel.startswith("obl") or tokens[verb].lemma.lower() not in _DENYING:
        return False
    return _is_in(tokens, at)


def _is_said_there(tokens: Sequence[Token], at: int) -> bool:
    """Whether a place stands between a verb of saying and what is said: "said in A that the troops had fired".

    Or where all is said before the verb: "…, a colonel told reporters in A".
    """
    verb = tokens[at].head
    if not 0 <= verb < at or not tokens[at].deprel.startswith("obl") or not _is_in(tokens, at):
        return False
    lemma = tokens[verb].lemma.lower()
    told = [n for n, token in enumerate(tokens) if token.head == verb and token.deprel == "ccomp"]
    if any(n > at for n in told):
        return lemma in lexicon()["say_verb"] | _TELLING
    return lemma in _SAYING and not any(t.head == verb and t.deprel == "nsubj:pass" for t in tokens)


def _is_in(tokens: Sequence[Token], at: int) -> bool:
    return any(token.head == at and token.text.lower() in ("in", "from") for token in tokens)
