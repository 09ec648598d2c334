import pytest

from evaluation.corpora import (
    DATA,
    READERS,
    Document,
    airwars_narrative,
    documents,
    held_out,
    is_held_out,
    load,
    safe_id,
)
from evaluation.wikipedia import runs

shared = pytest.mark.skipif(not DATA.is_dir(), reason="the shared data is not beside the repository")
ARTICLE = """---
subject: Fight for Nowhere
---

The **Fight for Nowhere** was [a fight](http://x.org/a) in a place that nobody has seen since.[3]
![map](http://x.org/map.png)

## Course
{long}

* a list is no paragraph but it has words, words, words, words, words, words, words.

On 3 May the one side left and the other side did not come, so that nobody held it.[object Object]
"""


def test_runs_hold_plain_prose_only() -> None:
    first, *_ = runs(ARTICLE.replace("{long}", ""))

    assert first == "The Fight for Nowhere was a fight in a place that nobody has seen since."


def test_a_run_ends_with_its_section_and_when_it_is_long_enough() -> None:
    found = runs(ARTICLE.replace("{long}", " ".join(["word"] * 130) + "."))

    assert [len(run.split()) for run in found] == [15, 130, 19]
    assert found[-1].endswith("so that nobody held it.")


def test_a_narrative_ends_where_the_form_begins_and_gets_its_breaks_back() -> None:
    text = "Two were killed in the yard.Neighbours said that a third died later., SummaryStrike statusLikely strike"

    assert airwars_narrative(text) == "Two were killed in the yard.\n\nNeighbours said that a third died later."


def test_ids_are_safe_as_file_names() -> None:
    assert safe_id("wikipedia:syria/siege_of_kobanî.md#3@0-20") == "wikipedia_syria_siege_of_koban_.md_3_0-20"
    assert Document("muc4:DEV-1", "").safe_id == "muc4_DEV-1"


@shared
@pytest.mark.parametrize("corpus", READERS)
def test_about_a_fifth_of_each_corpus_is_set_aside(corpus: str) -> None:
    texts = documents(corpus)

    share = sum(map(is_held_out, texts)) / len(texts)

    assert 0.15 <= share <= 0.28
    assert {name.partition("#")[0] for name in texts} >= held_out(corpus)


@shared
def test_a_part_of_a_text_has_its_own_id() -> None:
    whole = next(iter(documents("muc4").values()))

    part = load(f"{whole.id}@5-25")

    assert part.text == whole.text[5:25]
    assert is_held_out(part.id) == is_held_out(whole.id)
