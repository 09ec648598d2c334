"""How a value was come by. The words are for people; what the program itself asks of them is asked here."""

from typing import Final

TAKEN_OVER: Final = "taken over from"
"""Begins what is said of a value that the claim's own clause does not give (docs/decisions/0006)."""


def is_taken_over(how: str) -> bool:
    """Return whether a value was taken over from what the report tells elsewhere."""
    return how.startswith(TAKEN_OVER)


WHOSE_CRAFT: Final = "aircraft and ships are taken to be a state's"
"""Part of what is said of a party that only its craft tells ("a drone fired"): it may be anyone's who has some."""


def is_by_craft(how: str) -> bool:
    """Return whether a party was taken for a state's because of its aircraft or ships alone."""
    return WHOSE_CRAFT in how


NAMED_BEFORE: Final = "named before"
"""Ends what is said of a place that "the town", "there" or "it" was taken for."""


WHERE_TOLD: Final = "where the report told of"
"""Part of what is said of the town that "the market" was taken to be in."""


def is_pointed_to(how: str) -> bool:
    """Return whether words that only point back were taken for a place."""
    return how.endswith(NAMED_BEFORE) or WHERE_TOLD in how


FROM_DATELINE: Final = "from the dateline"
"""Ends what is said of a place that only the dateline gives: where the report was filed from, which need not be it."""


def is_guessed(how: str) -> bool:
    """Return whether no words of the claim give a value: it is taken over, or it is where the report was filed from."""
    return is_taken_over(how) or how.endswith(FROM_DATELINE)
