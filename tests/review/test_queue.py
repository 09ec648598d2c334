"""What needs eyes, of records made by hand."""

import dataclasses
import datetime as dt
from typing import Any

import pytest

from dateline.link import link
from dateline.model.actor import ActorKind
from dateline.model.claim import Claim
from dateline.model.incident import Feature, Grade, Incident, Link
from dateline.model.judgement import Judgement, Verdict, day_subject, link_subject
from dateline.model.place import PlaceEntry, PlacePrecision
from dateline.model.reading import Stance
from dateline.model.reckoned import Spell
from dateline.model.report import Basis, Publication
from dateline.reckon import reckon_tolls
from dateline.review import Item, Kind, Material, page, queue
from tests import builders as b

ARMY = b.actor("Army", "government", kind=ActorKind.STATE_FORCES)
REBELS = b.actor("Highland Front", "opposition")
WATCH = b.monitor("Watch")
TOWN = b.place("Sarra", 35.0, 36.0)
DAY = b.when("2019-05-06")


def material(*claims: Claim, **other: Any) -> Material:
    incidents = other.pop("incidents", None) or link(claims, {}).incidents
    tolls = reckon_tolls(incidents, claims)
    return Material(incidents=incidents, claims={one.id: one for one in claims}, tolls=tolls, **other)


def strike(**other: Any) -> Any:
    return b.event(b.STRIKE, **{"at": TOWN, "on": DAY, "by": (ARMY,), "said_by": (WATCH,), **other})


def judged(verdict: Verdict, subject: str, *claims: str, field: str | None = None) -> Judgement:
    return Judgement(1, "now", "Anna", verdict, subject, claims, "seen", field)


def only(found: tuple[Item, ...], kind: Kind) -> Item:
    (item,) = (one for one in found if one.kind is kind)
    return item


def spell(holder: str, first: str, last: str, *, status: str = "held", ended_by: str | None = None) -> Spell:
    return Spell(f"s{holder}", TOWN, holder, b.day(first), b.day(last), status, (f"c{holder}",), ended_by)


def test_a_quiet_record_needs_no_eyes() -> None:
    told = strike()
    assert queue(material(told, b.toll(3, of=told))) == ()


def test_a_denied_incident_says_who_tells_and_who_denies() -> None:
    told = strike()
    denied = strike(said_by=(ARMY,), stance=Stance.DENIED, report="b.txt")
    item = only(queue(material(told, denied)), Kind.CONTESTED)
    assert item.reason == "Air/drone strike told by Watch, denied by Army"
    assert item.what == "Air/drone strike, Sarra, 2019-05-06"
    assert set(item.claims) == {told.id, denied.id}


def test_an_outlet_that_denies_is_named_and_not_its_file() -> None:
    denied = strike(said_by=(), stance=Stance.DENIED, report="b.txt")
    item = only(queue(material(strike(), denied, outlets={denied.report_id: "State agency"})), Kind.CONTESTED)
    assert item.reason == "Air/drone strike told by Watch, denied by State agency"


def test_a_large_toll_of_one_voice_is_the_heavier_the_more_died() -> None:
    few, some, many = (strike(at=b.place(name)) for name in ("Sarra", "Tell Omar", "Binnish"))
    found = queue(material(few, some, many, b.toll(9, of=few), b.toll(10, of=some), b.toll(300, of=many)))
    assert [(item.kind, item.reason) for item in found] == [
        (Kind.WEAK_TOLL, "300 or more killed, and only one voice tells of it: Watch"),
        (Kind.WEAK_TOLL, "10 or more killed, and only one voice tells of it: Watch"),
    ]
    assert found[0].weight > found[1].weight


def test_a_contested_toll_shows_the_two_ends() -> None:
    told, again = strike(), strike(report="b.txt", said_by=(ARMY,))
    found = queue(material(told, again, b.toll(3, of=told), b.toll(8, None, of=again)))
    assert only(found, Kind.DISPUTED_TOLL).reason == "people killed: Watch says 3, Army says 8 or more"


def test_a_toll_that_does_not_add_up() -> None:
    told = strike()
    children = b.toll(12, of=told, demographic="children", status="civilians", start=90)
    item = only(queue(material(told, b.toll(10, of=told), children)), Kind.DOUBTFUL_TOLL)
    assert item.reason.startswith("12 children, but 10 people in all")


@pytest.mark.parametrize(
    ("changes", "kind", "reason"),
    [
        ({"at": None}, Kind.NO_PLACE, "no report tells where"),
        (
            {"at": PlaceEntry("name:kafir", "al-Kafir", "town", PlacePrecision.AREA, None, None, "SY")},
            Kind.NO_PLACE,
            "the gazetteer has no al-Kafir",
        ),
        ({"on": None}, Kind.NO_DAY, "no report tells the day"),
        ({"on": b.when("2019-05-01", "2019-05-31", words="in May")}, Kind.NO_DAY, "known to 31 days only (“in May”)"),
        ({"on": b.when(None, "2019-05-31", words="by May")}, Kind.NO_DAY, "only told to be before a day (“by May”)"),
    ],
)
def test_where_or_when_is_not_known(changes: dict[str, Any], kind: Kind, reason: str) -> None:
    told = strike(**changes)
    record = material(told)
    assert only(queue(record), kind).reason == reason
    field = "place" if kind is Kind.NO_PLACE else "when"
    corrected = judged(Verdict.CORRECT, f"{field} of {told.id}", told.id, field=field)
    assert queue(dataclasses.replace(record, judgements=[corrected])) == ()
    other = judged(Verdict.CORRECT, f"type of {told.id}", told.id, field="type")
    assert queue(dataclasses.replace(record, judgements=[other])) != ()


def edge(joined: bool, score: float, *features: Feature) -> Link:
    return Link("c1", "c2", score, features, joined)


@pytest.mark.parametrize(
    ("link_", "kind", "says"),
    [
        (edge(True, 0.55, Feature("place", 0.3, "both in one province")), Kind.RISKY_LINK, "joined by little"),
        (
            edge(True, 0.9, Feature("tolls", -0.2, "3 and 9 killed")),
            Kind.RISKY_LINK,
            "against a reason: 3 and 9 killed",
        ),
        (edge(False, 0.8, Feature("days", 1.0, "the same day")), Kind.NEAR_MISS, "kept apart though alike"),
        (edge(True, 0.9, Feature("place", 1.0, "both at Sarra")), None, ""),
        (edge(False, 0.6, Feature("stance", 0.0, "c2 denies it")), None, ""),
        (edge(True, 0.5, Feature("judgement", 1.0, "one happening, says Anna")), None, ""),
        (edge(True, 0.4, Feature("copy", 1.0, "the same words")), None, ""),
    ],
)
def test_links_by_little_or_against_a_reason(link_: Link, kind: Kind | None, says: str) -> None:
    found = queue(material(links=[link_]))
    assert [item.kind for item in found] == ([kind] if kind else [])
    if kind:
        assert says in found[0].reason
        parted = judged(Verdict.SPLIT, link_subject("c2", "c1"), "c1", "c2")
        assert queue(material(links=[link_], judgements=[parted])) == ()


def test_control_that_only_the_holder_claims() -> None:
    item = only(
        queue(material(spells=[spell("Front", "2019-05-01", "2019-05-02", status="claimed")])), Kind.CLAIMED_CONTROL
    )
    assert item.what == "Front, Sarra"


def test_two_holders_on_one_day_but_for_a_change_of_hands() -> None:
    one, other = spell("Front", "2019-05-01", "2019-05-04"), spell("Army", "2019-05-03", "2019-05-09")
    item = only(queue(material(spells=[one, other])), Kind.TWO_HOLDERS)
    assert item.reason == "Army and Front are both told to hold it on 2019-05-03"
    handed = spell("Front", "2019-05-01", "2019-05-03", ended_by="cArmy")
    assert queue(material(spells=[handed, other])) == ()
    assert queue(material(spells=[spell("Front", "2019-05-01", "2019-05-02"), other])) == ()


def test_a_day_that_was_inferred_until_a_person_accepts_it() -> None:
    day = Publication(dt.date(2019, 5, 6), Basis.OTHERS, "shares a capture with b.txt")
    report = dataclasses.replace(b.report("a.txt"), published=day)
    item = only(queue(material(reports=[report])), Kind.INFERRED_DAY)
    assert (item.what, item.reason) == ("a.txt", "taken to be of 2019-05-06: shares a capture with b.txt")
    accepted = judged(Verdict.ACCEPT, day_subject(report.id))
    assert queue(material(reports=[report], judgements=[accepted])) == ()


def test_a_judgement_whose_claim_is_gone() -> None:
    gone = judged(Verdict.REJECT, "c9", "c9")
    assert only(queue(material(orphans=[gone])), Kind.ORPHAN).what == "reject c9"


def test_an_accepted_incident_drops_out_until_another_claim_comes_to_it() -> None:
    told = strike()
    dead = b.toll(30, of=told)
    accepted = judged(Verdict.ACCEPT, "i1", told.id, dead.id)
    assert queue(material(told, dead, judgements=[accepted])) == ()
    again = strike(report="b.txt")
    more = b.toll(40, of=again)
    assert only(queue(material(told, dead, again, more, judgements=[accepted])), Kind.WEAK_TOLL)


def test_what_a_person_discounted_needs_eyes_no_more() -> None:
    told = strike(on=None)
    record = material(told, b.toll(30, of=told))
    assert len(queue(record)) == 2
    void: list[Incident] = [dataclasses.replace(one, grade=Grade.DISCOUNTED) for one in record.incidents]
    assert queue(dataclasses.replace(record, incidents=void)) == ()


def test_the_queue_is_the_same_for_any_order_and_comes_in_pages() -> None:
    strikes = [strike(at=b.place(f"Town {number}"), on=None) for number in range(7)]
    found = queue(material(*strikes))
    assert queue(material(*reversed(strikes))) == found
    pages = [page(found, number, 3) for number in (1, 2, 3, 4)]
    assert [len(one.items) for one in pages] == [3, 3, 1, 0]
    assert tuple(item for one in pages for item in one.items) == found
    assert (pages[0].pages, pages[0].total) == (3, 7)
    assert queue(material(*strikes), [Kind.NO_PLACE]) == ()
