"""The words by which the list's histories tell who took, holds or lost a town, and whose side a party is on."""

import re
from typing import Final

_SIDES: Final = {
    "opposition": r"free syrian army|free syrian soldiers|fsa|rebels?(?! (?:positions|advances))|opposition"
    r"|islamists?|islamic front|islamic battalions|(?:jabhat )?al[- ]nusra(?: front)?|jabhat al-akrad|ahrar al-sham"
    r"|jaish al-fatah|jund al-aqsa|northern storm brigade|liwa al-fatah|hay'?at tahrir al-sham",
    "isil": r"isil|isis|islamic state(?: of iraq and the levant)?",
    "kurdish": r"ypg(?:-led)?|syrian democratic forces|sdf|kurdish forces",
    "government": r"syrian (?:arab )?army|syrian government|syrian troops|syrian military|government|loyalists?"
    r"|regime|military|army|troops|saa|tiger forces|security forces",
}
_PARTY: Final = re.compile(
    r"(?<!pro-)(?<!anti-)\b(?:" + "|".join(rf"(?P<{side}>{words})" for side, words in _SIDES.items()) + r")\b",
    re.IGNORECASE,
)
_SOMEONE: Final = r"(?:the )?(?:[\w'-]+ ){0,2}?"
_CONTROL: Final = r"(?:(?:full|entire|complete) )*control"
_TAKE: Final = (
    rf"(?:re)?captured|captures|recaptures?|(?:re)?t(?:ook|akes?) (?:{_CONTROL}|over|back)|retook|retakes?|took"
    rf"|had (?:re)?taken(?: {_CONTROL}| over)?|(?:re-?)?secured|(?:re)?seized|seizes"
    rf"|(?:re)?gain(?:s|ed)? (?:back )?{_CONTROL}|regain over control|conquest|came into {_CONTROL}"
    rf"|taking (?:{_CONTROL}|over)|(?:re)?capturing|seizing|retaking"
)
_HOLD: Final = (
    rf"(?:has|had|have|maintain(?:s|ed)|retain(?:s|ed)|kept|maintained) {_CONTROL}|controls|controlled|holds?"
    rf"|(?:was|were|reported) in {_CONTROL}(?= of (?!(?:the )?(?:syrian|army|islamic|free|rebels|fsa)))"
)
ACTIVE: Final = re.compile(rf"(?<![\w-])(?:(?P<gained>{_TAKE})|(?P<holds>{_HOLD}))(?![\w-])", re.IGNORECASE)
PASSIVE: Final = re.compile(
    r"\b(?:(?:(?P<gained>(?:re)?captured|(?:re)?taken(?: over)?|(?:re)?seized|overrun)|(?P<holds>controlled|held)) by"
    r"|(?P<fell>(?:came|fell|back) )?(?P<under>under|in)(?: the)?(?: full| complete)? control (?:of|by)"
    r"|(?P<hands>fell in(?:to)?)) (?:the )?",
    re.IGNORECASE,
)
UNDER: Final = re.compile(
    rf"(?P<fell>(?:came|fell|back) )?\bunder (?P<who>{_SOMEONE})(?<=\s)control\b"
    rf"|\bin (?P<hand>{_SOMEONE})(?:hands|control)\b(?! of)",
    re.IGNORECASE,
)
COMPOUND: Final = re.compile(r"\b\w+-(?:held|controlled)\b", re.IGNORECASE)
LOSS: Final = re.compile(
    r"\b(?:withdr[ae]w|withdrawn|pulled out|were expelled|retreated|lost control|been cleared)\b", re.IGNORECASE
)
OUSTED: Final = re.compile(r"\b(?:defeated|ousted|expelled|chased out|drove out) (?:the )?", re.IGNORECASE)
UNREAL: Final = re.compile(r"(?:(?<!reported )\bto|\bof|demanded that|could not)\s+$")
WHOLE: Final = re.compile(
    r"\b(?:it\b|this area|the area|area near|town\b|city(?! cent)|village\b|suburb\b|border crossing)", re.IGNORECASE
)
PART: Final = re.compile(
    r"\b(?:base|checkpoint|hill|barracks|positions?|headquarters|parts?\b|portions|neighbou?rhoods|districts|villages"
    r"|suburbs|sides?\b|edges?|swathes|buildings|fields?\b|college|warehouses|factory|road|points?|most\b|majority"
    r"|outposts|forces|countryside|areas|crossings|mountain|\d+ ?%|percent|academy|soldiers|weapons|tanks|prisoners"
    r"|ammunition|complex|streets|cent(?:er|re))",
    re.IGNORECASE,
)
_NEAR: Final = 40
_OPPONENT: Final = re.compile(r"\b(?<!fighters )(?<!members )(?:by|from|against|of|to|with)(?: the)?\s+$")
_CLAUSE: Final = re.compile(r"; |, (?:but|when|after|before|which) |\b(?:after|before|when|whereas) ")


def side_near(sentence: str, start: int, end: int) -> str | None:
    """Return the side named within a span ("under rebel control"), else the one named close behind it."""
    party = _PARTY.search(sentence, start, end) or _PARTY.search(sentence, end, end + _NEAR)
    return _side(party) if party else None


def agent(before: str) -> str | None:
    """Return the side that acts: the first party of the last clause before a verb that is no opponent or speaker."""
    for part in (_CLAUSE.split(before)[-1], before):
        for party in _PARTY.finditer(part):
            if not _OPPONENT.search(part[: party.start()]):
                return _side(party)
    return None


def _side(party: re.Match[str]) -> str:
    return next(side for side, words in party.groupdict().items() if words)
