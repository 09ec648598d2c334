"""Subjects: which claim, incident or report a person means by an id, the beginning of one, or a file's name."""

from dateline.errors import JudgementError
from dateline.model.claim import Claim, EventClaim
from dateline.model.incident import Incident
from dateline.model.report import Report
from dateline.store import RecordView


def find(view: RecordView, given: str, *kinds: str) -> tuple[str, str]:
    """Return the kind and whole id of the one thing that is meant.

    Args:
        view: the record.
        given: an id or the beginning of one.
        kinds: what it may be: claim, incident, toll, spell.

    Raises:
        JudgementError: it is none of these, or may be several.
    """
    found = [(kind, whole) for kind, whole in view.find(given) if kind in kinds]
    if len(found) != 1:
        what = " or ".join(kinds)
        count = f"{len(found)} {what}s begin" if found else f"no {what} begins"
        raise JudgementError(f"{count} with {given}; give the whole id")
    return found[0]


def claim_of(view: RecordView, given: str) -> Claim:
    """Return the claim that is meant, as the record holds it now, rejected or not."""
    _, whole = find(view, given, "claim")
    found = view.claim(whole) or view.claim_as_read(whole)
    assert found  # it was just found by its id
    return found


def incident_of(view: RecordView, given: str) -> Incident:
    """Return the incident that is meant."""
    _, whole = find(view, given, "incident")
    found = view.incident(whole)
    assert found  # as above
    return found


def event_claims(view: RecordView, given: str) -> tuple[str, ...]:
    """Return the ids of the event claims that are meant: one, or all of an incident."""
    kind, whole = find(view, given, "claim", "incident")
    if kind == "incident":
        return incident_of(view, whole).claims
    if not isinstance(view.claim(whole), EventClaim):
        raise JudgementError(f"{given} is no claim of an event that counts: only these are linked")
    return (whole,)


def report_of(view: RecordView, given: str) -> Report:
    """Return the report that is meant by its id or its file's name, with its text."""
    found = reports_named(view, given)
    if len(found) != 1:
        why = f"{len(found)} reports have this name; give its id" if found else "no report has this name"
        raise JudgementError(f"{given}: {why}")
    whole = view.report(found[0])
    assert whole  # as above
    return whole


def reports_named(view: RecordView, given: str) -> list[str]:
    """Return the ids of the reports of this id or file's name."""
    return [one.id for one in view.report_heads() if given in {one.id, one.file}]


def ids_of(view: RecordView, given: str) -> tuple[str, ...]:
    """Return the ids by which judgements on a claim or incident are found: an incident's claims are among them."""
    kind, whole = find(view, given, "claim", "incident", "toll", "spell")
    if kind != "incident":
        return (whole,)
    one = incident_of(view, whole)
    return (whole, *one.claims, *one.tolls, *one.contested_by)
