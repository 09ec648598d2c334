"""What is told in the words of violence but is none of today's: sport, drills, accidents, crime, habits, old wars."""

import re
from typing import Final

from dateline.extract.matching import Match
from dateline.extract.non_events.long_past import is_long_past
from dateline.extract.non_events.peaceful import is_peaceful
from dateline.extract.non_events.recalled import is_commemorated, is_history, is_recalled, is_story
from dateline.extract.non_events.trends import is_trend
from dateline.extract.noun_classes import part_of
from dateline.extract.tree import Tree
from dateline.extract.voice import is_verbal_noun
from dateline.reference.lexicon import lexicon
from dateline.reference.places_words import PARTY_NOUNS
from dateline.reference.sub_events import (
    ABDUCTION,
    ARRESTS,
    ATTACK,
    CLASH,
    GROUP_CHANGE,
    LAID_BOMB,
    LOOTING,
    SEXUAL_VIOLENCE,
    SHELLING,
)

_SCORE: Final = re.compile(r"(?<![\d-])\d{1,2}[-–]\d{1,2}(?![\d-])")
_OF_GAMES: Final = re.compile(
    r"\b(?:home|away|visiting|losing|winning) (?:side|team|crowd|fans)\b|\b(?:opening|dying|closing) minutes\b"
    r"|\b(?:first|second) half\b|\bextra time\b|\boff \d+ balls\b|\btitle (?:race|defen[cs]e|holders)\b"
    r"|\b(?:opening|second|third|final) set\b|\bunbeaten\b",
    re.IGNORECASE,
)
_GRAVE_BESIDE_SCORES: Final = frozenset(
    {"kill", "wound", "dead", "vote", "injure", "soldier", "police", "hour", "year"}
)
_STRUCK: Final = frozenset({"obj", "nsubj:pass", "nmod", "obl"})
_BLAMED: Final = frozenset({"accuse", "suspect", "convict", "charge"})
_SENTENCED: Final = frozenset({"sentence", "convict", "acquit", "fine", "indict", "plead"})
# Words of violence that firms, markets and illnesses are spoken of in too.
_OF_RIVALS: Final = frozenset(
    {
        *("attack", "assault", "battle", "strike", "war", "offensive", "conflict", "army", "siege", "blast", "barrage"),
        *("raid", "combat", "clash", "fight", "fighting"),
    }
)
_OF_ROCKETS: Final = frozenset({"rocket", "explosion", "blast", "missile"})
_OF_ILLNESS: Final = frozenset({"die", "dead", "death", "kill", "casualty", "army", "refugee", "civilian"})
# Types that a gas leak, a storm or a collision may be told in the words of.
_BY_ACCIDENT: Final = frozenset({LAID_BOMB, LOOTING, ATTACK, SHELLING})
_LAID: Final = frozenset({"mine", "landmine", "bomb", "ied"})
_CRASHES: Final = frozenset({"crash", "collide", "plunge", "overturn", "capsize", "derail", "skid", "veer"})
_OF_ARMIES: Final = frozenset({"army", "soldier", "troop", "troops", "militia", "fighter"})  # they crash too
_FIGHTS_ON: Final = frozenset({"fight", "battle", "oppose", "resist"})
_STOPS: Final = frozenset({".", '"', "”"})
_BEGINS: Final = frozenset({"invade", "erupt", "begin", "start"})  # wars, in "since … invaded"
_SERVED: Final = frozenset({"jail", "imprison", "incarcerate"})
_AGAINST: Final = frozenset({"against", "for", "with", "to", "from", ""})
_PRIVATE: Final = frozenset({
    "man", "woman", "he", "she", "teenager", "boy", "girl", "student", "pupil", "driver", "guard", "worker", "farmer",
    "guest",
})  # fmt: skip
_PRIVATE_CRIME: Final = re.compile(
    r"\b(?:killing|murder) of (?:his|her) (?:\w+ )?(?:wife|husband|partner|landlord|lover|mother|father|son|daughter|"
    r"girlfriend|boyfriend)\b"
    r"|\b(?:on suspicion of|for|of) (?:murdering|raping|stabbing|strangling|poisoning|killing|robbing|stealing from)"
    r" (?:his|her|a|an|their|two) (?:\w+ )?(?:wife|husband|partner|landlord|tenant|neighbou?r|lover|mother|father|son|"
    r"daughter|girlfriend|boyfriend|shopkeeper|employer|boss|child|woman|uncle|aunt|colleague)\b"
    r"|\b(?:drunken?|dangerous) driving\b|\btax (?:fraud|evasion)\b|\binsider trading\b",
    re.IGNORECASE,
)
_UNKNOWN: Final = frozenset({"hooded", "masked", "armed", "unknown", "unidentified"})
_COURTS: Final = frozenset({"court", "judge", "jury", "tribunal", "magistrate"})  # they sentence
_OF_WORDS: Final = frozenset({ATTACK, CLASH})
_OF_CRIMINALS: Final = frozenset(
    {
        ATTACK,
        SEXUAL_VIOLENCE,
        ABDUCTION,
        LOOTING,
        ARRESTS,
        CLASH,
    }
)


def told_of_violence(tree: Tree) -> bool:
    """Return whether a sentence may tell events at all, whichever its triggers: no game, no drill, no old war.

    Args:
        tree: the sentence.
    """
    words, have = lexicon(), tree.vocabulary
    if not have & words["grave"] and (_is_sport(tree) or have & words["bourse"]):
        return False
    if have & words["business"] and not have & (words["grave"] | words["violence"] - _OF_RIVALS):
        return False
    if have & words["disease"] and not have & (words["grave"] - _OF_ILLNESS | words["violence"] - _OF_RIVALS):
        return False
    if have & words["spaceflight"] and not have & (words["grave"] | words["violence"]) - _OF_ROCKETS:
        return False
    if have & words["drill"] and not _is_live(tree):
        return False
    return not (is_history(tree) or is_story(tree) or _is_game(tree) or is_recalled(tree))


def is_figure(match: Match) -> bool:
    """Return whether a trigger that fits a pattern tells an accident, an ordinary crime, or what is usual.

    Args:
        match: the trigger with its pattern.
    """
    tree, kind = match.tree, match.pattern.type
    words, have = lexicon(), match.tree.vocabulary
    by_chance = kind in _BY_ACCIDENT and have & words["accident"] and not have & words["violence"] - _own_words(match)
    if by_chance and not _was_laid(match):
        return True
    if kind in _OF_CRIMINALS and have & words["crime"] and not have & words["irregular"]:
        return True
    if kind in _OF_CRIMINALS and any(
        tree.lemma(head) in words["beast"] | words["livestock"]
        for name in ("patient", "of")
        for head in match.pred.get(name)[:1]
    ):
        return kind != LOOTING
    if any(_is_beast(tree, head) or tree.lemma(head) in words["misfortune"] for head in match.pred.get("agent")):
        return True
    if _is_weather(match) or _is_crash(match) or is_peaceful(match) or is_long_past(match):
        return True
    names_or_describes = _only_describes(tree, match) or _is_in_a_name(tree, match.pred.token)
    if names_or_describes or _is_sentence_for(tree, match.pred.token):
        return True
    if kind == ARRESTS and any(tree.lemma(head) in _COURTS for head in match.pred.get("agent")):
        return True
    token = match.pred.token
    old = _is_charge(tree, token) or _is_in_court(tree, token) or _is_kin(match) or is_commemorated(match)
    if kind in _OF_CRIMINALS and (old or _is_for_a_crime(tree)):
        return True
    return _is_usual(tree, match) or is_trend(match) or (kind in _OF_WORDS and _is_debate(match))


def _was_laid(match: Match) -> bool:
    """Whether somebody laid what did it: "a train was derailed by a mine"."""
    return any(match.tree.lemma(head) in _LAID for head in match.pred.get("agent"))


def _is_for_a_crime(tree: Tree) -> bool:
    """Whether somebody is held for a private crime: "on suspicion of murdering his landlord"."""
    told = _PRIVATE_CRIME.search(tree.text[tree.sentence.start : tree.sentence.end])
    return bool(told) and not tree.vocabulary & lexicon()["irregular"]


def _is_weather(match: Match) -> bool:
    """Whether what falls is hail: "a heavy shelling of hail"."""
    return any(
        match.tree.lemma(head) in lexicon()["misfortune"] for name in ("of", "with") for head in match.pred.get(name)
    )


def _is_crash(match: Match) -> bool:
    """Whether harm is what a crash did: "a helicopter crashed, killing the pilot", and nothing was driven into."""
    tree, verb = match.tree, match.pred.token
    above = tree.head(verb)
    if above < 0 or tree.lemma(verb) not in lexicon()["harm_verb"] or tree.lemma(above) not in _CRASHES:
        return False
    return not tree.children(above, "obj") and not tree.vocabulary & (lexicon()["violence"] - _OF_ARMIES)


def _is_sport(tree: Tree) -> bool:
    """Whether a word of games stands for a game: "hockey", but not "with hockey sticks", nor a coach that was hit."""
    sport, gear = lexicon()["sport"], lexicon()["gear"]
    return bool(_OF_GAMES.search(tree.text[tree.sentence.start : tree.sentence.end])) or any(
        lemma in sport
        and not (number + 1 < len(tree) and tree.lemma(number + 1) in gear)
        and not (lemma == "coach" and tree.rel(number) in _STRUCK)
        for number, lemma in enumerate(tree.lemmas)
    )


def _is_debate(match: Match) -> bool:
    """Whether an attack is one of words: in a parliament, a paper or a campaign, and nobody harmed."""
    have = match.tree.vocabulary
    bare = match.pattern.weak or match.tree.lemma(match.pred.token) == "attack"
    return bare and bool(have & lexicon()["debate"]) and not have & lexicon()["grave"]


def _is_kin(match: Match) -> bool:
    """Whether a deed was done within a family: by "her father", "killed his wife"."""
    tree, kin = match.tree, lexicon()["kin"] | lexicon()["acquaintance"]
    if tree.vocabulary & lexicon()["irregular"] or not match.pred.get("agent"):
        return False
    by = match.pred.get("agent")
    if any(tree.lemma(head) in lexicon()["kin"] and tree.children(head, "nmod:poss") for head in by):
        return True
    done_to = match.pred.get("patient")
    own = [k for head in done_to for k in tree.children(head, "nmod:poss") if tree.lemma(head) in kin]
    one = all(tree.lemma(head) in _PRIVATE or tree.lemma(head) in kin for head in by) and len(done_to) == 1
    if any(tree.lemma(k) in _UNKNOWN for head in by for k in tree.children(head, "amod")):
        return False
    return one and any(tree.tokens[k].upos == "PRON" for k in own)


def _is_in_a_name(tree: Tree, noun: int) -> bool:
    """Whether a noun is part of a party's name: "the National Movement for the Liberation of Azawad"."""
    head = tree.head(noun)
    if tree.tokens[noun].upos != "PROPN" or head < 0 or tree.tokens[head].upos != "PROPN":
        return False
    return tree.rel(noun) == "nmod" and tree.case(noun) in ("of", "for") and tree.lemma(head) in PARTY_NOUNS


def _only_describes(tree: Tree, match: Match) -> bool:
    """Whether a clause only says who a party is: "guerrillas fighting the state", "a militia that split from it".

    So does one in the progressive of what goes on and on: "who have been battling the army".
    """
    verb, kids = match.pred.token, tree.children(match.pred.token, "aux")
    token = tree.tokens[verb]
    if token.upos == "NOUN" and tree.rel(verb) in ("obl", "nmod") and tree.case(verb) in ("with", "as", "when"):
        above = tree.head(verb)
        begun = above >= 0 and tree.lemma(above) in _BEGINS and tree.tokens[above].upos == "VERB"
        return begun and tree.tokens[above].deprel in ("acl:relcl", "advcl")  # "the war, which began as protests"
    if token.upos != "VERB" or is_verbal_noun(tree, verb):
        return False
    if token.deprel == "advcl" and any(tree.words[k] == "since" for k in tree.children(verb, "mark")):
        return tree.lemma(verb) in _BEGINS or match.pattern.type == GROUP_CHANGE
    if any(tree.case(k) not in _AGAINST for k in tree.children(verb, "obl", "obl:unmarked")):
        return False  # a place or time of its own
    if token.deprel in ("acl:relcl", "acl") and tree.lemma(verb) in _SERVED:
        return True  # "who had been jailed for a bombing": who he is
    if token.deprel == "acl:relcl":
        going_on = token.xpos == "VBG" and any(tree.words[k] == "been" for k in kids)
        return going_on or match.pattern.type == GROUP_CHANGE
    if (
        token.xpos == "VB"
        and tree.lemma(verb) in _FIGHTS_ON
        and any(tree.words[k] == "to" for k in tree.children(verb, "mark"))
    ):
        return token.deprel in ("xcomp", "advcl", "acl")  # "the movements that claimed to fight it", "joined to fight"
    if tree.children(verb, "mark", "case"):
        return False  # "after two days of fighting"
    return token.deprel == "acl" and token.xpos == "VBG" and tree.lemma(verb) in _FIGHTS_ON


def _is_beast(tree: Tree, head: int) -> bool:
    """Whether an animal is meant, and no party of its name ("the Tigers")."""
    named = head
    while (inner := part_of(tree, named)) is not None:  # "tens of thousands of bees"
        named = inner
    if tree.tokens[named].upos == "PROPN" or tree.lemma(named) not in lexicon()["beast"]:
        return False
    # "the lions of the Caliphate" are men
    return not any(tree.tokens[k].upos == "PROPN" for k in tree.children(named, "nmod") if tree.case(k) == "of")


def _is_sentence_for(tree: Tree, noun: int) -> bool:
    """Whether a deed is only what somebody was sentenced for: "sentenced to death for a bombing"."""
    above = tree.head(noun)
    told = above >= 0 and tree.rel(noun) in ("obl", "nmod") and tree.case(noun) in ("for", "over", "of")
    return told and any(tree.lemma(one) in _SENTENCED for one in (above, *tree.ancestors(above)))


def _is_charge(tree: Tree, verb: int) -> bool:
    """Whether a deed is only what a court punished: "sentenced to twelve years for killing his wife"."""
    while tree.tokens[verb].deprel == "conj":  # "for the kidnapping and murder of"
        verb = tree.head(verb)
    above = tree.head(verb)
    if above >= 0 and tree.lemma(above) in _BLAMED and tree.rel(above) == "acl" and tree.rel(verb) == "advcl":
        return True  # "the home of a man accused of killing a soldier": who he is, not what happened
    for_it = any(tree.lemma(k) in ("for", "of", "over") for k in tree.children(verb, "mark", "case"))
    return for_it and any(tree.lemma(one) in _SENTENCED for one in (above, *tree.ancestors(above)) if one >= 0)


def _is_in_court(tree: Tree, token: int) -> bool:
    """Whether a deed only says of whom a court speaks: "dismissed the charges against the officers who beat him"."""
    if tree.tokens[token].deprel not in ("acl", "acl:relcl") or not tree.vocabulary & lexicon()["tribunal"]:
        return False
    return any(tree.lemma(one) in lexicon()["ruling"] for one in tree.ancestors(token))


def _own_words(match: Match) -> frozenset[str]:
    """Return the trigger itself, which says nothing of whether violence is told, and "blast" and the like."""
    return frozenset({match.tree.lemma(match.pred.token), "explosion", "blast", "explosive"})


def _is_live(tree: Tree) -> bool:
    """Whether people were harmed, drill or not."""
    return bool(tree.vocabulary & {"kill", "wound", "injure", "die", "dead", "capture", "arrest"})


def _is_game(tree: Tree) -> bool:
    """Whether a sentence gives a score with a word of games: "crushed Arsenal 4-1 with a first-half blitz"."""
    if not tree.vocabulary & lexicon()["score"]:
        return False
    text = tree.text[tree.sentence.start : tree.sentence.end]
    return bool(_SCORE.search(text)) and not tree.vocabulary & _GRAVE_BESIDE_SCORES


def _is_a_principle(tree: Tree, verb: int) -> bool:
    """Whether whom somebody fights is told in the present, nowhere and at no time: "Our men fight soldiers."."""
    if tree.lemma(verb) not in _FIGHTS_ON or tree.children(verb, "aux") or tree.tokens[-1].text not in _STOPS:
        return False
    return not any(tree.case(k) not in _AGAINST for k in tree.children(verb, "obl", "obl:unmarked", "nmod"))


def _is_usual(tree: Tree, match: Match) -> bool:
    """Whether a verb in the present has an adverb of habit with it: "bombers often target markets"."""
    verb = match.pred.clause if tree.tokens[match.pred.clause].upos == "VERB" else match.pred.token
    if not any(tree.tokens[k].xpos in ("VBP", "VBZ") for k in (verb, *tree.children(verb, "aux", "aux:pass"))):
        return False
    if tree.tokens[verb].xpos == "VBN" and any(tree.lemma(k) == "have" for k in tree.children(verb, "aux")):
        return False  # "have continued every day since"
    if _is_a_principle(tree, verb):
        return True
    every = any(
        tree.lemma(k) in ("each", "every") for kid in tree.children(verb, "obl") for k in tree.children(kid, "det")
    )
    return every or any(tree.lemma(kid) in lexicon()["habit"] for kid in tree.children(verb, "advmod"))
