"""Words at a trigger: those that set a happening apart ("another raid"), those that say only there was violence."""

import re
from typing import Final

POINTING: Final = frozenset({"the", "this", "that", "these", "those"})
"""Determiners by which a noun takes up what was told before."""

_REACH: Final = 25  # characters before the trigger that belong to it
_ANOTHER: Final = re.compile(r"\b(?:another|separate|second|third|different|similar)\b", re.I)
_APART: Final = re.compile(
    r"(?:\b(?:in|during) (?:an?|yet|the)? ?(?:another|separate|second|third|different|similar) "
    r"(?:\w+[ -]){0,2}(?:attacks?|incidents?|blasts?|explosions?|bombings?|strikes?|raids?|assaults?|ambush|clash)"
    r"|^(?:elsewhere|separately)\b)",
    re.IGNORECASE,
)
_NOT_ANOTHER: Final = re.compile(r"\b(?:second|third)[- ](?:largest|biggest|in|day|consecutive|straight)\b", re.I)

_GENERAL: Final = frozenset(
    {"aggression", "attack", "attacks", "assault", "incident", "strike", "strikes", "struck", "hit", "raid"}
    | {"bombing", "bombings", "bombed", "bombardment", "explosion", "explosions", "blast", "blasts"}
)
_BY_HAND: Final = re.compile(
    r"(?:execut|behead|decapitat|stabb|hack|lynch|strangl|hang|stoned|slit|knif|shot\b|shoot|gunned|machine-gunned)",
    re.I,
)
_BY_AIR: Final = re.compile(r"\b(?:air|aerial|airstrikes?|drones?|jets?|helicopters?|(?:war)?planes?|aircraft)\b", re.I)
_PARTS: Final = re.compile(
    r"\b(?:checkpoints|roadblocks|barriers|positions|(?:out)?posts|points|hills|hilltops|heights|villages|hamlets|farms"
    r"|neighbou?rhoods|quarters|districts|suburbs|blocks|streets|buildings|houses|parts|areas)\b",
    re.IGNORECASE,
)
_BACK: Final = ("retak", "retook", "recap", "regain", "reclaim", "reconq", "reocc", "recover", "re-")
_LATER: Final = re.compile(
    r"\b(?:minutes?|hours?|days?|weeks?) (?:later|afterwards?)\b"
    r"|^later (?:in the|that|the same) (?:day|morning|afternoon|evening|night|week|month)\b",
    re.IGNORECASE,
)


def tells_another(text: str, at: int) -> bool:
    """Return whether a word such as "another" stands before a trigger, close enough to belong to it.

    Args:
        text: the words around the trigger.
        at: where it starts in them.
    """
    before = text[max(at - _REACH, 0) : at]
    return bool(_ANOTHER.search(before)) and not _NOT_ANOTHER.search(before)


def says_little(trigger: str, beside: str) -> bool:
    """Return whether a trigger says of violence only that it was, so that other words may tell the same closer.

    Args:
        trigger: the trigger.
        beside: the words around it; a strike by planes is from the air.
    """
    return trigger.casefold() in _GENERAL and not _BY_AIR.search(beside)


def kills_by_hand(trigger: str) -> bool:
    """Return whether a trigger says that people were killed by blade, rope or gun, which no bomb or shell does.

    Args:
        trigger: the trigger.
    """
    return _BY_HAND.match(trigger) is not None


def takes_parts(beside: str) -> bool:
    """Return whether what is taken is several things at a place, of which the next day may see others taken.

    Args:
        beside: the words around the trigger of a capture: "seized seven checkpoints".
    """
    return _PARTS.search(beside) is not None


def takes_back(trigger: str) -> bool:
    """Return whether a trigger says that a place was taken by those who had it before: "retook", "recaptured".

    Args:
        trigger: the trigger.
    """
    return trigger.casefold().startswith(_BACK)


def sets_apart(before: str) -> bool:
    """Return whether the words before a trigger say that its sentence tells of something else: "in a second attack".

    Args:
        before: the sentence up to the trigger.
    """
    return _APART.search(before) is not None


def tells_later(before: str) -> bool:
    """Return whether the words before a trigger say that it came after what was told: "an hour later".

    Args:
        before: the sentence up to the trigger.
    """
    return _LATER.search(before) is not None
