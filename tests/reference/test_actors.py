"""The reference of actors: every entry valid, names found in any spelling, parties of any country."""

from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import ResourceError
from dateline.model.actor import ActorEntry, ActorKind
from dateline.reference.actors import actor_book, actors_named, entry_of, is_actor_noun, party_of
from dateline.reference.actors_entries import checked, curated, entry_files, read_entries, state_agencies
from dateline.reference.actors_keys import key, keys
from dateline.reference.actors_words import lexicon

FIRST_YEAR, LAST_YEAR = 1900, 2030
ENTRIES = sorted(curated().values(), key=lambda entry: entry.id)


def written(folder: Path, text: str) -> Path:
    path = folder / "war.yml"
    path.write_text(text, "utf-8")
    return path


def test_several_hundred_actors_are_curated() -> None:
    assert len(ENTRIES) > 700
    assert len({entry.country for entry in ENTRIES}) > 45


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_an_entry_is_sane(entry: ActorEntry) -> None:
    years = [year for year in (entry.since, entry.until) if year is not None]
    assert all(FIRST_YEAR <= year <= LAST_YEAR for year in years)
    assert years == sorted(years)
    assert key(entry.name)
    assert entry.id not in entry.members
    assert len(set(entry.members)) == len(entry.members)


@pytest.mark.parametrize("path", list(entry_files()), ids=lambda path: path.stem)
def test_no_alias_is_claimed_twice_in_the_same_years_of_a_theatre(path: Path) -> None:
    claimed = defaultdict(list)
    for entry in read_entries(path):
        years = range(entry.since or 0, (entry.until or 9998) + 1)
        for spelled in keys((entry.name, *entry.aliases)):
            claimed[spelled, entry.country].append((entry.id, years))
    twice = {
        (spelled, one, other)
        for spelled, claims in claimed.items()
        for (one, years), (other, others) in combinations(claims, 2)
        if one != other and years.start < others.stop and others.start < years.stop
    }
    assert twice == set()


def test_names_of_curated_actors_are_distinct() -> None:
    names = [entry.name for entry in ENTRIES]
    assert {name for name in names if names.count(name) > 1} == set()


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Jabhat an-Nusra", "al-nusra-front"),
        ("JABHAT AL NUSRA", "al-nusra-front"),
        ("Jaysh al-Fateh", "army-of-conquest"),
        ("Da'esh", "islamic-state"),
        ("Lord’s Resistance Army", "lra"),
        ("Fuerzas Armadas Revolucionarias de Colombia", "farc"),
        ("Médecins Sans Frontières", "msf"),
    ],
)
def test_a_name_is_found_in_any_spelling(name: str, actor: str) -> None:
    assert [entry.id for entry in actors_named(name)] == [actor]


@given(st.sampled_from([entry.name for entry in ENTRIES]))
def test_case_and_hyphens_do_not_matter(name: str) -> None:
    assert key(name) == key(name.upper()) == key(name.lower().replace("-", " - "))


@given(st.text(max_size=40))
def test_any_text_has_a_key_made_of_folded_pieces(text: str) -> None:
    assert all(piece == piece.strip() and piece for piece in key(text))


def test_a_country_has_its_parties() -> None:
    assert party_of("military", "SY").name == "Military Forces of Syria"
    assert party_of("civilians", "UA").name == "Civilians (Ukraine)"
    assert party_of("police", "CO").side == "government of Colombia"
    assert party_of("state-television", "SD").name == "Sudanese state television"
    assert party_of("unidentified", None).name == "Unidentified Armed Group"


@pytest.mark.parametrize("iso", ["SY", "UA", "TD", None])
@pytest.mark.parametrize("party", sorted(lexicon().classes))
def test_an_entry_is_found_again_by_its_id(party: str, iso: str | None) -> None:
    entry = party_of(party, iso)
    assert entry_of(entry.id) == entry


def test_unions_list_those_that_have_a_member() -> None:
    assert {union.id for union in actor_book().unions["jund-al-aqsa"]} == {"army-of-conquest", "sy.islamists"}


def test_states_have_their_agencies() -> None:
    assert state_agencies()["SY"].name == "SANA"
    assert state_agencies()["RU"].side == "government of Russia"


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("soldier", ActorKind.STATE_FORCES),
        ("policeman", ActorKind.STATE_FORCES),
        ("rebel", ActorKind.REBEL_GROUP),
        ("villager", ActorKind.CIVILIANS),
        ("protester", ActorKind.PROTESTERS),
        ("gunman", ActorKind.UNIDENTIFIED),
        ("fighter", ActorKind.UNIDENTIFIED),
        ("terrorist", ActorKind.UNIDENTIFIED),
        ("bridge", None),
    ],
)
def test_nouns_tell_the_kind_of_party(noun: str, kind: ActorKind | None) -> None:
    assert is_actor_noun(noun) is kind


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("entries: [{id: a}]", "needs id and name"),
        ("entries: [{id: a, name: A, kind: army}]", "no kind of actor"),
        ("entries: [{id: a, name: A, kind: media, colour: red}]", "colour"),
        ("entries: [{id: a, name: A, kind: media, country: ZZ}]", "no country"),
        ("entries: [{id: a, name: A, kind: media, aliases: [no]}]", "list of words"),
        ("groups: []", "list of entries"),
        ("entries: [", "cannot be read"),
    ],
)
def test_a_broken_entry_is_named_with_its_file(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(ResourceError, match=complaint) as error:
        read_entries(written(tmp_path, text))
    assert "war.yml" in str(error.value)


def test_references_that_lead_nowhere_are_refused() -> None:
    lonely = ActorEntry(id="a", name="A", kind=ActorKind.REBEL_GROUP, members=("b",))
    with pytest.raises(ResourceError, match="names b"):
        checked([lonely])
    with pytest.raises(ResourceError, match="stand twice"):
        checked([lonely, lonely])
