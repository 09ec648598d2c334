"""One: a single incident in one sentence that its claims bear out."""

from collections.abc import Mapping

from dateline.model.claim import Claim
from dateline.model.incident import Incident
from dateline.model.report import Report
from dateline.reference.countries import country_name
from dateline.sitrep.blame import blame_words, blames, without_doers
from dateline.sitrep.english import on, sentence
from dateline.sitrep.telling import Telling


def one_sentence(one: Incident, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> str:
    """Return what happened, to whom, by whom, where and when, who says so, and who does not.

    Args:
        one: the incident.
        claims: its claims and those that deny it, by id.
        reports: the reports that these stand in, and those whose copies they are, by id.
    """
    telling = Telling(claims, reports, country_name(one.place.country) if one.place else None)
    blamed = blames(one, claims)
    told = telling.clause(without_doers(one) if blamed else one, dated=True)
    if not on(one.when):
        told += ", on a day that is not told"
    if blamed:
        told = f"accounts agree that {told}, but name opposite sides: {blame_words(blamed, telling)}"
    if one.contested_by:
        said = "" if blamed else f"{telling.tellers(one.claims)} said that "
        return sentence(f"{said}{told}; {telling.tellers(one.contested_by)} denied it")
    return sentence(told if blamed else telling.attributed(told, one.claims))
