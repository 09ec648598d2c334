"""Patterns of strategic developments that ask for less where a report tells of nothing else."""

from dateline.extract.eased import eased_books
from dateline.extract.patterns import PatternBook, pattern_book


def _sure(book: PatternBook, name: str) -> float:
    return next(pattern.sure for pattern in book.patterns if pattern.id == name)


def test_long_lists_of_hints_give_way_to_the_event_head() -> None:
    (unhinted, _) = eased_books()
    assert _sure(pattern_book("event"), "agreement.verb") > 1
    assert _sure(unhinted, "agreement.verb") <= 0.5


def test_hints_that_a_pattern_is_about_must_be_there() -> None:
    (unhinted, _) = eased_books()
    assert _sure(unhinted, "custody.alive") > 1


def test_violence_is_left_as_it_is() -> None:
    strict = {pattern.id: pattern for pattern in pattern_book("event").patterns}
    for book in eased_books():
        assert all(p is strict[p.id] for p in book.patterns if p.type in ("Attack", "Armed clash", "Peaceful protest"))


def test_only_the_second_book_may_miss_a_noun() -> None:
    unhinted, loose = eased_books()
    assert not any(pattern.loose for pattern in unhinted.patterns)
    assert any(pattern.loose for pattern in loose.patterns)
