"""Where a predicate's event happened: cases/places.yml, and trees written by hand."""

from typing import Any

import pytest

from dateline.extract.classes import Classes
from dateline.extract.nearest import nearest_place
from dateline.extract.places import places
from dateline.extract.predicates import predicate
from dateline.model.annotated import Mention
from tests.extract.read_text import cases, find, read
from tests.extract.written import place_of, tree


@pytest.mark.parametrize("case", cases("places.yml"), ids=lambda case: case["text"])
def test_place_of_a_predicate(case: dict[str, Any]) -> None:
    annotated, trees = read(case["text"])
    one, token = find(trees, case["of"])
    found = places(one, Classes(annotated.mentions, trees), predicate(one, token))
    if case["place"] is None:
        assert not found
    else:
        assert any(case["place"].removeprefix("near ") in phrase.text for phrase in found)


def test_the_way_to_the_nearest_place_is_told() -> None:
    one = tree("""
        Two/two NUM CD 3 nsubj:pass
        were/be AUX VBD 3 aux:pass
        later/later ADV RB 3 advmod
        killed/kill VERB VBN -1 root
        as/as SCONJ IN 5 mark
        fighting/fighting NOUN NN 3 advcl
        raging/rage VERB VBG 5 acl
        near/near ADP IN 8 case
        Ariha/Ariha PROPN NNP 6 obl
    """)
    classes = Classes([Mention(one.tokens[8].start, one.tokens[8].end, "location", 0, 1.0)], [one])
    (phrase,) = nearest_place(one, classes, place_of(one, "killed"))
    assert (phrase.text, phrase.via) == ("Ariha", "nearest place: killed >advcl fighting >acl raging >obl Ariha")


def test_what_costs_more_than_allowed_is_no_evidence() -> None:
    one = tree("""
        Gunmen/gunman NOUN NNS 1 nsubj
        fired/fire VERB VBD -1 root
        after/after SCONJ IN 4 mark
        he/he PRON PRP 4 nsubj
        left/leave VERB VBD 1 advcl
        Ariha/Ariha PROPN NNP 4 obj
    """)
    classes = Classes([Mention(one.tokens[5].start, one.tokens[5].end, "location", 0, 1.0)], [one])
    assert not nearest_place(one, classes, place_of(one, "fired"))
    assert nearest_place(one, classes, place_of(one, "fired"), most=6.0)


@pytest.mark.parametrize(
    ("text", "word", "spots"),
    [
        ("Three people were killed during protests in Nyala.", "killed", ["Nyala"]),
        ("Three people were killed as residents protested in Nyala.", "killed", ["Nyala"]),
        ("Two men were killed after they answered with stones in Nyala.", "answered", ["Nyala"]),
        ("Two nurses were taken from Zalingei by gunmen.", "taken", ["Zalingei"]),
        # for what it was done, and from where it set out
        ("The drivers burned tyres in protest against a raid on Nyala.", "burned", []),
        ("Gunmen shot a priest in answer to a raid on a mosque in Zalingei.", "shot", []),
        ("The jets took off from Merowe and bombed a market.", "took", []),
    ],
)
def test_a_protest_is_a_scene_and_only_in_protest_a_motive(text: str, word: str, spots: list[str]) -> None:
    annotated, trees = read(text)
    one, token = find(trees, word)
    found = nearest_place(one, Classes(annotated.mentions, trees), token)
    assert [phrase.text for phrase in found] == spots
