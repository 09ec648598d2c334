"""Who regains and who overtakes: a state's forces at home, abroad, and where the place is not found."""

import pytest

from dateline.model.actor import ActorKind, ActorLink
from dateline.model.place import PlaceEntry, PlaceLink, PlacePrecision
from dateline.reference.sub_events import GOVERNMENT_REGAINS, NON_STATE_OVERTAKES, TERRITORY_TAKEN
from dateline.resolve.event_types import settle_type


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
        (army("UA"), place("UA", found=True), GOVERNMENT_REGAINS),
        (army("RU"), place("UA", found=True), NON_STATE_OVERTAKES),
        (army("UA", ActorKind.EXTERNAL_FORCES), place("UA", found=True), GOVERNMENT_REGAINS),
        (army("RU"), place("RU", found=False), NON_STATE_OVERTAKES),
        (army("RU"), None, NON_STATE_OVERTAKES),
        (army("ET"), place(None, found=False), GOVERNMENT_REGAINS),
        (army("ET"), place("UA", found=True, words="Tokma"), GOVERNMENT_REGAINS),
    ],
)
def test_the_taker_and_the_place_decide(taker: ActorLink, where: PlaceLink | None, told: str) -> None:
    assert settle_type(TERRITORY_TAKEN, [taker], [], where) == told
