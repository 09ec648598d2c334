"""Who regains and who overtakes: a state's forces at home, abroad, and where the place is not found."""

import pytest

from dateline.model.actor import ActorKind, ActorLink
from dateline.model.place import PlaceEntry, PlaceLink, PlacePrecision
from dateline.resolve.event_types import GOVERNMENT, NON_STATE, TAKEN, settle_type


def army(iso: str, kind: ActorKind = ActorKind.STATE_FORCES) -> ActorLink:
    return ActorLink("the army", f"{iso.lower()}.military", kind, "government", "the army", 0, 8, "by form")


def place(country: str | None, *, found: bool, words: str = "Tokmak") -> PlaceLink:
    entry = PlaceEntry(
        id="geonames:1" if found else "name:tokmak",
        name="Tokmak",
        feature="place",
        precision=PlacePrecision.TOWN,
        lat=47.2 if found else None,
        lon=35.7 if found else None,
        country=country,
        admin1=None,
    )
    return PlaceLink(entry, words, 0, len(words), "named")


@pytest.mark.parametrize(
    ("taker", "where", "told"),
    [
        (army("UA"), place("UA", found=True), GOVERNMENT),
        (army("RU"), place("UA", found=True), NON_STATE),
        (army("UA", ActorKind.EXTERNAL_FORCES), place("UA", found=True), GOVERNMENT),
        (army("RU"), place("RU", found=False), NON_STATE),
        (army("RU"), None, NON_STATE),
        (army("ET"), place(None, found=False), GOVERNMENT),
        (army("ET"), place("UA", found=True, words="Tokma"), GOVERNMENT),
    ],
)
def test_the_taker_and_the_place_decide(taker: ActorLink, where: PlaceLink | None, told: str) -> None:
    assert settle_type(TAKEN, [taker], [], where) == told
