"""People: how many were harmed, as each speaker puts it."""

from collections.abc import Sequence

from dateline.model.reckoned import Figure, Toll
from dateline.reckon.figures import live
from dateline.reference.prose import prose_words
from dateline.sitrep.english import interval, listed
from dateline.sitrep.names import Names


def whom(toll: Toll, names: Names, value: int | None = None, teller: str = "") -> str:
    """Return whom a toll counts: "people", "civilians", "combatants of the Army"; in the singular after one.

    Args:
        toll: the toll.
        names: how parties are told.
        value: how many there are, where that is one number.
        teller: who tells it: "its own combatants" where it tells of itself.
    """
    one, many = prose_words().people[toll.demographic or toll.status]
    people = one if value == 1 else many
    if not toll.side or toll.status != "combatants":
        return people
    side = names.party(toll.side)
    return f"of its own {many}" if side == teller else f"{people} of {side}"


def figure_words(figure: Figure) -> str:
    """Return a speaker's number as it was put: the words themselves where they hold no figure ("dozens")."""
    if is_vague(figure):
        return f"“{figure.words}”"
    return ("about " if figure.approximate else "") + interval(figure.low, figure.high)


def is_vague(figure: Figure) -> bool:
    """Whether a figure holds no number, or one that only its word stands for ("dozens" is 24 or more)."""
    if figure.low is None and figure.high is None:
        return True
    return not prose_words().with_of.isdisjoint(figure.words.casefold().split())


def figures(toll: Toll) -> list[tuple[str, list[Figure]]]:
    """Return the figures of a toll that no later one replaced, those alike together, the lowest first."""
    grouped: dict[str, list[Figure]] = {}
    for one in sorted(live(toll.figures), key=_by_number):
        grouped.setdefault(figure_words(one), []).append(one)
    return list(grouped.items())


def clause(tolls: Sequence[Toll], names: Names, teller: str = "") -> str:
    """Return the only figures of tolls of one harm as a clause: "a woman and 12 civilians were killed".

    Args:
        tolls: tolls of one harm, each with one figure.
        names: how parties are told.
        teller: who tells it.
    """
    one, many = prose_words().harms[tolls[0].harm]
    groups = [_group(toll, figures(toll)[0][1][0], names, teller) for toll in tolls]
    single = len(tolls) == 1 and (_is_one(figures(tolls[0])[0][1][0]) or groups == ["no one"])
    return f"{listed(groups)} {one if single else many}"


def _group(toll: Toll, told: Figure, names: Names, teller: str) -> str:
    people = whom(toll, names, 1 if _is_one(told) else None, teller)
    if (told.low, told.high) == (0, 0):
        return "no one" if people == "people" else f"no {people}" if not people.startswith("of ") else f"none {people}"
    if is_vague(told):
        return _vague(told.words, people.removeprefix("of "))
    return f"{figure_words(told)} {people}"


def _vague(words: str, people: str) -> str:
    """Return how many there are in a speaker's own words: "“dozens” of civilians"."""
    if words.casefold() in prose_words().with_of:
        return f"“{words}” of {people}"
    return f"an untold number of {people} (“{words}”)"


def _is_one(told: Figure) -> bool:
    return told.low == told.high == 1


def partisan_note(told: Sequence[Figure]) -> str:
    """Return what marks figures of a party about its enemy, nothing where there are none."""
    if not any(one.partisan for one in told):
        return ""
    return " (a party's figure for its enemy's losses)"


def under_policy(toll: Toll) -> str:
    """Return what the policy makes of a toll, as an addition to what speakers say of it."""
    made = interval(toll.low, toll.high)
    best = f", best {toll.best}" if toll.best not in {None, toll.low, toll.high} else ""
    return f"; under the policy “{toll.policy}” that is {made}{best}" if made else ""


def differing(toll: Toll, names: Names) -> str:
    """Return what speakers who differ say of a toll: "the number of people killed is given as 34 by A and 73 by B"."""
    return f"the number of {whom(toll, names)} {toll.harm} is given as {by_speaker(toll, names)}"


def by_speaker(toll: Toll, names: Names) -> str:
    """Return each figure of a toll with its speakers: "34 by A and 73 by B"."""
    parts = []
    for words, told in figures(toll):
        who = listed(speakers(told, names), most=3)
        parts.append(f"{words} by {who}{partisan_note(told)}")
    return listed(parts)


def speakers(told: Sequence[Figure], names: Names) -> list[str]:
    """Return who gives figures, each once."""
    return list(dict.fromkeys(names.party(one.speaker or one.report) for one in told))


def _by_number(figure: Figure) -> tuple[int, int, str]:
    low = figure.low if figure.low is not None else figure.high or 0
    return low, figure.high if figure.high is not None else 10**9, figure.claim
