"""From text to claims: what is inherited, settled, merged, and that ids stay."""

import datetime as dt
from dataclasses import replace

from dateline.annotate import Annotator
from dateline.extract import extract
from dateline.model.claim import Claim, ControlClaim, EventClaim, TollClaim
from dateline.model.reading import Change, Stance
from dateline.resolve import resolve
from dateline.sources import Row, read_bytes

DAY = dt.date(2015, 4, 27)


def claims(text: str, published: dt.date | None = DAY) -> tuple[Claim, ...]:
    row = Row(file="a.txt", number=2, published=published)
    report = read_bytes(text.encode(), "a.txt", row)
    (annotated,) = Annotator.load().annotate([report])
    return resolve(annotated, extract(annotated))


def events(text: str, published: dt.date | None = DAY) -> list[EventClaim]:
    return [c for c in claims(text, published) if isinstance(c, EventClaim)]


def tolls(text: str) -> list[TollClaim]:
    return [c for c in claims(text) if isinstance(c, TollClaim)]


def place_of(claim: Claim) -> str | None:
    return claim.place.entry.name if claim.place and claim.place.entry else None


def first_day(claim: Claim) -> dt.date | None:
    return claim.when.first if claim.when else None


def test_each_of_two_places_has_its_claim() -> None:
    found = events("Rebels captured the Syrian towns of Saraqib and Ariha on Sunday.")
    assert {place_of(claim) for claim in found} == {"Saraqib", "Ariha"}
    assert {first_day(claim) for claim in found} == {dt.date(2015, 4, 26)}


def test_a_silent_clause_takes_the_day_of_the_lead_and_says_so() -> None:
    found = events("Rebels captured Ariha in Syria on Sunday. Later the army shelled Saraqib.")
    shelling = next(claim for claim in found if claim.type.startswith("Shelling"))
    assert first_day(shelling) == dt.date(2015, 4, 26)
    assert shelling.when is not None
    assert shelling.when.basis.startswith("taken over from")


def test_the_publication_day_is_never_an_event_s_day() -> None:
    (capture,) = events("Rebels captured Ariha in Syria.")
    assert capture.when is None


def test_said_on_a_day_means_not_later() -> None:
    (capture,) = events("Rebels captured Ariha in Syria, the Observatory said on Monday.")
    assert capture.when is not None
    assert (capture.when.first, capture.when.last) == (None, DAY)


def test_a_day_after_counts_back_from_the_first_event() -> None:
    text = "Rebels captured Ariha in Syria on Monday, a day after jets bombed Saraqib."
    strike = next(claim for claim in events(text) if claim.type == "Air/drone strike")
    assert first_day(strike) == dt.date(2015, 4, 26)


def test_state_forces_regain_and_others_overtake() -> None:
    (regained,) = events("The Syrian army recaptured Ariha on Sunday.")
    assert regained.type == "Government regains territory"
    (taken,) = events("Rebels captured Ariha in Syria on Sunday.")
    assert taken.type == "Non-state actor overtakes territory"
    (abroad,) = events("Russian troops captured the Ukrainian town of Lyman on Sunday.")
    assert abroad.type == "Non-state actor overtakes territory"


def test_told_twice_is_one_claim_with_two_quotes() -> None:
    (capture,) = events("Rebels take Ariha\n\nRebels captured the Syrian town of Ariha on Sunday, residents said.\n")
    assert len({capture.quote, *capture.also_quoted}) == 2


def test_two_speakers_keep_their_accounts() -> None:
    text = (
        "The Syrian Observatory for Human Rights said jets bombed Ariha on Sunday. "
        "The Syrian army said its jets bombed Ariha on Sunday."
    )
    assert len([claim for claim in events(text) if claim.type == "Air/drone strike"]) == 2


def test_those_who_were_harmed_are_whom_a_strike_hit() -> None:
    (strike,) = events("An air strike on Ariha in Syria killed nine villagers on Sunday.")
    assert [link.name for link in strike.targets] == ["Civilians (Syria)"]


def test_a_protest_is_its_protesters() -> None:
    (protest,) = events("A demonstration took place in Omdurman in Sudan on Sunday.")
    assert [link.name for link in protest.actors] == ["Protesters (Sudan)"]


def test_a_toll_belongs_to_its_event_and_shares_its_place_and_day() -> None:
    text = "Government jets bombed a market in Ariha in Syria on Sunday. At least 12 people were killed."
    found = claims(text)
    strike = next(claim for claim in found if isinstance(claim, EventClaim))
    toll = next(claim for claim in found if isinstance(claim, TollClaim))
    assert (toll.event, place_of(toll), first_day(toll)) == (strike.id, place_of(strike), first_day(strike))
    assert (toll.count.low, toll.count.high) == (12, None)


def test_what_is_still_held_is_held_as_of_the_report() -> None:
    (held,) = [c for c in claims("The army still holds Ariha in Syria.") if isinstance(c, ControlClaim)]
    assert (held.change, first_day(held)) == (Change.HOLDS, DAY)


def test_a_denial_stays_a_denial() -> None:
    found = events("The army denied that it had shelled Ariha in Syria on Sunday.")
    assert {claim.stance for claim in found} == {Stance.DENIED}


def test_ids_do_not_hang_on_what_resolution_finds() -> None:
    text = "Rebels captured Ariha in Syria on Sunday, killing nine soldiers."
    assert [claim.id for claim in claims(text)] == [claim.id for claim in claims(text, None)]


def test_ids_tell_claims_apart() -> None:
    text = "Rebels captured Ariha and Saraqib in Syria on Sunday, killing nine soldiers and two officers."
    ids = [claim.id for claim in claims(text)]
    assert len(ids) == len(set(ids))
    assert all(replace(claim, id="") != claim for claim in claims(text))


def test_the_attack_takes_up_an_event_of_another_kind() -> None:
    (claim,) = events("A car bomb exploded in Ariha in Syria on Sunday. The attack took place at noon.")
    assert claim.type == "Remote explosive/landmine/IED"
    assert len(claim.also_quoted) == 1


def test_the_explosion_says_what_kind_of_attack_it_was() -> None:
    (claim,) = events("Six people were hurt in an attack on a cafe in Ariha in Syria. The explosion tore off its roof.")
    assert claim.type == "Remote explosive/landmine/IED"


def test_the_bomb_that_went_off_is_the_one_told_of() -> None:
    text = "A bomb exploded at a bank in Ariha in Syria on Sunday. Guards were on their round when the bomb went off."
    assert len(events(text)) == 1


def test_an_attack_far_from_another_stays_its_own() -> None:
    text = "A car bomb exploded in Ariha in Syria on Sunday. Gunmen carried out an attack on a cafe in Saraqib."
    assert len(events(text)) == 2


def test_who_leaves_a_place_loses_it() -> None:
    text = "The withdrawal of the last soldiers from Ariha in Syria ended on Sunday."
    (control,) = [c for c in claims(text) if isinstance(c, ControlClaim)]
    assert control.change is Change.LOST
    assert [link.name for link in control.holders] == ["Military Forces of Syria"]


def test_a_presenter_speaks_for_the_outlet_told_of_before() -> None:
    found = events(
        "State television denied the loss of Ariha in Syria. "
        "A presenter said troops had repelled an assault on Saraqib."
    )
    clash = next(claim for claim in found if claim.type == "Armed clash")
    assert [link.name for link in clash.said_by] == ["Syrian state television"]


def test_a_presenter_of_nobody_told_of_stays_unnamed() -> None:
    found = events("A presenter said troops had repelled an assault on Saraqib in Syria.")
    assert found[0].said_by == ()


def test_a_country_is_not_taken_over_from_another_event_of_the_sentence() -> None:
    told = events(
        "Gunmen killed three teachers on Monday, while troops clashed with rebels in southern Chad, officials said."
    )
    assert [place_of(claim) for claim in told if claim.trigger == "clashed"] == ["Chad"]
    assert not [claim for claim in told if claim.place and "same sentence" in claim.place.how]


def test_of_several_places_the_first_is_that_of_the_next_sentence() -> None:
    (toll,) = tolls("The army shelled Ariha and Saraqib on Monday. Four people were killed.")
    assert place_of(toll) == "Ariha"


def test_an_aside_of_another_day_lends_no_place() -> None:
    found = events(
        "A car bomb went off in Ariha in Syria on Monday. It came three days after the massacre in Saraqib. "
        "Fifteen soldiers were wounded in the blast on Monday."
    )
    assert {place_of(claim) for claim in found if first_day(claim) == DAY} == {"Ariha"}


def test_the_longest_name_of_a_country_is_meant() -> None:
    (capture,) = events("South Sudan's army captured Bor on Sunday.")
    assert capture.place is not None and capture.place.entry is not None
    assert capture.place.entry.country == "SS"


def test_counted_militants_are_the_only_group_that_fights_on_a_side_of_its_own() -> None:
    text = "Boko Haram attacked Bama in Nigeria on Sunday. The army said that 60 militants were killed."
    (toll,) = (claim for claim in tolls(text) if claim.side)
    assert toll.side is not None and toll.side.name == "Boko Haram"


def test_a_village_goes_before_the_town_that_its_road_leads_to() -> None:
    (raid,) = events("A plane bombed a gathering in the Syrian village of Qorlamat, on the road to Ariha, on Sunday.")
    assert place_of(raid) == "Qorlamat"


def test_a_capital_is_where_reporters_sit() -> None:
    told = "A suicide bomber killed nine people at a checkpoint on Monday, on the road to {}."
    assert place_of(events(f"BAGHDAD, April 27 - {told.format('Falluja')}")[0]) != "Baghdad"
    assert place_of(events("BAGHDAD, April 27 - A suicide bomber killed nine people on Monday.")[0]) == "Baghdad"


def test_how_an_assault_began_is_told_apart_from_it() -> None:
    found = events("The assault on Darkush in Syria began on Sunday with two suicide car bombs at the gates.")
    assert {claim.type for claim in found} == {"Armed clash", "Suicide bomb"}


def test_a_time_behind_the_verb_of_an_aside_is_the_aside_s() -> None:
    found = events("In its attack on Darkush in Syria, the Front used tanks that it captured last month.")
    assert all(claim.when is None for claim in found if claim.type == "Armed clash")
