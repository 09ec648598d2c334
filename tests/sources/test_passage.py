from hypothesis import given
from hypothesis import strategies as st

from dateline.sources.passage import Edit, Passage, joined
from dateline.sources.tokenised import detokenised

_TEXT = st.text(alphabet="ab .,'`\"\n\t\u00a0\u200b()-lrb", max_size=60)


def _leads_back(passage: Passage, raw: str) -> None:
    covered = [at for run in passage.runs for at in range(run.start, run.start + run.length)]
    assert covered == list(range(len(passage.text)))
    assert all(run.origin >= 0 and run.origin + run.length <= len(raw) for run in passage.runs)


@given(_TEXT)
def test_tidied_text_leads_back_and_has_single_spaces(raw: str) -> None:
    passage = Passage.from_span(raw, 0, len(raw))
    _leads_back(passage, raw)
    assert passage.text == " ".join(raw.replace("\u200b", "").split())


@given(_TEXT)
def test_detokenised_text_leads_back(raw: str) -> None:
    _leads_back(detokenised(Passage.from_span(raw, 0, len(raw))), raw)


def test_edits_keep_the_map() -> None:
    raw = "xx a -lrb- b"
    passage = Passage.from_span(raw, 3, len(raw)).edited([Edit(2, 8, "(")])
    assert passage.text == "a (b"
    assert [raw[run.origin : run.origin + run.length] for run in passage.runs] == ["a -", "b"]


def test_joined_passages_count_from_the_first() -> None:
    raw = "one two"
    whole = joined([Passage.from_span(raw, 4, 7), Passage.from_span(raw, 0, 3)], "\n\n")
    assert whole.text == "two\n\none"
    assert [(run.start, run.origin, run.length) for run in whole.runs] == [(0, 4, 3), (5, 0, 3)]
