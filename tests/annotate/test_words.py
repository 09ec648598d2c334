"""Words: conventions of the treebanks, and offsets that always hold."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.words import split_words


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in split_words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They don't know.", "They do n't know ."),
        ("the army’s men", "the army ’s men"),
        ("soldiers' families", "soldiers ' families"),
        ("Gen. Ali and Lt. Col. Omar", "Gen. Ali and Lt. Col. Omar"),
        ("from the U.S. at 5 a.m. sharp", "from the U.S. at 5 a.m. sharp"),
        ("anti-tank missiles, pro-government men", "anti-tank missiles , pro-government men"),
        ("a U.S.-led air-strike", "a U.S. - led air - strike"),
        ("Deir al-Zour", "Deir al - Zour"),
        ("a 122mm rocket", "a 122 mm rocket"),
        ("1,200 men, 3.5 km off", "1,200 men , 3.5 km off"),
        ("$5m or 30%", "$ 5 m or 30 %"),
        ("at 10:30 on 12/04/2015", "at 10:30 on 12/04/2015"),
        ("the 17th Division", "the 17th Division"),
        ("They cannot leave", "They can not leave"),
        ("see http://example.org/a?b=1, he said", "see http://example.org/a?b=1 , he said"),
        ("-lrb- afp -rrb-", "-lrb- afp -rrb-"),
        ("No. 5 and no. They fled", "No. 5 and no . They fled"),
        ("wait... what?!", "wait ... what ?!"),
        ("“We held,” he said", "“ We held , ” he said"),
        ("Ba'athists and O'Brien", "Ba'athists and O'Brien"),
        ("", ""),
    ],
)
def test_words_follow_the_treebanks(text: str, expected: str) -> None:
    assert " ".join(words(text)) == expected


@given(st.text())
def test_words_cover_all_but_white_space_once(text: str) -> None:
    spans = split_words(text)
    assert all(start < end for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    covered = {index for start, end in spans for index in range(start, end)}
    assert all(text[index].isspace() for index in range(len(text)) if index not in covered)


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_words_stay_within_the_bounds_given(text: str, start: int, length: int) -> None:
    assert all(start <= first < last <= start + length for first, last in split_words(text, start, start + length))
